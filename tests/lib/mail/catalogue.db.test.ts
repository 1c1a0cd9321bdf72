import { afterAll, expect, test } from 'vitest'
import { db } from '#lib/foundation/db.ts'
import { type Locale, locales } from '#lib/i18n/locales.ts'
import { deliverMail } from '#lib/mail/deliver.ts'
import { queueMail } from '#lib/mail/outbox.ts'
import type { LetterKind } from '#lib/mail/templates/letters.ts'
import { smtpSink } from '#tests/fakes/smtp-sink.ts'
import { kinds, samples } from '#tests/support/every-letter.ts'

const sink = await smtpSink()
process.env.SMTP_URL = sink.url
process.env.MAIL_FROM = 'Humans of Binance <stories@example.org>'
afterAll(() => sink.close())

function queued<K extends LetterKind>(kind: K, locale: Locale, to: string): Promise<{ id: string; code: string }> {
  return db.$transaction((tx) => queueMail(tx, { kind, to, locale, values: samples[kind] }))
}

const all = kinds.flatMap((kind) => locales.map((locale) => ({ kind, locale })))

test.each(all)('$kind in $locale is composed, stored and reaches the mail server once', async ({ kind, locale }) => {
  const to = `${kind}-${locale}@example.org`
  const { id } = await queued(kind, locale, to)
  const stored = await db.mail.findUniqueOrThrow({ where: { id } })

  expect(await deliverMail(id)).toBe('sent')
  expect(await deliverMail(id)).toBe('nothing-to-do')

  const [message, ...more] = sink.messages.filter((received) => received.to.includes(to))
  expect(more).toEqual([])
  expect(message?.from).toBe('stories@example.org')
  expect(message?.raw).toContain(`Message-ID: <${id}@localhost>`)
  expect(message?.raw).toContain(`Content-Language: ${locale}`)
  expect(message?.raw.match(/^Content-Type: text\/(plain|html); charset=utf-8$/gim)).toHaveLength(2)
  expect(stored).toMatchObject({ kind, locale, state: 'queued' })
  expect(stored.text.length).toBeGreaterThan(200)
})
