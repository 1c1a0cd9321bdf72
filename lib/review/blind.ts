/** What a copy may hide. A copy shows `[name]` where somebody's name stood. */
export const hiddenKinds = ['name', 'address', 'link', 'handle', 'number', 'place'] as const
export type HiddenKind = (typeof hiddenKinds)[number]

/** What we know of the person behind an entry, to be looked for in its words. */
export type Identity = Readonly<{
  displayName: string
  email: string
  /** ISO 3166-1 alpha-2; 'ZZ' is unknown. */
  country: string
  /** BCP 47 tag of the story. */
  language: string
  /** Who wrote the post, as its network says. */
  author: string | null
}>

/** One place of a text that may tell who wrote it; `from` and `to` count code units. */
export type Finding = Readonly<{ kind: HiddenKind; from: number; to: number; text: string }>

/** A place is only pointed at: many stories need theirs, and it rarely tells who wrote them. */
export function isSure(kind: HiddenKind): boolean {
  return kind !== 'place'
}

/** What stands in a copy for something hidden. */
export function tokenOf(kind: HiddenKind): string {
  return `[${kind}]`
}

const token = new RegExp(`\\[(?:${hiddenKinds.join('|')})\\]`, 'g')

/** Every place that may tell who wrote this text, in its order; none overlaps another. A guess: people look again. */
export function findIdentity(text: string, identity: Identity): readonly Finding[] {
  const found = [...patterns.flatMap(([kind, pattern]) => matches(text, kind, pattern)), ...named(text, identity)]
  const sorted = found.sort((a, b) => a.from - b.from || b.to - a.to)
  const kept: Finding[] = []
  for (const finding of sorted) if (finding.from >= (kept.at(-1)?.to ?? 0)) kept.push(finding)
  return kept
}

/** The text with everything we are sure of replaced by its token. */
export function hideFindings(text: string, findings: readonly Finding[]): string {
  let [hidden, done] = ['', 0]
  for (const { kind, from, to } of findings.filter((finding) => isSure(finding.kind))) {
    hidden += text.slice(done, from) + tokenOf(kind)
    done = to
  }
  return hidden + text.slice(done)
}

/** A copy as it is shown: words, and what is hidden between them. */
export function piecesOf(copy: string): readonly (Readonly<{ words: string }> | Readonly<{ hidden: HiddenKind }>)[] {
  const pieces: (Readonly<{ words: string }> | Readonly<{ hidden: HiddenKind }>)[] = []
  let done = 0
  for (const { index, 0: found } of copy.matchAll(token)) {
    if (index > done) pieces.push({ words: copy.slice(done, index) })
    pieces.push({ hidden: hiddenKinds.find((kind) => tokenOf(kind) === found) ?? 'name' })
    done = index + found.length
  }
  if (done < copy.length) pieces.push({ words: copy.slice(done) })
  return pieces
}

