import { localeOf } from '#lib/i18n/locales.ts'
import type { Prisma } from '#prisma/generated/client.ts'
import { kind, type TrackKind, theme, transcript } from '../schema.ts'
import { type StoryContent, storyContent } from './content.ts'
import { nameOfWords } from './parts.ts'

/** What is read of a story to know what is public of it. */
export const wholeStory = { texts: true, tracks: true, files: true } as const satisfies Prisma.StoryInclude
export type WholeStory = Prisma.StoryGetPayload<{ include: typeof wholeStory }>

/** What a revision holds. */
export function contentOf(json: unknown): StoryContent {
  return storyContent.parse(json)
}

/** What the public tables hold of a story, as a revision would. Its translations count as made of its English. */
export function contentOfRow(row: WholeStory): StoryContent {
  const bare = bareContent(row)
  const made = (part: 'text' | 'transcript' | TrackKind) => nameOfWords(bare, part, 'en')
  const mark = <T extends { english: string | null }>(some: Partial<Record<string, T>>, english: string | null) =>
    Object.fromEntries(Object.entries(some).map(([locale, one]) => [locale, { ...one, english: locale === 'en' ? null : english }]))
  return storyContent.parse({
    ...bare,
    texts: mark(bare.texts, made('text')),
    transcripts: mark(bare.transcripts, made('transcript')),
    captions: mark(bare.captions, made('captions')),
    chapters: mark(bare.chapters, made('chapters')),
    descriptions: mark(bare.descriptions, made('descriptions')),
  })
}

function bareContent(row: WholeStory): StoryContent {
  const tracks = (wanted: TrackKind) =>
    Object.fromEntries(row.tracks.filter((one) => one.kind === wanted).map(({ language, body }) => [language, { body, english: null }]))
  return storyContent.parse({
    facts: {
      ...{ slug: row.slug, week: row.week, kind: kind.parse(row.kind), theme: theme.parse(row.theme) },
      ...{ language: localeOf(row.language) ?? 'en', age: row.storytellerAge },
    },
    texts: Object.fromEntries(
      row.texts.map(({ locale, title, summary, pictureText, storytellerName, storytellerPlace }) => [
        locale,
        { title, summary, pictureText, name: storytellerName, place: storytellerPlace, english: null },
      ]),
    ),
    transcripts: Object.fromEntries(
      row.texts.map((text) => [text.locale, { lines: transcript.parse(text.transcript), english: null }] as const),
    ),
    captions: tracks('captions'),
    chapters: tracks('chapters'),
    descriptions: tracks('descriptions'),
    film: {
      durationSeconds: row.durationSeconds.toNumber(),
      files: row.files.map(({ id: _, storyId: __, bytes, ...file }) => ({ ...file, bytes: Number(bytes) })),
    },
  })
}
