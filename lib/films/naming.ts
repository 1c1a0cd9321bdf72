import { newId } from '#lib/foundation/ids.ts'
import { showsName } from '#lib/stories/editing/names.ts'
import type { Film, Scene, Translation } from './engine/film.ts'

type Teller = Readonly<{
  displayName: string
  anonymous: boolean
  /** The latest first. */
  consents: readonly Readonly<{ purpose: string; answer: string; at: Date }>[]
}>

/** The name a storyteller lets us publish today; null without. */
export function publicName({ displayName, anonymous, consents }: Teller): string | null {
  return !anonymous && consents.find(({ purpose }) => purpose === 'publish-name')?.answer === 'yes' ? displayName : null
}

/** Whether a storyteller once let us publish their name, and took it back. */
export function tookNameBack({ consents }: Teller): boolean {
  const said = consents.filter(({ purpose }) => purpose === 'publish-name')
  return said[0]?.answer === 'no' && said.some(({ answer }) => answer === 'yes')
}

/** Where a name stands in a film: its title, scenes by id, the words of other languages, and what is written beside a film made elsewhere. */
export type NamePlaces = Readonly<{ title: boolean; scenes: readonly string[]; languages: readonly string[]; beside: boolean }>

/** Where a film shows a name: in its title, on a card, or in a word beside it, in any language. Null where nowhere. */
export function namePlaces(script: Film, beside: readonly string[], name: string): NamePlaces | null {
  const shows = (words: readonly (string | undefined)[]) => words.some((text) => text !== undefined && showsName(text, name))
  const scenes = script.scenes.filter((scene) => shows(wordsOfScene(scene))).map(({ id }) => id)
  const languages = Object.entries(script.translations).filter(([, words]) => shows(wordsOfTranslation(words)))
  const places = { title: shows([script.title]), scenes, languages: languages.map(([language]) => language), beside: shows(beside) }
  return places.title || places.beside || scenes.length + languages.length > 0 ? places : null
}

function wordsOfScene(scene: Scene): (string | undefined)[] {
  const more = scene.kind === 'title' ? [scene.sub] : scene.kind === 'end' ? [scene.cta, scene.hashtag] : []
  return [scene.text, scene.caption, scene.chapter, scene.description, ...more]
}

function wordsOfTranslation({ title, label, scenes }: Translation): (string | undefined)[] {
  return [title, label, ...Object.values(scenes).flatMap(({ caption, chapter, description }) => [caption, chapter, description])]
}

function latinOf(name: string | null): string {
  const latin = (name ?? '').normalize('NFKD').replace(/\p{M}/gu, '').toLowerCase()
  const words = latin
    .replace(/[^a-z0-9]+/g, '-')
    .replace(/^-+|-+$/g, '')
    .slice(0, 40)
    .replace(/-+$/, '')
  return words.length > 1 ? words : ''
}

/** An address nobody else has: from the name where it has Latin letters, with a few of chance. */
export function slugOf(name: string | null): string {
  return `${latinOf(name) || 'story'}-${newId().slice(-5)}`
}

/** The same address; another where it was made of a name. */
export function slugWithout(slug: string, name: string): string {
  const latin = latinOf(name)
  return latin && `-${slug}-`.includes(`-${latin}-`) ? slugOf(null) : slug
}
