import 'server-only'
import { record } from '#lib/audit/record.ts'
import { now } from '#lib/foundation/clock.ts'
import { db } from '#lib/foundation/db.ts'
import { Refusal } from '#lib/foundation/refusal.ts'
import type { SubmissionInclude } from '#prisma/generated/models/Submission.ts'
import { editableAnswers } from '../editable.ts'
import { statusOf } from '../lifecycle.ts'
import { whyNotEditable } from '../policy.ts'
import { type EditAnswers, editFields } from '../steps/edit.ts'
import { orderTwinSearch } from '../twin-search.ts'
import { lockOwnEntry } from './own-lock.ts'

/** `version` is that of the entry the person saw when they began. */
type Editing = Readonly<{ key: string; version: number; answers: EditAnswers }>

const parts = { survey: true, campaign: { select: { closesAt: true } } } satisfies SubmissionInclude

/**
 * Changes what a storyteller told us, until reading begins or entries close; the record keeps the names of the changed fields only. Sending
 * what already stands changes nothing and succeeds. Refuses 'entry.missing', 'edit.too-late', 'edit.closed' { closesAt } and
 * 'entry.changed' when the entry is no longer as this person saw it.
 */
export async function editEntry({ key, version, answers }: Editing): Promise<void> {
  await db.$transaction(async (tx) => {
    const entry = await tx.submission.findUniqueOrThrow({ where: { id: await lockOwnEntry(tx, key) }, include: parts })
    const at = now()
    const stored = editableAnswers(entry)
    const changed = editFields.filter((field) => String(stored[field] ?? '') !== String(answers[field] ?? ''))
    if (changed.length === 0) return
    const closesAt = entry.campaign.closesAt?.toISOString() ?? ''
    const reason = whyNotEditable(statusOf(entry.status), entry.campaign, at)
    if (reason === 'edit.closed') throw new Refusal('edit.closed', undefined, { closesAt })
    if (reason) throw new Refusal('edit.too-late')
    if (entry.version !== version) throw new Refusal('entry.changed')
    const { themes, tools, othersShown, mailLanguage, ...own } = answers
    await tx.submission.update({ where: { id: entry.id }, data: { ...own, locale: mailLanguage, version: { increment: 1 } } })
    await orderTwinSearch(tx, entry.id)
    await tx.surveyAnswers.update({ where: { submissionId: entry.id }, data: { themes, tools, othersShown } })
    const subject = { kind: 'submission', id: entry.id } as const
    await record(tx, { actor: { kind: 'storyteller' }, action: 'submission.edited', subject, at, data: { fields: changed.join(' ') } })
  })
}
