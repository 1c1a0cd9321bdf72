import 'server-only'
import type { Adapter, AdapterSession, AdapterUser } from 'next-auth/adapters'
import { clockOffset, now } from '#lib/foundation/clock.ts'
import { type Invited, invitedByEmail, invitedById } from '#lib/staff/people.ts'
import { endSession, sessionOf, startSession } from '#lib/staff/sessions.ts'
import { spendSignInToken } from '#lib/staff/sign-in.ts'

/** Our tables as next-auth wants them. It creates nobody, links nothing and never learns a stored token: only invited people exist, and only hashes are kept. */
export const staffAdapter = {
  createUser: refuse,
  getUser: async (id) => userOf(await invitedById(id)),
  getUserByEmail: async (email) => userOf(await invitedByEmail(email)),
  getUserByAccount: async () => null,
  updateUser: async ({ id }) => userOf(await invitedById(id)) ?? refuse(),
  linkAccount: async () => null,
  createSession: async ({ userId }) => {
    const session = await startSession(userId)
    return session ? { sessionToken: session.token, userId, expires: machineTime(session.expiresAt) } : refuse()
  },
  getSessionAndUser: async (sessionToken) => {
    const found = await sessionOf(sessionToken)
    if (!found) return null
    const session: AdapterSession = { sessionToken, userId: found.actor.id, expires: machineTime(found.expiresAt) }
    return { session, user: { id: found.actor.id, email: found.actor.email, name: found.actor.name, emailVerified: null } }
  },
  // A session never becomes longer: its end was fixed when it began.
  updateSession: async () => null,
  deleteSession: async (sessionToken) => {
    await endSession(sessionToken)
    return null
  },
  // Kept together with the mail that carries it, by sendVerificationRequest.
  createVerificationToken: async (token) => token,
  useVerificationToken: async ({ token }) => {
    const spent = await spendSignInToken(token)
    return spent ? { identifier: spent.email, token, expires: machineTime(spent.expiresAt) } : null
  },
} satisfies Adapter

function refuse(): never {
  throw new Error('only invited staff can sign in')
}

function userOf(person: Invited | null): AdapterUser | null {
  return person ? { id: person.id, email: person.email, name: person.name, emailVerified: now() } : null
}

/** next-auth compares with the machine's clock, which a rehearsal's clock runs ahead of. */
function machineTime(at: Date): Date {
  return new Date(at.getTime() - clockOffset())
}
