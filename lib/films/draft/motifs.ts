import type { Theme } from '#lib/stories/schema.ts'
import type { MotifName, PaletteName } from '../engine/film.ts'

/** Words that speak of a picture, as stems, in English, Spanish and Arabic, and a few characters of Chinese. */
const stems: Readonly<Partial<Record<MotifName, RegExp>>> = {
  book: /\b(?:learn|stud(?:y|i)|course|lesson|academy|read|book|notebook|class|school|understand|teach|aprend|estudi|curso|lecci|libro|cuaderno|escuela|clase|ense[ñn]|le[ií])\p{L}*|تعلم|درس|دروس|دفتر|كتاب|مدرسة|قرأت|学|课|书/giu,
  row: /\b(?:together|group|communit|meet|met|shar(?:e|ed|ing)|explain|club|neighbo|help|mentor|everyone|juntos|grupo|comunidad|compart|ayud|explic|vecin)\p{L}*|معًا|معا|مجموعة|مجتمع|شارك|ساعد|شرحت|一起|大家|帮助|分享/giu,
  house: /\b(?:home|house|famil|kitchen|roof|rent|build|built|casa|hogar|familia|cocina|techo|constru)\p{L}*|بيت|منزل|عائلة|بنيت|家|房/giu,
  walk: /\b(?:start|began|begin|step|walk|journey|road|work|job|every|kept|active|mov(?:e|ed)|went|empec|empez|camin|paso|trabaj|cada|segu[ií]|mov[ií])\p{L}*|بدأت|خطوة|مشيت|طريق|عمل|كل|开始|走|路|工作|每/giu,
  hill: /\b(?:hard|difficult|fear|afraid|problem|lost|los(?:e|ing)|fail|mistake|alone|challenge|struggl|debt|sick|crisis|war|dif[ií]cil|miedo|problema|perd|fall|error|sol[oa]|reto|deuda|enferm|crisis|guerra)\p{L}*|صعب|خوف|خفت|مشكلة|خسرت|فشل|وحدي|مرض|حرب|难|怕|失败|困/giu,
  portrait:
    /\b(?:dream|hope|proud|future|tomorrow|new|free|life|believe|sun|morning|sue[ñn]|esperanza|orgull|futuro|ma[ñn]ana|nuev|libre|vida|creo)\p{L}*|حلم|أمل|فخور|مستقبل|غد|جديد|حياة|梦|希望|未来|生活/giu,
}

const ofTheme: Readonly<Record<Theme, MotifName>> = {
  learning: 'book',
  family: 'house',
  challenge: 'hill',
  opportunity: 'walk',
  community: 'row',
  other: 'portrait',
}

/** Pictures for what words alone do not decide, in turn. */
const others: readonly MotifName[] = ['walk', 'book', 'portrait', 'row', 'hill', 'house']

/** What marks a word that speaks of a picture. */
export function motifStem(motif: MotifName): RegExp | undefined {
  return stems[motif]
}

/** How often a text speaks of each picture. */
export function motifHits(text: string): Map<MotifName, number> {
  const hits = new Map<MotifName, number>()
  for (const [motif, stem] of Object.entries(stems)) {
    const count = [...text.matchAll(stem)].length
    if (count) hits.set(motif as MotifName, count)
  }
  return hits
}

/** A picture for each text in order: the one it speaks of most, then a theme's, never the same twice in a row. */
export function chooseMotifs(texts: readonly string[], themes: readonly Theme[]): MotifName[] {
  const used = new Map<MotifName, number>()
  const chosen: MotifName[] = []
  for (const text of texts) {
    const hits = motifHits(text)
    const score = (motif: MotifName) =>
      (hits.get(motif) ?? 0) * 3 +
      (themes.some((theme) => ofTheme[theme] === motif) ? 1.5 : 0) -
      (used.get(motif) ?? 0) * 2 -
      others.indexOf(motif) * 0.01
    const free = others.filter((motif) => motif !== chosen.at(-1))
    const best = free.reduce((a, b) => (score(b) > score(a) ? b : a))
    used.set(best, (used.get(best) ?? 0) + 1)
    chosen.push(best)
  }
  return chosen
}

/** Grounds that go from morning to evening; neighbours never match. */
const grounds: readonly PaletteName[] = ['tide', 'linen', 'agave', 'rosehip', 'maize', 'jacaranda', 'clay', 'night']

/** The ground of the n-th scene; `shift` is what the entry's own seed adds. */
export function groundOf(index: number, shift: number): PaletteName {
  return grounds[(index + shift) % (grounds.length - 1)] ?? 'linen'
}
