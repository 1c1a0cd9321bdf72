import { createHash } from 'node:crypto'
import { readFile } from 'node:fs/promises'
import { expect, test } from 'vitest'
import { compose } from '#lib/mail/compose.ts'
import { layouts, madeFrom, madeInto } from '#lib/mail/layout/compiled.ts'
import { clothRows } from '#lib/mail/layout/strip.ts'
import { letters } from '#lib/mail/templates/letters.ts'
import { code, everyLetter, samples, site } from '#tests/support/every-letter.ts'

const all = everyLetter()
const sha256 = (text: string) => createHash('sha256').update(text).digest('hex')
const styles = (html: string) => [...html.matchAll(/\sstyle="([^"]*)"/g)].map((match) => match[1] ?? '')

test('the compiled layout was made from the source as it stands, and nobody changed it by hand', async () => {
  const source = await readFile(new URL('../../../lib/mail/layout/letter.mjml', import.meta.url), 'utf8')
  expect(madeFrom, 'npm run mail:layout').toBe(sha256(source))
  expect(madeInto, 'npm run mail:layout').toBe(sha256(JSON.stringify(layouts)))
})

test('both directions are made of the same parts with the same places', () => {
  const places = (parts: Readonly<Record<string, string>>) =>
    Object.entries(parts).map(([name, html]) => [name, [...html.matchAll(/\{\{\w+\}\}/g)].map(([place]) => place)])
  expect(places(layouts.rtl)).toEqual(places(layouts.ltr))
  expect(Object.keys(layouts.ltr)).toEqual(
    expect.arrayContaining(['head', 'strip', 'title', 'heading', 'paragraph', 'quote', 'code', 'link', 'rule', 'small', 'end']),
  )
})

test('with a quotation of 4,000 characters a letter stays whole in mailboxes that cut at 102 kB', () => {
  for (const letter of ['&', 'ق', '𝒳'])
    for (const locale of ['en', 'ar'] as const) {
      const mail = letters.question(locale, { ...samples.question, question: letter.repeat(4000) }, code)
      expect(Buffer.byteLength(mail.html)).toBeLessThan(102 * 1024)
    }
})

test.each(all)('$name is small', ({ mail }) => {
  expect(Buffer.byteLength(mail.html)).toBeLessThan(32 * 1024)
})

test.each(all)('$name loads nothing from anywhere and leads only to this site', ({ mail }) => {
  expect(mail.html).not.toMatch(/<(img|script|link|iframe|object|embed|video|audio|form|input|button|base|svg)\b/i)
  expect(mail.html).not.toMatch(/\bsrc\s*=|url\(|@import|@font-face|\bbackground\s*=|\son\w+\s*=|javascript:|data:|cid:/i)
  const links = [...mail.html.matchAll(/\bhref="([^"]*)"/g)].map((match) => match[1] ?? '')
  expect(links.filter((link) => !link.startsWith(`${site}/`))).toEqual([])
  expect([...mail.html.matchAll(/https?:\/\/[^\s"<]+/g)].map(([address]) => address).filter((address) => !isOurs(address))).toEqual([])
})

function isOurs(address: string): boolean {
  return address.startsWith(`${site}/`) || address === 'http://www.w3.org/1999/xhtml'
}

test.each(all)('$name is laid out with tables for layout and inline style only, at most 600 pixels wide', ({ mail }) => {
  const tables = [...mail.html.matchAll(/<table\b[^>]*>/g)].map(([tag]) => tag)
  expect(tables.filter((tag) => !tag.includes('role="presentation"'))).toEqual([])
  expect(mail.html).not.toMatch(/display:\s*(flex|grid)|position:|float:|<\w+[^>]*\sid=/)
  const widths = [...mail.html.matchAll(/(?:max-|\b)width[:=]"?(\d+)(?:px)?\b(?!%)/g)].map((match) => Number(match[1]))
  expect(Math.max(...widths)).toBe(600)
  for (const style of styles(mail.html)) expect(style).not.toMatch(/var\(|calc\(|rem\b|vw\b/)
})

test.each(all)('$name begins with hidden words for the list of letters, taken from its first sentence', ({ mail }) => {
  const hidden = /<body[^>]*>\s*<div style="display:none;[^"]*overflow:hidden;">([^<]+)<\/div>/.exec(mail.html)?.[1] ?? ''
  expect(hidden.length).toBeGreaterThan(10)
  expect(mail.html.split(hidden).length).toBeGreaterThan(2)
})

test.each(all)('$name tells a dark mailbox how it looks there', ({ mail }) => {
  expect(mail.html).toContain('<meta name="color-scheme" content="light dark">')
  const dark = /@media \(prefers-color-scheme: dark\) \{(.*?\}) \}/s.exec(mail.html)?.[1] ?? ''
  for (const name of ['ground', 'sheet', 'words', 'strong', 'rule']) {
    expect(dark).toContain(`.${name}`)
    expect(mail.html).toMatch(new RegExp(`class="[^"]*\\b${name}\\b`))
  }
})

test.each(all)('$name closes every table and cell it opens', ({ mail }) => {
  const shown = mail.html.replace(/<!--.*?-->/gs, '')
  for (const tag of ['table', 'tbody', 'tr', 'td', 'div', 'p', 'a', 'bdi', 'span', 'b', 'h1', 'h2', 'body', 'html'])
    expect([tag, shown.split(new RegExp(`<${tag}[\\s>]`)).length]).toEqual([tag, shown.split(`</${tag}>`).length])
})

test.each(all)('$name has one main heading', ({ mail }) => {
  expect(mail.html.match(/<h1\b/g)).toHaveLength(1)
})

test('the strip of cloth is cells with colours, the same for the same reference and another for another', () => {
  const strip = clothRows('HB-7K2M-9XQD')
  expect(strip).toMatch(/^(<tr style="height:18px">(<td (height="18" )?bgcolor="#[0-9A-F]{6}"><\/td>){30}<\/tr>){5}$/)
  expect(clothRows('HB-7K2M-9XQD')).toBe(strip)
  expect(clothRows('HB-9XQD-7K2M')).not.toBe(strip)
  expect(compose({ locale: 'en', subject: 'S', heading: 'H', blocks: [], why: 'W', code, phrase: null }).html).toContain(
    'bgcolor="#F0B90B"',
  )
})
