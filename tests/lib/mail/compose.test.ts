import { expect, test } from 'vitest'
import { direction, locales, localPath } from '#lib/i18n/locales.ts'
import { messages } from '#lib/i18n/messages/index.ts'
import { type Composed, compose, type Letter } from '#lib/mail/compose.ts'
import { type LetterKind, type LetterValues, letters } from '#lib/mail/templates/letters.ts'
import { receiptMail } from '#lib/mail/templates/receipt.ts'

const site = 'http://localhost:3000'
const entryUrl = `${site}/entry/abcdefghijklmnopqrstuv`
const code = '7K2M-9XQD-B4TR'
const phrase = 'blue heron at dawn'
const hostile = `<img src=x onerror="alert(1)"> & 'quoted' "more" </td></table><script>alert(2)</script>`

const samples: { readonly [K in LetterKind]: LetterValues[K] } = {
  'entry-link': { reference: 'HB-7K2M-9XQD', entryUrl, phrase },
  question: { reference: 'HB-7K2M-9XQD', entryUrl, phrase, question: 'Which year was it?', deadline: '3 December 2026' },
  ineligible: { reference: 'HB-7K2M-9XQD', entryUrl, phrase, rule: 'One post, one entry.' },
  continue: { url: `${site}/share/continue/abc`, phrase, until: '3 December 2026, 10:00 UTC' },
  'draft-expiring': { url: `${site}/share/continue/abc`, phrase, date: '3 December 2026' },
  'question-reminder': { reference: 'HB-7K2M-9XQD', entryUrl, phrase, question: 'Which year was it?', deadline: '3 December 2026' },
  withdrawn: { reference: 'HB-7K2M-9XQD', entryUrl, phrase, until: '3 December 2026, 10:00 UTC' },
  erased: { reference: 'HB-7K2M-9XQD', phrase },
  'appeal-received': { reference: 'HB-7K2M-9XQD', entryUrl, phrase },
  'appeal-decided': { reference: 'HB-7K2M-9XQD', entryUrl, phrase, outcome: 'upheld', reason: 'The post is public now.' },
  'staff-sign-in': { url: `${site}/staff/sign-in/go?token=abc&email=a%40b` },
}
const kinds = Object.keys(samples) as LetterKind[]

type Sample = Readonly<{ name: string; locale: (typeof locales)[number]; mail: Composed; url: string; phrase: string | null }>

function everyLetter(): readonly Sample[] {
  return locales.flatMap((locale) => {
    const made = <K extends LetterKind>(kind: K): Sample => {
      const values = samples[kind]
      const url = 'url' in values ? values.url : 'entryUrl' in values ? values.entryUrl : `${site}${localPath(locale, '/privacy')}`
      return {
        name: `${kind}, ${locale}`,
        locale,
        mail: letters[kind](locale, values, code),
        url,
        phrase: 'phrase' in values ? values.phrase : null,
      }
    }
    const receipt = {
      locale,
      reference: 'HB-7K2M-9XQD',
      entryUrl,
      phrase,
      code,
      submittedAt: new Date('2025-09-05T12:00:00Z'),
      storyOnly: true,
    }
    return [...kinds.map(made), { name: `receipt, ${locale}`, locale, mail: receiptMail(receipt), url: entryUrl, phrase }]
  })
}

const all = everyLetter()

const plain: Letter = { locale: 'en', subject: 'Subject', heading: 'Heading', blocks: [], why: 'Why', code, phrase: null }

function escaped(text: string): string {
  return text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;').replaceAll('"', '&quot;').replaceAll("'", '&#39;')
}

test.each(all)('$name has a subject of one line, a text part and an HTML part', ({ mail }) => {
  expect(mail.subject.trim()).not.toBe('')
  expect(mail.subject).not.toMatch(/[\r\n{}<>]/)
  expect(mail.text).not.toMatch(/<\/?[a-z]+[ >]|[{}]/)
  expect(mail.html).toMatch(/^<!doctype html><html lang="[a-z]{2}" dir="(ltr|rtl)">.*<\/html>$/s)
})

test.each(all)('$name carries its code, its phrase and its link in both parts', ({ mail, locale, url, phrase }) => {
  for (const needed of [code, `${site}${localPath(locale, '/verify')}`, url, ...(phrase ? [phrase] : [])]) {
    expect(mail.text).toContain(needed)
    expect(mail.html).toContain(escaped(needed))
  }
})

