import 'server-only'
import { db } from '#lib/foundation/db.ts'
import { hashToken } from '#lib/foundation/ids.ts'
import { decimal } from '#lib/foundation/money.ts'
import { open } from '#lib/foundation/sealed.ts'
import { payoutContext } from './commands/claim.ts'
import { ownAward } from './queries.ts'

/** What is held about an award and where it is paid, as its storyteller may have it; null when nothing was opened to them. Amounts as decimals of a USDC. */
export async function heldAward(key: string) {
  const own = await ownAward(key)
  if (!own) return null
  const payout = await db.payout.findFirst({
    where: { award: { openedAt: { not: null }, submission: { keys: { some: { keyHash: hashToken(key) } } } } },
    orderBy: { award: { proposedAt: 'desc' } },
  })
  const { units, state, stateAt, claimUntil, claimedAt, payBy, paid } = own
  const destination = payout && {
    kind: payout.kind,
    network: payout.network,
    destination: open(payout.sealed, payoutContext(payout.awardId)),
  }
  return { amount: decimal(units), currency: 'USDC', state, stateAt, claimUntil, claimedAt, payBy, paid, payout: destination }
}
