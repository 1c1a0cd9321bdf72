import 'server-only'
import { now } from '#lib/foundation/clock.ts'
import { db } from '#lib/foundation/db.ts'
import { defaultLocale, direction, type Locale, locales } from '#lib/i18n/locales.ts'
import { type KeptFile, knownMedia } from '#lib/media/files.ts'
import { mediaAddress } from '#lib/media/names.ts'
import type { StaffActor } from '#lib/staff/actor.ts'
import { mustBeAllowed } from '#lib/staff/permissions.ts'
import type { Prisma } from '#prisma/generated/client.ts'
import { isReleased, isScheduled } from '../policy.ts'
import { releasedStories } from '../queries.ts'
import { type TrackKind, trackKinds } from '../schema.ts'
import type { StoryView } from '../views.ts'
import { isTranslated, languageStates, missingOf } from './checks.ts'
import type { StoryContent } from './content.ts'
import { contentOf, contentOfRow, wholeStory } from './stored.ts'
import type { DeskLine, DeskState, DeskStory, RevisionLine } from './views.ts'

const onDesk = {
  ...wholeStory,
  desk: { include: { latest: { select: { content: true } } } },
  film: { select: { id: true } },
} as const satisfies Prisma.StoryInclude
type DeskRow = Prisma.StoryGetPayload<{ include: typeof onDesk }>

const isId = (id: string) => /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/.test(id)

/** Every story there is, by week, with what its latest revision lacks. */
export async function storiesOnDesk(actor: StaffActor): Promise<DeskLine[]> {
  mustBeAllowed(actor, 'story.edit')
  const at = now()
  const rows = await db.story.findMany({ include: onDesk })
  return rows.map((row) => lineOf(row, at)).sort((a, b) => a.week - b.week || a.slug.localeCompare(b.slug))
}

/** One story with its latest revision and the last fifty of them; null when there is none of that id. */
export async function storyOnDesk(actor: StaffActor, id: string): Promise<DeskStory | null> {
  mustBeAllowed(actor, 'story.edit')
  if (!isId(id)) return null
  const row = await db.story.findUnique({ where: { id }, include: onDesk })
  if (!row) return null
  const revisions = await db.storyRevision.findMany({
    where: { storyId: id },
    orderBy: { number: 'desc' },
    take: 50,
    omit: { content: true },
    include: { staff: { select: { name: true, email: true } } },
  })
  return {
    ...lineOf(row, now()),
    version: row.desk?.version ?? 1,
    head: row.desk?.head ?? 1,
    publicNumber: publicNumberOf(row),
    unpublishedAt: row.unpublishedAt,
    tellerReleased: row.tellerReleasedAt !== null,
    filmId: row.film?.id ?? null,
    content: contentOfDesk(row),
    revisions: revisions.map(revisionLine),
  }
}

function contentOfDesk(row: DeskRow): StoryContent {
  return row.desk ? contentOf(row.desk.latest.content) : contentOfRow(row)
}

function publicNumberOf(row: DeskRow): number | null {
  return row.desk ? row.desk.publicNumber : row.releaseAt && 1
}

function lineOf(row: DeskRow, at: Date): DeskLine {
  const content = contentOfDesk(row)
  return {
    id: row.id,
    slug: row.slug,
    week: content.facts.week,
    kind: content.facts.kind,
    theme: content.facts.theme,
    title: content.texts[defaultLocale]?.title || null,
    state: stateOf(row, at),
    releaseAt: row.releaseAt,
    hasNews: row.desk !== null && row.desk.publicNumber !== null && row.desk.publicNumber < row.desk.head,
    missing: missingOf(content, row.tellerReleasedAt !== null),
    languages: languageStates(content),
  }
}

function stateOf(row: DeskRow, at: Date): DeskState {
  if (isReleased(row, at)) return 'out'
  if (isScheduled(row, at)) return 'scheduled'
  return row.releaseAt ? 'unpublished' : 'draft'
}

type RevisionRow = Prisma.StoryRevisionGetPayload<{
  omit: { content: true }
  include: { staff: { select: { name: true; email: true } } }
}>

function revisionLine({ number, kind, restoredFrom, note, staff, at }: RevisionRow): RevisionLine {
  const known = (['published', 'autosaved', 'restored'] as const).find((one) => one === kind) ?? 'saved'
  return { number, kind: known, restoredFrom, note, who: staff ? (staff.name ?? staff.email) : null, at }
}

/** What one revision of a story holds; null when there is no such revision. */
export async function storyRevision(actor: StaffActor, id: string, number: number): Promise<StoryContent | null> {
  mustBeAllowed(actor, 'story.edit')
  if (!isId(id) || !Number.isInteger(number) || number < 1 || number > 2_000_000_000) return null
  const found = await db.storyRevision.findUnique({ where: { storyId_number: { storyId: id, number } }, select: { content: true } })
  if (found) return contentOf(found.content)
  const row = number === 1 ? await db.story.findUnique({ where: { id }, include: onDesk }) : null
  return row && !row.desk ? contentOfRow(row) : null
}

/** A revision as its page would show it at `releaseAt`; English where the language is not whole, null while there is no English. */
export async function previewOf(
  actor: StaffActor,
  content: StoryContent,
  { locale, releaseAt }: Readonly<{ locale: Locale; releaseAt: Date }>,
): Promise<StoryView | null> {
  mustBeAllowed(actor, 'story.edit')
  const lang = isTranslated(content, locale) ? locale : defaultLocale
  const words = content.texts[lang]
  if (!words) return null
  const { facts, film } = content
  const others = (await releasedStories(locale, now())).filter(({ slug }) => slug !== facts.slug)
  const name = words.name ?? content.texts[defaultLocale]?.name ?? null
  return {
    ...{ slug: facts.slug, week: facts.week, kind: facts.kind, theme: facts.theme, releaseAt, lang, dir: direction(lang) },
    ...{ title: words.title, summary: words.summary, pictureText: words.pictureText, durationSeconds: film.durationSeconds },
    storyteller: facts.kind === 'storyteller' && name !== null ? { name, age: facts.age, place: words.place } : null,
    captions: locales.filter((language) => content.captions[language]),
    transcript: content.transcripts[lang]?.lines ?? [],
    files: film.files,
    poster: film.files.find(({ role }) => role === 'poster') ?? null,
    tracks: trackKinds.flatMap((kind) => tracksOf(content, kind)),
    previous: others.findLast((other) => other.releaseAt <= releaseAt) ?? null,
    next: others.find((other) => other.releaseAt > releaseAt) ?? null,
  }
}

function tracksOf(content: StoryContent, kind: TrackKind): { kind: TrackKind; language: Locale }[] {
  return locales.filter((language) => content[kind][language]).map((language) => ({ kind, language }))
}

/** A file of the store that a revision of this story names, whoever may read it otherwise; null for any other. */
export async function deskFile(actor: StaffActor, id: string, path: string): Promise<KeptFile | null> {
  mustBeAllowed(actor, 'story.edit')
  const story = await storyOnDesk(actor, id)
  if (!story) return null
  const named = story.content.film.files.some((file) => file.path === mediaAddress(path))
  return named || (await isInRevision(id, mediaAddress(path))) ? knownMedia(path) : null
}

async function isInRevision(storyId: string, path: string): Promise<boolean> {
  const holds = JSON.stringify({ film: { files: [{ path }] } })
  const found = await db.$queryRaw<unknown[]>`
    select 1 from story_revision where story_id = ${storyId}::uuid and content @> ${holds}::jsonb limit 1`
  return found.length > 0
}
