import { currentStaff } from '#app/_auth/session.ts'
import { exportPayouts } from '#lib/awards/commands/payouts.ts'
import { readChainId, readToken, safeFile } from '#lib/awards/payment-files.ts'
import { now } from '#lib/foundation/clock.ts'
import { may } from '#lib/staff/permissions.ts'
import { asFile, back, noFile } from '../file-answer.ts'

export const dynamic = 'force-dynamic'

/** Cleared awards of one chain as a batch for a Safe. Without a chain and a token contract the form comes back. */
export async function GET(request: Request): Promise<Response> {
  const actor = await currentStaff()
  if (!may(actor, 'payout.see')) return noFile(actor)
  const { searchParams } = new URL(request.url)
  const typed = { chainId: searchParams.get('chainId')?.slice(0, 100) ?? '', token: searchParams.get('token')?.slice(0, 100) ?? '' }
  const [chainId, token] = [readChainId(typed.chainId), readToken(typed.token)]
  if (chainId === null || token === null) {
    const query = new URLSearchParams(typed)
    if (chainId === null) query.append('wrong', 'chainId')
    if (token === null) query.append('wrong', 'token')
    return back(query)
  }
  const [at, target] = [now(), { chainId, token }]
  const day = at.toISOString().slice(0, 10)
  const make = async () => {
    const rows = await exportPayouts(actor, { format: 'safe', chainId })
    return `${JSON.stringify(safeFile(rows, target, { name: `Humans of Binance, ${day}`, at }), null, 2)}\n`
  }
  return asFile(make, { name: `payments-${day}-safe.json`, type: 'application/json; charset=utf-8' })
}
