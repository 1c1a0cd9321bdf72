import 'server-only'
import { campaignId } from '#lib/campaign/schema.ts'
import { db } from '#lib/foundation/db.ts'
import { locales } from '#lib/i18n/locales.ts'
import type { StaffActor } from '#lib/staff/actor.ts'
import { may, mustBeAllowed, type StaffVerb } from '#lib/staff/permissions.ts'
import { lateSince } from './promises.ts'

/** Nothing is counted further than this: one more says "more than". */
export const tasksMost = 500

/** What can wait, where it is done, and who may do it. Late: a promise of ours is broken while it waits. */
export const tasks = [
  { key: 'payLate', href: '/staff/awards', verb: 'award.see', late: true },
  { key: 'receiptsLate', href: '/staff/mail?state=queued&kind=receipt', verb: 'mail.see', late: true },
  { key: 'screeningLate', href: '/staff/submissions?status=submitted', verb: 'submission.screen', late: true },
  { key: 'appealsLate', href: '/staff/submissions/appeals', verb: 'appeal.decide', late: true },
  { key: 'resultsLate', href: '/staff/selection/release', verb: 'results.release', late: true },
  { key: 'unanswered', href: '/staff/selection?decision=undecided', verb: 'selection.decide', late: true },
  { key: 'reportsLate', href: '/staff/history/reports', verb: 'history.edit', late: true },
  { key: 'appeals', href: '/staff/submissions/appeals', verb: 'appeal.decide', late: false },
  { key: 'decisions', href: '/staff/selection', verb: 'selection.decide', late: false },
  { key: 'release', href: '/staff/selection/release', verb: 'results.release', late: false },
  { key: 'awards', href: '/staff/awards', verb: 'award.confirm', late: false },
  { key: 'disqualifications', href: '/staff/submissions', verb: 'submission.disqualify', late: false },
  { key: 'untranslated', href: '/staff/stories', verb: 'story.edit', late: false },
  { key: 'uncaptioned', href: '/staff/stories', verb: 'story.edit', late: false },
  { key: 'films', href: '/staff/films', verb: 'film.edit', late: false },
  { key: 'reports', href: '/staff/history/reports', verb: 'history.edit', late: false },
  { key: 'jobs', href: '/staff/audit', verb: 'audit.see', late: true },
] as const satisfies readonly Readonly<{ key: string; href: string; verb: StaffVerb; late: boolean }>[]

export type Task = (typeof tasks)[number]
export type WaitingTask = Readonly<{ key: Task['key']; href: string; late: boolean; count: number }>

/** What waits for this member of staff, counted to 501, in one query. Only what they may do, only what there is. Refuses 'staff.forbidden'. */
export async function waitingTasks(actor: StaffActor, at: Date): Promise<readonly WaitingTask[]> {
  mustBeAllowed(actor, 'today.see')
  const most = tasksMost + 1
  const [row] = await db.$queryRaw<(Record<Task['key'], number> & Readonly<{ oldest: string | null }>)[]>`
    select
      (select count(*)::int from (select from award where pay_by < ${at} and state in ('claimed', 'handed_off', 'cleared', 'blocked') limit ${most}) x) as "payLate",
      (select count(*)::int from (select from mail where state = 'queued' and kind = 'receipt'
        and created_at < ${lateSince('receipt', at)} limit ${most}) x) as "receiptsLate",
      (select count(*)::int from (select from submission s where s.campaign_id = ${campaignId} and s.status = 'submitted'
        and s.status_at < ${lateSince('screening', at)}
        and not exists (select from spam_mark m where m.submission_id = s.id and m.undone_at is null) limit ${most}) x) as "screeningLate",
      (select count(*)::int from (select from appeal a join submission s on s.id = a.submission_id
        where a.decided_at is null and s.status = 'ineligible' and a.at < ${lateSince('appeal', at)} limit ${most}) x) as "appealsLate",
      (select count(*)::int from campaign c where c.id = ${campaignId} and c.results_at < ${at}
        and not exists (select from release r where r.campaign_id = c.id and r.released_at is not null)) as "resultsLate",
      (select count(*)::int from (select from submission s where s.campaign_id = ${campaignId} and s.status = 'eligible'
        and exists (select from release r where r.campaign_id = s.campaign_id and r.released_at is not null) limit ${most}) x) as unanswered,
      (select count(*)::int from (select from history_report where state = 'open' and at < ${lateSince('report', at)} limit ${most}) x) as "reportsLate",
      (select count(*)::int from (select from history_report where state = 'open' limit ${most}) x) as reports,
      (select count(*)::int from (select from appeal a join submission s on s.id = a.submission_id
        where a.decided_at is null and s.status = 'ineligible' limit ${most}) x) as appeals,
      (select count(*)::int from (select from submission s join campaign c on c.id = s.campaign_id
        where s.campaign_id = ${campaignId} and c.closes_at <= ${at} and s.status = 'eligible'
          and not exists (select from decision d where d.submission_id = s.id)
          and not exists (select from release r where r.campaign_id = c.id and r.released_at is not null) limit ${most}) x) as decisions,
      (select count(*)::int from release where released_at is null and cancelled_at is null and proposed_by_id <> ${actor.id}::uuid) as release,
      (select count(*)::int from (select from award where state = 'proposed' and proposed_by_id is distinct from ${actor.id}::uuid limit ${most}) x) as awards,
      (select count(*)::int from disqualification where decided_at is null and proposed_by_id <> ${actor.id}::uuid) as disqualifications,
      (select s.reference from disqualification d join submission s on s.id = d.submission_id
        where d.decided_at is null and d.proposed_by_id <> ${actor.id}::uuid order by d.proposed_at, d.id limit 1) as oldest,
      (select count(*)::int from (select from story s
        where (select count(*) from story_text t where t.story_id = s.id) < ${locales.length} limit ${most}) x) as untranslated,
      (select count(*)::int from (select from story s where not exists (
        select from story_track t where t.story_id = s.id and t.kind = 'captions' and t.language = s.language) limit ${most}) x) as uncaptioned,
      (select count(*)::int from (select from render r where r.state = 'failed' and not exists (
        select from render l where l.film_key = r.film_key and l.requested_at > r.requested_at) limit ${most}) x) as films,
      (select count(*)::int from (select from graphile_worker.jobs where attempts >= max_attempts and locked_at is null limit ${most}) x) as jobs`
  return tasks.flatMap(({ key, href, verb, late }) =>
    row && row[key] > 0 && may(actor, verb)
      ? [{ key, href: key === 'disqualifications' ? `${href}/${row.oldest}/disqualify` : href, late, count: row[key] }]
      : [],
  )
}
