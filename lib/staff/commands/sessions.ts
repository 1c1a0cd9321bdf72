import 'server-only'
import { record } from '#lib/audit/record.ts'
import { now } from '#lib/foundation/clock.ts'
import { db, type Tx } from '#lib/foundation/db.ts'
import { env } from '#lib/foundation/env.ts'
import { Refusal } from '#lib/foundation/refusal.ts'
import { defaultLocale, localeOf } from '#lib/i18n/locales.ts'
import { queueMail } from '#lib/mail/outbox.ts'
import type { StaffActor } from '../actor.ts'
import { isId } from '../directory.ts'
import { mustBeAllowed } from '../permissions.ts'
import { forgetFactor } from '../second-factor.ts'
import { lockPeople } from './lock.ts'

/** Which sessions end: one by its id, all, or all but one. */
export type Ended = Readonly<{ only: string } | { all: true } | { allBut: string }>

/** Ends sessions of whoever asks. Ending what is over already changes nothing. */
export async function endOwnSessions(actor: StaffActor, which: Ended): Promise<number> {
  mustBeAllowed(actor, 'session.see-own')
  return db.$transaction((tx) => end(tx, { actor, userId: actor.id, which }))
}

/** Ends sessions of another member of staff. Refuses 'staff.forbidden'. */
export async function endSessionsOf(actor: StaffActor, userId: string, which: Ended): Promise<number> {
  mustBeAllowed(actor, 'people.manage')
  if (!isId(userId)) throw new Refusal('person.unknown')
  return db.$transaction(async (tx) => {
    await lockPeople(tx, actor, [userId])
    return end(tx, { actor, userId, which })
  })
}

/**
 * Takes the second factor of somebody else away, for who lost phone and codes; ends their sessions and tells them by mail.
 * Refuses 'staff.forbidden', 'person.own-factor' for one's own, 'person.unknown' when there is none.
 */
export async function takeFactorAway(actor: StaffActor, userId: string): Promise<void> {
  mustBeAllowed(actor, 'people.manage')
  if (userId === actor.id) throw new Refusal('person.own-factor')
  if (!isId(userId)) throw new Refusal('person.unknown')
  await db.$transaction(async (tx) => {
    await lockPeople(tx, actor, [userId])
    const person = await tx.staffUser.findFirst({ where: { id: userId, removedAt: null, secondFactor: { confirmedAt: { not: null } } } })
    if (!person) throw new Refusal('person.unknown')
    await forgetFactor(tx, userId)
    await tx.staffSession.deleteMany({ where: { userId } })
    const locale = person.languages.map((tag) => localeOf(new Intl.Locale(tag).language)).find((known) => known !== null) ?? defaultLocale
    await queueMail(tx, { kind: 'staff-factor-away', to: person.email, locale, values: { signInUrl: `${env().SITE_URL}/staff/sign-in` } })
    await record(tx, { actor, action: 'staff.factor-taken-away', subject: { kind: 'staff', id: userId }, at: now() })
  })
}

async function end(tx: Tx, { actor, userId, which }: Readonly<{ actor: StaffActor; userId: string; which: Ended }>): Promise<number> {
  if ('only' in which && !isId(which.only)) return 0
  const chosen = 'only' in which ? { id: which.only } : 'allBut' in which ? { id: { not: which.allBut } } : {}
  const { count } = await tx.staffSession.deleteMany({ where: { userId, ...chosen } })
  if (count > 0) {
    const data = { sessions: count }
    await record(tx, { actor, action: 'staff.session-ended', subject: { kind: 'staff', id: userId }, at: now(), data })
  }
  return count
}