// Every repetition is bounded: a text of any kind is read in linear time.
const patterns: readonly (readonly [HiddenKind, RegExp])[] = [
  ['link', /(?<![\p{L}\p{N}])(?:https?:\/\/|www\.)[^\s<>"']{2,2000}/giu],
  ['link', /(?<![\p{L}\p{N}@.-])(?:[a-z0-9-]{1,63}\.){1,5}[a-z]{2,24}\/[^\s<>"']{1,2000}/giu],
  ['address', /(?<![\p{L}\p{N}._%+-])[\p{L}\p{N}._%+-]{1,64}@(?:[\p{L}\p{N}-]{1,63}\.){1,5}\p{L}{2,24}/giu],
  ['handle', /(?<![\p{L}\p{N}_@.])@[\p{L}\p{N}_][\p{L}\p{N}_.-]{1,60}/gu],
  ['number', /(?<![\p{L}\p{N}])\+?\p{Nd}[\p{Nd} ()./\-\u00a0]{6,24}\p{Nd}(?![\p{L}\p{N}])/gu],
]

const ends = /[.,;:!?…)\]}»”’'"،؛؟。、]+$/u

function matches(text: string, kind: HiddenKind, pattern: RegExp): Finding[] {
  return [...text.matchAll(pattern)].flatMap(({ index, 0: whole }) => {
    const found = kind === 'number' ? whole : whole.replace(ends, '')
    if (kind === 'number' && !isPhone(found)) return []
    return [{ kind, from: index, to: index + found.length, text: found }]
  })
}

/** Nine digits or more, or seven after a plus: fewer are years, prices and dates. */
function isPhone(found: string): boolean {
  const digits = found.match(/\p{Nd}/gu)?.length ?? 0
  return digits >= (found.startsWith('+') ? 7 : 9) && digits <= 15
}

function named(text: string, identity: Identity): Finding[] {
  const { folded, at } = fold(text)
  const look = (kind: HiddenKind, names: readonly string[]) =>
    names.flatMap((name) =>
      [...folded.matchAll(wordPattern(name))].map(({ index }) => placed(text, at, { kind, index, length: name.length })),
    )
  const names = [...partsOf(identity.displayName, 3), ...partsOf(identity.author ?? '', 3)]
  const places = countryNames(identity).map((name) => fold(name).folded)
  return [
    ...look('name', unique(names)),
    ...look('address', unique(partsOf(identity.email.split('@')[0] ?? '', 4))),
    ...look('place', unique(places)),
  ]
}

type Place = Readonly<{ kind: HiddenKind; index: number; length: number }>

function placed(text: string, at: readonly number[], { kind, index, length }: Place): Finding {
  const [from, to] = [at[index] ?? 0, at[index + length] ?? text.length]
  return { kind, from, to, text: text.slice(from, to) }
}

const unbroken = /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Thai}\p{Script=Lao}\p{Script=Khmer}\p{Script=Myanmar}]/u
const withPrefixes = /[\p{Script=Arabic}\p{Script=Hebrew}]/u

/** The name as a word of its own, as far as its script has such: some write without spaces, some join "and" or "to" to the next word. */
function wordPattern(name: string): RegExp {
  const literal = name.replace(/[\\^$.*+?()[\]{}|/]/g, '\\$&')
  if (unbroken.test(name)) return new RegExp(literal, 'gu')
  return new RegExp(`${withPrefixes.test(name) ? '' : '(?<![\\p{L}\\p{N}])'}${literal}(?![\\p{L}\\p{N}])`, 'gu')
}

/** The whole and each part of it that is long enough to be told from other words. */
function partsOf(name: string, least: number): string[] {
  const { folded } = fold(name.replace(/^@/, ''))
  const whole = folded.trim()
  const parts = whole
    .split(/[^\p{L}\p{N}]+/u)
    .filter((part) => (unbroken.test(part) ? part.length >= 2 : part.length >= least && /\p{L}/u.test(part)))
  return whole.length >= 2 ? [whole, ...parts] : parts
}

function countryNames({ country, language }: Identity): string[] {
  if (country === 'ZZ') return []
  return ['en', 'es', 'ar', language].flatMap((tag) => {
    try {
      return new Intl.DisplayNames([tag], { type: 'region' }).of(country) ?? []
    } catch {
      return []
    }
  })
}

/** Small letters without marks, and for each of their code units the place in the text it came from: one more at the end. */
function fold(text: string): { folded: string; at: number[] } {
  const at: number[] = []
  let [folded, index] = ['', 0]
  for (const letter of text) {
    const plain = letter.normalize('NFKD').replace(/\p{M}/gu, '').toLowerCase()
    for (let unit = 0; unit < plain.length; unit += 1) at.push(index)
    folded += plain
    index += letter.length
  }
  at.push(text.length)
  return { folded, at }
}

function unique(values: readonly string[]): string[] {
  return [...new Set(values)]
}
