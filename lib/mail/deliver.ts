import 'server-only'
import { now } from '#lib/foundation/clock.ts'
import { type Database, db } from '#lib/foundation/db.ts'
import { env } from '#lib/foundation/env.ts'
import { faultOf } from './desk/faults.ts'
import { nothingLeft, removeLetterFiles } from './forget.ts'
import { type Envelope, handOver } from './transport.ts'

/** How often a letter is tried before it waits for a person. */
export const maxAttempts = 12

type Options = Readonly<{ database?: Database; hand?: (envelope: Envelope) => Promise<void>; lastTry?: boolean }>

/**
 * Sends one letter of the outbox, unless it was sent already. A failure is noted on the letter, and thrown by its kind alone, so that the queue
 * tries again later: what a mail server says holds the address, which belongs in no log. On the last try the letter is marked failed, where
 * staff see it. A crash between handing over and noting it sends the letter again under the same Message-ID.
 */
export async function deliverMail(
  mailId: string,
  { database = db, hand = handOver, lastTry = false }: Options = {},
): Promise<'sent' | 'nothing-to-do'> {
  const mail = await database.mail.findUnique({ where: { id: mailId } })
  if (!mail || mail.state === 'sent') return 'nothing-to-do'
  const afterwards = whatIsLeft(mail.kind)
  try {
    await hand({
      id: mail.id,
      to: mail.recipient,
      subject: mail.subject,
      text: mail.text,
      html: mail.html,
      headers: headersOf(mail.id, mail.locale),
    })
  } catch (error) {
    const lastError = (error instanceof Error ? error.message : String(error)).slice(0, 500)
    await database.mail.updateMany({
      where: { id: mailId, state: { not: 'sent' } },
      data: { attempts: { increment: 1 }, lastError, state: lastTry ? 'failed' : 'queued', ...(lastTry && afterwards) },
    })
    throw new Error(`not sent: ${faultOf(lastError) ?? 'other'}`)
  }
  if (leavesNothing(mail.kind)) await removeLetterFiles([mailId])
  await database.mail.updateMany({
    where: { id: mailId, state: { not: 'sent' } },
    data: { state: 'sent', sentAt: now(), attempts: { increment: 1 }, lastError: null, ...afterwards },
  })
  await forgetIfErased(database, mail)
  return 'sent'
}

/** The letter that says that everything was erased is the last thing with an address in it: it goes as soon as it is sent, or given up. */
function leavesNothing(kind: string): boolean {
  return kind === 'erased'
}

/** Of a letter with a code that opens something, we keep no copy to be read: it is for one person's eyes. */
function whatIsLeft(kind: string): Partial<typeof nothingLeft> {
  if (leavesNothing(kind)) return nothingLeft
  return kind === 'award-code' ? { text: '', html: '' } : {}
}

/** The entry was erased while its letter was on its way: the file written meanwhile goes as well. */
async function forgetIfErased(database: Database, mail: Readonly<{ id: string; recipient: string }>): Promise<void> {
  const stillThere = await database.mail.count({ where: { id: mail.id, recipient: mail.recipient } })
  if (!stillThere) await removeLetterFiles([mail.id])
}

/** Headers that stay the same however often a letter is tried. */
function headersOf(id: string, locale: string): Record<string, string> {
  return {
    'Message-ID': `<${id}@${new URL(env().SITE_URL).hostname}>`,
    'Content-Language': locale,
    'Auto-Submitted': 'auto-generated',
    'X-Auto-Response-Suppress': 'All',
  }
}
