import 'server-only'
import { db } from '#lib/foundation/db.ts'
import { readReference } from '#lib/foundation/reference.ts'
import type { StaffActor } from '#lib/staff/actor.ts'
import { may, mustBeAllowed } from '#lib/staff/permissions.ts'
import type { SubmissionGetPayload, SubmissionInclude } from '#prisma/generated/models/Submission.ts'
import { statusOf } from '../lifecycle.ts'
import { isContested } from '../post-contested.ts'
import { isBlind } from './blind.ts'
import type { EntryForStaff, EntryOutline, LastChange } from './views.ts'

const uuid = /^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/i

/**
 * The entry with this reference, typed in any way, or this id, whole; null when there is none, and when it is read blind by now and this person
 * may not know who wrote it. An entry that was found not eligible stays open to whoever decides its appeal.
 */
export async function entryForStaff(actor: StaffActor, typed: string): Promise<EntryForStaff | null> {
  mustBeAllowed(actor, 'submission.read')
  const where = whereOf(typed)
  const entry = where && (await db.submission.findUnique({ where, include: parts }))
  if (!entry || (isBlind(actor, entry.status) && !(entry.status === 'ineligible' && entry.appeal))) return null
  return viewOf(entry, may(actor, 'submission.see-person'), await lastChangeOf(entry.id))
}

/** What of an entry nobody has to be kept from: its reference, how it stands, and when that changed; null when there is no such entry. */
export async function entryOutline(actor: StaffActor, typed: string): Promise<EntryOutline | null> {
  mustBeAllowed(actor, 'submission.read')
  const where = whereOf(typed)
  const select = {
    id: true,
    reference: true,
    version: true,
    status: true,
    submittedAt: true,
    changes: { ...parts.changes, select: { to: true, at: true } },
  }
  const entry = where && (await db.submission.findUnique({ where, select }))
  if (!entry) return null
  const changes = entry.changes.map(({ to, at }) => ({ to: statusOf(to), at }))
  return { ...entry, status: statusOf(entry.status), changes, lastChange: await lastChangeOf(entry.id) }
}

function whereOf(typed: string): { reference: string } | { id: string } | null {
  const reference = readReference(typed)
  if (reference) return { reference }
  return uuid.test(typed) ? { id: typed.toLowerCase() } : null
}

/** Who changed an entry last, in what way: for whoever finds that it is no longer as they saw it. A proposal changes nothing yet. */
async function lastChangeOf(id: string): Promise<LastChange | null> {
  const [line] = await db.$queryRaw<{ action: string; at: Date; actor_kind: string; name: string | null }[]>`
    select e.action, e.at, e.actor_kind, coalesce(u.name, u.email) as name from audit_event e left join staff_user u on u.id = e.actor_id
    where e.subject_kind = 'submission' and e.subject_id = ${id} and e.action not like 'disqualification.%' order by e.id desc limit 1`
  return line ? { action: line.action, at: line.at, by: line.name, byClock: line.actor_kind === 'system' } : null
}

const byWhom = { select: { name: true, email: true } } as const
const parts = {
  survey: true,
  consents: { orderBy: [{ at: 'asc' }, { id: 'asc' }], select: { purpose: true, answer: true, at: true, rulesVersion: true } },
  changes: { orderBy: [{ at: 'asc' }, { id: 'asc' }], select: { to: true, at: true, byClock: true, staff: byWhom } },
  screenings: { orderBy: [{ at: 'asc' }, { id: 'asc' }], include: { staff: byWhom } },
  appeal: { select: { id: true } },
  questions: { orderBy: [{ askedAt: 'asc' }, { id: 'asc' }], include: { staff: byWhom } },
} satisfies SubmissionInclude

type Found = SubmissionGetPayload<{ include: typeof parts }>

function viewOf(entry: Found, seesPerson: boolean, lastChange: LastChange | null): EntryForStaff {
  const { id, reference, version, statusAt, submittedAt, story, storyLanguage, survey } = entry
  const { displayName, anonymous, email, country, needs } = entry
  const latest = new Map(entry.consents.map((consent) => [consent.purpose, consent]))
  return {
    ...{ id, reference, version, statusAt, submittedAt, story, storyLanguage, survey, lastChange },
    status: statusOf(entry.status),
    post: {
      url: secureUrl(entry.postCanonical),
      platform: entry.platform,
      postedAt: entry.postedAt,
      soft: entry.postSoft,
      contested: isContested(entry),
      text: entry.postText,
    },
    permissions: [...latest.values()],
    changes: entry.changes.map(({ to, at, byClock, staff }) => ({ to: statusOf(to), at, byClock, by: staff && nameOf(staff) })),
    screenings: entry.screenings.map(({ outcome, rule, note, at, staff }) => ({ outcome, rule, note, at, by: staff && nameOf(staff) })),
    questions: entry.questions.map(({ staff, body, askedAt, deadlineAt, answer, answeredAt }) => ({
      ...{ body, askedAt, deadlineAt, answer, answeredAt },
      by: nameOf(staff),
    })),
    person: seesPerson ? { displayName, anonymous, email, country, needs } : null,
  }
}

function nameOf(person: Readonly<{ name: string | null; email: string }>): string {
  return person.name ?? person.email
}

/** Only a secure address becomes a link; whatever else was stored is shown as nothing. */
function secureUrl(stored: string): string | null {
  const url = URL.canParse(stored) ? new URL(stored) : null
  return url?.protocol === 'https:' && !url.username && !url.password ? url.href : null
}
