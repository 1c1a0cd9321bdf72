import 'server-only'
import { db } from '#lib/foundation/db.ts'
import type { StaffActor } from '#lib/staff/actor.ts'
import { mustBeAllowed } from '#lib/staff/permissions.ts'
import { statusOf } from '../lifecycle.ts'
import { mailKey } from '../likeness.ts'
import { authorOf } from '../post-author.ts'
import { type EntryLikes, type SamePersonReason, samePersonReasons } from './likes.ts'

const shownMost = 10

/**
 * Which entries have nearly the same story as this one, and which may be of the same person. The texts were compared in the background; the
 * rest is found by indexes, at most ten for each reason. Refuses 'staff.forbidden'.
 */
export async function entryLikes(actor: StaffActor, submissionId: string): Promise<EntryLikes> {
  mustBeAllowed(actor, 'submission.read')
  const entry = await db.submission.findUnique({
    where: { id: submissionId, status: { not: 'erased' } },
    select: { id: true, postKey: true, email: true, postUrl: true },
  })
  if (!entry) return { texts: [], people: [] }
  const [texts, people] = await Promise.all([likeTexts(entry.id), samePeople(entry)])
  return { texts, people }
}

type Row = { reference: string; status: string }

async function likeTexts(id: string): Promise<EntryLikes['texts']> {
  const rows = await db.$queryRaw<(Row & { percent: number })[]>`
    select s.reference, s.status, t.percent from (
      select other_id as id, percent from twin where submission_id = ${id}::uuid
      union all select submission_id, percent from twin where other_id = ${id}::uuid
    ) t join submission s on s.id = t.id
    where s.status <> 'erased' order by t.percent desc, s.submitted_at, s.id limit ${shownMost}::int`
  return rows.map(({ reference, status, percent }) => ({ reference, status: statusOf(status), percent }))
}

type Person = Readonly<{ id: string; postKey: string; email: string; postUrl: string }>

async function samePeople({ id, postKey, email, postUrl }: Person): Promise<EntryLikes['people']> {
  const rows = await db.$queryRaw<(Row & { because: SamePersonReason[] })[]>`
    select s.reference, s.status, array_agg(distinct hint.because) as because from (
      (select id, 'post' as because from submission where post_key = ${postKey} and id <> ${id}::uuid limit ${shownMost}::int)
      union all
      (select id, 'mail' from submission where lower(email) = lower(${email}) and email <> '' and id <> ${id}::uuid limit ${shownMost}::int)
      union all
      (select p.submission_id, 'mail-spelling' from entry_print p join submission o on o.id = p.submission_id
        where p.mail_key = ${mailKey(email)} and lower(o.email) <> lower(${email}) and p.submission_id <> ${id}::uuid limit ${shownMost}::int)
      union all
      (select submission_id, 'author' from entry_print
        where author_key = ${authorOf(postUrl)}::text and submission_id <> ${id}::uuid limit ${shownMost}::int)
    ) hint join submission s on s.id = hint.id
    where s.status <> 'erased' group by s.id order by count(distinct hint.because) desc, s.submitted_at desc, s.id desc limit ${shownMost}::int`
  return rows.map(({ reference, status, because }) => ({
    reference,
    status: statusOf(status),
    because: samePersonReasons.filter((reason) => because.includes(reason)),
  }))
}
