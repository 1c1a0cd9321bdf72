import 'server-only'
import { now } from '#lib/foundation/clock.ts'
import type { Database, Tx } from '#lib/foundation/db.ts'
import { env } from '#lib/foundation/env.ts'
import { hashToken, newToken } from '#lib/foundation/ids.ts'
import { type Locale, localPath } from '#lib/i18n/locales.ts'

/** A mailed link works this long, and never longer than the draft. */
export const continueDays = 7

const dayMs = 86_400_000

type Draft = Readonly<{ id: string; expiresAt: Date }>

/**
 * A new link to a draft, for one mail; the one before stops working. The caller holds the draft's row locked, so that of two links
 * made at once the later is the one that works.
 */
export async function newContinueUrl(
  tx: Tx,
  draft: Draft,
  { locale, at }: Readonly<{ locale: Locale; at: Date }>,
): Promise<{ url: string; until: Date }> {
  const token = newToken()
  const until = new Date(Math.min(at.getTime() + continueDays * dayMs, draft.expiresAt.getTime()))
  await tx.$executeRaw`
    update continue_link set superseded_at = ${at} where draft_id = ${draft.id}::uuid and used_at is null and superseded_at is null`
  await tx.$executeRaw`
    insert into continue_link (token_hash, draft_id, created_at, expires_at) values (${hashToken(token)}, ${draft.id}::uuid, ${at}, ${until})`
  return { url: `${env().SITE_URL}${localPath(locale, `/share/continue/${token}`)}`, until }
}

/** Why a link opens nothing. `sent`: the story has been sent since, so that its entry has a link of its own. */
export type LinkEnd = 'unknown' | 'used' | 'superseded' | 'sent' | 'expired'

type Found = Readonly<{ used_at: Date | null; superseded_at: Date | null; expires_at: Date; sent: boolean }>

function endOf(link: Found, at: Date): LinkEnd | null {
  if (link.used_at) return 'used'
  if (link.sent) return 'sent'
  if (link.superseded_at) return 'superseded'
  return link.expires_at <= at ? 'expired' : null
}

export type LinkState = Readonly<{ works: true; draftId: string; until: Date } | { works: false; end: LinkEnd }>

/** How a link stands. Looking does not use it up: mail scanners look too. */
export async function continueLinkState(database: Database | Tx, linkToken: string): Promise<LinkState> {
  const [link] = await database.$queryRaw<(Found & { draft_id: string })[]>`
    select l.draft_id, l.used_at, l.superseded_at, l.expires_at, exists (select from submission s where s.draft_id = l.draft_id) as sent
    from continue_link l where l.token_hash = ${hashToken(linkToken)}`
  const end = link ? endOf(link, now()) : 'unknown'
  return link && !end ? { works: true, draftId: link.draft_id, until: link.expires_at } : { works: false, end: end ?? 'unknown' }
}
