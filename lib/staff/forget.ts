import 'server-only'
import { now } from '#lib/foundation/clock.ts'
import { db } from '#lib/foundation/db.ts'
import { longestPause } from './sessions.ts'

/** Deletes sessions that are over and sign-in links that can no longer be used; used ones are gone already. Returns how many of each. */
export async function forgetSignIns(): Promise<{ sessions: number; signInLinks: number }> {
  const at = now()
  const pausedSince = new Date(at.getTime() - longestPause)
  const over = { OR: [{ expiresAt: { lte: at } }, { lastSeenAt: { lt: pausedSince } }, { user: { removedAt: { not: null } } }] }
  const sessions = await db.staffSession.deleteMany({ where: over })
  const links = await db.signInToken.deleteMany({ where: { expiresAt: { lte: at } } })
  return { sessions: sessions.count, signInLinks: links.count }
}
