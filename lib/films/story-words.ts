import { defaultLocale, type Locale, locales } from '#lib/i18n/locales.ts'
import { translator } from '#lib/i18n/translator.ts'
import type { StoryContent, StoryWords } from '#lib/stories/editing/content.ts'
import { showsName } from '#lib/stories/editing/names.ts'
import { nameOfWords } from '#lib/stories/editing/parts.ts'
import type { TranscriptLine } from '#lib/stories/schema.ts'
import { sentencesOf } from './draft/sentences.ts'
import { type Film, plain } from './engine/film.ts'

type Lines = readonly TranscriptLine[]
type Texts = Pick<StoryWords, 'title' | 'summary' | 'pictureText'>
const parts = ['title', 'summary', 'pictureText'] as const

export type Naming = Readonly<{
  /** By which the storyteller is shown today; null for none. */
  name: string | null
  /** The name that may not be shown; null while it may. */
  withheld: string | null
}>

/** A story as it lies on its desk, and what its film ever gave it. */
export type StoryBefore = Readonly<{
  content: StoryContent
  /** Every transcript it ever had. */
  told: readonly StoryContent['transcripts'][]
  /** Every title its film ever had, in any language. */
  titles: readonly string[]
}>

type Telling = Readonly<{ words: readonly Readonly<{ locale: Locale; transcript: Lines }>[]; before: StoryBefore | null }>

/**
 * The words on the page of a film's story. What editors wrote on the desk of stories stays, unless it shows a withheld name or says a sentence that
 * the film no longer says; all that came from the film is made anew, and a language it is no longer told in goes with it.
 */
export function textsOfStory(script: Film, { words, before }: Telling, { name, withheld }: Naming): StoryContent['texts'] {
  const texts: StoryContent['texts'] = {}
  const fromFilm: Locale[] = []
  for (const locale of locales) {
    const lines = words.find((one) => one.locale === locale)?.transcript
    const kept = before && !showsWithheld(before.content.texts[locale], withheld) ? keptOf(before, locale, lines ?? []) : null
    const whole = wholeOf({ ...(lines && textsFrom(titleIn(script, locale), lines)), ...kept?.texts })
    if (!whole) continue
    if (!kept || Object.keys(kept.texts).length === 0) fromFilm.push(locale)
    texts[locale] = { ...whole, name: name ?? nameless(locale), place: kept?.place ?? null, english: null }
  }
  return before ? marked(texts, before.content, fromFilm) : texts
}

function showsWithheld(words: StoryWords | undefined, withheld: string | null): boolean {
  const said = words ? [words.title, words.summary, words.pictureText, words.place ?? ''] : []
  return withheld !== null && said.some((text) => showsName(text, withheld))
}

/** What an editor wrote of the words of one language: all that the film cannot have given, and does not contradict. */
function keptOf({ content, told, titles }: StoryBefore, locale: Locale, now: Lines): { texts: Partial<Texts>; place: string | null } {
  const texts: Partial<Texts> = {}
  const words = content.texts[locale]
  if (!words) return { texts, place: null }
  const earlier = told.flatMap((one) => one[locale]?.lines ?? [])
  const given = titles.flatMap((title) => told.flatMap((one) => (one[locale] ? [textsFrom(title, one[locale].lines)] : [])))
  const gone = sentencesGone(earlier, now, locale)
  for (const part of parts) {
    const text = words[part]
    if (given.some((one) => one[part] === text) || gone.some((sentence) => showsName(text, sentence))) continue
    texts[part] = text
  }
  return { texts, place: words.place }
}

/** Shorter sentences say nothing of their own: they stand in others by chance. */
const leastSentence = 12

/** The sentences a film once said and says no longer, however they lie on its cards. */
function sentencesGone(earlier: Lines, now: Lines, locale: Locale): string[] {
  const said = now.map(({ says = '' }) => plain(says)).join(' ')
  const sentences = new Set(earlier.flatMap(({ says = '' }) => sentencesOf(plain(says), locale).map(({ text }) => text)))
  return [...sentences].filter((text) => text.length >= leastSentence && !showsName(said, text))
}

function wholeOf({ title, summary, pictureText }: Partial<Texts>): Texts | null {
  return title !== undefined && summary !== undefined && pictureText !== undefined ? { title, summary, pictureText } : null
}

/** A translation an editor wrote beside the English of then is beside that of today only if nothing but the name differs. */
function marked(texts: StoryContent['texts'], before: StoryContent, fromFilm: readonly Locale[]): StoryContent['texts'] {
  const [then, today] = [before.texts[defaultLocale], texts[defaultLocale]]
  const isSame = then && today && [...parts, 'place' as const].every((part) => then[part] === today[part])
  const english = nameOfWords(before, 'text', defaultLocale)
  for (const locale of locales.filter((one) => one !== defaultLocale)) {
    const [words, was] = [texts[locale], before.texts[locale]?.english ?? null]
    const isRight = (isSame && was === english) || (fromFilm.includes(locale) && fromFilm.includes(defaultLocale))
    if (words && !isRight) words.english = was
  }
  return texts
}

function nameless(locale: Locale): string {
  return translator(locale, 'films')('nameless')
}

function titleIn(script: Film, locale: Locale): string {
  const own = script.lang.split('-')[0] === locale
  return own ? script.title : (script.translations[locale]?.title ?? script.title)
}

/** First words for the page of a story, for its editors to better: a title, what is said first, what is seen first. */
function textsFrom(title: string, transcript: Lines): Texts {
  const said = transcript.slice(1, -1).flatMap(({ says }) => (says ? [plain(says)] : []))
  const summary = said.reduce((text, line) => (text.length + line.length < 300 ? `${text} ${line}`.trim() : text), '')
  return {
    title: cut(title, 70),
    summary: cut(summary || title, 400),
    pictureText: cut(transcript.find(({ shows }) => shows)?.shows ?? title, 300),
  }
}

function cut(text: string, most: number): string {
  return text.length <= most ? text : `${text.slice(0, most - 1).trimEnd()}…`
}
