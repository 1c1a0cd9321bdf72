import { expect, test } from 'vitest'
import { direction, type Locale, localPath } from '#lib/i18n/locales.ts'
import { messages } from '#lib/i18n/messages/index.ts'
import { compose, type Letter } from '#lib/mail/compose.ts'
import { letters } from '#lib/mail/templates/letters.ts'
import { code, everyLetter, kinds, receipt, samples, site } from '#tests/support/every-letter.ts'

const hostile = `<img src=x onerror="alert(1)"> & 'quoted' "more" </td></table><script>alert(2)</script> {{url}} $& $1`
const all = everyLetter()
const plain: Letter = { locale: 'en', subject: 'Subject', heading: 'Heading', blocks: [], why: 'Why', code, phrase: null }
const because: Readonly<Record<Locale, string>> = {
  en: 'You get this message because',
  es: 'Recibes este mensaje porque',
  ar: 'تصلك هذه الرسالة لأن',
}

function escaped(text: string): string {
  return text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;').replaceAll('"', '&quot;').replaceAll("'", '&#39;')
}

/** Without the marks that keep words in their direction, and without the signs of a quotation. */
function bare(text: string): string {
  return text.replace(/[\u2066-\u2069]/g, '').replace(/^> /gm, '')
}

const signs: Record<string, string> = { lt: '<', gt: '>', quot: '"', '#39': "'", amp: '&', nbsp: ' ', '#8202': '' }

/** The words of an HTML part that people see, one line for each run of text. */
function seen(html: string): string[] {
  return html
    .replace(/<head>.*<\/head>|<!--.*?-->|<div style="display:none.*?<\/div>/gs, '\n')
    .replace(/<\/?(bdi|b|span)\b[^>]*>/g, '')
    .replace(/<[^>]+>/g, '\n')
    .replace(/&(#?\w+);/g, (_, name: string) => signs[name] ?? '?')
    .split('\n')
    .map((line) => line.trim())
    .filter((line) => line !== '')
}

test('every kind of letter stands in this catalogue', () => {
  expect(Object.keys(letters).sort()).toEqual([...kinds].sort())
})

test.each(all)('$name has a subject of one line, a text part and an HTML part', ({ mail }) => {
  expect(mail.subject.trim()).not.toBe('')
  expect(mail.subject).not.toMatch(/[\r\n{}<>]/)
  expect(mail.text).not.toMatch(/<\/?[a-z]+[ >]|[{}]|undefined|null/)
  expect(mail.html).not.toMatch(/\{\{|\}\}|\[\[/)
})

test.each(all)('$name has all its words: no key stands where a sentence should', ({ mail }) => {
  expect(`${mail.subject}\n${mail.text}`).not.toMatch(/\b[a-z]+[A-Z]?[a-zA-Z]*\.[a-z]+[A-Z]?[a-zA-Z]*\b(?!\.|[/:])(?<!localhost\S*)/)
})

test.each(all)('$name carries its code, its phrase and its links in both parts', ({ mail, locale, values }) => {
  const own = Object.values(values).filter((value): value is string => typeof value === 'string' && value.startsWith(site))
  const phrase = 'phrase' in values ? [String(values.phrase)] : []
  for (const needed of [code, `${site}${localPath(locale, '/verify')}`, ...own, ...phrase]) {
    expect(mail.text).toContain(needed)
    expect(mail.html).toContain(escaped(needed))
  }
})

test.each(all)('$name says why it was sent and what we never ask for', ({ mail, locale }) => {
  expect(mail.text).toContain(messages[locale].mail.safety)
  expect(mail.text.trim().split('\n').at(-1)).toContain(because[locale])
})

test.each(all)('$name says the same in both parts', ({ mail, locale }) => {
  const text = bare(mail.text)
  const words = seen(mail.html).map(bare)
  expect(words.filter((line) => !text.includes(line))).toEqual([messages[locale].mail.from].filter((line) => !text.includes(line)))
  const shown = words.join('\n')
  const lines = text.split('\n').filter((line) => line.trim() !== '' && line !== '-- ' && !line.startsWith(site))
  const parts = lines.flatMap((line) => (shown.includes(line) ? [] : line.replace(/:$/, '').split(': ')))
  expect(parts.filter((part) => !shown.includes(part))).toEqual([])
})

test.each(all)('$name reads in the direction of its language', ({ mail, locale }) => {
  expect(mail.html).toContain(`<html lang="${locale}" dir="${direction(locale)}" `)
  expect(mail.html).toContain(`text-align:${direction(locale) === 'rtl' ? 'right' : 'left'};color:#35352F`)
})

test('a reference and a code keep their own direction in a right-to-left letter', () => {
  expect(receipt('ar').html).toMatch(/<b dir="ltr"[^>]*>HB-7K2M-9XQD<\/b>/)
})

test('the code in an Arabic sentence is set apart from the direction around it', () => {
  const { text, html } = compose({ ...plain, locale: 'ar' })
  expect(text).toContain(`\u2066${code}\u2069`)
  expect(html).toContain(`<bdi dir="ltr">${code}</bdi>`)
  expect(compose(plain).text).not.toMatch(/[\u2066-\u2069]/)
})

test('a phrase in another direction stays whole beside our words', () => {
  const { text, html } = compose({ ...plain, phrase: 'طائر \u2069أزرق' })
  expect(text).toContain('\u2068طائر أزرق\u2069')
  expect(html).toContain('<bdi>طائر أزرق</bdi>')
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
  // The subject names the letter twice, and its first words are repeated for the list of letters.
  expect(html.split(escaped(hostile))).toHaveLength(13)
  expect(html).toContain(`href="${site}/&quot;&gt;&lt;script&gt;"`)
  expect(text.split(hostile)).toHaveLength(10)
})

test('a question is quoted line by line in its own direction', () => {
  const { html, text } = compose({ ...plain, locale: 'ar', blocks: [{ kind: 'quote', text: 'First line\nsecond line' }] })
  expect(text).toContain('> First line\n> second line')
  expect(html).toMatch(/<div class="said" dir="auto"[^>]*>First line<br>second line/)
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
  expect(receipt('en', true).text).toContain(messages.en.mail.receipt.storyOnly)
  expect(receipt('en', false).text).not.toContain(messages.en.mail.receipt.storyOnly)
})
