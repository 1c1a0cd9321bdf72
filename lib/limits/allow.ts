import { createHash } from 'node:crypto'
import type { Database, Tx } from '#lib/foundation/db.ts'

/** How often one key may do one thing. */
export type Limit = Readonly<{ name: string; times: number; seconds: number }>

/** Shared by every instance, as the counters live in the database. */
export const limits = {
  shareStep: { name: 'share-step', times: 240, seconds: 600 },
  sendEntry: { name: 'send-entry', times: 120, seconds: 3600 },
  entryLinkByMail: { name: 'entry-link-mail', times: 5, seconds: 3600 },
  entryLinkByNetwork: { name: 'entry-link-network', times: 30, seconds: 3600 },
  continueLinkByMail: { name: 'continue-mail', times: 5, seconds: 3600 },
  continueLinkByNetwork: { name: 'continue-network', times: 30, seconds: 3600 },
  entryChange: { name: 'entry-change', times: 120, seconds: 600 },
  awardCode: { name: 'award-code', times: 5, seconds: 3600 },
  awardCodeTry: { name: 'award-code-try', times: 6, seconds: 600 },
  signInByMail: { name: 'sign-in-mail', times: 10, seconds: 900 },
  signInByNetwork: { name: 'sign-in-network', times: 60, seconds: 900 },
  secondFactor: { name: 'second-factor', times: 10, seconds: 900 },
  verify: { name: 'verify', times: 60, seconds: 600 },
} as const satisfies Record<string, Limit>

export type Permit = Readonly<{ allowed: true } | { allowed: false; retryAfter: number }>

/** Takes one permit for `who`; `retryAfter` is in seconds. What identifies a person is kept as a hash only. */
export async function allow(database: Database | Tx, limit: Limit, who: string): Promise<Permit> {
  const key = `${limit.name}:${createHash('sha256').update(who).digest('base64url').slice(0, 22)}`
  const [row] = await database.$queryRaw<
    { allowed: boolean; retry_after: number }[]
  >`select * from take_permit(${key}, ${limit.times}::int, ${limit.seconds}::int)`
  return row?.allowed === false ? { allowed: false, retryAfter: row.retry_after } : { allowed: true }
}
