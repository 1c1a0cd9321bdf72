import 'server-only'
import { now } from '#lib/foundation/clock.ts'
import { db } from '#lib/foundation/db.ts'
import type { StaffActor } from './actor.ts'
import { mustBeAllowed } from './permissions.ts'
import { longestPause, roleOf } from './sessions.ts'
import type { PersonLine, SessionLine } from './views.ts'

const line = {
  ...{ id: true, email: true, name: true, role: true, independent: true, languages: true, invitedAt: true, removedAt: true, version: true },
  secondFactor: { select: { confirmedAt: true } },
  sessions: { select: { lastSeenAt: true }, orderBy: { lastSeenAt: 'desc' }, take: 1 },
} as const

type Row = Omit<PersonLine, 'role' | 'hasFactor' | 'lastSeenAt'> & {
  role: string
  secondFactor: { confirmedAt: Date | null } | null
  sessions: { lastSeenAt: Date }[]
}

/** Everybody who works here or did, by address; at most 500. */
export async function staffDirectory(actor: StaffActor): Promise<readonly PersonLine[]> {
  mustBeAllowed(actor, 'people.manage')
  return (await db.staffUser.findMany({ select: line, orderBy: [{ email: 'asc' }], take: 500 })).map(lineOf)
}

/** One person with their open sessions, or null. */
export async function personForStaff(
  actor: StaffActor,
  id: string,
): Promise<Readonly<{ person: PersonLine; sessions: readonly SessionLine[] }> | null> {
  mustBeAllowed(actor, 'people.manage')
  if (!isId(id)) return null
  const row = await db.staffUser.findUnique({ where: { id }, select: line })
  return row && { person: lineOf(row), sessions: await openSessions(id) }
}

/** The sessions of whoever asks, the latest first. */
export async function ownSessions(actor: StaffActor): Promise<readonly SessionLine[]> {
  mustBeAllowed(actor, 'session.see-own')
  return openSessions(actor.id)
}

/** True for what can be an id of ours: anything else is never asked for. */
export function isId(id: string): boolean {
  return /^[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}$/.test(id)
}

async function openSessions(userId: string): Promise<readonly SessionLine[]> {
  const at = now()
  const seenSince = new Date(at.getTime() - longestPause)
  return db.staffSession.findMany({
    where: { userId, expiresAt: { gt: at }, lastSeenAt: { gte: seenSince } },
    select: { id: true, createdAt: true, lastSeenAt: true, expiresAt: true, device: true },
    orderBy: { lastSeenAt: 'desc' },
    take: 100,
  })
}

function lineOf({ role, secondFactor, sessions, ...row }: Row): PersonLine {
  return { ...row, role: roleOf(role), hasFactor: Boolean(secondFactor?.confirmedAt), lastSeenAt: sessions[0]?.lastSeenAt ?? null }
}
