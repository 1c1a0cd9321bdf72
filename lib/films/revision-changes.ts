import { diffArrays } from 'diff'
import { differences, type Stretch } from '#lib/stories/editing/differences.ts'
import type { Film, MotifName, PaletteName, Person, Provenance, Scene, Transition, Translation } from './engine/film.ts'
import { canonicalJson } from './script/hash.ts'

/** Two values of the same kind; null where there is none. */
type FromTo<T> = Readonly<{ from: T | null; to: T | null }>
export type Look = Readonly<{
  motif?: FromTo<MotifName>
  palette?: FromTo<PaletteName>
  transition?: FromTo<Transition>
  side?: FromTo<'beside' | 'top'>
  whose?: FromTo<Provenance>
  /** Who is seen: people counted from 1, as the second script lists them and then the first. */
  who?: FromTo<readonly number[]>
}>

export const sceneTexts = ['words', 'caption', 'description', 'chapter'] as const
export type TextChange = Readonly<{ text: (typeof sceneTexts)[number]; stretches: readonly Stretch[] }>

/** A scene that is not the same in two scripts. A scene of only one of them has its words as its change. */
export type SceneChanges = Readonly<{
  id: string
  /** Its place in each script, counted from 1; null where it is not there. */
  place: FromTo<number>
  /** Among the scenes that both scripts have, it is this one that stands elsewhere. */
  moved: boolean
  /** In seconds, when its length differs. */
  time: FromTo<number> | null
  look: Look
  texts: readonly TextChange[]
  /** What its words stand on differs, or the form of the card. */
  grounds: boolean
}>

/** The words of another language that differ. */
export type LanguageChanges = Readonly<{
  language: string
  /** Title and label, when they differ. */
  title: readonly Stretch[] | null
  scenes: readonly Readonly<{ id: string; place: FromTo<number>; texts: readonly TextChange[] }>[]
}>

/** All that differs between two scripts: two that are not the same always differ in something here. */
export type ScriptChanges = Readonly<{
  title: readonly Stretch[] | null
  scenes: readonly SceneChanges[]
  /** Each person who looks different, or is only in one of them, counted as in a look. */
  people: readonly (Readonly<{ number: number }> & FromTo<Person>)[]
  languages: readonly LanguageChanges[]
  /** Beats in a minute: with them every scene has another length. */
  pace: FromTo<number> | null
  /** Something of the whole film that no form changes: its music, its lines, its facts. */
  other: boolean
}>

/** What differs between two scripts, scene by scene in the order of the second; a scene that is gone stands where it stood. */
export function changesBetween(first: Film, second: Film): ScriptChanges {
  const [from, to] = [first.music.bpm, second.music.bpm]
  const seen = {
    title: laid(first.title, second.title),
    scenes: sceneChanges(first, second),
    people: peopleChanges(first, second),
    languages: languageChanges(first, second),
    pace: from === to ? null : { from, to },
    other: !same(frameOf(first), frameOf(second)),
  }
  return isSame(seen) ? { ...seen, other: !same(first, second) } : seen
}

/** Whether nothing differs. */
export function isSame({ title, scenes, people, languages, pace, other }: ScriptChanges): boolean {
  return title === null && scenes.length + people.length + languages.length === 0 && pace === null && !other
}

/** What no form changes. */
function frameOf({ kind, slug, lang, label, seed, fps, lines, facts, music: { key, mood } }: Film) {
  return { kind, slug, lang, label, seed, fps, lines, facts, key, mood }
}

const same = (first: unknown, second: unknown) => canonicalJson(first ?? null) === canonicalJson(second ?? null)
const laid = (first: string, second: string) => (first === second ? null : differences(first, second))

type Placed = Readonly<{ key: string; scene: Scene; place: number }>

/** The scenes with a key that no other scene of the film has, even where two have the same id. */
function placed({ scenes }: Film): Map<string, Placed> {
  const found = new Map<string, Placed>()
  for (const [i, scene] of scenes.entries()) {
    const before = scenes.slice(0, i).filter(({ id }) => id === scene.id).length
    const key = before === 0 ? scene.id : `${scene.id} ${before}`
    found.set(key, { key, scene, place: i + 1 })
  }
  return found
}

