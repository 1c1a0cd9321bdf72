import 'server-only'
import { db } from '#lib/foundation/db.ts'
import { allow, limits, type Permit } from '#lib/limits/allow.ts'

/** Whether this network may ask for one more link for this address. Counted together, so that nobody can lock somebody else out. */
export async function signInPermit(email: string, network: string): Promise<Permit> {
  const byNetwork = await allow(db, limits.signInByNetwork, network)
  return byNetwork.allowed ? allow(db, limits.signInByMail, `${email} ${network}`) : byNetwork
}
