import { createHash } from 'node:crypto'
import { defaultLocale, type Locale } from '#lib/i18n/locales.ts'
import { clockTime } from '../times.ts'
import { emptyContent, type LanguagePart, type Part, type StoryContent } from './content.ts'

/** A part without its value: which one. */
export type PartName = Readonly<{ part: 'facts' }> | Readonly<{ part: 'film' }> | Readonly<{ part: LanguagePart; locale: Locale }>

/** The words of one language in one part as they are compared, without what is only known about them; null when there are none. */
export function wordsOf(content: StoryContent, part: LanguagePart, locale: Locale): unknown {
  if (part === 'text') {
    const words = content.texts[locale]
    if (!words) return null
    const { english: _, ...rest } = words
    return rest
  }
  if (part === 'transcript') return content.transcripts[locale]?.lines ?? null
  return content[part][locale]?.body ?? null
}

/** Names the words of one language in one part: equal words, equal name. Null when there are none. */
export function nameOfWords(content: StoryContent, part: LanguagePart, locale: Locale): string | null {
  const words = wordsOf(content, part, locale)
  return words === null ? null : createHash('sha256').update(JSON.stringify(words)).digest('hex').slice(0, 32)
}

function partOf(content: StoryContent, name: PartName): unknown {
  if (name.part === 'facts' || name.part === 'film') return content[name.part]
  return wordsOf(content, name.part, name.locale)
}

/** Whether a part says the same in both. */
export function samePart(a: StoryContent, b: StoryContent, name: PartName): boolean {
  return JSON.stringify(partOf(a, name)) === JSON.stringify(partOf(b, name))
}

/** The content with one part in place of its own. A translation remembers the English it was saved beside. */
export function withPart(content: StoryContent, part: Part): StoryContent {
  if (part.part === 'facts') return { ...content, facts: part.value }
  if (part.part === 'film') return { ...content, film: part.value }
  const english = part.locale === defaultLocale ? null : nameOfWords(content, part.part, defaultLocale)
  if (part.part === 'text') return { ...content, texts: { ...content.texts, [part.locale]: { ...part.value, english } } }
  if (part.part === 'transcript') {
    const { [part.locale]: _, ...others } = content.transcripts
    return { ...content, transcripts: part.value.length ? { ...others, [part.locale]: { lines: part.value, english } } : others }
  }
  const { [part.locale]: _, ...others } = content[part.part]
  return { ...content, [part.part]: part.value === null ? others : { ...others, [part.locale]: { body: part.value, english } } }
}

/** A part as plain lines of text, for people to compare. */
export function plainPart(content: StoryContent, name: PartName): string {
  if (name.part === 'facts') return Object.values(content.facts).join('\n')
  if (name.part === 'film') return content.film.files.map(({ path, width, height }) => `${path} ${width} × ${height}`).join('\n')
  if (name.part === 'transcript') return plainTranscript(content, name.locale)
  if (name.part !== 'text') return content[name.part][name.locale]?.body ?? ''
  const words = content.texts[name.locale]
  return words ? [words.title, words.summary, words.pictureText, words.name ?? '', words.place ?? ''].join('\n').trimEnd() : ''
}

function plainTranscript(content: StoryContent, locale: Locale): string {
  const lines = content.transcripts[locale]?.lines ?? []
  return lines
    .map(({ at, chapter, says, shows }) =>
      [clockTime(at), chapter && `# ${chapter}`, says, shows && `[${shows}]`].filter((one) => one !== undefined && one !== '').join('\n'),
    )
    .join('\n\n')
}

/** A part that is not saved yet, as plain lines of text. */
export function plainOf(part: Part): string {
  return plainPart(withPart(nothing, part), part)
}

const nothing = emptyContent({ slug: '', week: 1, kind: 'illustrative', theme: 'other', language: defaultLocale, age: null })