test.each(all)('$name loads nothing from anywhere and leads only to this site', ({ mail }) => {
  expect(mail.html).not.toMatch(/<(img|script|link|iframe|object|embed|video|audio|form|base)\b|\bsrc\s*=|url\(|@import|\bbackground\s*=/i)
  const links = [...mail.html.matchAll(/\bhref="([^"]*)"/g)].map((match) => match[1] ?? '')
  expect(links.length).toBeGreaterThan(0)
  expect(links.filter((link) => !link.startsWith(`${site}/`))).toEqual([])
})

test.each(all)('$name reads in the direction of its language', ({ mail, locale }) => {
  expect(mail.html).toContain(`<html lang="${locale}" dir="${direction(locale)}">`)
})

/** Letters that go to somebody who has no entry yet say so; all others share one reason. */
function reason(name: string, words: (typeof messages)[keyof typeof messages]['mail']): string {
  if (name.startsWith('staff-sign-in')) return words.whyStaff
  if (name.startsWith('continue')) return words.continueLink.why
  return name.startsWith('draft-expiring') ? words.draftExpiring.why : words.why
}

test.each(all)('$name says why it was sent and what we never ask for', ({ mail, locale, name }) => {
  const words = messages[locale].mail
  expect(mail.text).toContain(words.safety)
  expect(mail.text).toContain(reason(name, words))
})

test('a reference and a code keep their own direction in a right-to-left letter', () => {
  const { html } = receiptMail({
    locale: 'ar',
    reference: 'HB-7K2M-9XQD',
    entryUrl,
    phrase: null,
    code,
    submittedAt: new Date('2025-09-05T12:00:00Z'),
    storyOnly: false,
  })
  expect(html).toMatch(/<b dir="ltr"[^>]*>HB-7K2M-9XQD<\/b>/)
})

test('the code in an Arabic sentence is set apart from the direction around it', () => {
  const { text, html } = compose({ ...plain, locale: 'ar' })
  for (const part of [text, html]) expect(part).toContain(`\u2066${code}\u2069`)
  expect(compose(plain).text).not.toMatch(/[\u2066-\u2069]/)
})

test('markup in any words stays words', () => {
  const blocks = (['paragraph', 'heading', 'quote'] as const).map((kind) => ({ kind, text: hostile }))
  const { html, text } = compose({
    ...plain,
    subject: hostile,
    heading: hostile,
    why: hostile,
    phrase: hostile,
    blocks: [...blocks, { kind: 'code', label: hostile, text: hostile }, { kind: 'link', text: hostile, url: `${site}/"><script>` }],
  })
  expect(html).not.toMatch(/<img|<script|onerror="/)
  expect(html.split(escaped(hostile))).toHaveLength(11)
  expect(html).toContain(`href="${site}/&quot;&gt;&lt;script&gt;"`)
  expect(text.split(hostile)).toHaveLength(10)
})

test('a question is quoted line by line in its own direction', () => {
  const { html, text } = compose({ ...plain, locale: 'ar', blocks: [{ kind: 'quote', text: 'First line\nsecond line' }] })
  expect(text).toContain('> First line\n> second line')
  expect(html).toMatch(/<div dir="auto"[^>]*>.*First line<br>second line/)
})

test('a subject cannot start a second header', () => {
  const { subject } = compose({ ...plain, subject: 'Hello\r\nBcc: everybody@example.com\n\nBody' })
  expect(subject).toBe('Hello Bcc: everybody@example.com Body')
})

test('a letter without a phrase does not speak of one', () => {
  const { text, html } = letters['entry-link']('en', { ...samples['entry-link'], phrase: null }, code)
  expect(text).not.toContain('Your phrase')
  expect(html).not.toContain('Your phrase')
})

test('only the receipt of a story-only entry says that no prize can be given', () => {
  const receipt = (storyOnly: boolean) =>
    receiptMail({ locale: 'en', reference: 'HB-7K2M-9XQD', entryUrl, phrase, code, submittedAt: new Date(), storyOnly }).text
  expect(receipt(true)).toContain(messages.en.mail.receipt.storyOnly)
  expect(receipt(false)).not.toContain(messages.en.mail.receipt.storyOnly)
})
