import 'server-only'
import { campaignId } from '#lib/campaign/schema.ts'
import { db } from '#lib/foundation/db.ts'
import type { StaffActor } from '#lib/staff/actor.ts'
import { mustBeAllowed } from '#lib/staff/permissions.ts'
import type { ReviewerLine } from '../views.ts'

/** How far reading has got. Counts are of entries, but for `open`: readings asked for and not finished. */
export type Progress = Readonly<{
  eligible: number
  withoutCopy: number
  unread: number
  readOnce: number
  readTwice: number
  readMore: number
  /** Reviews that count, of all these entries. */
  reviews: number
  open: number
}>

/** How far reading has got, in one query. Refuses 'staff.forbidden'. */
export async function readingProgress(actor: StaffActor): Promise<Progress> {
  mustBeAllowed(actor, 'review.assign')
  const [row] = await db.$queryRaw<Progress[]>`
    with entry as (
      select s.id, (select count(*) from review r where r.submission_id = s.id and r.completed_at is not null) as read,
        (select count(*) from assignment a where a.submission_id = s.id and a.ended_at is null) as asked,
        exists (select from blind_copy c where c.submission_id = s.id and c.approved_at is not null and not c.outdated) as copied
      from submission s where s.campaign_id = ${campaignId} and s.status = 'eligible')
    select count(*)::int as eligible, (count(*) filter (where not copied))::int as "withoutCopy", (count(*) filter (where read = 0))::int as unread,
      (count(*) filter (where read = 1))::int as "readOnce", (count(*) filter (where read = 2))::int as "readTwice",
      (count(*) filter (where read > 2))::int as "readMore", coalesce(sum(read), 0)::int as reviews, coalesce(sum(greatest(asked - read, 0)), 0)::int as open
    from entry`
  return row ?? { eligible: 0, withoutCopy: 0, unread: 0, readOnce: 0, readTwice: 0, readMore: 0, reviews: 0, open: 0 }
}

/** Everybody who can be asked to read, with what they have left and have done, in one query. Refuses 'staff.forbidden'. */
export async function reviewerLines(actor: StaffActor): Promise<readonly ReviewerLine[]> {
  mustBeAllowed(actor, 'review.assign')
  return db.$queryRaw<ReviewerLine[]>`
    select u.id, coalesce(u.name, u.email) as name, u.independent, u.languages, u.role = 'admin' as "isAdmin",
      (count(a.id) filter (where r.id is null and s.status = 'eligible'))::int as left, count(r.id)::int as done
    from staff_user u left join assignment a on a.reviewer_id = u.id and a.ended_at is null
    left join submission s on s.id = a.submission_id
    left join review r on r.submission_id = a.submission_id and r.reviewer_id = u.id and r.completed_at is not null
    where u.removed_at is null and u.role in ('reviewer', 'admin') group by u.id order by u.role desc, name, u.id`
}

const linesMost = 25

/** Entries with a copy that lack readers, and that nobody can be asked to read: all know them, or were asked before. Refuses 'staff.forbidden'. */
export async function nobodyCanRead(actor: StaffActor): Promise<readonly Readonly<{ reference: string; language: string }>[]> {
  mustBeAllowed(actor, 'review.assign')
  return db.$queryRaw`
    select s.reference, s.story_language as language from submission s
    where s.campaign_id = ${campaignId} and s.status = 'eligible'
      and exists (select from blind_copy c where c.submission_id = s.id and c.approved_at is not null and not c.outdated)
      and (select count(*) from assignment a where a.submission_id = s.id and a.ended_at is null) < 2
      and not exists (
        select from staff_user u where u.role = 'reviewer' and u.removed_at is null
          and not exists (select from assignment a where a.submission_id = s.id and a.reviewer_id = u.id) and not knows_entry(s.id, u.id))
    order by s.status_at, s.id limit ${linesMost}`
}

export type OpenFlag = Readonly<{ id: string; reference: string; raisedAt: Date; raisedBy: string; note: string | null }>

/** Worries about safety that nobody has answered, oldest first. `note` is the private note of who raised it. Refuses 'staff.forbidden'. */
export async function openFlags(actor: StaffActor): Promise<readonly OpenFlag[]> {
  mustBeAllowed(actor, 'flag.resolve')
  return db.$queryRaw<OpenFlag[]>`
    select f.id, s.reference, f.raised_at as "raisedAt", coalesce(u.name, u.email) as "raisedBy", coalesce(f.note, r.note) as note
    from safety_flag f join submission s on s.id = f.submission_id join staff_user u on u.id = f.raised_by_id
    left join review r on r.submission_id = f.submission_id and r.reviewer_id = f.raised_by_id
    where f.resolved_at is null and s.status <> 'erased' order by f.raised_at, f.id limit ${linesMost}`
}
