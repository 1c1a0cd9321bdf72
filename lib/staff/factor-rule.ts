import { env } from '#lib/foundation/env.ts'

/** What an admin without a second factor may do: nothing before setting one up, nothing that cannot be undone, or everything. */
export type FactorRule = 'required' | 'decisions' | 'offered'

/**
 * SECOND_FACTOR, or what fits the place: a site that is only tried out offers a second factor, every other lets no admin in before there is one.
 * Tried out is what sends no mail, or what only this machine can reach.
 */
export function factorRule(): FactorRule {
  const { SECOND_FACTOR, NODE_ENV, SMTP_URL, SITE_URL } = env()
  if (SECOND_FACTOR) return SECOND_FACTOR
  return NODE_ENV === 'development' || !SMTP_URL || isThisMachine(SITE_URL) ? 'offered' : 'required'
}

function isThisMachine(address: string): boolean {
  return ['localhost', '127.0.0.1', '[::1]'].includes(new URL(address).hostname)
}
