import { newId } from '#lib/foundation/ids.ts'
import { showsName } from '#lib/stories/editing/names.ts'
import type { Film } from './engine/film.ts'

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

/** Whether a film shows a name: in its title, on a card, or in a word beside it, in any language. */
export function filmShows(script: Film, beside: readonly string[], name: string): boolean {
  const words = ({ title, scenes, translations }: Pick<Film, 'title' | 'scenes' | 'translations'>) => [
    title,
    ...scenes.flatMap((scene) => [
      ...[scene.text, scene.caption, scene.chapter, scene.description],
      ...(scene.kind === 'title' ? [scene.sub] : []),
      ...(scene.kind === 'end' ? [scene.cta, scene.hashtag] : []),
    ]),
    ...Object.values(translations).flatMap((other) => [
      ...[other.title, other.label],
      ...Object.values(other.scenes).flatMap(({ caption, chapter, description }) => [caption, chapter, description]),
    ]),
  ]
  return [...words(script), ...beside].some((text) => text !== undefined && showsName(text, name))
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
