import 'server-only'
import { campaignId } from '#lib/campaign/schema.ts'
import { db } from '#lib/foundation/db.ts'
import type { StaffActor } from '#lib/staff/actor.ts'
import { may, mustBeAllowed } from '#lib/staff/permissions.ts'
import { Prisma } from '#prisma/generated/client.ts'
import { statusOf } from '../lifecycle.ts'
import { isBlind } from './blind.ts'
import type { EntryFilters, ListPlace, Search } from './filters.ts'
import { laneTags, tagsOf } from './tags.ts'
import { countedMost, type EntryLine, type EntryPage, foundMost, type Waiting } from './views.ts'

/** Entries on one page. */
export const pageSize = 25

type Row = {
  reference: string
  status: string
  version: number
  submitted_at: Date
  story_language: string
  platform: string
  country: string
  themes: string[] | null
  region: string | null
  check: string | null
  mine: boolean
  reads: number
  is_hit: boolean
  is_end: boolean
  total: number | null
}

/**
 * One page of entries, newest first, in one query. A page begins after an entry and not at a number, so that none is shown twice or left out
 * while new ones arrive. Which filters and how deep makes no difference to its time, nor does how many entries there are.
 */
export async function entryPage(actor: StaffActor, filters: EntryFilters, place: ListPlace): Promise<EntryPage> {
  mustBeAllowed(actor, 'submission.list')
  const source = sourceOf(actor, filters, place)
  if (!source) return { lines: [], newer: null, older: null, total: 0 }
  const upwards = place !== null && 'newer' in place
  const order = upwards ? Prisma.sql`f.submitted_at, f.submission_id` : Prisma.sql`f.submitted_at desc, f.submission_id desc`
  const rows = await db.$queryRaw<Row[]>`
    select s.reference, s.status, s.version, s.submitted_at, s.story_language, s.platform, s.country, a.themes, a.region, f.is_hit, f.is_end,
      (select p.outcome from post_check p where p.submission_id = s.id order by p.at desc, p.id desc limit 1) as check,
      exists (select from assignment g where g.submission_id = s.id and g.reviewer_id = ${actor.id}::uuid and g.ended_at is null) as mine,
      (select count(*)::int from review r where r.submission_id = s.id and r.completed_at is not null) as reads, f.total
    from (select submission_id, submitted_at, bool_or(is_hit) as is_hit, bool_or(not is_hit) as is_end, ${source.total} as total
        from (${source.rows}) found group by submission_id, submitted_at) f
      join submission s on s.id = f.submission_id left join survey_answers a on a.submission_id = s.id
    order by ${order} limit ${pageSize + 2}`
  return pageOf(actor, cut(rows), { place, upwards, isOneOff: source.isOneOff })
}

type Cut = Readonly<{ hits: readonly Row[]; end: Row | null; total: number | null }>

/** The hits up to where a search that goes on has looked. */
function cut(rows: readonly Row[]): Cut {
  const ends = rows.findIndex((row) => row.is_end)
  const seen = ends < 0 ? rows : rows.slice(0, ends + 1)
  return { hits: seen.filter((row) => row.is_hit), end: rows[ends] ?? null, total: rows[0]?.total ?? null }
}

type Where = Readonly<{ place: ListPlace; upwards: boolean; isOneOff: boolean }>

function pageOf(actor: StaffActor, { hits, end, total }: Cut, { place, upwards, isOneOff }: Where): EntryPage {
  const more = hits.length > pageSize
  const shown = upwards ? hits.slice(0, pageSize).reverse() : hits.slice(0, pageSize)
  const lines = shown.map((row) => lineOf(actor, row))
  if (isOneOff) return { lines, newer: null, older: null, total: null }
  const [top, bottom] = [shown[0]?.reference ?? null, shown.at(-1)?.reference ?? null]
  const onwards = more ? (upwards ? top : bottom) : (end?.reference ?? null)
  const back = place && (upwards ? bottom : top)
  return { lines, newer: upwards ? onwards : back, older: upwards ? back : onwards, total: hits.length === 0 && !place ? 0 : total }
}

type Source = Readonly<{ rows: Prisma.Sql; total: Prisma.Sql; isOneOff: boolean }>
const nothingCounted = Prisma.sql`null::int`

