import 'server-only'
import { createHmac } from 'node:crypto'
import type { AuditAction } from '#lib/audit/actions.ts'
import { record } from '#lib/audit/record.ts'
import { clockOffset, now } from '#lib/foundation/clock.ts'
import { db, type Tx } from '#lib/foundation/db.ts'
import { authSecret } from '#lib/foundation/env.ts'
import { hashToken, newMailCode, newToken } from '#lib/foundation/ids.ts'
import { Refusal } from '#lib/foundation/refusal.ts'
import { open, seal } from '#lib/foundation/sealed.ts'
import { allow, limits } from '#lib/limits/allow.ts'
import { appAddress, newAppSecret, stepOf } from './totp.ts'

/** The session in which something about a second factor happens, and whose it is. */
export type FactorHolder = Readonly<{ sessionId: string; userId: string; email: string }>

/** Codes for when the app is lost, made and shown together. */
const codesAtOnce = 10

/** What somebody's second factor is now. `secret` and `address` are there only while it is being set up. */
export type FactorState =
  | Readonly<{ is: 'none' }>
  | Readonly<{ is: 'begun'; secret: string; address: string }>
  | Readonly<{ is: 'on'; since: Date; codesLeft: number }>

const context = (userId: string) => `second-factor:${userId}`

/** What this person has set up so far. */
export async function factorState({ userId, email }: Pick<FactorHolder, 'userId' | 'email'>): Promise<FactorState> {
  const factor = await db.secondFactor.findUnique({ where: { userId } })
  if (!factor) return { is: 'none' }
  if (factor.confirmedAt) {
    return { is: 'on', since: factor.confirmedAt, codesLeft: await db.recoveryCode.count({ where: { userId, usedAt: null } }) }
  }
  const secret = open(factor.secret, context(userId))
  return { is: 'begun', secret, address: appAddress(secret, email) }
}

/** Makes a secret for an app, in place of one that was never finished. Refuses 'factor.on' when there is one that works. */
export async function beginFactor({ userId }: Pick<FactorHolder, 'userId'>): Promise<void> {
  const fresh = { secret: seal(newAppSecret(), context(userId)), createdAt: now() }
  await db.$transaction(async (tx) => {
    await tx.secondFactor.createMany({ data: [{ userId, ...fresh }], skipDuplicates: true })
    const { count } = await tx.secondFactor.updateMany({ where: { userId, confirmedAt: null }, data: fresh })
    if (count === 0) throw new Refusal('factor.on')
  })
}

/**
 * Turns the second factor on when the app shows the right digits, and returns the recovery codes: they are never shown again. This session
 * counts as having shown it, every other session of this person is asked. Refuses 'factor.none', 'factor.on', 'factor.wrong', 'factor.too-many'.
 */
export async function confirmFactor(holder: FactorHolder, typed: string): Promise<readonly string[]> {
  await permit(holder)
  return refusedOnRecord(holder, async (tx) => {
    const factor = await tx.secondFactor.findUnique({ where: { userId: holder.userId } })
    if (!factor) throw new Refusal('factor.none')
    if (factor.confirmedAt) throw new Refusal('factor.on')
    const at = now()
    const lastStep = stepOf(open(factor.secret, context(holder.userId)), digitsOf(typed), machineMs())
    if (lastStep === null) throw new Refusal('factor.wrong')
    const guard = { userId: holder.userId, confirmedAt: null, secret: factor.secret }
    const { count } = await tx.secondFactor.updateMany({ where: guard, data: { confirmedAt: at, lastStep } })
    if (count === 0) throw new Refusal('factor.on')
    await tx.staffSession.updateMany({ where: { id: holder.sessionId, userId: holder.userId }, data: { secondFactorAt: at } })
    // They may have shown an app that was taken away since.
    await tx.staffSession.updateMany({ where: { id: { not: holder.sessionId }, userId: holder.userId }, data: { secondFactorAt: null } })
    await note(tx, holder, 'staff.factor-set', {})
    return makeCodes(tx, holder.userId)
  })
}

/**
 * Lets a waiting session in: with the digits of the app, each good once, or with a recovery code, each good once. The session gets a new
 * token for the cookie. Refuses 'factor.wrong', 'factor.too-many' (values minutes), 'factor.session-over'.
 */
export async function showFactor(holder: FactorHolder, typed: string): Promise<{ token: string; expiresAt: Date }> {
  await permit(holder)
  return refusedOnRecord(holder, async (tx) => {
    const by = await spend(tx, holder.userId, typed)
    const token = newToken()
    const waiting = { id: holder.sessionId, userId: holder.userId, secondFactorAt: null }
    const { count } = await tx.staffSession.updateMany({ where: waiting, data: { secondFactorAt: now(), tokenHash: hashToken(token) } })
    if (count === 0) throw new Refusal('factor.session-over')
    await note(tx, holder, 'staff.factor-passed', { by })
    const { expiresAt } = await tx.staffSession.findUniqueOrThrow({ where: { id: holder.sessionId }, select: { expiresAt: true } })
    return { token, expiresAt }
  })
}

