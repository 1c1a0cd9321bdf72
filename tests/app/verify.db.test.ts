import { beforeAll, expect, test } from 'vitest'
import { lookUp } from '#app/[locale]/verify/verdict.ts'
import { db } from '#lib/foundation/db.ts'
import { newId } from '#lib/foundation/ids.ts'
import { dateTime } from '#lib/i18n/format.ts'
import { messages } from '#lib/i18n/messages/index.ts'
import { limits } from '#lib/limits/allow.ts'
import { queueMail } from '#lib/mail/outbox.ts'
import { openCampaign, sendEntry } from '#tests/factories/submissions.ts'

beforeAll(openCampaign)

function form(code: string): FormData {
  const data = new FormData()
  data.set('code', code)
  return data
}

function ask(code: string, client: string = newId()) {
  return lookUp(form(code), 'en', client)
}

async function receipt(): Promise<{ code: string; reference: string; sentOn: Date }> {
  const { reference } = await sendEntry()
  const mail = await db.mail.findFirstOrThrow({ where: { submission: { reference } } })
  return { code: mail.code, reference, sentOn: mail.sentAt ?? mail.createdAt }
}

test('a code of ours tells the day and the end of the reference, and nothing else about the entry', async () => {
  const { code, reference, sentOn } = await receipt()

  const { verdict, ...state } = await ask(code)

  expect(verdict).toEqual({ known: true, date: dateTime('en', sentOn), ending: reference.slice(-4) })
  expect(state).toEqual({ values: { code }, errors: {}, problems: [], status: 200, answered: true })
})

test('a code is found however it is copied', async () => {
  const { code } = await receipt()
  for (const copied of [code.toLowerCase(), code.replaceAll('-', ' '), ` \u2066${code}\u2069\n`])
    expect((await ask(copied)).verdict).toMatchObject({ known: true })
})

test('a letter that is about no entry says so', async () => {
  const values = { url: 'http://localhost:3000/staff/x' }
  const { code } = await db.$transaction((tx) => queueMail(tx, { kind: 'staff-sign-in', to: 'a@example.com', locale: 'en', values }))

  expect((await ask(code)).verdict).toMatchObject({ known: true, ending: null })
})

test.each(['2222-2222-2222', 'FAKE', 'HB-7K2M-9XQD', "' or 1=1 --", '🙂'])('we did not send %s', async (code) => {
  expect(await ask(code)).toMatchObject({ verdict: { known: false, code }, values: { code }, errors: {} })
})

test('a very long code is cut and not sent', async () => {
  expect((await ask('A'.repeat(100_000))).verdict).toEqual({ known: false, code: 'A'.repeat(60) })
})

test.each(['', '   ', '\u0000\u202e'])('nothing typed is an error at the field (%j)', async (code) => {
  expect(await ask(code)).toMatchObject({ errors: { code: messages.en.verify.missing }, verdict: null, status: 200 })
})

test('a form without the field, or with a file in it, is an empty one', async () => {
  const file = new FormData()
  file.set('code', new File(['x'], 'x.txt'))
  for (const data of [new FormData(), file])
    expect(await lookUp(data, 'en', newId())).toMatchObject({ errors: { code: messages.en.verify.missing } })
})

test('one network cannot try codes without end, and keeps what it typed', async () => {
  const { code } = await receipt()
  const network = newId()
  for (let index = 0; index < limits.verify.times; index += 1) await ask('FAKE', network)

  const refused = await ask(code, network)

  expect(refused).toMatchObject({ status: 429, verdict: null, values: { code } })
  expect(refused.problems).toHaveLength(1)
  expect(refused.retryAfter).toBeGreaterThan(0)
  expect((await ask(code)).verdict).toMatchObject({ known: true })
})