function sceneChanges(first: Film, second: Film): SceneChanges[] {
  const [before, after] = [placed(first), placed(second)]
  const common = (keys: Iterable<string>, other: Map<string, Placed>) => [...keys].filter((key) => other.has(key))
  const order = diffArrays(common(before.keys(), after), common(after.keys(), before))
  const moved = new Set(order.flatMap(({ added, value }) => (added ? value : [])))
  const keys = diffArrays([...before.keys()], [...after.keys()]).flatMap(({ removed, value }) =>
    removed ? value.filter((key) => !after.has(key)) : value,
  )
  return keys.flatMap((key) => {
    const change = sceneChange({ film: first, at: before.get(key) }, { film: second, at: after.get(key) }, moved.has(key))
    return change ? [change] : []
  })
}

type Side = Readonly<{ film: Film; at: Placed | undefined }>

function sceneChange(first: Side, second: Side, moved: boolean): SceneChanges | null {
  const [before, after] = [first.at?.scene, second.at?.scene]
  const id = (after ?? before)?.id ?? ''
  const place = { from: first.at?.place ?? null, to: second.at?.place ?? null }
  const texts = textChanges(textsOf(before), textsOf(after))
  if (!before || !after) return { id, place, moved, time: null, look: {}, texts, grounds: false }
  const time = { from: secondsOf(first.film, before), to: secondsOf(second.film, after) }
  const people = peopleOf(first.film, second.film)
  const change = {
    ...{ id, place, moved, texts, time: time.from === time.to ? null : time },
    look: lookOf(seenOf(before, people), seenOf(after, people)),
    grounds: !same(groundsOf(before), groundsOf(after)),
  }
  const nothing = !moved && !change.time && !change.grounds && texts.length === 0 && Object.keys(change.look).length === 0
  return nothing ? null : change
}

const secondsOf = ({ music }: Film, { beats }: Scene) => (beats * 60) / music.bpm

/** All that stands on a card, with the marks of emphasis. */
function cardWords(scene: Scene): string {
  const value = scene.kind === 'numeral' ? [String(scene.value)] : []
  const more = scene.kind === 'title' ? [scene.sub ?? ''] : scene.kind === 'end' ? [scene.cta, scene.hashtag] : []
  return [...value, scene.text, ...more].filter(Boolean).join('\n')
}

type Texts = Partial<Record<(typeof sceneTexts)[number], string | undefined>>

const textsOf = (scene: Scene | undefined): Texts => (scene ? { ...scene, words: cardWords(scene) } : {})

function textChanges(first: Texts, second: Texts): TextChange[] {
  return sceneTexts.flatMap((text) => {
    const stretches = laid(first[text] ?? '', second[text] ?? '')
    return stretches ? [{ text, stretches }] : []
  })
}

const peopleOf = (first: Film, second: Film) => [...new Set([...Object.keys(second.cast), ...Object.keys(first.cast)])]

type Seen = ReturnType<typeof seenOf>

function seenOf(scene: Scene, people: readonly string[]) {
  const { motif, palette, transition, provenance } = scene
  const who = scene.who.map((key) => people.indexOf(key) + 1)
  return { motif, palette, transition, side: scene.kind === 'statement' ? scene.side : null, whose: provenance, who }
}

function lookOf(before: Seen, after: Seen): Look {
  const names = (Object.keys(before) as (keyof Seen)[]).filter((name) => !same(before[name], after[name]))
  return Object.fromEntries(names.map((name) => [name, { from: before[name], to: after[name] }]))
}

const groundsOf = ({ kind, facts, excerpt }: Scene) => ({ kind, facts, excerpt })

function peopleChanges(first: Film, second: Film): ScriptChanges['people'] {
  return peopleOf(first, second).flatMap((key, i) => {
    const [from, to] = [first.cast[key] ?? null, second.cast[key] ?? null]
    return same(from, to) ? [] : [{ number: i + 1, from, to }]
  })
}

function languageChanges(first: Film, second: Film): LanguageChanges[] {
  const languages = [...new Set([...Object.keys(first.translations), ...Object.keys(second.translations)])]
  const [before, after] = [placed(first), placed(second)]
  return languages.flatMap((language) => {
    const [one, other] = [first.translations[language], second.translations[language]]
    const ids = new Set([...after.keys(), ...before.keys(), ...Object.keys(one?.scenes ?? {}), ...Object.keys(other?.scenes ?? {})])
    const scenes = [...ids].flatMap((id) => {
      const texts = textChanges(one?.scenes[id] ?? {}, other?.scenes[id] ?? {})
      return texts.length > 0 ? [{ id, place: { from: before.get(id)?.place ?? null, to: after.get(id)?.place ?? null }, texts }] : []
    })
    const title = laid(headOf(one), headOf(other))
    return title || scenes.length > 0 ? [{ language, title, scenes }] : []
  })
}

const headOf = (words: Translation | undefined) => [words?.title, words?.label].filter(Boolean).join('\n')
