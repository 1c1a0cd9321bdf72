import type { Options as SMTPOptions } from 'nodemailer/lib/smtp-transport/index.js'
import { afterAll, expect, test } from 'vitest'
import { letters } from '#lib/mail/templates/letters.ts'
import { type Envelope, handOver, smtpTransport } from '#lib/mail/transport.ts'
import { longestMinutes } from '#lib/queue/stuck.ts'
import { smtpSink } from '#tests/fakes/smtp-sink.ts'

const sink = await smtpSink()
process.env.SMTP_URL = sink.url
process.env.MAIL_FROM = 'Humans of Binance <stories@example.org>'
afterAll(() => sink.close())

const envelope: Envelope = {
  id: '019a0000-0000-7000-8000-000000000001',
  to: 'teller@example.com',
  subject: 'We have your story: HB-7K2M-9XQD',
  text: 'First line\n.\n..two dots\nمرحبا\n',
  html: '<p>First line</p>',
  headers: { 'Message-ID': '<one@localhost>', 'Content-Language': 'en', 'Auto-Submitted': 'auto-generated' },
}

/** The headers of a message, unfolded and decoded; the body's parts decoded. */
function read(raw: string): { headers: string[]; names: string[]; parts: string[] } {
  const [head = '', ...rest] = raw.split('\r\n\r\n')
  const headers = head.replace(/\r\n[ \t]+/g, ' ').split('\r\n')
  const boundary = /boundary="?([^";]+)"?/.exec(head)?.[1] ?? ''
  const parts = rest
    .join('\r\n\r\n')
    .split(`--${boundary}`)
    .slice(1, -1)
    .map((part) => {
      const [own = '', ...body] = part.split('\r\n\r\n')
      return decode(body.join('\r\n\r\n'), /base64/i.test(own), /quoted-printable/i.test(own))
    })
  return { headers: headers.map(decodeWords), names: headers.map((line) => (line.split(':')[0] ?? '').toLowerCase()), parts }
}

function decode(body: string, base64: boolean, quoted: boolean): string {
  if (base64) return Buffer.from(body, 'base64').toString('utf8')
  if (!quoted) return body
  const bytes = body.replace(/=\r\n/g, '').replace(/=([0-9A-F]{2})/g, (_, hex: string) => String.fromCharCode(Number.parseInt(hex, 16)))
  return Buffer.from(bytes, 'latin1').toString('utf8')
}

function decodeWords(line: string): string {
  return line
    .replace(/\?=\s+=\?/g, '?==?')
    .replace(/=\?utf-8\?([bq])\?([^?]*)\?=/gi, (_, kind: string, text: string) =>
      kind.toLowerCase() === 'b' ? Buffer.from(text, 'base64').toString('utf8') : decode(text.replaceAll('_', ' '), false, true),
    )
}

async function sent(change: Partial<Envelope>) {
  const before = sink.messages.length
  await handOver({ ...envelope, ...change })
  const message = sink.messages[before]
  if (!message || sink.messages.length !== before + 1) throw new Error('not exactly one message arrived')
  return { ...message, ...read(message.raw) }
}

test('a letter reaches the mail server with both parts and its headers', async () => {
  const { from, to, headers, parts } = await sent({})
  expect(from).toBe('stories@example.org')
  expect(to).toEqual(['teller@example.com'])
  expect(headers).toEqual(
    expect.arrayContaining([
      'From: Humans of Binance <stories@example.org>',
      'To: teller@example.com',
      'Subject: We have your story: HB-7K2M-9XQD',
      'Message-ID: <one@localhost>',
      'Content-Language: en',
      'Auto-Submitted: auto-generated',
    ]),
  )
  expect(parts.map((part) => part.replaceAll('\r\n', '\n').trim())).toEqual([envelope.text.trim(), envelope.html])
})

test('an Arabic letter arrives as it was written', async () => {
  const letter = letters.question(
    'ar',
    {
      reference: 'HB-7K2M-9XQD',
      entryUrl: 'http://localhost:3000/ar/entry/x',
      phrase: 'طائر 🐦 أزرق',
      question: 'متى؟',
      deadline: '3 ديسمبر',
    },
    '7K2M-9XQD-B4TR',
  )
  const { headers, parts } = await sent(letter)
  expect(headers).toContain(`Subject: ${letter.subject}`)
  expect(parts[0]?.replaceAll('\r\n', '\n').trim()).toBe(letter.text.trim())
  expect(parts[1]?.trim()).toBe(letter.html)
})

