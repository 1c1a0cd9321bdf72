import { Refusal } from '#lib/foundation/refusal.ts'
import { clausesOf, sentencesOf } from './draft/sentences.ts'
import { type Excerpt, type Film, heads, type MotifName, type Person, palettes, plain, type Scene } from './engine/film.ts'
import { readingSeconds, type Sources, wordsShown } from './script/rules.ts'

/** Fewest and most beats of a scene, and most scenes of a film. */
export const beatLimits = [4, 24] as const
export const mostScenes = 16
const mostLetters = 200
const slackSeconds = 1.2

/** What can be done to a scene besides changing it. `splits` are the ways to divide its words in two, as the words of both halves. */
export type Ways = Readonly<{ up: boolean; down: boolean; merge: boolean; remove: boolean; splits: readonly Split[] }>
/** `at` counts the characters before the cut that are neither space nor a mark of emphasis. */
export type Split = Readonly<{ at: number; before: string; after: string }>

/** Refuses films.cannot: the form was made from a film that looked otherwise. */
function cannot(): never {
  throw new Refusal('films.cannot')
}

function indexOf(film: Film, id: string): number {
  const index = film.scenes.findIndex((scene) => scene.id === id)
  return index < 0 ? cannot() : index
}

function sceneAt(film: Film, index: number): Scene {
  return film.scenes[index] ?? cannot()
}

function withScenes(film: Film, scenes: readonly Scene[]): Film {
  const kept = new Set(scenes.map(({ id }) => id))
  const translations = Object.entries(film.translations).map(([lang, words]) => {
    const own = Object.entries(words.scenes).filter(([id]) => kept.has(id))
    return [lang, { ...words, scenes: Object.fromEntries(own) }] as const
  })
  return { ...film, scenes: [...scenes], translations: Object.fromEntries(translations) }
}

function replaced(film: Film, index: number, ...scenes: readonly Scene[]): Film {
  return withScenes(film, film.scenes.toSpliced(index, 1, ...scenes))
}

const inside = (film: Film, index: number) => index > 0 && index < film.scenes.length - 1

/** What can be done to a scene where it stands: the opening and the end stay where they are, and whole. */
export function waysOf(film: Film, id: string): Ways {
  const index = indexOf(film, id)
  const free = inside(film, index)
  const next = film.scenes[index + 1]
  return {
    up: free && inside(film, index - 1),
    down: free && inside(film, index + 1),
    merge: free && inside(film, index + 1) && !!next && plain(`${sceneAt(film, index).text} ${next.text}`).length <= mostLetters,
    remove: free && film.scenes.length > 3,
    splits: free && film.scenes.length < mostScenes ? splitsOf(sceneAt(film, index).text, film.lang) : [],
  }
}

/** The beats that leave time to read a scene, without a moment to spare. */
export function leastBeats(film: Film, scene: Scene): number {
  return Math.max(beatLimits[0], Math.ceil((readingSeconds(wordsShown(scene, film.lang)) * film.music.bpm) / 60))
}

function comfortable(film: Film, scene: Scene): Scene {
  const beats = ((readingSeconds(wordsShown(scene, film.lang)) + slackSeconds) * film.music.bpm) / 60
  return { ...scene, beats: Math.min(beatLimits[1], Math.max(6, Math.ceil(beats / 2) * 2)) }
}

/** Whose words these are: the storyteller's as long as they stand in the entry as they stand here, an editor's else. */
function owned(scene: Scene, before: Scene): Scene {
  if (scene.excerpt && plain(scene.text) === plain(scene.excerpt.text)) return { ...scene, provenance: 'excerpt' }
  return plain(scene.text) === plain(before.text) ? scene : { ...scene, provenance: 'editor' }
}

type Wide = Partial<Pick<Scene, 'text' | 'palette' | 'motif' | 'beats' | 'transition' | 'chapter' | 'caption' | 'description'>>
/** What a form may change in a scene; what its kind does not have is left out. The title is that of the film. */
export type SceneChange = Readonly<
  Wide & { title?: string; sub?: string; cta?: string; hashtag?: string; value?: number; side?: 'beside' | 'top' }
>

