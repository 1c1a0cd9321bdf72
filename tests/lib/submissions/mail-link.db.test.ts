import { expect, test } from 'vitest'
import { db } from '#lib/foundation/db.ts'
import { mailEntryLink } from '#lib/submissions/commands/mail-link.ts'
import { ownEntry } from '#lib/submissions/queries.ts'
import { parseEmail } from '#lib/submissions/steps/entry-link.ts'
import { sendEntry } from '#tests/factories/submissions.ts'

async function linksTo(recipient: string): Promise<string[]> {
  const mails = await db.mail.findMany({ where: { kind: 'entry-link', recipient }, select: { text: true } })
  return mails.map(({ text }) => /\/entry\/(\S+)/.exec(text)?.[1] ?? '')
}

test('an address with an entry is mailed a new link that opens it, however it is written', async () => {
  const { reference } = await sendEntry({ you: { email: 'Asks.Again@example.org', mailLanguage: 'es' } })

  await mailEntryLink('asks.again@EXAMPLE.org')

  const [key = ''] = await linksTo('Asks.Again@example.org')
  expect((await ownEntry(key))?.reference).toBe(reference)
  expect(await db.mail.findFirst({ where: { kind: 'entry-link' }, select: { locale: true } })).toEqual({ locale: 'es' })
  expect(await db.auditEvent.count({ where: { action: 'entry-link.mailed' } })).toBe(1)
})

test('every entry of an address gets its own link, and the earlier ones go on working', async () => {
  const first = await sendEntry({ you: { email: 'two@example.org' } })
  const second = await sendEntry({ you: { email: 'two@example.org' } })

  await mailEntryLink('two@example.org')

  const opened = await Promise.all((await linksTo('two@example.org')).map(async (key) => (await ownEntry(key))?.reference))
  expect(opened.sort()).toEqual([first.reference, second.reference].sort())
  expect((await ownEntry(first.entryKey))?.reference).toBe(first.reference)
})

for (const unknown of ['nobody@example.org', '%@example.org', 'tw_@example.org'])
  test(`${unknown} is mailed to nobody`, async () => {
    await sendEntry({ you: { email: 'two@example.org' } })
    const before = await db.mail.count()

    await mailEntryLink(unknown)

    expect(await db.mail.count()).toBe(before)
  })

test('what is no address is refused with the error of the form', () => {
  expect(parseEmail('  name@example.com ')).toEqual({ ok: true, email: 'name@example.com' })
  expect(parseEmail('')).toEqual({ ok: false, error: { code: 'email.missing' } })
  expect(parseEmail('name@')).toMatchObject({ ok: false, error: { code: 'email.invalid' } })
})
