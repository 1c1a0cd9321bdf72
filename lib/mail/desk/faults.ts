/** Why a mail server did not take a letter, in the ways that ask for different help. */
export const mailFaults = ['unreachable', 'slow', 'cut', 'login', 'certificate', 'folder', 'address', 'refused', 'later', 'other'] as const
export type MailFault = (typeof mailFaults)[number]

// The first that fits counts: a refused address is also a refusal.
const signs: readonly (readonly [MailFault, RegExp])[] = [
  ['folder', /\b(?:EACCES|EPERM|ENOSPC|EROFS|EEXIST|ENOTDIR|ENOENT|EDQUOT)\b/],
  ['unreachable', /\b(?:ECONNREFUSED|ENOTFOUND|EAI_AGAIN|EHOSTUNREACH|ENETUNREACH|EDNS)\b|getaddrinfo|queryA/],
  ['slow', /\bETIMEDOUT\b|timed? ?out|greeting never received/i],
  ['login', /\b53[045]\b|invalid login|authenticat|missing credentials/i],
  ['certificate', /certificate|self.signed|\b(?:TLS|SSL)\b/i],
  ['later', /\b4[0-5]\d\b/],
  ['address', /\b55[0136]\b|no recipients|recipients? (?:was|were|address) ?rejected|all recipients were rejected/i],
  ['refused', /\b5[0-5]\d\b/],
  ['cut', /\bECONNRESET\b|\bEPIPE\b|\bESOCKET\b|unexpected(?:ly)? (?:socket )?close|connection closed|socket hang up/i],
]

/** What a mail server's last words mean; null when there are none. */
export function faultOf(lastError: string | null): MailFault | null {
  if (!lastError) return null
  return signs.find(([, sign]) => sign.test(lastError))?.[0] ?? 'other'
}