/** New recovery codes in place of all earlier ones, for whoever shows the factor once more. Refuses like showFactor(). */
export async function renewCodes(holder: FactorHolder, typed: string): Promise<readonly string[]> {
  await permit(holder)
  return refusedOnRecord(holder, async (tx) => {
    await spend(tx, holder.userId, typed)
    await note(tx, holder, 'staff.codes-renewed', {})
    return makeCodes(tx, holder.userId)
  })
}

/** Takes the second factor away, for whoever shows it once more: to set up another phone. Refuses like showFactor(). */
export async function dropFactor(holder: FactorHolder, typed: string): Promise<void> {
  await permit(holder)
  await refusedOnRecord(holder, async (tx) => {
    await spend(tx, holder.userId, typed)
    await forgetFactor(tx, holder.userId)
    await note(tx, holder, 'staff.factor-taken-away', {})
  })
}

/** Deletes app and codes of a person inside the caller's transaction. */
export async function forgetFactor(tx: Tx, userId: string): Promise<void> {
  await tx.secondFactor.deleteMany({ where: { userId } })
  await tx.recoveryCode.deleteMany({ where: { userId } })
}

/** Uses up what was typed. The guarded updates make sure that of two at once only one passes. */
async function spend(tx: Tx, userId: string, typed: string): Promise<'app' | 'recovery-code'> {
  const factor = await tx.secondFactor.findUnique({ where: { userId } })
  if (!factor?.confirmedAt) throw new Refusal('factor.none')
  const step = stepOf(open(factor.secret, context(userId)), digitsOf(typed), machineMs())
  if (step !== null) {
    const unseen = { userId, OR: [{ lastStep: null }, { lastStep: { lt: step } }] }
    const { count } = await tx.secondFactor.updateMany({ where: unseen, data: { lastStep: step } })
    if (count > 0) return 'app'
  }
  const code = recoveryCodeOf(typed)
  const unused = code && { codeHash: hashOf(userId, code), userId, usedAt: null }
  if (unused && (await tx.recoveryCode.updateMany({ where: unused, data: { usedAt: now() } })).count > 0) return 'recovery-code'
  throw new Refusal('factor.wrong')
}

async function makeCodes(tx: Tx, userId: string): Promise<readonly string[]> {
  const codes = Array.from({ length: codesAtOnce }, newMailCode)
  await tx.recoveryCode.deleteMany({ where: { userId } })
  await tx.recoveryCode.createMany({ data: codes.map((code) => ({ userId, codeHash: hashOf(userId, code) })) })
  return codes
}

/** Keyed with the site's secret: who holds only the database cannot try codes out. */
function hashOf(userId: string, code: string): string {
  return createHmac('sha256', authSecret()).update(`recovery-code:${userId}:${code}`).digest('hex')
}

function digitsOf(typed: string): string {
  return typed.slice(0, 40).replace(/[\s-]/g, '')
}

function recoveryCodeOf(typed: string): string | null {
  const plain = typed
    .slice(0, 40)
    .toUpperCase()
    .replace(/[^0-9A-Z]/g, '')
  return plain.length === 12 ? `${plain.slice(0, 4)}-${plain.slice(4, 8)}-${plain.slice(8)}` : null
}

function machineMs(): number {
  return now().getTime() - clockOffset()
}

async function permit({ userId }: FactorHolder): Promise<void> {
  const permit = await allow(db, limits.secondFactor, userId)
  if (!permit.allowed) throw new Refusal('factor.too-many', undefined, { minutes: Math.ceil(permit.retryAfter / 60) })
}

/** A wrong code leaves a line in the record, though everything else about it is undone. */
async function refusedOnRecord<T>(holder: FactorHolder, work: (tx: Tx) => Promise<T>): Promise<T> {
  try {
    return await db.$transaction(work)
  } catch (error) {
    if (error instanceof Refusal && error.code === 'factor.wrong')
      await db.$transaction((tx) => note(tx, holder, 'staff.factor-refused', {}))
    throw error
  }
}

async function note(tx: Tx, { userId }: FactorHolder, action: AuditAction, data: Readonly<Record<string, string>>): Promise<void> {
  await record(tx, { actor: { kind: 'staff', id: userId }, action, subject: { kind: 'staff', id: userId }, at: now(), data })
}