/** A scene changed: its words, look and length. Words that are no longer the storyteller's are marked as an editor's; whoever the picture needs joins. */
export function changeScene(film: Film, id: string, change: SceneChange): Film {
  const index = indexOf(film, id)
  const before = sceneAt(film, index)
  const { title = film.title, sub, cta, hashtag, value, side, ...wide } = change
  const common = { ...before, ...wide }
  for (const name of ['chapter', 'caption', 'description'] as const) if (common[name] === '') delete common[name]
  let after: Scene = common
  if (after.kind === 'title' && sub !== undefined) after = { ...after, sub: sub || undefined }
  if (after.kind === 'end') after = { ...after, cta: cta ?? after.cta, hashtag: hashtag ?? after.hashtag }
  if (after.kind === 'numeral' && value !== undefined) after = { ...after, value }
  if (after.kind === 'statement' && side) after = { ...after, side }
  if (index === 0) after = { ...after, transition: 'cut' }
  const cast = after.motif === before.motif ? after : { ...after, who: companyOf(film, after.motif, before.who) }
  return withCast({ ...replaced(film, index, owned(cast, before)), title })
}

const company: Readonly<Record<MotifName, number>> = {
  ...{ portrait: 1, years: 1, walk: 1, book: 1, row: 4, house: 2, hill: 1, frieze: 6, mark: 0 },
}
const people = ['teller', 'second', 'third', 'fourth', 'fifth', 'sixth']

function companyOf(film: Film, motif: MotifName, who: readonly string[]): string[] {
  return [...new Set([...who, ...Object.keys(film.cast), ...people])].slice(0, company[motif])
}

/** The film with everybody in its cast who is seen in it; who is new is drawn from the film's own seed. */
function withCast(film: Film): Film {
  const seen = [...new Set([...Object.keys(film.cast), ...film.scenes.flatMap(({ who }) => who)])]
  const drawn = (key: string, i: number): Person => {
    const cloth = palettes[(film.seed + i * 3) % 7] ?? 'maize'
    return { weave: `${film.seed}-${key}`, head: heads[(people.indexOf(key) + heads.length) % heads.length] ?? 'short', cloth }
  }
  return { ...film, cast: Object.fromEntries(seen.map((key, i) => [key, film.cast[key] ?? drawn(key, i)])) }
}

/** How somebody in the film looks from behind. */
export function recast(film: Film, key: string, look: Pick<Person, 'head' | 'cloth'>): Film {
  const known = film.cast[key] ?? cannot()
  return { ...film, cast: { ...film.cast, [key]: { ...known, ...look } } }
}

/** A scene one place earlier or later. */
export function moveScene(film: Film, id: string, way: 'up' | 'down'): Film {
  if (!waysOf(film, id)[way]) cannot()
  const index = indexOf(film, id)
  const scenes = film.scenes.toSpliced(index, 1)
  return withScenes(film, scenes.toSpliced(way === 'up' ? index - 1 : index + 1, 0, sceneAt(film, index)))
}

/** The film without a scene. */
export function removeScene(film: Film, id: string): Film {
  if (!waysOf(film, id).remove) cannot()
  return withCast(replaced(film, indexOf(film, id)))
}

const counted = /[^\s*]/u

/** Where the n-th character that counts ends in a text, in UTF-16 units. */
function placeOf(text: string, n: number): number {
  let left = n
  let at = 0
  for (const letter of text) {
    if (left === 0) break
    if (counted.test(letter)) left--
    at += letter.length
  }
  return at
}

const countOf = (text: string) => [...text].filter((letter) => counted.test(letter)).length

/** The ways to divide a text: after its sentences; when it is only one, after its clauses. */
export function splitsOf(text: string, lang: string): Split[] {
  const words = text.replaceAll('*', '')
  const sentences = sentencesOf(words, lang)
  const only = sentences[0]
  const pieces = sentences.length > 1 || !only ? sentences : clausesOf(words, only)
  return pieces.slice(1).map(({ start }) => ({
    at: countOf(words.slice(0, start)),
    before: plain(words.slice(0, start)),
    after: plain(words.slice(start)),
  }))
}

/** Two halves of a text; a word that the cut would leave half marked is marked in both. */
function halves(text: string, at: number): [string, string] {
  const cut = placeOf(text, at)
  // A mark of emphasis that closes right after the cut belongs to what it closes.
  const closing = text[cut] === '*' && text.slice(0, cut).split('*').length % 2 === 0 ? cut + 1 : cut
  const [before, after] = [text.slice(0, closing).trim(), text.slice(closing).trim()]
  const open = before.split('*').length % 2 === 0
  return open ? [`${before}*`, `*${after}`] : [before, after]
}

