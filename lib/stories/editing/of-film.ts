import { locales } from '#lib/i18n/locales.ts'
import { languageParts, type Part, type StoryContent } from './content.ts'
import { samePart } from './parts.ts'

/** The parts in languages that a film gives its story. Its storyteller released them: they change on the desk of films, with a new yes. */
export const filmParts = languageParts.filter((part) => part !== 'text')

/** Whether two contents show the same film: its files, and every word beside it. */
export function sameFilm(a: StoryContent, b: StoryContent): boolean {
  const words = filmParts.every((part) => locales.every((locale) => samePart(a, b, { part, locale })))
  return words && samePart(a, b, { part: 'film' }) && a.facts.kind === b.facts.kind
}

/** The content with film, words, names and kind of another. */
export function withFilmOf(content: StoryContent, other: StoryContent): StoryContent {
  const { captions, chapters, descriptions, transcripts, film } = other
  const texts: StoryContent['texts'] = {}
  for (const locale of locales) {
    const words = content.texts[locale]
    if (words) texts[locale] = { ...words, name: other.texts[locale]?.name ?? null }
  }
  return { ...content, texts, captions, chapters, descriptions, transcripts, film, facts: { ...content.facts, kind: other.facts.kind } }
}

/** Whether saving this part would change what the storyteller released: the film, its words, or by which name they are shown. */
export function changesFilm(content: StoryContent, part: Part): boolean {
  if (part.part === 'text') {
    const { name } = part.value
    return name !== null && !Object.values(content.texts).some((words) => words.name === name)
  }
  return part.part !== 'facts'
}
