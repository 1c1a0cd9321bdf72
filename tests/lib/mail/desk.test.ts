import { expect, test } from 'vitest'
import { kindName } from '#components/staff/mail-words.ts'
import { locales } from '#lib/i18n/locales.ts'
import { faultOf } from '#lib/mail/desk/faults.ts'
import { mailAddress, readMailFilters, readMailPlace } from '#lib/mail/desk/filters.ts'
import { withoutSecrets } from '#lib/mail/desk/secrets.ts'
import { kinds } from '#tests/support/every-letter.ts'

const id = '01a200f3-c821-7e69-8acf-83a64f6c0cde'

test.each([
  ['connect ECONNREFUSED 127.0.0.1:25', 'unreachable'],
  ['getaddrinfo ENOTFOUND mail.example.org', 'unreachable'],
  ['Greeting never received', 'slow'],
  ['Invalid login: 535 5.7.8 authentication failed', 'login'],
  ['self-signed certificate in certificate chain', 'certificate'],
  ["EACCES: permission denied, mkdir '/data/outbox'", 'folder'],
  ["Can't send mail - all recipients were rejected: 550 5.1.1 no such person", 'address'],
  ["Can't send mail - all recipients were rejected: 451 4.7.1 greylisted", 'later'],
  ['Message failed: 554 5.7.1 looks like spam', 'refused'],
  ['Message failed: 452 disk full', 'later'],
  ['Connection closed unexpectedly', 'cut'],
  ['something nobody foresaw', 'other'],
] as const)('"%s" is told as %s', (words, fault) => {
  expect(faultOf(words)).toBe(fault)
})

test('a letter without an error has no fault', () => {
  expect(faultOf(null)).toBeNull()
})

test('the secret of a link is hidden in words and in markup, and nothing else is', () => {
  const key = 'a1B2c3D4e5F6g7H8i9J0kL'
  expect(withoutSecrets(`Open http://localhost:3000/ar/entry/${key}, code 7K2M-9XQD-B4TR`)).toBe(
    'Open http://localhost:3000/ar/entry/…, code 7K2M-9XQD-B4TR',
  )
  expect(withoutSecrets(`<a href="https://x.org/staff/sign-in/confirm?token=${key}${key}&amp;email=a%40b">`)).toBe(
    '<a href="https://x.org/staff/sign-in/confirm?token=…&amp;email=a%40b">',
  )
  expect(withoutSecrets('http://localhost:3000/rules?version=2')).toBe('http://localhost:3000/rules?version=2')
})

test('filters are read from an address and written into it again', () => {
  const read = (query: string) => readMailFilters(Object.fromEntries(new URLSearchParams(query)), ['receipt', 'question'])
  const filters = read('q=Nora%40example.org&state=failed&kind=question')
  expect(filters).toEqual({ search: { recipient: 'Nora@example.org' }, state: 'failed', kind: 'question' })
  expect(mailAddress(filters, { older: id })).toBe(`/staff/mail?q=Nora%40example.org&state=failed&kind=question&older=${id}`)
  expect(read('q=hb7k2m9xqd').search).toEqual({ reference: 'HB-7K2M-9XQD' })
  expect(read('q=7k2m 9xqd b4tr').search).toEqual({ code: '7K2M-9XQD-B4TR' })
  expect(read('q=hello&state=lost&kind=none')).toEqual({ search: { unreadable: 'hello' }, state: null, kind: null })
  expect(mailAddress(read(''), null)).toBe('/staff/mail')
})

test('a place in the list is the id of a letter and nothing else', () => {
  expect(readMailPlace({ older: id })).toEqual({ older: id })
  expect(readMailPlace({ newer: id.toUpperCase() })).toEqual({ newer: id })
  expect(readMailPlace({ older: "'; drop table mail" })).toBeNull()
})

test.each(locales)('every kind of letter has a name of its own (%s)', (locale) => {
  const names = ['receipt', ...kinds].map((kind) => kindName(locale, kind))
  expect(names.filter((name) => kinds.some((kind) => kind === name))).toEqual([])
  expect(new Set(names).size).toBe(names.length)
})
