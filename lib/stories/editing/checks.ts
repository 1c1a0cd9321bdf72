import { defaultLocale, type Locale, locales } from '#lib/i18n/locales.ts'
import { type Cue, parseTrack, type TrackProblem } from '../captions.ts'
import { trackKinds } from '../schema.ts'
import { type LanguagePart, languageParts, type StoryContent } from './content.ts'
import { nameOfWords } from './parts.ts'

export const lacks = ['text', 'transcript', 'captions', 'captionsFaulty', 'film', 'poster', 'name', 'release'] as const
export type Lack = (typeof lacks)[number]
/** What a story cannot be published without; of words, in which language. */
export type Missing = Readonly<{ lack: Lack; locale: Locale | null }>

/** All that keeps a story from being published. Words are needed in English, which stands in for every other language, captions also in the film's own. */
export function missingOf(content: StoryContent, tellerReleased: boolean): Missing[] {
  const found: Missing[] = []
  const lack = (name: Lack, locale: Locale | null = null) => found.push({ lack: name, locale })
  const english = content.texts[defaultLocale]
  if (!hasText(content, defaultLocale)) lack('text', defaultLocale)
  else if (content.facts.kind === 'storyteller' && !english?.name) lack('name', defaultLocale)
  for (const locale of new Set([defaultLocale, content.facts.language])) {
    if (!content.transcripts[locale]?.lines.length) lack('transcript', locale)
    const body = content.captions[locale]?.body
    if (body === undefined) lack('captions', locale)
    else if (parseTrack(body).problems.length > 0) lack('captionsFaulty', locale)
  }
  if (!content.film.files.some((file) => isFilm(file, 'video/mp4') && file.shape === 'wide') || content.film.durationSeconds <= 0)
    lack('film')
  if (!content.film.files.some(({ role }) => role === 'poster')) lack('poster')
  if (content.facts.kind === 'storyteller' && !tellerReleased) lack('release')
  return found
}

function isFilm(file: StoryContent['film']['files'][number], mediaType: string): boolean {
  return file.role === 'film' && file.mediaType === mediaType
}

function hasText(content: StoryContent, locale: Locale): boolean {
  const words = content.texts[locale]
  return Boolean(words?.title && words.summary && words.pictureText)
}

/** Whether visitors read a story in this language: everything on its page is there. Otherwise they read it in English. */
export function isTranslated(content: StoryContent, locale: Locale): boolean {
  return hasText(content, locale) && (content.transcripts[locale]?.lines.length ?? 0) > 0
}

export type PartState = 'there' | 'missing' | 'outdated' | 'faulty'
export type LanguageState = Readonly<{ locale: Locale; parts: Readonly<Record<LanguagePart, PartState>> }>

/** How each part stands in each language. Out of date: the English was changed after the translation was saved. */
export function languageStates(content: StoryContent): LanguageState[] {
  return locales.map((locale) => {
    const entries = languageParts.map((part) => [part, partState(content, part, locale)] as const)
    return { locale, parts: Object.fromEntries(entries) as Record<LanguagePart, PartState> }
  })
}

function partState(content: StoryContent, part: LanguagePart, locale: Locale): PartState {
  const there = part === 'text' ? hasText(content, locale) : nameOfWords(content, part, locale) !== null
  if (!there) return 'missing'
  if (part !== 'text' && part !== 'transcript' && parseTrack(content[part][locale]?.body ?? '').problems.length > 0) return 'faulty'
  if (locale === defaultLocale) return 'there'
  const made = { text: content.texts, transcript: content.transcripts, ...tracksOf(content) }[part][locale]?.english ?? null
  return made === nameOfWords(content, part, defaultLocale) ? 'there' : 'outdated'
}

function tracksOf(content: StoryContent) {
  return { [trackKinds[0]]: content.captions, [trackKinds[1]]: content.chapters, [trackKinds[2]]: content.descriptions }
}

export type Hint = Readonly<{ line: number; hint: 'tooFast' | 'tooLong' | 'tooManyLines' | 'afterEnd' }>

const charactersASecond = 17
const charactersALine = 42

/** What makes captions hard to read, with the line of the file. Nothing of it keeps them from being saved. */
export function captionHints(cues: readonly Cue[], durationSeconds: number): Hint[] {
  return cues.flatMap(({ line, from, to, text }): Hint[] => {
    const lines = text.replace(/<[^>]*>/g, '').split('\n')
    const length = lines.join('').length
    return [
      ...(to > from && length / (to - from) > charactersASecond ? [{ line, hint: 'tooFast' } as const] : []),
      ...(lines.some((one) => one.length > charactersALine) ? [{ line, hint: 'tooLong' } as const] : []),
      ...(lines.length > 2 ? [{ line, hint: 'tooManyLines' } as const] : []),
      ...(durationSeconds > 0 && to > durationSeconds + 1 ? [{ line, hint: 'afterEnd' } as const] : []),
    ]
  })
}

export type { TrackProblem }
