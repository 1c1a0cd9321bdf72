import { countGraphemes } from '#lib/foundation/text.ts'
import type { Film, Scene } from '../engine/film.ts'
import { plain } from '../engine/film.ts'
import { timeline } from '../engine/timeline.ts'
import { isUnspaced, wordsIn } from '../engine/writing.ts'
import { describedFor, musicCue } from './pictures.ts'

/** One text of a track, from and to in seconds. */
export type Cue = Readonly<{ id: string; from: number; to: number; text: string }>

/** Lines of captions have at most so many characters, blocks at most two lines, and none stays longer than seven seconds. */
const widest = 42
const widestUnspaced = 20
const tallest = 2
const longest = 7

/** The label of the first and last card in a language, or '' when the film needs none. */
export function labelIn(film: Film, lang: string): string {
  if (film.kind === 'storyteller') return ''
  return lang === film.lang ? film.label : (film.translations[lang]?.label ?? film.label)
}

const stop = (text: string) => (/[.?!…。？！؟]$/.test(text) ? text : `${text}.`)

/** What a card says in a language, in phrases that captions do not run together. */
export function phrasesOf(film: Film, scene: Scene, lang: string): string[] {
  const edge = scene === film.scenes[0] || scene === film.scenes.at(-1)
  const label = edge && labelIn(film, lang) ? `(${labelIn(film, lang)})` : ''
  const caption = lang === film.lang ? scene.caption : (film.translations[lang]?.scenes[scene.id]?.caption ?? scene.caption)
  const said = (...parts: string[]) => parts.filter(Boolean).join(' ')
  if (scene.kind === 'end') {
    if (caption) return [said(caption, label)]
    return [stop(plain(scene.text)), stop(plain(scene.cta)), said(scene.hashtag, label)]
  }
  if (scene.kind === 'title')
    return caption ? [said(label, caption)] : [said(label, stop(plain(scene.text))), plain(scene.sub ?? '')].filter(Boolean)
  if (caption) return [caption]
  return scene.kind === 'numeral' ? [`${new Intl.NumberFormat(lang).format(scene.value)}.`, plain(scene.text)] : [plain(scene.text)]
}

/** Captions follow the cards: nothing is timed by hand. */
export function captionCues(film: Film, lang: string): Cue[] {
  const { items, total } = timeline(film)
  return items.flatMap(({ scene, start, length, index }) => {
    const last = index === items.length - 1
    const sound = index === 0 && film.music.mood !== 'none'
    const begin = start + (index ? 0.6 : 0.4)
    const end = Math.min(total, start + length + (last ? 0 : 0.2), begin + longest)
    const heard = Math.min(1.5, length * 0.4)
    const music: Cue[] = sound ? [{ id: 'sound', from: begin, to: begin + heard, text: musicCue[describedFor(lang)] }] : []
    const blocks = blocksOf(phrasesOf(film, scene, lang), labelIn(film, lang), lang)
    return [...music, ...spread(scene.id, blocks, sound ? begin + heard + 0.1 : begin, end)]
  })
}

/** Blocks one after the other, each as long as its part of the letters. */
function spread(id: string, blocks: readonly string[], from: number, to: number): Cue[] {
  const letters = blocks.reduce((sum, block) => sum + countGraphemes(block), 0)
  let at = from
  return blocks.map((text, i) => {
    const begin = at
    at = i === blocks.length - 1 ? to : begin + ((to - from) * countGraphemes(text)) / letters
    return { id: i ? `${id}-${i + 1}` : id, from: begin, to: at, text }
  })
}

/** The phrases in blocks of lines; the label is never broken. */
function blocksOf(phrases: readonly string[], label: string, lang: string): string[] {
  const lines = phrases.flatMap((phrase) => linesOf(phrase, label, lang))
  const count = Math.ceil(lines.length / tallest)
  return Array.from({ length: count }, (_, i) => lines.slice(i * tallest, (i + 1) * tallest).join('\n'))
}

function linesOf(phrase: string, label: string, lang: string): string[] {
  const glued = label ? phrase.replaceAll(label, label.replaceAll(' ', '\u00a0')) : phrase
  const most = isUnspaced(glued) ? widestUnspaced : widest
  const words = glued.split(' ').flatMap((word) => {
    const parts = isUnspaced(word) ? wordsIn(word, lang) : [word]
    return parts.map((text, i) => ({ text, gap: i === 0 ? ' ' : '' }))
  })
  const lines: string[] = []
  let line = ''
  for (const { text, gap } of words) {
    if (line && countGraphemes(line + gap + text) > most) {
      lines.push(line)
      line = text
    } else line = line ? line + gap + text : text
  }
  return [...lines, line].map((one) => (label ? one.replaceAll('\u00a0', ' ') : one))
}
