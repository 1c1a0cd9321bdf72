import 'server-only'
import { db } from '#lib/foundation/db.ts'
import { readReference } from '#lib/foundation/ids.ts'
import type { StaffActor } from '#lib/staff/actor.ts'
import { may, mustBeAllowed } from '#lib/staff/permissions.ts'
import type { SubmissionGetPayload, SubmissionInclude } from '#prisma/generated/models/Submission.ts'
import { statusOf } from '../lifecycle.ts'
import type { EntryForStaff } from './views.ts'

const uuid = /^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/i

/** The entry with this reference, typed in any way, or this id; null when there is none. */
export async function entryForStaff(actor: StaffActor, typed: string): Promise<EntryForStaff | null> {
  mustBeAllowed(actor, 'submission.read')
  const reference = readReference(typed)
  if (!reference && !uuid.test(typed)) return null
  const entry = await db.submission.findUnique({ where: reference ? { reference } : { id: typed.toLowerCase() }, include: parts })
  return entry && viewOf(entry, may(actor, 'submission.see-person'))
}

const byWhom = { select: { name: true, email: true } } as const
const parts = {
  survey: true,
  consents: { orderBy: [{ at: 'asc' }, { id: 'asc' }], select: { purpose: true, answer: true, at: true, rulesVersion: true } },
  changes: { orderBy: [{ at: 'asc' }, { id: 'asc' }], select: { to: true, at: true, byClock: true, staff: byWhom } },
  screenings: { orderBy: [{ at: 'asc' }, { id: 'asc' }], include: { staff: byWhom } },
  questions: { orderBy: [{ askedAt: 'asc' }, { id: 'asc' }], include: { staff: byWhom } },
} satisfies SubmissionInclude

type Found = SubmissionGetPayload<{ include: typeof parts }>
function viewOf(entry: Found, seesPerson: boolean): EntryForStaff {
  const { id, reference, version, statusAt, submittedAt, story, storyLanguage, survey } = entry
  const { displayName, anonymous, email, country, needs } = entry
  const latest = new Map(entry.consents.map((consent) => [consent.purpose, consent]))
  return {
    ...{ id, reference, version, statusAt, submittedAt, story, storyLanguage, survey },
    status: statusOf(entry.status),
    post: {
      url: secureUrl(entry.postCanonical),
      platform: entry.platform,
      postedAt: entry.postedAt,
      soft: entry.postSoft,
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
