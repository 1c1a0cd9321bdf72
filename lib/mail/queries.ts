import 'server-only'
import { db } from '#lib/foundation/db.ts'

export type VerifiedMail = Readonly<{ sentOn: Date; kind: string; reference: string | null }>

/** What a code from a message stands for, or null when no message of ours carries it. Forgives spaces and small letters. */
export async function mailByCode(typed: string): Promise<VerifiedMail | null> {
  const plain = typed
    .slice(0, 60)
    .toUpperCase()
    .replace(/[^0-9A-Z]/g, '')
  const code = /^([0-9A-Z]{4})([0-9A-Z]{4})([0-9A-Z]{4})$/.exec(plain)?.slice(1).join('-')
  if (!code) return null
  const mail = await db.mail.findUnique({
    where: { code },
    select: { kind: true, createdAt: true, sentAt: true, submission: { select: { reference: true } } },
  })
  return mail && { sentOn: mail.sentAt ?? mail.createdAt, kind: mail.kind, reference: mail.submission?.reference ?? null }
}
