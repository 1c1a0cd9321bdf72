import 'server-only'
import { record } from '#lib/audit/record.ts'
import { now } from '#lib/foundation/clock.ts'
import { db, type Tx } from '#lib/foundation/db.ts'
import { newId } from '#lib/foundation/ids.ts'
import { Refusal } from '#lib/foundation/refusal.ts'
import { defaultLocale, localeOf } from '#lib/i18n/locales.ts'
import { forgetLetters } from '#lib/mail/forget.ts'
import { queueMail } from '#lib/mail/outbox.ts'
import type { StorytellerActor, SystemActor } from '#lib/staff/actor.ts'
import { canMove, statusOf } from '../lifecycle.ts'
import { eraseFilm } from './film-of-entry.ts'
import { lockOwnEntry } from './own-lock.ts'

/** What is left of a row: no word, name, address or link of anybody. 'ZZ' and 'und' stand for an unknown country and language. */
const skeleton = {
  country: 'ZZ',
  postKey: '',
  postUrl: '',
  postCanonical: '',
  postedAt: null,
  postText: null,
  story: '',
  storyLanguage: 'und',
  displayName: '',
  anonymous: true,
  email: '',
  phrase: null,
  needs: null,
} as const

/**
 * Erases the entry this secret link opens, and with it all we hold of the person: what is left is the reference, what was decided, and when.
 * A last letter says so and leaves nothing behind once it is sent. The link opens nothing from then on; erasing again, or with a link that
 * opens nothing, changes nothing and succeeds.
 */
export async function eraseEntry(key: string): Promise<void> {
  try {
    await db.$transaction(async (tx) => eraseSubmission(tx, await lockOwnEntry(tx, key), { kind: 'storyteller' }))
  } catch (error) {
    if (!(error instanceof Refusal && error.code === 'entry.missing')) throw error
  }
}

/** Erases one entry for whoever has the right to, inside the caller's transaction. An erased entry stays as it is. */
export async function eraseSubmission(tx: Tx, id: string, actor: StorytellerActor | SystemActor): Promise<void> {
  const [entry] = await tx.$queryRaw<
    { status: string; reference: string; draft_id: string | null; locale: string; email: string; phrase: string | null }[]
  >`
    select status, reference, draft_id, locale, email, phrase from submission where id = ${id}::uuid for update`
  if (!entry || !canMove(statusOf(entry.status), 'erased')) return
  const at = now()
  await forgetLetters(tx, { submissionId: id, recipient: entry.email })
  await emptyRows(tx, id)
  if (entry.draft_id) await tx.draft.delete({ where: { id: entry.draft_id } })
  await tx.submission.update({ where: { id }, data: { ...skeleton, status: 'erased', statusAt: at, version: { increment: 1 } } })
  await tx.statusChange.create({
    data: { id: newId(), submissionId: id, from: entry.status, to: 'erased', byClock: actor.kind === 'system', at },
  })
  await record(tx, { actor, action: 'submission.erased', subject: { kind: 'submission', id }, at, data: { from: entry.status } })
  const { reference, phrase, email: to } = entry
  const locale = localeOf(entry.locale) ?? defaultLocale
  await queueMail(tx, { kind: 'erased', to, locale, submissionId: id, values: { reference, phrase, byClock: actor.kind === 'system' } })
}

/** Every table that hangs on an entry: what is told there goes, what only counts stays. Letters are emptied on their own. */
async function emptyRows(tx: Tx, submissionId: string): Promise<void> {
  const where = { submissionId }
  await eraseFilm(tx, submissionId)
  await tx.surveyAnswers.deleteMany({ where })
  await tx.consentEvent.deleteMany({ where })
  await tx.entryKey.deleteMany({ where })
  await tx.question.deleteMany({ where })
  await tx.postCheck.deleteMany({ where })
  await tx.entryWords.deleteMany({ where })
  await tx.entrySignals.deleteMany({ where })
  // What was set apart as spam goes on counting nowhere: the mark says nothing of the person.
  await tx.spamMark.deleteMany({ where: { ...where, undoneAt: { not: null } } })
  await tx.entryPrint.deleteMany({ where })
  await tx.twin.deleteMany({ where: { OR: [where, { otherId: submissionId }] } })
  await tx.knownEntry.deleteMany({ where })
  await tx.seenEntry.deleteMany({ where })
  await tx.screening.updateMany({ where, data: { note: null } })
  await tx.disqualification.deleteMany({ where: { ...where, decidedAt: null } })
  await tx.disqualification.updateMany({ where, data: { note: null } })
  // Awards and their ledger stay, as the law asks of records of money: amounts, dates, references.
  await tx.payout.deleteMany({ where: { award: where } })
  await tx.awardCode.deleteMany({ where: { award: where } })
  await tx.appeal.updateMany({ where, data: { text: null, reason: null } })
  await emptyReading(tx, where)
}

/** Of how an entry was read: scores and outcomes stay, as they say nothing of the person; every copy and every note goes. */
async function emptyReading(tx: Tx, where: Readonly<{ submissionId: string }>): Promise<void> {
  await tx.blindCopy.updateMany({ where, data: { story: '', postText: null } })
  await tx.review.updateMany({ where, data: { note: null } })
  await tx.safetyFlag.updateMany({ where, data: { note: null } })
  await tx.safetyFlag.updateMany({ where: { ...where, resolvedAt: { not: null } }, data: { resolution: '' } })
  await tx.decision.updateMany({ where, data: { note: null } })
}
