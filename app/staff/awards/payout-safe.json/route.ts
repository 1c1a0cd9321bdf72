import { exportPayouts } from '#lib/awards/commands/payouts.ts'
import { readChainId, readToken, safeFile } from '#lib/awards/payment-files.ts'
import { now } from '#lib/foundation/clock.ts'
import { asFile, payoutFile } from '../file-answer.ts'

export const dynamic = 'force-dynamic'

/** Cleared awards of one chain as a batch for a Safe. Without a chain and a token contract the form comes back. */
export function GET(request: Request): Promise<Response> {
  return payoutFile(async (actor) => {
    const { searchParams } = new URL(request.url)
    const [typedChain, typedToken] = [searchParams.get('chainId') ?? '', searchParams.get('token') ?? '']
    const [chainId, token] = [readChainId(typedChain), readToken(typedToken)]
    if (chainId === null || token === null) {
      const back = new URLSearchParams({ chainId: typedChain.slice(0, 100), token: typedToken.slice(0, 100) })
      if (chainId === null) back.append('wrong', 'chainId')
      if (token === null) back.append('wrong', 'token')
      return new Response(null, { status: 303, headers: { location: `/staff/awards/payments?${back}`, 'cache-control': 'no-store' } })
    }
    const at = now()
    const rows = await exportPayouts(actor, { format: 'safe', chainId })
    const file = safeFile(rows, { chainId, token }, { name: `Humans of Binance, ${at.toISOString().slice(0, 10)}`, at })
    return asFile(`${JSON.stringify(file, null, 2)}\n`, {
      name: `payments-${at.toISOString().slice(0, 10)}-safe.json`,
      type: 'application/json; charset=utf-8',
    })
  })
}
