import { createHash } from 'node:crypto'
import type { Database, Tx } from '#lib/foundation/db.ts'

/** How often one key may do one thing. */
export type Limit = Readonly<{ name: string; times: number; seconds: number }>

/** Shared by every instance, as the counters live in the database. */
export const limits = {
  /** Forms with something wrong in them, whichever they are. */
  formTry: { name: 'form-try', times: 600, seconds: 600 },
  shareStep: { name: 'share-step', times: 240, seconds: 600 },
  stepByDraft: { name: 'step-draft', times: 240, seconds: 600 },
  sendEntry: { name: 'send-entry', times: 240, seconds: 3600 },
  sendByDraft: { name: 'send-draft', times: 60, seconds: 600 },
  sendByMail: { name: 'send-mail', times: 120, seconds: 86_400 },
  /** A sample of what everybody sends: a hundred thousand entries in ten minutes. */
  sendSample: { name: 'send-sample', times: 5_000, seconds: 600 },
  /** More than this is not refused: it is noted. */
  manyFromNetwork: { name: 'many-network', times: 30, seconds: 3600 },
  manyFromMail: { name: 'many-mail', times: 5, seconds: 86_400 },
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
  historyReport: { name: 'history-report', times: 20, seconds: 3600 },
  verify: { name: 'verify', times: 60, seconds: 600 },
} as const satisfies Record<string, Limit>

export type Permit = Readonly<{ allowed: true } | { allowed: false; retryAfter: number }>

export type Asked = readonly [limit: Limit, who: string]

/** Takes one permit for `who`; `retryAfter` is in seconds. What identifies a person is kept as a hash only. */
export async function allow(database: Database | Tx, limit: Limit, who: string): Promise<Permit> {
  const [permit] = await allowEach(database, [[limit, who]])
  return permit ?? { allowed: true }
}

/** Takes several permits in one statement; of each in turn whether it was given. One that is refused takes none of the others back. */
export async function allowEach(database: Database | Tx, asked: readonly Asked[]): Promise<readonly Permit[]> {
  const keys = asked.map(([limit, who]) => permitKey(limit, who))
  const rows = await database.$queryRaw<{ allowed: boolean; retry_after: number }[]>`
    /* prepared */
    select permit.allowed, permit.retry_after
    from unnest(${keys}::text[], ${asked.map(([limit]) => limit.times)}::int[], ${asked.map(([limit]) => limit.seconds)}::int[])
      with ordinality as one (key, times, seconds, place), take_permit(one.key, one.times, one.seconds) as permit
    order by one.place`
  return rows.map(({ allowed, retry_after }) => (allowed ? { allowed } : { allowed, retryAfter: retry_after }))
}

/** The name of the counter of one who does one thing. */
export function permitKey(limit: Limit, who: string): string {
  return `${limit.name}:${createHash('sha256').update(who).digest('base64url').slice(0, 22)}`
}
