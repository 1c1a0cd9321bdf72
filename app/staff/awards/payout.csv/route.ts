import { currentStaff } from '#app/_auth/session.ts'
import { exportPayouts } from '#lib/awards/commands/payouts.ts'
import { payoutCsv } from '#lib/awards/payment-files.ts'
import { now } from '#lib/foundation/clock.ts'
import { may } from '#lib/staff/permissions.ts'
import { asFile, noFile } from '../file-answer.ts'

export const dynamic = 'force-dynamic'

/** Every cleared award with where it goes. */
export async function GET(): Promise<Response> {
  const actor = await currentStaff()
  if (!may(actor, 'payout.see')) return noFile(actor)
  const file = { name: `payments-${now().toISOString().slice(0, 10)}.csv`, type: 'text/csv; charset=utf-8' }
  return asFile(async () => payoutCsv(await exportPayouts(actor, { format: 'csv' })), file)
}
