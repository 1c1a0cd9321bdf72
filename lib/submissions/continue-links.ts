import 'server-only'
import { now } from '#lib/foundation/clock.ts'
import { db, type Tx } from '#lib/foundation/db.ts'
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
  await tx.continueLink.updateMany({ where: { draftId: draft.id, usedAt: null, supersededAt: null }, data: { supersededAt: at } })
  await tx.continueLink.create({ data: { tokenHash: hashToken(token), draftId: draft.id, createdAt: at, expiresAt: until } })
  return { url: `${env().SITE_URL}${localPath(locale, `/share/continue/${token}`)}`, until }
}

/** Why a link opens nothing. `sent`: the story has been sent since, so that its entry has a link of its own. */
export type LinkEnd = 'unknown' | 'used' | 'superseded' | 'sent' | 'expired'

type Found = Readonly<{ usedAt: Date | null; supersededAt: Date | null; expiresAt: Date; sent: boolean }>

/** What ended a link, or null while it works. */
export function linkEnd(link: Found, at: Date): Exclude<LinkEnd, 'unknown'> | null {
  if (link.usedAt) return 'used'
  if (link.sent) return 'sent'
  if (link.supersededAt) return 'superseded'
  return link.expiresAt <= at ? 'expired' : null
}

export type LinkState = Readonly<{ works: true; draftId: string; until: Date } | { works: false; end: LinkEnd }>

/** How a link stands. Looking does not use it up: mail scanners look too. */
export async function continueLinkState(linkToken: string): Promise<LinkState> {
  const link = await db.continueLink.findUnique({
    where: { tokenHash: hashToken(linkToken) },
    include: { draft: { select: { submission: { select: { id: true } } } } },
  })
  if (!link) return { works: false, end: 'unknown' }
  const end = linkEnd({ ...link, sent: link.draft.submission !== null }, now())
  return end ? { works: false, end } : { works: true, draftId: link.draftId, until: link.expiresAt }
}