function cutExcerpt(excerpt: Excerpt, at: number): [Excerpt, Excerpt] {
  const cut = placeOf(excerpt.text, at)
  const [first, rest] = [excerpt.text.slice(0, cut).trimEnd(), excerpt.text.slice(cut).trimStart()]
  return [
    { ...excerpt, end: excerpt.start + first.length, text: first },
    { ...excerpt, start: excerpt.end - rest.length, text: rest },
  ]
}

function freshId(film: Film): string {
  const taken = new Set(film.scenes.map(({ id }) => id))
  for (let n = 1; ; n++) if (!taken.has(`card-${n}`)) return `card-${n}`
}

/** A scene as two, each with its own part of the storyteller's words and time to read it. What was said about the whole is left out. */
export function splitScene(film: Film, id: string, at: number): Film {
  if (!waysOf(film, id).splits.some((split) => split.at === at)) cannot()
  const index = indexOf(film, id)
  const { caption: _, description: __, ...scene } = sceneAt(film, index)
  const [before, after] = halves(scene.text, at)
  const own = scene.provenance === 'excerpt' && scene.excerpt
  const [first, second] = own ? cutExcerpt(own, at) : [scene.excerpt, scene.excerpt]
  const begin: Scene = { ...scene, text: before, ...(first && { excerpt: first }) }
  const rest: Scene = {
    ...scene,
    id: freshId(film),
    chapter: undefined,
    text: after,
    ...(second && { excerpt: second }),
    transition: 'pan',
  }
  return replaced(film, index, comfortable(film, begin), comfortable(film, rest))
}

/** A scene and the next as one. Neighbours in the entry stay the storyteller's words; others become an editor's, standing on the first. */
export function mergeScene(film: Film, id: string, sources: Sources = {}): Film {
  if (!waysOf(film, id).merge) cannot()
  const index = indexOf(film, id)
  const [first, next] = [sceneAt(film, index), sceneAt(film, index + 1)]
  const { caption: _, description: __, ...begin } = first
  const text = `${first.text.trim()} ${next.text.trim()}`
  const excerpt = joined(first, next, sources)
  const facts = [...new Set([...first.facts, ...next.facts])]
  const merged: Scene = {
    ...begin,
    text,
    facts,
    provenance: excerpt ? 'excerpt' : 'editor',
    excerpt: excerpt ?? first.excerpt ?? next.excerpt,
  }
  if (!merged.excerpt) delete merged.excerpt
  return withCast(withScenes(film, film.scenes.toSpliced(index, 2, comfortable(film, merged))))
}

function joined(first: Scene, next: Scene, sources: Sources): Excerpt | null {
  const [a, b] = [first.excerpt, next.excerpt]
  const source = a && sources[a.from]
  if (!a || !b || source === undefined || a.from !== b.from || first.provenance !== 'excerpt' || next.provenance !== 'excerpt') return null
  if (b.start < a.end || source.slice(a.end, b.start).trim()) return null
  return { from: a.from, start: a.start, end: b.end, text: source.slice(a.start, b.end) }
}

/** What a new scene says: a piece of the entry, or an editor's words that stand on a fact. */
export type NewWords = Readonly<{ excerpt: Excerpt } | { text: string; fact: string }>

/** A new scene after another; after the end it stands before it. */
export function addScene(film: Film, afterId: string, words: NewWords): Film {
  if (film.scenes.length >= mostScenes) cannot()
  const index = Math.min(indexOf(film, afterId) + 1, film.scenes.length - 1)
  if ('fact' in words && !film.facts.some(({ id }) => id === words.fact)) cannot()
  const last = film.scenes[index - 1]?.palette
  const palette = palettes.find((one, i) => i < 7 && one !== last && one !== film.scenes[index]?.palette) ?? 'linen'
  const look = {
    id: freshId(film),
    kind: 'statement',
    side: 'beside',
    beats: 6,
    palette,
    motif: 'walk',
    who: ['teller'],
    transition: 'pan',
  } as const
  const said =
    'excerpt' in words
      ? ({ text: plain(words.excerpt.text), provenance: 'excerpt', facts: [], excerpt: words.excerpt } as const)
      : ({ text: words.text, provenance: 'editor', facts: [words.fact] } as const)
  const scene: Scene = { ...look, who: [...look.who], ...said, facts: [...said.facts] }
  return withCast(withScenes(film, film.scenes.toSpliced(index, 0, comfortable(film, scene))))
}
