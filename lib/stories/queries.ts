import 'server-only'
import { db } from '#lib/foundation/db.ts'
import { defaultLocale, direction, type Locale, localeOf, locales } from '#lib/i18n/locales.ts'
import type { Prisma } from '#prisma/generated/client.ts'
import { filmOfTheWeek } from './schedule.ts'
import { kind, type StoryFilters, type TrackKind, theme, trackKinds, transcript } from './schema.ts'
import type { ScheduledWeek, StoryCard, StoryFileView, StoryView } from './views.ts'

// The same rule as policy.ts, in the language of the database: tests hold the two together.
const notUnpublished = (now: Date) => ({ OR: [{ unpublishedAt: null }, { unpublishedAt: { gt: now } }] }) satisfies Prisma.StoryWhereInput
const released = (now: Date) => ({ releaseAt: { lte: now }, ...notUnpublished(now) }) satisfies Prisma.StoryWhereInput

const inOrder = [{ releaseAt: 'asc' }, { week: 'asc' }, { slug: 'asc' }] satisfies Prisma.StoryOrderByWithRelationInput[]

const cardParts = (locale: Locale) =>
  ({
    texts: { where: { locale: { in: [locale, defaultLocale] } }, omit: { transcript: true } },
    tracks: { where: { kind: 'captions' }, select: { language: true } },
    files: { where: { role: 'poster' }, orderBy: { shape: 'desc' } },
  }) satisfies Prisma.StoryInclude

type CardRow = Prisma.StoryGetPayload<{ include: ReturnType<typeof cardParts> }>

/** Every story that is out at `now`, in the order of release, narrowed to a theme or to films with captions in a language. */
export async function releasedStories(locale: Locale, now: Date, filters: StoryFilters = {}): Promise<StoryCard[]> {
  const where: Prisma.StoryWhereInput = { AND: [released(now)] }
  if (filters.theme) where.theme = filters.theme
  if (filters.language) where.tracks = { some: { kind: 'captions', language: filters.language } }
  const rows = await db.story.findMany({ where, include: cardParts(locale), orderBy: inOrder })
  return rows.flatMap((row) => cardOf(row, locale) ?? [])
}

/** The weeks still to come: when, and nothing else. */
export async function schedule(now: Date): Promise<ScheduledWeek[]> {
  const rows = await db.story.findMany({
    where: { AND: [{ releaseAt: { gt: now } }, notUnpublished(now)] },
    select: { week: true, releaseAt: true },
    orderBy: inOrder,
  })
  return rows.flatMap(({ week, releaseAt }) => (releaseAt ? [{ week, releaseAt }] : []))
}

/** The film whose week is running, or the debut when none is; null before the first release. */
export async function currentStory(now: Date): Promise<{ slug: string; week: number; running: boolean } | null> {
  const rows = await db.story.findMany({ where: { AND: [released(now)] }, select: { slug: true, week: true, releaseAt: true } })
  const found = filmOfTheWeek(
    rows.flatMap(({ releaseAt, ...row }) => (releaseAt ? [{ ...row, releaseAt }] : [])),
    now,
  )
  return found && { slug: found.story.slug, week: found.story.week, running: found.running }
}

/** A story that is out, in the asked-for language or in English; null when there is none of that name, or not yet, or no longer. */
export async function publishedStory(slug: string, locale: Locale, now: Date): Promise<StoryView | null> {
  const row = await db.story.findFirst({
    where: { AND: [{ slug }, released(now)] },
    include: {
      texts: { where: { locale: { in: [locale, defaultLocale] } } },
      tracks: { select: { kind: true, language: true } },
      files: { orderBy: [{ role: 'asc' }, { mediaType: 'asc' }, { shape: 'desc' }] },
    },
  })
  if (!row) return null
  const posters = row.files.filter(({ role }) => role === 'poster')
  const card = cardOf({ ...row, files: posters, tracks: row.tracks.filter((track) => track.kind === 'captions') }, locale)
  const text = row.texts.find((one) => one.locale === card?.lang)
  if (!card || !text) return null
  const others = await releasedStories(locale, now)
  const place = others.findIndex((other) => other.slug === slug)
  return {
    ...card,
    dir: direction(card.lang),
    transcript: transcript.parse(text.transcript),
    files: row.files.map(fileOf),
    tracks: row.tracks.flatMap(trackOf),
    previous: others[place - 1] ?? null,
    next: others[place + 1] ?? null,
  }
}

/** The WebVTT body of one track of a story that is out, or null. */
export async function publishedTrack(slug: string, of: { kind: TrackKind; language: string }, now: Date): Promise<string | null> {
  const track = await db.storyTrack.findFirst({
    where: { ...of, story: { AND: [{ slug }, released(now)] } },
    select: { body: true },
  })
  return track?.body ?? null
}

/** The film files of these stories, best first, for who already knows that they are out. */
export async function filmFilesOf(slugs: readonly string[]): Promise<(StoryFileView & { slug: string })[]> {
  const rows = await db.storyFile.findMany({
    where: { role: 'film', story: { slug: { in: [...slugs] } } },
    include: { story: { select: { slug: true } } },
    orderBy: [{ mediaType: 'asc' }, { shape: 'desc' }],
  })
  return rows.map(({ story, ...file }) => ({ ...fileOf(file), slug: story.slug }))
}

function cardOf(row: CardRow, locale: Locale): StoryCard | null {
  const text = row.texts.find((one) => one.locale === locale) ?? row.texts.find((one) => one.locale === defaultLocale)
  if (!text || !row.releaseAt) return null
  const { storytellerName: name, storytellerPlace: place } = text
  return {
    slug: row.slug,
    week: row.week,
    kind: kind.parse(row.kind),
    theme: theme.parse(row.theme),
    releaseAt: row.releaseAt,
    durationSeconds: row.durationSeconds.toNumber(),
    lang: localeOf(text.locale) ?? defaultLocale,
    title: text.title,
    summary: text.summary,
    pictureText: text.pictureText,
    storyteller: name === null ? null : { name, age: row.storytellerAge, place },
    captions: locales.filter((language) => row.tracks.some((track) => track.language === language)),
    poster: row.files[0] ? fileOf(row.files[0]) : null,
  }
}

function fileOf(file: Prisma.StoryFileGetPayload<object>): StoryFileView {
  return {
    role: file.role === 'poster' ? 'poster' : 'film',
    shape: file.shape === 'portrait' ? 'portrait' : 'wide',
    path: file.path,
    mediaType: file.mediaType,
    width: file.width,
    height: file.height,
    bytes: Number(file.bytes),
  }
}

function trackOf(track: { kind: string; language: string }): { kind: TrackKind; language: Locale }[] {
  const [found, language] = [trackKinds.find((one) => one === track.kind), localeOf(track.language)]
  return found && language ? [{ kind: found, language }] : []
}
