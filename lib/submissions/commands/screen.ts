import 'server-only'
import type { AuditAction } from '#lib/audit/actions.ts'
import { record } from '#lib/audit/record.ts'
import { now } from '#lib/foundation/clock.ts'
import { db, type Tx } from '#lib/foundation/db.ts'
import { newId } from '#lib/foundation/ids.ts'
import { Refusal } from '#lib/foundation/refusal.ts'
import { dateTime } from '#lib/i18n/format.ts'
import { defaultLocale, localeOf } from '#lib/i18n/locales.ts'
import { translator } from '#lib/i18n/translator.ts'
import { queueMail } from '#lib/mail/outbox.ts'
import type { StaffActor } from '#lib/staff/actor.ts'
import { mustBeAllowed } from '#lib/staff/permissions.ts'
import { newEntryUrl } from '../entry-link.ts'
import { canMove, statusOf } from '../lifecycle.ts'
import { isContested } from '../post-contested.ts'
import { leaveSpamLane } from '../staff/mark-spam.ts'
import { type Screened, type ScreeningOutcome, statusAfter } from '../staff/schema.ts'
import { appealOffer } from './own-letter.ts'
import { isTaken } from './post-taken.ts'

const recorded = {
  eligible: 'submission.found-eligible',
  ineligible: 'submission.found-ineligible',
  question: 'submission.questioned',
} as const satisfies Record<ScreeningOutcome, AuditAction>

const needed = {
  id: true,
  reference: true,
  status: true,
  version: true,
  locale: true,
  email: true,
  phrase: true,
  postSoft: true,
  postUrl: true,
} as const

type Entry = Readonly<{
  id: string
  reference: string
  status: string
  version: number
  locale: string
  email: string
  phrase: string | null
  postSoft: boolean
  postUrl: string
}>

/**
 * Records one look at an entry and moves it: outcome, question, history, audit and the storyteller's mail together or not at all.
 * Refuses 'staff.forbidden', 'submission.unknown', 'submission.changed' when it is no longer as this person saw it,
 * 'submission.cannot-move' (values from) where the lifecycle knows no such step, and 'submission.post-taken' for finding an entry eligible
 * whose post another active entry has: the other has to be decided first.
 */
export async function screenSubmission(actor: StaffActor, input: Screened & Readonly<{ reference: string }>): Promise<void> {
  mustBeAllowed(actor, 'submission.screen')
  const at = now()
  const screen = async (tx: Tx) => {
    const entry = await tx.submission.findUnique({ where: { reference: input.reference }, select: needed })
    if (!entry) throw new Refusal('submission.unknown')
    await move(tx, entry, { to: statusAfter[input.outcome], version: input.version, at })
    const written = { submissionId: entry.id, staffId: actor.id }
    await tx.statusChange.create({ data: { id: newId(), ...written, from: entry.status, to: statusAfter[input.outcome], at } })
    const rule = input.outcome === 'ineligible' ? input.rule : null
    const { outcome, note, checklist } = input
    await tx.screening.create({ data: { id: newId(), ...written, outcome, rule, note, checklist: { ...checklist }, at } })
    await tellStoryteller(tx, { actor, entry, input, at })
    // What somebody found eligible, or asked about, is no spam: its answer waits among all others.
    if (outcome !== 'ineligible') await leaveSpamLane(tx, { actor, id: entry.id, at })
    await record(tx, {
      actor,
      action: recorded[outcome],
      subject: { kind: 'submission', id: entry.id },
      at,
      data: { from: entry.status, rule },
    })
  }
  await db.$transaction(screen).catch((error: unknown) => {
    throw isTaken(error) ? new Refusal('submission.post-taken') : error
  })
}

async function move(
  tx: Tx,
  entry: Entry,
  step: Readonly<{ to: (typeof statusAfter)[ScreeningOutcome]; version: number; at: Date }>,
): Promise<void> {
  const from = statusOf(entry.status)
  if (entry.version !== step.version) throw new Refusal('submission.changed')
  if (!canMove(from, step.to)) throw new Refusal('submission.cannot-move', undefined, { from })
  const wins = step.to === 'eligible' && isContested(entry)
  const { count } = await tx.submission.updateMany({
    where: { id: entry.id, status: from, version: step.version },
    data: { status: step.to, statusAt: step.at, version: { increment: 1 }, ...(wins && { postSoft: false }) },
  })
  if (count === 0) throw new Refusal('submission.changed')
}

type Telling = Readonly<{ actor: StaffActor; entry: Entry; input: Screened; at: Date }>

/** An eligible entry is news for staff only: its page says "Being read", and no mail is sent. */
async function tellStoryteller(tx: Tx, { actor, entry, input, at }: Telling): Promise<void> {
  if (input.outcome === 'eligible') return
  const locale = localeOf(entry.locale) ?? defaultLocale
  const entryUrl = await newEntryUrl(tx, entry.id, { locale, at })
  const known = { reference: entry.reference, phrase: entry.phrase, entryUrl }
  const envelope = { to: entry.email, locale, submissionId: entry.id } as const
  if (input.outcome === 'ineligible') {
    const rule = translator(locale, 'entry')(`ineligible.${input.rule}`)
    const appeal = await appealOffer(tx, entry.id, { locale, entryUrl, at })
    await queueMail(tx, { ...envelope, kind: 'ineligible', values: { ...known, rule, appeal } })
    return
  }
  const { question, deadlineAt } = input
  await tx.question.create({ data: { id: newId(), submissionId: entry.id, body: question, askedAt: at, deadlineAt, staffId: actor.id } })
  await queueMail(tx, { ...envelope, kind: 'question', values: { ...known, question, deadline: dateTime(locale, deadlineAt) } })
}
