import 'server-only'
import { record } from '#lib/audit/record.ts'
import { mustRun } from '#lib/campaign/stops.ts'
import { now } from '#lib/foundation/clock.ts'
import { db, type Tx } from '#lib/foundation/db.ts'
import { env } from '#lib/foundation/env.ts'
import { Refusal } from '#lib/foundation/refusal.ts'
import { dateTime } from '#lib/i18n/format.ts'
import { defaultLocale, localeOf, localPath } from '#lib/i18n/locales.ts'
import { queueMail } from '#lib/mail/outbox.ts'
import type { StaffActor } from '#lib/staff/actor.ts'
import { mustBeAllowed } from '#lib/staff/permissions.ts'
import { writeFilmStory } from '#lib/stories/commands/film-story.ts'
import { cancelSchedule, noteTellerRelease, scheduleRevision } from '#lib/stories/commands/publish.ts'
import { addressLetter } from '#lib/submissions/commands/own-letter.ts'
import { lastAnswer } from '../asking.ts'
import { missingOfFilm, type WholeFilm } from '../facts.ts'
import { publicName, slugWithout } from '../naming.ts'
import { missingWords } from '../policy.ts'
import { themeOf } from '../queries.ts'
import { transcriptOf } from '../stored.ts'
import { storyContentOf, type Telling, tellingOf, tellingOfOutside } from '../story-content.ts'
import { lockFilm, lockLiveFilm } from './lock.ts'

export type PublishFilm = Readonly<{
  id: string
  /** From when on it is public; null for at once. */
  releaseAt: Date | null
  /** Of a new story; without it the next free one. */
  week?: number
  /** Whoever sends it saw a film without a date: one that has another by now keeps it, and the same again changes nothing. */
  sawNoDate?: boolean
}>

/**
 * Makes a story of a film and schedules it, with a letter to its storyteller; returns the instant. Refuses 'films.unknown', 'films.incomplete' (values
 * missing: permission, name, storyboard-yes, film, captions:en, transcript:en, release), 'campaign.stopped' (values what), 'films.dated',
 * 'story.past' and 'story.out'.
 */
export async function publishFilm(actor: StaffActor, { id, releaseAt, week, sawNoDate = false }: PublishFilm): Promise<Date> {
  mustBeAllowed(actor, 'film.publish')
  const at = now()
  return db.$transaction(async (tx) => {
    await mustRun(tx, 'publishing')
    const film = await lockFilm(tx, id)
    const standing = sawNoDate ? standingDate(film) : null
    if (standing) return sameDate(standing, releaseAt, at)
    const missing = missingOfFilm(film)
    if (missing.length > 0) throw new Refusal('films.incomplete', undefined, { missing: missingWords(missing) })
    const { storyId, number } = await writeStory(tx, film, { actor, at, week })
    await tx.film.update({ where: { id }, data: { storyId } })
    await noteTellerRelease(tx, storyId, lastAnswer(film.facts, 'film')?.answeredAt ?? at)
    const from = await scheduleRevision(tx, { storyId, number, releaseAt, version: null, actor })
    await tellOfDate(tx, film, { storyId, from, at })
    const data = { story: storyId, releaseAt: from.toISOString(), hash: film.facts.filmHash }
    await record(tx, { actor, action: 'film.scheduled', subject: { kind: 'film', id }, at, data })
    return from
  })
}

function standingDate({ facts: { story } }: WholeFilm): Date | null {
  return story?.releaseAt && !story.unpublishedAt ? story.releaseAt : null
}

function sameDate(standing: Date, wanted: Date | null, at: Date): Date {
  if (wanted ? wanted.getTime() === standing.getTime() : standing <= at) return standing
  throw new Refusal('films.dated')
}

type Writing = Readonly<{ actor: StaffActor; at: Date; week: number | undefined }>

async function writeStory(tx: Tx, film: WholeFilm, { actor, at, week }: Writing): Promise<{ storyId: string; number: number }> {
  const { row, script } = film
  const telling = tellingOfFilm(film)
  const name = publicName(row.submission)
  const withheld = name === null ? row.submission.displayName : null
  const address = (slug: string) => (withheld === null ? slug : slugWithout(slug, withheld))
  const language = localeOf(script.lang.split('-')[0]) ?? defaultLocale
  const titles = await everTitled(tx, row.id)
  return writeFilmStory(tx, {
    storyId: row.storyId,
    facts: { slug: address(script.slug), kind: 'storyteller', theme: themeOf(film), language, age: null, week: week ?? null },
    fill: (before, facts) => storyContentOf(script, telling, { before: before && { ...before, titles }, facts, name, withheld }),
    address,
    ...{ actor, at },
  })
}