test('a subject with line breaks adds no header and no recipient', async () => {
  const { to, names } = await sent({ subject: 'Hello\r\nBcc: other@example.com\r\n\r\nBody' })
  expect(to).toEqual(['teller@example.com'])
  expect(names).not.toContain('bcc')
  expect(names.filter((name) => name === 'subject')).toHaveLength(1)
})

test.each([
  'teller@example.com\r\nRCPT TO:<other@example.com>',
  'teller@example.com, other@example.com',
  'teller@example.com>\r\nRCPT TO:<other@example.com',
])('the address %j reaches nobody else', async (to) => {
  const before = sink.messages.length
  await handOver({ ...envelope, to }).catch(() => {})
  const reached = sink.messages.slice(before).flatMap((message) => message.to)
  expect(reached.filter((address) => address === 'other@example.com')).toEqual([])
})

test.each([
  ['MAIL', '451 busy'],
  ['RCPT', '550 no such person'],
  ['DATA', '554 no'],
  ['END', '452 disk full'],
  ['END', 'hang up'],
])('a server that answers %s with "%s" has not taken the letter', async (verb, reply) => {
  sink.failOnce(verb, reply)
  const before = sink.messages.length
  await expect(handOver(envelope)).rejects.toThrow()
  expect(sink.messages.length).toBe(before)
})

test('the same letter sent twice carries the same Message-ID', async () => {
  const [first, second] = [await sent({}), await sent({})]
  const id = (headers: readonly string[]) => headers.find((line) => line.startsWith('Message-ID:'))
  expect(id(second.headers)).toBe(id(first.headers))
})

test('a mail server that falls silent is given up before the letter is taken for one whose worker died', () => {
  const { connectionTimeout = 0, greetingTimeout = 0, socketTimeout = 0 } = smtpTransport('smtp://127.0.0.1:1').options as SMTPOptions

  expect(Math.min(connectionTimeout, greetingTimeout, socketTimeout)).toBeGreaterThan(0)
  expect(connectionTimeout + greetingTimeout + socketTimeout).toBeLessThan(longestMinutes * 60_000)
  expect((smtpTransport('smtp://127.0.0.1:1?socketTimeout=1000').options as SMTPOptions).socketTimeout).toBe(1000)
})

test('a password leaves this machine encrypted or not at all, unless the address says otherwise', () => {
  const needsTls = (server: string) => Boolean((smtpTransport(server).options as SMTPOptions).requireTLS)

  for (const other of ['mail.example.org:587', 'mail', '127.0.0.1.example.org', 'localhost.example.org', 'not-localhost'])
    expect([other, needsTls(`smtp://user:word@${other}`)]).toEqual([other, true])
  for (const own of ['127.0.0.1:2525', '127.1.2.3', 'localhost:25', '[::1]:25'])
    expect([own, needsTls(`smtp://user:word@${own}`)]).toEqual([own, false])
  expect(needsTls('smtp://mail.example.org')).toBe(false)
  expect(needsTls('smtp://user:word@mail:25?requireTLS=false')).toBe(false)
})

test('a server that asks for the password and offers no encryption hears none', async () => {
  sink.failOnce('EHLO', '250-sink\r\n250 AUTH PLAIN LOGIN')
  sink.failOnce('STARTTLS', '502 not here')
  const [heard, taken] = [sink.commands.length, sink.messages.length]
  // This machine by an address that is none of its own.
  const transport = smtpTransport(sink.url.replace('127.0.0.1', 'user:word@0.0.0.0'))

  await expect(transport.sendMail({ to: envelope.to, subject: envelope.subject, text: envelope.text })).rejects.toThrow()
  transport.close()
  expect(sink.commands.slice(heard).map((line) => line.split(' ')[0])).toEqual(['EHLO', 'STARTTLS'])
  expect(sink.messages).toHaveLength(taken)
})
