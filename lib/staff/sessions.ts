import 'server-only'
import { record } from '#lib/audit/record.ts'
import { now } from '#lib/foundation/clock.ts'
import { db } from '#lib/foundation/db.ts'
import { hashToken, newId, newToken } from '#lib/foundation/ids.ts'
import { type StaffActor, type StaffRole, staffRoles } from './actor.ts'
import { type FactorRule, factorRule } from './factor-rule.ts'

const minute = 60_000
/** A session ends this long after it began, whatever happens. */
export const longestSession = 8 * 60 * minute
/** A session ends this long after its last request. */
export const longestPause = 30 * minute

export type StaffSession = Readonly<{ id: string; actor: StaffActor; expiresAt: Date }>

/** A session, and what its person has to do before it counts: show the code of their app, or set one up. */
export type ReadSession = StaffSession & Readonly<{ waitsFor: 'code' | 'set-up' | null }>

/** Begins a session for somebody who proved who they are. Returns the token for the cookie; only its hash is kept. Null for a person who was removed. */
export async function startSession(userId: string): Promise<{ token: string; expiresAt: Date } | null> {
  const token = newToken()
  const createdAt = now()
  const expiresAt = new Date(createdAt.getTime() + longestSession)
  return db.$transaction(async (tx) => {
    const user = await tx.staffUser.findFirst({ where: { id: userId, removedAt: null }, select: { id: true } })
    if (!user) return null
    await tx.staffSession.deleteMany({ where: { userId, expiresAt: { lte: createdAt } } })
    await tx.staffSession.create({
      data: { id: newId(), tokenHash: hashToken(token), userId, createdAt, lastSeenAt: createdAt, expiresAt },
    })
    await record(tx, {
      actor: { kind: 'staff', id: userId },
      action: 'staff.signed-in',
      subject: { kind: 'staff', id: userId },
      at: createdAt,
    })
    return { token, expiresAt }
  })
}

/**
 * Who holds this token, or null: unknown, older than 8 hours, unused for 30 minutes, of a person who was removed, or waiting for its second
 * factor. Counts as a request.
 */
export async function sessionOf(token: string): Promise<StaffSession | null> {
  const session = await readSession(token)
  return session?.waitsFor === null ? session : null
}

/** The same with sessions that wait for their second factor. `device` is noted the first time. */
export async function readSession(token: string, device: string | null = null): Promise<ReadSession | null> {
  const at = now()
  const session = await db.staffSession.findUnique({
    where: { tokenHash: hashToken(token) },
    include: { user: { include: { secondFactor: { select: { confirmedAt: true } } } } },
  })
  if (!session || session.user.removedAt) return null
  const pause = at.getTime() - session.lastSeenAt.getTime()
  if (session.expiresAt <= at || pause > longestPause) return null
  const isNew = device !== null && session.device === null
  if (pause > minute || isNew) {
    const stale = [{ lastSeenAt: { lt: new Date(at.getTime() - minute) } }, ...(isNew ? [{ device: null }] : [])]
    await db.staffSession.updateMany({ where: { id: session.id, OR: stale }, data: { lastSeenAt: at, ...(isNew ? { device } : {}) } })
  }
  const { id, email, name, independent } = session.user
  const role = roleOf(session.user.role)
  const hasFactor = Boolean(session.user.secondFactor?.confirmedAt)
  const rule = factorRule()
  return {
    id: session.id,
    expiresAt: session.expiresAt,
    actor: { kind: 'staff', id, role, email, name, independent, ...lack(role, hasFactor, rule) },
    waitsFor: waiting({ role, hasFactor, wasShown: session.secondFactorAt !== null, rule }),
  }
}

/** Whoever has a second factor is asked for it, whatever their role. */
function waiting(known: Readonly<{ role: StaffRole; hasFactor: boolean; wasShown: boolean; rule: FactorRule }>): ReadSession['waitsFor'] {
  if (known.hasFactor) return known.wasShown ? null : 'code'
  return known.role === 'admin' && known.rule === 'required' ? 'set-up' : null
}

function lack(role: StaffRole, hasFactor: boolean, rule: FactorRule): Pick<StaffActor, 'withoutSecondFactor'> {
  if (role !== 'admin' || hasFactor) return {}
  return { withoutSecondFactor: rule === 'offered' ? 'offered' : 'withheld' }
}

/** Ends the session of this token at once. Ending an unknown one changes nothing. */
export async function endSession(token: string): Promise<void> {
  const at = now()
  await db.$transaction(async (tx) => {
    const session = await tx.staffSession.findUnique({ where: { tokenHash: hashToken(token) }, select: { id: true, userId: true } })
    if (!session) return
    const { count } = await tx.staffSession.deleteMany({ where: { id: session.id } })
    if (count === 0) return
    const actor = { kind: 'staff', id: session.userId } as const
    await record(tx, { actor, action: 'staff.signed-out', subject: { kind: 'staff', id: session.userId }, at })
  })
}

/** The role as it is stored. Throws on a word the database should have refused. */
export function roleOf(stored: string): StaffRole {
  const role = staffRoles.find((known) => known === stored)
  if (!role) throw new Error(`unknown role ${stored}`)
  return role
}
