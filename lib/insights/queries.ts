import 'server-only'
import { campaignId } from '#lib/campaign/schema.ts'
import { db } from '#lib/foundation/db.ts'
import { locales } from '#lib/i18n/locales.ts'
import { reviewerLines } from '#lib/review/queries/overview.ts'
import type { StaffActor } from '#lib/staff/actor.ts'
import { may, mustBeAllowed } from '#lib/staff/permissions.ts'
import { funnelSteps } from '#lib/submissions/funnel.ts'
import { forecast, paceDays } from './forecast.ts'
import { type Cell, leastShown, suppress } from './suppress.ts'
import type { Insights } from './views.ts'

const dayMs = 86_400_000
/** Days that are drawn, today among them. */
export const drawnDays = 30

/** How the campaign goes, counts below five hidden; in five or six queries whatever there is to count. Refuses 'staff.forbidden'. */
export async function insights(actor: StaffActor, at: Date): Promise<Insights> {
  mustBeAllowed(actor, 'insights.see')
  const [steps, days, tags, reading, pace, reviewers] = await Promise.all([
    funnelCells(),
    dayCells(at),
    tagCells(),
    readingState(),
    readingPace(at),
    may(actor, 'review.assign') ? reviewerLines(actor) : null,
  ])
  const of = (letter: string) =>
    suppress(tags.filter(({ key }) => key.startsWith(`${letter}:`)).map(({ key, count }) => ({ key: key.slice(2), count })))
  const total = tags.filter(({ key }) => key.startsWith('p:')).reduce((all, { count }) => all + count, 0)
  const counted = (key: 'step' | 'locale', value: string) =>
    steps.filter((row) => row[key] === value && (key === 'step' || row.step === 'sent')).reduce((all, { hits }) => all + hits, 0)
  return {
    total: total > 0 && total < leastShown ? null : total,
    funnel: suppress(funnelSteps.map((key) => ({ key, count: counted('step', key) }))),
    funnelLocales: suppress(locales.map((key) => ({ key, count: counted('locale', key) }))),
    days: suppress(days),
    by: { language: of('l'), theme: of('t'), platform: of('p'), region: of('r') },
    reading,
    forecast: forecast(reading.assigned - reading.done, pace.done, at, pace.isUnderWay),
    reviewers: reviewers?.filter(({ done, left }) => done + left > 0) ?? null,
  }
}

function funnelCells(): Promise<{ step: string; locale: string; hits: number }[]> {
  return db.$queryRaw`select step, locale, sum(hits)::int as hits from funnel_count group by step, locale`
}

/** Entries of each of the last thirty days (UTC): read from the index alone. */
function dayCells(at: Date): Promise<Cell[]> {
  const from = firstDay(at, drawnDays - 1)
  return db.$queryRaw`
    select to_char(d.day, 'YYYY-MM-DD') as key, coalesce(n.count, 0)::int as count
    from generate_series(${from}::timestamptz at time zone 'UTC', ${at}::timestamptz at time zone 'UTC', interval '1 day') d(day)
    left join (
      select date_trunc('day', submitted_at at time zone 'UTC') as day, count(*) as count from submission
      where campaign_id = ${campaignId} and submitted_at >= ${from} group by 1) n using (day)
    order by d.day`
}

/** Counted from the bits the list is filtered with, and the few lines that are not in them yet: never from the entries. */
function tagCells(): Promise<Cell[]> {
  return db.$queryRaw`
    select tag as key, sum(n)::int as count from (
      select tag, sum(bit_count(bits)) as n from entry_bits where left(tag, 2) in ('l:', 't:', 'p:', 'r:') group by tag
      union all select tag, count(*) from entry_line, unnest(tags) tag where dirty group by tag
      union all select tag, -count(*) from entry_line, unnest(sealed_tags) tag where dirty and chunk is not null group by tag) counted
    where left(tag, 2) in ('l:', 't:', 'p:', 'r:') group by tag having sum(n) > 0 order by 2 desc, 1`
}

/** Readings asked for that still count, and how many of them are finished. */
async function readingState(): Promise<{ assigned: number; done: number }> {
  const [row] = await db.$queryRaw<{ assigned: number; done: number }[]>`
    select count(*)::int as assigned, count(r.id)::int as done from assignment a
    left join review r on r.submission_id = a.submission_id and r.reviewer_id = a.reviewer_id and r.completed_at is not null
    join submission s on s.id = a.submission_id
    where a.ended_at is null and (r.id is not null or s.status = 'eligible')`
  return row ?? { assigned: 0, done: 0 }
}

/** Readings finished on each of the fourteen days before today, and whether some were before. */
async function readingPace(at: Date): Promise<{ done: number[]; isUnderWay: boolean }> {
  const [from, today] = [firstDay(at, paceDays), firstDay(at, 0)]
  const rows = await db.$queryRaw<{ ago: number; count: number; before: boolean }[]>`
    select floor(extract(epoch from ${today}::timestamptz - completed_at) / 86400)::int as ago, count(*)::int as count,
      exists (select from review where completed_at < ${from}) as before
    from review where completed_at >= ${from} and completed_at < ${today} group by 1`
  const done = Array.from({ length: paceDays }, (_, index) => rows.find(({ ago }) => ago === paceDays - 1 - index)?.count ?? 0)
  return { done, isUnderWay: rows[0]?.before ?? false }
}

function firstDay(at: Date, before: number): Date {
  return new Date(Math.floor(at.getTime() / dayMs) * dayMs - before * dayMs)
}
