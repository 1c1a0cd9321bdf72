import 'server-only'
import { record } from '#lib/audit/record.ts'
import { now } from '#lib/foundation/clock.ts'
import { db } from '#lib/foundation/db.ts'
import { hashText, newId } from '#lib/foundation/ids.ts'
import { Refusal } from '#lib/foundation/refusal.ts'
import type { Locale } from '#lib/i18n/locales.ts'
import { consentTexts, isOffered, type Purpose } from '../consent.ts'
import { tellOfStoppedFilm } from './film-of-entry.ts'
import { lockOwnEntry } from './own-lock.ts'

/** `locale` is the language the words of this permission were shown in. */
type Changing = Readonly<{ key: string; purpose: Purpose; answer: string; locale: Locale }>

/**
 * Gives or takes back one permission and leaves every other as it is: adds a row with the hash of the words shown, changes none. The answer
 * that already stands adds nothing. Without the permission a film stops at once, or without that of the name it can show,
 * and a letter says so. Refuses 'permission.needs-withdrawal' for the rules and for reading, without which there is no entry,
 * 'permission.unknown' for an answer that is not offered, and 'entry.missing'.
 */
export async function changePermission({ key, purpose, answer, locale }: Changing): Promise<void> {
  if (purpose === 'rules' || purpose === 'reading') throw new Refusal('permission.needs-withdrawal')
  if (!isOffered(purpose, answer)) throw new Refusal('permission.unknown')
  const textHash = hashText(consentTexts(locale)[purpose])
  await db.$transaction(async (tx) => {
    const submissionId = await lockOwnEntry(tx, key)
    const last = await tx.consentEvent.findFirst({ where: { submissionId, purpose }, orderBy: [{ at: 'desc' }, { id: 'desc' }] })
    if (last?.answer === answer) return
    const at = after(last?.at)
    await tx.consentEvent.create({ data: { id: newId(), submissionId, purpose, answer, textHash, locale, at } })
    const data = { purpose, from: last?.answer ?? null, to: answer }
    await record(tx, {
      actor: { kind: 'storyteller' },
      action: 'consent.changed',
      subject: { kind: 'submission', id: submissionId },
      at,
      data,
    })
    if (purpose === 'film' && answer === 'no') await tellOfStoppedFilm(tx, submissionId, { why: 'permission', at })
    if (purpose === 'publish-name' && answer === 'no') await tellOfStoppedFilm(tx, submissionId, { why: 'name', at })
  })
}

/** Now, and in any case later than the answer before: the latest answer is the one that counts. */
function after(before: Date | undefined): Date {
  const at = now()
  return before && before >= at ? new Date(before.getTime() + 1) : at
}
