import 'server-only'
import { now } from '#lib/foundation/clock.ts'
import { db } from '#lib/foundation/db.ts'
import { hashToken } from '#lib/foundation/ids.ts'
import { type EditableAnswers, editableAnswers } from './editable.ts'
import { statusOf } from './lifecycle.ts'
import { whyNotEditable } from './policy.ts'

/** What a storyteller can change, as it stands, with the version a change has to name. */
export type EntryToEdit = Readonly<{
  reference: string
  version: number
  answers: EditableAnswers
  /** Null when it can be changed now. */
  whyNot: 'edit.too-late' | 'edit.closed' | null
  closesAt: Date | null
}>

/** The entry that this secret link opens, ready to be changed; null for an unknown link. */
export async function entryToEdit(key: string): Promise<EntryToEdit | null> {
  const include = { survey: true, campaign: { select: { closesAt: true } } } as const
  const found = await db.entryKey.findUnique({ where: { keyHash: hashToken(key) }, select: { submission: { include } } })
  if (!found) return null
  const { reference, version, status, campaign } = found.submission
  const whyNot = whyNotEditable(statusOf(status), campaign, now())
  return { reference, version, answers: editableAnswers(found.submission), whyNot, closesAt: campaign.closesAt }
}
