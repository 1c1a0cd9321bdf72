import { Refusal } from '#lib/foundation/refusal.ts'
import type { StaffActor, StaffRole } from './actor.ts'

/** Who may do what in the back office. This table is the authority: every screen asks it, every action and command obeys it. */
const table = {
  'today.see': ['reviewer', 'editor', 'admin'],
  'submission.list': ['reviewer', 'admin'],
  'submission.read': ['reviewer', 'admin'],
  'submission.screen': ['reviewer', 'admin'],
  'submission.disqualify': ['admin'],
  'appeal.decide': ['reviewer', 'admin'],
  'submission.see-person': ['admin'],
  'submission.find-by-mail': ['admin'],
  'mail.see': ['admin'],
  'mail.resend': ['admin'],
  'redaction.prepare': ['reviewer', 'admin'],
  'redaction.approve': ['reviewer', 'admin'],
  'review.read': ['reviewer', 'admin'],
  'review.score': ['reviewer', 'admin'],
  'review.assign': ['admin'],
  'flag.resolve': ['admin'],
  'selection.see': ['admin'],
  'selection.decide': ['admin'],
  'results.release': ['admin'],
  'award.see': ['admin'],
  'award.propose': ['admin'],
  'award.confirm': ['admin'],
  'payout.see': ['admin'],
  'film.see': ['editor', 'admin'],
  'film.edit': ['editor', 'admin'],
  'film.publish': ['editor', 'admin'],
  'story.edit': ['editor', 'admin'],
  'story.schedule': ['editor', 'admin'],
  'history.edit': ['editor', 'admin'],
  'people.manage': ['admin'],
  'session.see-own': ['reviewer', 'editor', 'admin'],
  'campaign.see': ['admin'],
  'campaign.set': ['admin'],
  'audit.see': ['admin'],
  'export.safe': ['reviewer', 'admin'],
  'export.full': ['admin'],
  'insights.see': ['reviewer', 'editor', 'admin'],
} as const satisfies Record<`${string}.${string}`, readonly StaffRole[]>

/** What cannot be undone: withheld from an admin without a second factor, except where the site is only tried out (`factor-rule.ts`). */
const needsSecondFactor: readonly StaffVerb[] = [
  'submission.disqualify',
  'results.release',
  'award.confirm',
  'payout.see',
  'people.manage',
  'campaign.set',
]

export type StaffVerb = keyof typeof table
export const staffVerbs = Object.keys(table) as StaffVerb[]

/** Before there is a member of staff to ask about; for every one of them; or what has to be allowed. */
type Door = 'anybody' | 'any-staff' | StaffVerb

