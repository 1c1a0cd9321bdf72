import 'server-only'
import { campaignId } from '#lib/campaign/schema.ts'
import { db } from '#lib/foundation/db.ts'
import type { Locale } from '#lib/i18n/locales.ts'
import { letters } from '#lib/mail/templates/letters.ts'
import type { StaffActor } from '#lib/staff/actor.ts'
import { mustBeAllowed } from '#lib/staff/permissions.ts'
import type { ReleaseGetPayload, ReleaseInclude } from '#prisma/generated/models/Release.ts'
import { changesSince, fingerprintOf, releaseBasis } from './basis.ts'
import { type Addressee, resultLetter } from './letters.ts'
import { type Outcome, outcomes } from './schema.ts'
import type { Releases, ReleaseView } from './views.ts'

const name = { select: { name: true, email: true } } as const
const parts = { proposedBy: name, confirmedBy: name } satisfies ReleaseInclude

/** What was released so far, and the proposal that stands. Refuses 'staff.forbidden'. */
export async function allReleases(actor: StaffActor): Promise<Releases> {
  mustBeAllowed(actor, 'selection.see')
  const found = await db.release.findMany({ where: { campaignId, cancelledAt: null }, include: parts, orderBy: { number: 'asc' } })
  const released = found.filter(({ releasedAt }) => releasedAt).map((release) => viewOf(release, actor))
  const proposal = found.find(({ releasedAt }) => !releasedAt)
  if (!proposal) return { released, proposal: null }
  const basis = await releaseBasis()
  const isUnchanged = fingerprintOf(basis) === proposal.fingerprint
  return { released, proposal: { ...viewOf(proposal, actor), isUnchanged, changes: changesSince(proposal.basis, basis) } }
}

function viewOf(release: ReleaseGetPayload<{ include: typeof parts }>, actor: StaffActor): ReleaseView {
  const { id, number, fingerprint, proposedBy, proposedAt, confirmedBy, releasedAt } = release
  return {
    ...{ id, number, fingerprint, proposedAt, releasedAt, isUnchanged: true, changes: [] },
    proposedBy: proposedBy.name ?? proposedBy.email,
    isOwnProposal: release.proposedById === actor.id,
    confirmedBy: confirmedBy && (confirmedBy.name ?? confirmedBy.email),
  }
}

/** Letters shown on one page. */
export const draftsOnPage = 10

/** One letter as it will be sent, but for its code and the secret link. To whom it goes is left out. */
export type LetterDraft = Readonly<{ reference: string; outcome: Outcome; locale: Locale; subject: string; text: string }>

/** The letters a release would send, selected ones first, then by reference: one page of them, and how many there are. */
export async function letterDrafts(
  actor: StaffActor,
  {
    outcome,
    page,
    stand,
  }: Readonly<{
    outcome: Outcome | null
    page: number /** Stands for what is made when it is sent. */
    stand: { code: string; url: string }
  }>,
): Promise<Readonly<{ drafts: readonly LetterDraft[]; count: number }>> {
  mustBeAllowed(actor, 'results.release')
  const wanted = outcome ? [outcome] : [...outcomes]
  const [rows, count] = await Promise.all([
    db.$queryRaw<Addressee[]>`
      select s.id, s.reference, s.locale, s.email, s.phrase, d.outcome, d.reasons, coalesce(a.region = 'story-only', false) as "storyOnly",
        (select answer from consent_event c where c.submission_id = s.id and c.purpose = 'film' order by c.at desc, c.id desc limit 1) as film
      from submission s join decision d on d.submission_id = s.id left join survey_answers a on a.submission_id = s.id
      where s.campaign_id = ${campaignId} and s.status = 'eligible' and d.outcome = any (${wanted}::text[])
      order by array_position(${[...outcomes]}::text[], d.outcome), s.reference limit ${draftsOnPage}::int offset ${(page - 1) * draftsOnPage}::int`,
    db.submission.count({ where: { campaignId, status: 'eligible', decision: { outcome: { in: wanted } } } }),
  ])
  return { count, drafts: rows.map((row) => draftOf(row, stand)) }
}

function draftOf(to: Addressee, stand: { code: string; url: string }): LetterDraft {
  const { kind, locale, values } = resultLetter(to, stand.url)
  // What a storyteller chose as a sign between us is nobody else's business.
  const { subject, text } = letters[kind](locale, { ...values, phrase: to.phrase === null ? null : '···' }, stand.code)
  return { reference: to.reference, outcome: to.outcome, locale, subject, text }
}
