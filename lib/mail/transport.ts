import { mkdir, rename, writeFile } from 'node:fs/promises'
import path from 'node:path'
import { createTransport } from 'nodemailer'
import { env } from '#lib/foundation/env.ts'

export type Envelope = Readonly<{
  id: string
  to: string
  subject: string
  text: string
  html: string
  headers: Readonly<Record<string, string>>
}>

/** Hands one letter over: to the mail server in SMTP_URL, else as a file below the data folder. Throws when it was not taken. Handing the same letter over twice leaves one file. */
export async function handOver(envelope: Envelope): Promise<void> {
  const { SMTP_URL, DATA_DIR } = env()
  if (SMTP_URL) await bySmtp(SMTP_URL, envelope)
  else await asFile(path.join(DATA_DIR, 'outbox'), envelope)
}

/** Less than five minutes in all, after which a job counts as one whose worker died, and another would send the letter too. A server that scans what it takes may be slow at the end. */
const times = { connectionTimeout: 20_000, greetingTimeout: 30_000, socketTimeout: 230_000 }

/**
 * The way to the mail server at this address. What stands in its query, such as `?socketTimeout=60000`, comes first. A password goes to another machine
 * encrypted or not at all.
 */
export function smtpTransport(server: string) {
  const { password, hostname } = new URL(server)
  const requireTLS = password !== '' && !/^(?:localhost|127\.\d+\.\d+\.\d+|\[::1\])$/.test(hostname)
  return createTransport({ ...times, requireTLS, url: server }, { from: env().MAIL_FROM })
}

async function bySmtp(server: string, { to, subject, text, html, headers }: Envelope): Promise<void> {
  const transport = smtpTransport(server)
  const { 'Message-ID': messageId, ...rest } = headers
  try {
    await transport.sendMail({
      to: { name: '', address: to },
      subject,
      text,
      html,
      ...(messageId ? { messageId } : {}),
      headers: rest,
      disableFileAccess: true,
      disableUrlAccess: true,
    })
  } finally {
    transport.close()
  }
}

async function asFile(folder: string, { id, to, subject, text, html, headers }: Envelope): Promise<void> {
  await mkdir(folder, { recursive: true })
  const file = path.join(folder, `${id}.json`)
  await writeFile(`${file}.part`, `${JSON.stringify({ to, subject, text, html, headers }, null, 2)}\n`, { mode: 0o600 })
  await rename(`${file}.part`, file)
}
