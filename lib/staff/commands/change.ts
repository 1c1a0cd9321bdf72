import 'server-only'
import { record } from '#lib/audit/record.ts'
import { now } from '#lib/foundation/clock.ts'
import { db, type Tx } from '#lib/foundation/db.ts'
import { Refusal } from '#lib/foundation/refusal.ts'
import { enqueue } from '#lib/queue/enqueue.ts'
import type { StaffActor } from '../actor.ts'
import { mustBeAllowed } from '../permissions.ts'
import type { PersonDetails } from '../person-form.ts'
import { forgetFactor } from '../second-factor.ts'
import { mailInvitation } from './invite.ts'
import { lockPeople } from './lock.ts'

/** A person as the form showed them. */
export type Seen = Readonly<{ id: string; version: number }>

/**
 * Saves what an admin decided about a person; true when the role changed, which ends all their sessions.
 * Refuses 'staff.forbidden', 'person.unknown', 'person.changed', and 'person.last-admin' when nobody else could let people in.
 */
export async function changePerson(actor: StaffActor, { id, version }: Seen, details: PersonDetails): Promise<boolean> {
  mustBeAllowed(actor, 'people.manage')
  const { name, role, independent, languages } = details
  return db.$transaction(async (tx) => {
    await lockPeople(tx, actor, [id])
    const before = await standing(tx, { id, version }, 'invited')
    const isOther = before.role !== role
    if (isOther && before.role === 'admin') await keepAnAdmin(tx, id)
    const data = { name, role, independent, languages: [...languages], version: { increment: 1 } }
    await tx.staffUser.update({ where: { id }, data })
    if (isOther) await tx.staffSession.deleteMany({ where: { userId: id } })
    if (isOther) await spreadTheirReading(tx)
    const facts = { from: before.role, to: role, independent, languages: languages.join(' '), renamed: before.name !== name }
    await record(tx, { actor, action: 'staff.changed', subject: { kind: 'staff', id }, at: now(), data: facts })
    return isOther
  })
}

/**
 * Lets a person in no more: sessions, sign-in links and second factor end with them. What they did stays; what they were to read goes to
 * others. Refuses like changePerson().
 */
export async function removePerson(actor: StaffActor, { id, version }: Seen): Promise<void> {
  mustBeAllowed(actor, 'people.manage')
  const at = now()
  await db.$transaction(async (tx) => {
    await lockPeople(tx, actor, [id])
    const { email, role } = await standing(tx, { id, version }, 'invited')
    if (role === 'admin') await keepAnAdmin(tx, id)
    await tx.staffUser.update({ where: { id }, data: { removedAt: at, version: { increment: 1 } } })
    await tx.staffSession.deleteMany({ where: { userId: id } })
    await tx.signInToken.deleteMany({ where: { identifier: email } })
    await forgetFactor(tx, id)
    await spreadTheirReading(tx)
    await record(tx, { actor, action: 'staff.removed', subject: { kind: 'staff', id }, at, data: { role } })
  })
}

/** Lets a removed person in again, with the role they had and a mail that says so. Refuses 'staff.forbidden', 'person.unknown', 'person.changed'. */
export async function bringPersonBack(actor: StaffActor, { id, version }: Seen): Promise<void> {
  mustBeAllowed(actor, 'people.manage')
  await db.$transaction(async (tx) => {
    await lockPeople(tx, actor, [id])
    const { email, role, languages } = await standing(tx, { id, version }, 'removed')
    const person = await tx.staffUser.update({ where: { id }, data: { removedAt: null, version: { increment: 1 } } })
    await mailInvitation(tx, { email, role: role === 'admin' || role === 'editor' ? role : 'reviewer', languages })
    await record(tx, { actor, action: 'staff.returned', subject: { kind: 'staff', id }, at: now(), data: { role: person.role } })
  })
}

type Standing = Readonly<{ email: string; name: string | null; role: string; languages: readonly string[] }>

async function standing(tx: Tx, { id, version }: Seen, wanted: 'invited' | 'removed'): Promise<Standing> {
  const person = await tx.staffUser.findUnique({ where: { id } })
  if (!person) throw new Refusal('person.unknown')
  if (person.version !== version) throw new Refusal('person.changed')
  if ((person.removedAt === null) !== (wanted === 'invited')) throw new Refusal('person.unknown')
  return person
}

/** What somebody who left was to read goes to others at once, not when the clock comes round. */
async function spreadTheirReading(tx: Tx): Promise<void> {
  await enqueue(tx, 'review.spread', {}, { key: 'review.spread' })
}

/** The database refuses it as well, whoever asks; here the answer has words. */
async function keepAnAdmin(tx: Tx, id: string): Promise<void> {
  await tx.$executeRaw`select pg_advisory_xact_lock(hashtext('staff_user.admin'))`
  const others = await tx.staffUser.count({ where: { role: 'admin', removedAt: null, id: { not: id } } })
  if (others === 0) throw new Refusal('person.last-admin')
}
