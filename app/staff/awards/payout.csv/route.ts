import { exportPayouts } from '#lib/awards/commands/payouts.ts'
import { payoutCsv } from '#lib/awards/payment-files.ts'
import { now } from '#lib/foundation/clock.ts'
import { asFile, payoutFile } from '../file-answer.ts'

export const dynamic = 'force-dynamic'

/** Every cleared award with where it goes. */
export function GET(): Promise<Response> {
  return payoutFile(async (actor) => {
    const body = payoutCsv(await exportPayouts(actor, { format: 'csv' }))
    return asFile(body, { name: `payments-${now().toISOString().slice(0, 10)}.csv`, type: 'text/csv; charset=utf-8' })
  })
}
