/** The film as data: what a script may say. The engine only reads it; `script/schema.ts` is what checks it. */

export const palettes = ['maize', 'clay', 'jacaranda', 'agave', 'tide', 'rosehip', 'linen', 'night', 'paper', 'sun'] as const
export const motifs = ['portrait', 'years', 'walk', 'book', 'row', 'house', 'hill', 'frieze', 'mark'] as const
export const transitions = ['cut', 'pan', 'weave', 'disc'] as const
export const heads = ['short', 'bun', 'curls', 'long', 'brim', 'wrap'] as const
export const provenances = ['excerpt', 'fact', 'editor'] as const
export const moods = ['warm', 'bright', 'still', 'none'] as const
export const musicKeys = ['D', 'G', 'A', 'C'] as const

export type PaletteName = (typeof palettes)[number]
export type MotifName = (typeof motifs)[number]
export type Transition = (typeof transitions)[number]
export type Head = (typeof heads)[number]
export type Provenance = (typeof provenances)[number]
export type Mood = (typeof moods)[number]

/** One thing we know. `says` is a plain sentence for whoever checks; it is never shown. */
export type Fact = { id: string; says: string; from: 'announcement' | 'storyteller' | 'editor' }

/** A person seen from behind. Head and cloth are chosen with the storyteller, never derived from name, country or age. */
export type Person = { weave: string; head: Head; cloth: PaletteName }

/** Words of an entry as they stand there: `text` is exactly the entry's text from `start` to `end`, counted in UTF-16 units. */
export type Excerpt = { from: 'story' | 'post'; start: number; end: number; text: string }

type Card = {
  id: string
  /** A chapter begins here. */
  chapter?: string | undefined
  /** Length in beats of the music: a cut always falls on one. */
  beats: number
  palette: PaletteName
  motif: MotifName
  /** Who is seen: keys of the cast, the most important first. */
  who: string[]
  /** How the scene enters. */
  transition: Transition
  /** The words shown: *these* are underlined by the thread; a line break is kept. */
  text: string
  /** Instead of the words shown. */
  caption?: string | undefined
  /** Instead of what the motif says about itself. */
  description?: string | undefined
  /** Whose words they are: the storyteller's own, ours about a known fact, or an editor's about either. */
  provenance: Provenance
  facts: string[]
  excerpt?: Excerpt | undefined
}
export type TitleScene = Card & { kind: 'title'; sub?: string | undefined }
export type StatementScene = Card & { kind: 'statement'; side: 'beside' | 'top' }
export type NumeralScene = Card & { kind: 'numeral'; value: number }
export type EndScene = Card & { kind: 'end'; hashtag: string; cta: string }
export type Scene = TitleScene | StatementScene | NumeralScene | EndScene

/** The words of the text tracks in one more language, by scene. */
export type Translation = {
  title: string
  label?: string | undefined
  scenes: Record<string, { caption?: string | undefined; chapter?: string | undefined; description?: string | undefined }>
}

export type Film = {
  version: 3
  slug: string
  /** BCP 47: the language of the words on screen. It also says which way they run. */
  lang: string
  title: string
  /** About a real person who agreed; a theme that shows nobody; or a sample that is never shown to visitors. */
  kind: 'storyteller' | 'illustrative' | 'sample'
  /** Burnt into the first and last card, unless the film is a storyteller's. */
  label: string
  seed: number
  /** Pictures a second. Cinema is seen at 24, which a quarter more would only make larger. */
  fps: 24 | 25 | 30
  /** How many level lines every scene has. They are years only when they are the storyteller's published age. */
  lines: { count: number; years: boolean }
  cast: Record<string, Person>
  music: { bpm: number; key: (typeof musicKeys)[number]; mood: Mood }
  facts: Fact[]
  scenes: Scene[]
  translations: Record<string, Translation>
}

export type Shape = 'wide' | 'square' | 'portrait'

/** The sizes films are made in, in pixels. */
export const sizes: Readonly<Record<Shape, readonly [width: number, height: number]>> = {
  wide: [1280, 720],
  square: [1080, 1080],
  portrait: [1080, 1920],
}

/** Part of the name of everything a render keeps: raise it whenever a frame or a note may come out differently. */
export const engineVersion = '3.1'

/** Words of a card without the marks of emphasis, on one line. */
export function plain(text: string): string {
  return text.replaceAll('*', '').replace(/\s+/g, ' ').trim()
}