/** Where the rows of a page come from. Null when nothing can match: what an actor may not see cannot be searched for either. */
function sourceOf(actor: StaffActor, filters: EntryFilters, place: ListPlace): Source | null {
  const { search } = filters
  if (search && 'typed' in search) return searched(actor, filters, search, place)
  if (search) return { rows: byReference(search), total: nothingCounted, isOneOff: true }
  const tags = tagsOf(actor, filters)
  const { there, upwards } = partsOf(place)
  return {
    rows: Prisma.sql`select submission_id, submitted_at, true as is_hit from entry_page(${tags}::text[], ${there}::text, ${upwards}::boolean, ${pageSize + 1}::int)`,
    // Counted once, on the first page; one that is not full has counted itself.
    total: place
      ? nothingCounted
      : Prisma.sql`case when (count(*) over ()) <= ${pageSize} then (count(*) over ())::int
          else (select entry_count(${tags}::text[], ${foundMost + 1}::int)) end`,
    isOneOff: false,
  }
}

/** Beginnings are filled up with the first and the last letter there is: whatever sorts them, what lies between begins so. */
function byReference(search: Exclude<Search, { typed: string }>): Prisma.Sql {
  const columns = Prisma.sql`select id as submission_id, submitted_at, true as is_hit from submission`
  if ('reference' in search) return Prisma.sql`${columns} where reference = ${search.reference}`
  const [from, to] = ['HB-2222-2222', 'HB-ZZZZ-ZZZZ'].map((filler) => search.beginning + filler.slice(search.beginning.length))
  return Prisma.sql`${columns} where reference between ${from} and ${to} limit ${pageSize}`
}

/** Words are looked for among what the filters leave; so is a part of an address, for whoever may; with its @ among all entries. */
function searched(actor: StaffActor, filters: EntryFilters, search: Extract<Search, { typed: string }>, place: ListPlace): Source | null {
  const mayFind = may(actor, 'submission.find-by-mail')
  if (search.isMail && !mayFind) return null
  const { there, upwards } = partsOf(place)
  const found = (isMail: boolean, tags: readonly string[]) =>
    Prisma.sql`select * from entry_search(${search.typed}::text, ${isMail}::boolean, ${tags}::text[], ${there}::text, ${upwards}::boolean, ${pageSize + 1}::int)`
  const isPart = mayFind && /^[^\s@]*@?[^\s@]*$/.test(search.typed) && search.typed.length >= 3
  const parts = [
    ...(search.isMail ? [] : [found(false, tagsOf(actor, filters))]),
    ...(isPart ? [found(true, search.isMail ? [] : tagsOf(actor, filters))] : []),
  ]
  if (parts.length === 0) return null
  return { rows: Prisma.join(parts, ' union all '), total: nothingCounted, isOneOff: false }
}

function partsOf(place: ListPlace): Readonly<{ there: string | null; upwards: boolean }> {
  if (!place) return { there: null, upwards: false }
  return 'older' in place ? { there: place.older, upwards: false } : { there: place.newer, upwards: true }
}

function lineOf(actor: StaffActor, row: Row): EntryLine {
  const { reference, version, mine } = row
  const seesPerson = may(actor, 'submission.see-person')
  const blind = isBlind(actor, row.status)
  return {
    ...{ reference, version, mine, blind },
    status: statusOf(row.status),
    submittedAt: row.submitted_at,
    language: row.story_language,
    themes: row.themes ?? [],
    platform: blind ? null : row.platform,
    region: blind ? null : row.region,
    check: blind ? null : row.check,
    country: seesPerson ? row.country : null,
    reads: may(actor, 'review.assign') ? row.reads : null,
  }
}

/** What waits outside the spam lane, in one query. A count of more than `countedMost` means "more than that". */
export async function waitingEntries(actor: StaffActor, now: Date): Promise<Waiting> {
  mustBeAllowed(actor, 'submission.list')
  const most = countedMost + 1
  const count = (status: string) => Prisma.sql`entry_count(array[${laneTags.main}::text, ${`s:${status}`}::text], ${most}::int)`
  const [row] = await db.$queryRaw<{ submitted: number; needs_info: number; eligible: number; overdue: number; oldest: Date | null }[]>`
    select ${count('submitted')} as submitted, ${count('needs_info')} as needs_info, ${count('eligible')} as eligible,
      (select count(*)::int from (
        select from question q join submission s on s.id = q.submission_id
        where q.answered_at is null and q.deadline_at < ${now} and s.status = 'needs_info' limit ${most}) c) as overdue,
      (select s.submitted_at from submission s where s.campaign_id = ${campaignId} and s.status = 'submitted'
        and not exists (select from spam_mark m where m.submission_id = s.id and m.undone_at is null) order by s.submitted_at, s.id limit 1) as oldest`
  return {
    submitted: row?.submitted ?? 0,
    needsInfo: row?.needs_info ?? 0,
    eligible: row?.eligible ?? 0,
    overdue: row?.overdue ?? 0,
    oldestSubmittedAt: row?.oldest ?? null,
  }
}
