import 'server-only'
import { record } from '#lib/audit/record.ts'
import { now } from '#lib/foundation/clock.ts'
import { db, type Tx } from '#lib/foundation/db.ts'
import { env } from '#lib/foundation/env.ts'
import { newId, newToken } from '#lib/foundation/ids.ts'
import { Refusal } from '#lib/foundation/refusal.ts'
import { defaultLocale, localeOf } from '#lib/i18n/locales.ts'
import { queueMail } from '#lib/mail/outbox.ts'
import type { StaffActor, StaffRole } from '../actor.ts'
import { mustBeAllowed } from '../permissions.ts'
import type { PersonDetails } from '../person-form.ts'
import { invitationHours, keepSignInToken, signInUrl } from '../sign-in.ts'
import { lockPeople } from './lock.ts'

/**
 * Lets somebody in: the person and the mail with a sign-in link exist together. Returns their id. `email` as readStaffAddress() writes it.
 * Refuses 'staff.forbidden', 'person.known' and 'person.removed' for an address that stands there already.
 */
export async function invitePerson(actor: StaffActor, input: PersonDetails & Readonly<{ email: string }>): Promise<string> {
  mustBeAllowed(actor, 'people.manage')
  const { email, name, role, independent, languages } = input
  const [id, at] = [newId(), now()]
  await db.$transaction(async (tx) => {
    await lockPeople(tx, actor, [])
    const data = [{ id, email, name, role, independent, languages: [...languages], invitedAt: at }]
    const { count } = await tx.staffUser.createMany({ data, skipDuplicates: true })
    if (count === 0) throw new Refusal(await whyKnown(tx, email), 'email')
    await mailInvitation(tx, { email, role, languages })
    await record(tx, { actor, action: 'staff.invited', subject: { kind: 'staff', id }, at, data: { role, independent } })
  })
  return id
}

/** Mails a sign-in link that lives longer than usual: an invitation is not waited for. In the first of their languages that we write. */
export async function mailInvitation(
  tx: Tx,
  { email, role, languages }: Readonly<{ email: string; role: StaffRole; languages: readonly string[] }>,
): Promise<void> {
  const token = newToken()
  await keepSignInToken(tx, { email, token, minutes: invitationHours * 60 })
  const locale = languages.map((tag) => localeOf(new Intl.Locale(tag).language)).find((known) => known !== null) ?? defaultLocale
  const values = { url: signInUrl(token), signInUrl: `${env().SITE_URL}/staff/sign-in`, role, hours: invitationHours }
  await queueMail(tx, { kind: 'staff-invite', to: email, locale, values })
}

async function whyKnown(tx: Tx, email: string): Promise<string> {
  const known = await tx.staffUser.findUnique({ where: { email }, select: { removedAt: true } })
  return known?.removedAt ? 'person.removed' : 'person.known'
}
