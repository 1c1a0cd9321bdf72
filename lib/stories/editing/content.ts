import { z } from 'zod'
import { type Locale, locales } from '#lib/i18n/locales.ts'
import { kind, type TrackKind, theme, trackKinds, transcript } from '../schema.ts'

const locale = z.enum(locales)
/** Names the English a translation was made of; null when there was none. */
const english = z.string().nullable()

const facts = z.object({
  slug: z.string(),
  week: z.number().int(),
  kind,
  theme,
  language: locale,
  age: z.number().int().nullable(),
})
const text = z.object({
  title: z.string(),
  summary: z.string(),
  pictureText: z.string(),
  name: z.string().nullable(),
  place: z.string().nullable(),
  english,
})
const script = z.object({ lines: transcript, english })
const track = z.object({ body: z.string(), english })
const file = z.object({
  role: z.enum(['film', 'poster']),
  shape: z.enum(['wide', 'portrait']),
  path: z.string(),
  mediaType: z.string(),
  width: z.number().int().positive(),
  height: z.number().int().positive(),
  bytes: z.number().int().positive(),
})
const tracks = z.partialRecord(locale, track)

/** All of a story that an editor can change: what a revision holds, whole. */
export const storyContent = z.object({
  facts,
  texts: z.partialRecord(locale, text),
  transcripts: z.partialRecord(locale, script),
  captions: tracks,
  chapters: tracks,
  descriptions: tracks,
  film: z.object({ durationSeconds: z.number().min(0), files: z.array(file) }),
})
export type StoryContent = z.infer<typeof storyContent>
export type StoryFacts = StoryContent['facts']
export type StoryWords = z.infer<typeof text>
export type StoryScript = z.infer<typeof script>
export type DeskTrack = z.infer<typeof track>
export type DeskFile = z.infer<typeof file>

/** A part of a story that is saved on its own: two editors disturb each other only within one. */
export type Part =
  | Readonly<{ part: 'facts'; value: StoryFacts }>
  | Readonly<{ part: 'film'; value: StoryContent['film'] }>
  | Readonly<{ part: 'text'; locale: Locale; value: Omit<StoryWords, 'english'> }>
  | Readonly<{ part: 'transcript'; locale: Locale; value: StoryScript['lines'] }>
  | Readonly<{ part: TrackKind; locale: Locale; value: string | null }>

export const languageParts = ['text', 'transcript', ...trackKinds] as const
export type LanguagePart = (typeof languageParts)[number]

/** A story of which nothing is known yet but its facts. */
export function emptyContent(known: StoryFacts): StoryContent {
  return {
    facts: known,
    texts: {},
    transcripts: {},
    captions: {},
    chapters: {},
    descriptions: {},
    film: { durationSeconds: 0, files: [] },
  }
}