/** Every page and address of the back office, as it lies on disk, with who may open it. A page asks for itself; this says what it asks. */
export const staffRoutes = {
  '/staff': 'today.see',
  '/staff/[...missing]': 'any-staff',
  '/staff/language': 'anybody',
  '/staff/sign-in': 'anybody',
  '/staff/sign-in/confirm': 'anybody',
  '/staff/sign-in/work-account': 'anybody',
  '/staff/sign-out': 'anybody',
  '/staff/second-factor': 'anybody',
  '/staff/account': 'session.see-own',
  '/staff/submissions': 'submission.list',
  '/staff/submissions/[id]': 'submission.read',
  '/staff/submissions/appeals': 'appeal.decide',
  '/staff/submissions/[id]/appeal': 'appeal.decide',
  '/staff/submissions/[id]/disqualify': 'submission.disqualify',
  '/staff/submissions/[id]/copy': 'redaction.prepare',
  '/staff/review': 'review.read',
  '/staff/review/[id]': 'review.read',
  '/staff/review/copies': 'redaction.prepare',
  '/staff/review/overview': 'review.assign',
  '/staff/selection': 'selection.see',
  '/staff/selection/[reference]': 'selection.see',
  '/staff/selection/release': 'results.release',
  '/staff/audit': 'audit.see',
  '/staff/insights': 'insights.see',
  '/staff/mail': 'mail.see',
  '/staff/mail/[id]': 'mail.see',
  '/staff/mail/[id]/as-seen': 'mail.see',
  '/staff/awards': 'award.see',
  '/staff/awards/ledger': 'award.see',
  '/staff/awards/propose': 'award.propose',
  '/staff/awards/[id]': 'award.see',
  '/staff/awards/[id]/payout': 'payout.see',
  '/staff/awards/payments': 'payout.see',
  '/staff/awards/payout.csv': 'payout.see',
  '/staff/awards/payout-safe.json': 'payout.see',
  '/api/exports/[kind]': 'export.safe',
  '/staff/films': 'film.see',
  '/staff/films/[id]': 'film.see',
  '/staff/films/[id]/file/[...path]': 'film.see',
  '/staff/films/[id]/outside/[part]/[language]': 'film.edit',
  '/staff/films/[id]/revisions': 'film.see',
  '/staff/films/[id]/revisions/[number]': 'film.see',
  '/staff/films/[id]/steps': 'film.publish',
  '/staff/films/[id]/still/[scene]': 'film.see',
  '/staff/films/[id]/words/[language]': 'film.edit',
  '/staff/stories': 'story.edit',
  '/staff/stories/new': 'story.edit',
  '/staff/stories/[id]': 'story.edit',
  '/staff/stories/[id]/[part]/[locale]': 'story.edit',
  '/staff/stories/[id]/files': 'story.edit',
  '/staff/stories/[id]/media/[...path]': 'story.edit',
  '/staff/stories/[id]/preview': 'story.edit',
  '/staff/stories/[id]/preview/[locale]': 'story.edit',
  '/staff/stories/[id]/release': 'story.schedule',
  '/staff/stories/[id]/revisions/[number]': 'story.edit',
  '/staff/stories/[id]/tracks/[kind]/[language]': 'story.edit',
  '/staff/history': 'history.edit',
  '/staff/history/[id]': 'history.edit',
  '/staff/history/[id]/[part]': 'history.edit',
  '/staff/history/[id]/words/[locale]': 'history.edit',
  '/staff/history/[id]/revisions/[number]': 'history.edit',
  '/staff/history/reports': 'history.edit',
  '/staff/history/reports/[id]': 'history.edit',
  '/staff/people': 'people.manage',
  '/staff/people/[id]': 'people.manage',
  '/staff/campaign': 'campaign.see',
  '/staff/campaign/settings': 'campaign.set',
  '/staff/campaign/closing': 'campaign.set',
  '/staff/campaign/regions': 'campaign.set',
  '/staff/campaign/stop': 'campaign.set',
  '/staff/campaign/rules': 'campaign.set',
  '/staff/campaign/rules/publish': 'campaign.set',
} as const satisfies Record<`/${string}`, Door>

/** What of a person or of money is in an answer only for who may see it: for everybody else it is not even read, or the query refuses. */
export const guardedFields = {
  'submission.see-person': ['displayName', 'anonymous', 'email', 'country', 'needs', 'post author'],
  'submission.find-by-mail': ['search by email'],
  'payout.see': ['payout details'],
  'people.manage': ['staff address', 'staff sessions'],
  'mail.see': ['recipient', 'letter'],
  'export.full': ['every column'],
} as const satisfies Partial<Record<StaffVerb, readonly string[]>>

/** True when this member of staff may do this. Nobody is never allowed. */
export function may(actor: StaffActor | null, verb: StaffVerb): actor is StaffActor {
  const roles: readonly StaffRole[] = table[verb]
  if (actor?.withoutSecondFactor === 'withheld' && needsSecondFactor.includes(verb)) return false
  return actor !== null && roles.includes(actor.role)
}

/** Refuses with `staff.forbidden` unless the actor may do this. The first line of every command of staff. */
export function mustBeAllowed(actor: StaffActor, verb: StaffVerb): void {
  if (!may(actor, verb)) throw new Refusal('staff.forbidden')
}
