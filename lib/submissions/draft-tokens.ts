import 'server-only'
import { deriveKey, hashToken } from '#lib/foundation/ids.ts'
import { Prisma } from '#prisma/generated/client.ts'

/** The id of the draft a token opens, as a part of a query: the browser that began it holds a token, and each that continued it one of its own. */
export function draftHeldBy(token: string): Prisma.Sql {
  const hash = hashToken(token)
  return Prisma.sql`(select id from draft where token_hash = ${hash} union all select draft_id from draft_token where token_hash = ${hash})`
}

/** What is kept of the entry link that the browser with this token is shown once the story is sent, whichever browser sends it. */
export function entryKeyHashOf(token: string): string {
  return hashToken(deriveKey(token, 'entry'))
}
