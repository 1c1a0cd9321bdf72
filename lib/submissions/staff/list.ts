import 'server-only'
import { campaignId } from '#lib/campaign/schema.ts'
import { db } from '#lib/foundation/db.ts'
import type { StaffActor } from '#lib/staff/actor.ts'
import { may, mustBeAllowed } from '#lib/staff/permissions.ts'
import { Prisma } from '#prisma/generated/client.ts'
import { type Status, statusOf } from '../lifecycle.ts'
import type { EntryFilters, ListPlace } from './filters.ts'
import { countedMost, type EntryLine, type EntryPage, type Waiting } from './views.ts'

/** Entries on one page. */
export const pageSize = 25

type Row = {
  reference: string
  status: string
  submitted_at: Date
  story_language: string
  platform: string
  country: string
  themes: string[] | null
  region: string | null
}

/** One page of entries, newest first, in one query. A page begins after an entry and not at a number, so that none is shown twice or left out while new ones arrive. */
export async function entryPage(actor: StaffActor, filters: EntryFilters, place: ListPlace): Promise<EntryPage> {
  mustBeAllowed(actor, 'submission.list')
  const conditions = conditionsOf(actor, filters)
  if (!conditions) return { lines: [], newer: null, older: null }
  const upwards = place !== null && 'newer' in place
  const order = upwards ? Prisma.sql`s.submitted_at, s.id` : Prisma.sql`s.submitted_at desc, s.id desc`
  const rows = await db.$queryRaw<Row[]>`
    select s.reference, s.status, s.submitted_at, s.story_language, s.platform, s.country, a.themes, a.region
    from submission s left join survey_answers a on a.submission_id = s.id
    where ${Prisma.join([...conditions, ...placeOf(place)], ' and ')}
    order by ${order} limit ${pageSize + 1}`
  const more = rows.length > pageSize
  const shown = upwards ? rows.slice(0, pageSize).reverse() : rows.slice(0, pageSize)
  const [top, bottom] = [shown[0]?.reference ?? null, shown.at(-1)?.reference ?? null]
  return {
    lines: shown.map((row) => lineOf(row, may(actor, 'submission.see-person'))),
    newer: (upwards ? more : place !== null) ? top : null,
    older: upwards || more ? bottom : null,
  }
}

/** Null when nothing can match. What an actor may not see cannot be searched for either. */
function conditionsOf(actor: StaffActor, filters: EntryFilters): Prisma.Sql[] | null {
  const { search, status, theme, language, platform, region } = filters
  const ours = Prisma.sql`s.campaign_id = ${campaignId}`
  if (search && 'reference' in search) return [ours, Prisma.sql`s.reference = ${search.reference}`]
  if (search && 'email' in search)
    return may(actor, 'submission.find-by-mail') ? [ours, Prisma.sql`s.email in (${search.email}, ${search.email.toLowerCase()})`] : null
  if (search) return null
  const country = may(actor, 'submission.see-person') ? filters.country : null
  return [
    ours,
    ...(status ? [Prisma.sql`s.status = ${status}`] : []),
    ...(theme ? [Prisma.sql`a.themes @> array[${theme}]`] : []),
    ...(language ? [Prisma.sql`s.story_language = ${language}`] : []),
    ...(platform ? [Prisma.sql`s.platform = ${platform}`] : []),
    ...(region ? [Prisma.sql`a.region = ${region}`] : []),
    ...(country ? [Prisma.sql`s.country = ${country}`] : []),
  ]
}

// Scalar subqueries, so that the index on (submitted_at, id) can start right there.
function placeOf(place: ListPlace): Prisma.Sql[] {
  if (!place) return []
  const reference = 'older' in place ? place.older : place.newer
  const there = Prisma.sql`((select p.submitted_at from submission p where p.reference = ${reference}), (select p.id from submission p where p.reference = ${reference}))`
  return ['older' in place ? Prisma.sql`(s.submitted_at, s.id) < ${there}` : Prisma.sql`(s.submitted_at, s.id) > ${there}`]
}

function lineOf(row: Row, seesPerson: boolean): EntryLine {
  const { reference, platform, region } = row
  return {
    ...{ reference, platform, region },
    status: statusOf(row.status),
    submittedAt: row.submitted_at,
    language: row.story_language,
    themes: row.themes ?? [],
    country: seesPerson ? row.country : null,
  }
}

/** What waits, in one query. A count of more than `countedMost` means "more than that". */
export async function waitingEntries(actor: StaffActor, now: Date): Promise<Waiting> {
  mustBeAllowed(actor, 'submission.list')
  const most = countedMost + 1
  const count = (status: Status) =>
    Prisma.sql`(select count(*)::int from (select from submission where campaign_id = ${campaignId} and status = ${status} limit ${most}) c)`
  const [row] = await db.$queryRaw<{ submitted: number; needs_info: number; eligible: number; overdue: number; oldest: Date | null }[]>`
    select ${count('submitted')} as submitted, ${count('needs_info')} as needs_info, ${count('eligible')} as eligible,
      (select count(*)::int from (
        select from question q join submission s on s.id = q.submission_id
        where q.answered_at is null and q.deadline_at < ${now} and s.status = 'needs_info' limit ${most}) c) as overdue,
      (select submitted_at from submission where campaign_id = ${campaignId} and status = 'submitted' order by submitted_at, id limit 1) as oldest`
  return {
    submitted: row?.submitted ?? 0,
    needsInfo: row?.needs_info ?? 0,
    eligible: row?.eligible ?? 0,
    overdue: row?.overdue ?? 0,
    oldestSubmittedAt: row?.oldest ?? null,
  }
}
