import { expect, test } from 'vitest'
import { deviceOf } from '#lib/staff/device.ts'
import { parseInvitation, parsePerson, readPerson } from '#lib/staff/person-form.ts'

function values(fields: Readonly<Record<string, string>>) {
  const form = new FormData()
  for (const [name, value] of Object.entries({ role: 'reviewer', ...fields })) form.append(name, value)
  return readPerson(form)
}

test('languages are kept as canonical tags, each once', () => {
  expect(parsePerson(values({ languages: 'EN, es;pt-br  zh-hans en' }))).toMatchObject({
    ok: true,
    value: { languages: ['en', 'es', 'pt-BR', 'zh-Hans'] },
  })
  expect(parsePerson(values({}))).toMatchObject({ ok: true, value: { languages: [], name: null, independent: false } })
})

test.each(['English', 'xx', 'e', 'en_GB', '<b>', 'en-'])('%s is not a language', (tag) => {
  expect(parsePerson(values({ languages: `es ${tag}` }))).toEqual({ ok: false, errors: { languages: { code: 'languages.unknown', tag } } })
})

test('too many languages, and names that are too long or hold hidden marks, are refused', () => {
  expect(parsePerson(values({ languages: 'en '.repeat(13) }))).toMatchObject({ errors: { languages: { code: 'languages.tooMany' } } })
  expect(parsePerson(values({ name: 'x'.repeat(61) }))).toMatchObject({ errors: { name: { code: 'name.tooLong' } } })
  expect(parsePerson(values({ name: 'a\u202Eb' }))).toMatchObject({ errors: { name: { code: 'name.forbidden' } } })
})

test('only reviewers are independent, and a role has to be one of three', () => {
  expect(parsePerson(values({ role: 'admin', independent: 'yes' }))).toEqual({
    ok: false,
    errors: { independent: { code: 'independent.role' } },
  })
  expect(parsePerson(values({ role: 'owner' }))).toEqual({ ok: false, errors: { role: { code: 'role.missing' } } })
})

test('an invitation names everything that is wrong at once', () => {
  expect(parseInvitation(values({ email: 'kim', role: '', languages: 'klingonish' }))).toMatchObject({
    ok: false,
    errors: { email: { code: 'email.invalid' }, role: { code: 'role.missing' }, languages: { code: 'languages.unknown' } },
  })
  expect(parseInvitation(values({ email: ' Kim@Example.org ' }))).toMatchObject({ ok: true, value: { email: 'kim@example.org' } })
})

test.each([
  ['Mozilla/5.0 (X11; Linux x86_64; rv:144.0) Gecko/20100101 Firefox/144.0', 'Firefox/Linux'],
  [
    'Mozilla/5.0 (iPhone; CPU iPhone OS 18_6 like Mac OS X) AppleWebKit/605.1.15 (KHTML, like Gecko) Version/18.6 Mobile/15E148 Safari/604.1',
    'Safari/iPhone',
  ],
  [
    'Mozilla/5.0 (Windows NT 10.0; Win64; x64) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/142.0.0.0 Safari/537.36 Edg/142.0.0.0',
    'Edge/Windows',
  ],
  ['Mozilla/5.0 (Linux; Android 16) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/142.0.0.0 Mobile Safari/537.36', 'Chrome/Android'],
  ['curl/8.5.0', '/'],
  ['', '/'],
])('of %s only families are kept', (agent, device) => {
  expect(deviceOf(agent)).toBe(device)
})
