import 'server-only'
import { now } from '#lib/foundation/clock.ts'
import { db, type Tx } from '#lib/foundation/db.ts'
import { env } from '#lib/foundation/env.ts'
import { hashToken, newToken } from '#lib/foundation/ids.ts'
import { queueMail } from '#lib/mail/outbox.ts'
import { invitedByEmail } from './people.ts'

/** A mailed link can be used this long, once. */
export const linkMinutes = 10
/** The link of an invitation lives longer: nobody waits for that mail. */
export const invitationHours = 24
/** More links than this are not mailed within the life of one: those already sent still work. */
const liveLinks = 5

/** The page a link leads to. It only shows a button: mail scanners open links, and must not use them up. */
export function signInUrl(token: string): string {
  return `${env().SITE_URL}/staff/sign-in/confirm?token=${token}`
}

type Kept = Readonly<{ email: string; token: string; minutes?: number }>

/** Keeps the hash of a token for an invited address, for ten minutes unless said otherwise, and forgets tokens that are over. */
export async function keepSignInToken(tx: Tx, { email, token, minutes = linkMinutes }: Kept): Promise<void> {
  const at = now()
  await tx.signInToken.deleteMany({ where: { expiresAt: { lte: at } } })
  const expiresAt = new Date(at.getTime() + minutes * 60_000)
  await tx.signInToken.create({ data: { tokenHash: hashToken(token), identifier: email, expiresAt } })
}

/** A link for somebody who is invited, to be shown to who starts the site. Null when the address is not of staff. */
export async function newSignInUrl(email: string): Promise<string | null> {
  if (!(await invitedByEmail(email))) return null
  const token = newToken()
  await db.$transaction((tx) => keepSignInToken(tx, { email, token }))
  return signInUrl(token)
}

/** Mails the link of this token: the mail exists exactly when the token does. A sixth link within ten minutes is not sent. */
export async function mailSignInLink({ email, token }: Readonly<{ email: string; token: string }>): Promise<void> {
  await db.$transaction(async (tx) => {
    const waiting = await tx.signInToken.count({ where: { identifier: email, expiresAt: { gt: now() } } })
    if (waiting >= liveLinks) return
    await keepSignInToken(tx, { email, token })
    await queueMail(tx, { kind: 'staff-sign-in', to: email, locale: 'en', values: { url: signInUrl(token) } })
  })
}

/** True while the token of a link can still be used. Looking does not use it up. */
export async function isLinkAlive(token: string): Promise<boolean> {
  return (await db.signInToken.count({ where: { tokenHash: hashToken(token), expiresAt: { gt: now() } } })) > 0
}

/** Uses up a token by its hash: gives its address and end the first time, null ever after. */
export async function spendSignInToken(tokenHash: string): Promise<{ email: string; expiresAt: Date } | null> {
  const token = await db.signInToken.findUnique({ where: { tokenHash } })
  const { count } = await db.signInToken.deleteMany({ where: { tokenHash } })
  if (!token || count === 0 || token.expiresAt <= now()) return null
  return { email: token.identifier, expiresAt: token.expiresAt }
}
