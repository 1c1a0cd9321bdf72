import 'server-only'
import { record } from '#lib/audit/record.ts'
import { now } from '#lib/foundation/clock.ts'
import { db } from '#lib/foundation/db.ts'
import { env } from '#lib/foundation/env.ts'
import { Refusal } from '#lib/foundation/refusal.ts'
import { defaultLocale, localeOf, localPath } from '#lib/i18n/locales.ts'
import { queueMail } from '#lib/mail/outbox.ts'
import type { StaffActor } from '#lib/staff/actor.ts'
import { mustBeAllowed } from '#lib/staff/permissions.ts'
import type { ReportAnswer } from '../report.ts'

/**
 * Notes something about a report, answers it or closes it. An answer is mailed once, and the address is not kept after either end.
 * Refuses 'report.unknown', 'report.changed' when it is no longer open as this person saw it, 'report.nobody' when there is no address
 * to answer to, and 'report.wordless' for an answer without words.
 */
export async function answerReport(actor: StaffActor, { reportId, version, outcome, note, answer }: ReportAnswer): Promise<void> {
  mustBeAllowed(actor, 'history.edit')
  const at = now()
  await db.$transaction(async (tx) => {
    const report = await tx.historyReport.findUnique({ where: { id: reportId } })
    if (!report) throw new Refusal('report.unknown')
    if (outcome === 'answered' && report.state === 'open' && report.email === null) throw new Refusal('report.nobody', 'outcome')
    if (outcome === 'answered' && !answer) throw new Refusal('report.wordless', 'answer')
    const ended = outcome === 'open' ? {} : { endedAt: at, endedById: actor.id, email: null }
    const { count } = await tx.historyReport.updateMany({
      where: { id: reportId, version, state: 'open' },
      data: { state: outcome, note, answer: outcome === 'answered' ? answer : null, version: { increment: 1 }, ...ended },
    })
    if (count === 0) throw new Refusal('report.changed')
    if (outcome === 'open') return
    const action = outcome === 'answered' ? 'report.answered' : 'report.closed'
    await record(tx, { actor, action, subject: { kind: 'report', id: reportId }, at, data: { claim: report.claimId } })
    if (outcome !== 'answered' || report.email === null || !answer) return
    const locale = localeOf(report.locale) ?? defaultLocale
    const url = env().SITE_URL + localPath(locale, '/history')
    await queueMail(tx, { kind: 'history-answer', to: report.email, locale, values: { said: report.what, answer, url } })
  })
}