/** Every title a film ever had, in any language. */
async function everTitled(tx: Tx, id: string): Promise<string[]> {
  const rows = await tx.$queryRaw<{ title: string }[]>`
    select script ->> 'title' as title from film_revision where film_id = ${id}::uuid
    union select words.value ->> 'title' from film_revision, jsonb_each(script -> 'translations') words
      where film_id = ${id}::uuid and words.value ->> 'title' is not null`
  return rows.map(({ title }) => title)
}

/** The files and texts of exactly what the storyteller released. */
function tellingOfFilm({ row, script, outside, made, tall }: WholeFilm): Telling {
  if (outside?.poster) {
    const sent = row.tracks.map(({ language, captions, transcript }) => ({ language, captions, transcript: transcriptOf(transcript) }))
    return tellingOfOutside({ ...outside, poster: outside.poster }, sent)
  }
  return tellingOf(
    script,
    [made, tall].flatMap((render) => render?.output ?? []),
  )
}

type Public = Readonly<{ storyId: string; from: Date; at: Date }>

async function tellOfDate(tx: Tx, { row }: WholeFilm, { storyId, from, at }: Public): Promise<void> {
  const { slug } = await tx.story.findUniqueOrThrow({ where: { id: storyId }, select: { slug: true } })
  const { timeZone } = await tx.campaign.findUniqueOrThrow({ where: { id: row.submission.campaignId }, select: { timeZone: true } })
  const { envelope, known } = await addressLetter(tx, row.submission, at)
  const url = `${env().SITE_URL}${localPath(envelope.locale, `/stories/${slug}`)}`
  await queueMail(tx, { ...envelope, kind: 'film-scheduled', values: { ...known, date: dateTime(envelope.locale, from, timeZone), url } })
}

/** Takes the instant of a film that is not out yet away again. Refuses 'films.unknown' and 'films.not-scheduled'. */
export async function unscheduleFilm(actor: StaffActor, { id }: Readonly<{ id: string }>): Promise<void> {
  mustBeAllowed(actor, 'film.publish')
  const film = await db.film.findUnique({ where: { id }, select: { story: { select: { id: true, desk: { select: { version: true } } } } } })
  if (!film) throw new Refusal('films.unknown')
  if (!film.story?.desk) throw new Refusal('films.not-scheduled')
  await cancelSchedule(actor, { storyId: film.story.id, version: film.story.desk.version }).catch((error: unknown) => {
    throw error instanceof Refusal && error.code === 'story.moved' ? new Refusal('films.not-scheduled') : error
  })
}

/**
 * Gives a film up: nothing more is asked, made or scheduled, and its storyteller hears of it. It goes on when it is opened again. Refuses
 * 'films.unknown', 'films.stopped', and 'films.out' for one that is public, which the desk of stories takes back first.
 */
export async function closeFilm(actor: StaffActor, { id, reason }: Readonly<{ id: string; reason: string }>): Promise<void> {
  mustBeAllowed(actor, 'film.edit')
  const at = now()
  await db.$transaction(async (tx) => {
    const { row } = await lockLiveFilm(tx, id)
    if (row.story?.releaseAt && row.story.releaseAt <= at && !row.story.unpublishedAt) throw new Refusal('films.out')
    await tx.$executeRaw`select halt_film(${row.submissionId}::uuid, ${at})`
    await tx.filmAsk.updateMany({ where: { filmId: id, answeredAt: null, supersededAt: null }, data: { supersededAt: at } })
    await tx.film.update({ where: { id }, data: { closedAt: at, closedReason: reason } })
    if (row.asks.length > 0) {
      const { envelope, known } = await addressLetter(tx, row.submission, at)
      await queueMail(tx, { ...envelope, kind: 'film-stopped', values: { ...known, why: 'closed' } })
    }
    await record(tx, { actor, action: 'film.stopped', subject: { kind: 'film', id }, at, data: { why: 'closed' } })
  })
}
