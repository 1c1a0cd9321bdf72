import { expect, test } from 'vitest'
import { readEnvironment } from '#lib/foundation/env.ts'

test('networks can be given servers on this machine, and none is the usual case', () => {
  const bases = { x: 'http://127.0.0.1:4000', 'binance-square': 'https://[::1]:4001/' }

  expect(readEnvironment({ NETWORK_BASES: JSON.stringify(bases) }).NETWORK_BASES).toStrictEqual(bases)
  expect(readEnvironment({}).NETWORK_BASES).toBeUndefined()
  expect(readEnvironment({ NETWORK_BASES: ' ' }).NETWORK_BASES).toBeUndefined()
})

test.each([
  'x=http://127.0.0.1',
  '[]',
  '"x"',
  '{"x":7}',
  '{"X":"http://127.0.0.1"}',
  '{"x":"http://localhost:4000"}',
  '{"x":"http://10.0.0.1"}',
  '{"x":"https://publish.x.com"}',
  '{"x":"http://127.0.0.1@trap.example"}',
  '{"x":"http://127.0.0.1.trap.example"}',
  '{"x":"http://127.0.0.1/path"}',
])('a network cannot be sent elsewhere: %s', (value) => {
  expect(() => readEnvironment({ NETWORK_BASES: value })).toThrow('NETWORK_BASES is wrong: set it to JSON')
})

test.each(['caddy', 'true', '10.0.0.0/99', '10.0.0.0/', '10.0.0.0/8/8', '::1/129', '10.0.0.1 caddy', '10.0.0', 'fe80::1%eth0', ','])(
  'a proxy that is no address or network is refused: %s',
  (value) => {
    expect(() => readEnvironment({ TRUST_PROXY: value })).toThrow('TRUST_PROXY is wrong: set it to the address or network of the proxy')
  },
)

test.each(['127.0.0.1', '127.0.0.1 ::1', '10.0.0.0/8, fd00::/8', '0.0.0.0/0'])('proxies are named by address or network: %s', (value) => {
  expect(readEnvironment({ TRUST_PROXY: value }).TRUST_PROXY).toBe(value)
})

test('sign-in through a provider is set as a whole or not at all', () => {
  const whole = { OIDC_ISSUER: 'https://login.example.org', OIDC_CLIENT_ID: 'id', OIDC_CLIENT_SECRET: 'secret' }

  expect(readEnvironment(whole)).toMatchObject(whole)
  for (const name of Object.keys(whole)) {
    expect(() => readEnvironment({ ...whole, [name]: '' })).toThrow(/^OIDC_ISSUER needs .* set all three, or none\.$/)
    expect(() => readEnvironment({ [name]: whole[name as keyof typeof whole] })).toThrow(/^OIDC_ISSUER needs .* set all three, or none\.$/)
  }
})

test('a store for films is named by its bucket, or not at all', () => {
  const whole = { MEDIA_S3_BUCKET: 'films', MEDIA_S3_ACCESS_KEY_ID: 'id', MEDIA_S3_SECRET_ACCESS_KEY: 'secret' }
  const refused = /^MEDIA_S3_BUCKET needs .* set all three, or none\.$/

  expect(readEnvironment(whole)).toMatchObject(whole)
  for (const name of Object.keys(whole)) expect(() => readEnvironment({ ...whole, [name]: '' })).toThrow(refused)
  expect(() => readEnvironment({ MEDIA_S3_ENDPOINT: 'https://s3.example.org' })).toThrow(refused)
  expect(readEnvironment({ MEDIA_S3_REGION: 'eu-central-1' }).MEDIA_S3_BUCKET).toBeUndefined()
})

test.each(['you@example..org', '(you)@example.org', 'you@[127.0.0.1]', `${'a'.repeat(65)}@example.org`, 'you@exam_ple.org', 'you'])(
  'a first admin who could never sign in is refused: %s',
  (value) => {
    expect(() => readEnvironment({ STAFF_ADMIN_EMAIL: value })).toThrow('STAFF_ADMIN_EMAIL is wrong: set it to the mail address')
  },
)

test('the first admin is somebody on this machine unless somebody is named', () => {
  expect(readEnvironment({}).STAFF_ADMIN_EMAIL).toBe('admin@localhost')
  expect(readEnvironment({ STAFF_ADMIN_EMAIL: ' You@example.org ' }).STAFF_ADMIN_EMAIL).toBe('You@example.org')
})

test.each([
  ['NODE_ENV', 'live', 'production'],
  ['PORT', '65536', '65535'],
  ['PORT', '1.5', '1'],
  ['SITE_URL', 'http:stories.example.org', 'https://stories.example.org'],
  ['SITE_URL', 'https://two words', 'HTTP://localhost:3000'],
  ['DATABASE_URL', 'mysql://user@host/name', 'postgresql://user:password@host:5432/name'],
  ['DRAIN_SECONDS', '-1', '0'],
  ['SMTP_URL', 'https://mail.example.org', 'smtps://user:password@host:465'],
  ['AUTH_SECRET', 'x'.repeat(31), 'x'.repeat(32)],
  ['SECOND_FACTOR', 'yes', 'decisions'],
  ['METRICS_TOKEN', ` ${'x'.repeat(15)}`, 'x'.repeat(16)],
  ['CAMPAIGN_NOW', '2025-02-29T12:00:00Z', '2024-02-29T12:00:00Z'],
  ['CAMPAIGN_NOW', '2025-09-05T12:00:00', '2025-09-05T12:00:00.5+02:00'],
  ['CAMPAIGN_NOW', '2025-09-05T24:00:00Z', '2025-09-05T23:59:59-11:00'],
  ['ALLOW_FAKE_CLOCK', 'yes', '1'],
])('%s takes nothing but what its sentence asks for: not %s', (name, wrong, right) => {
  expect(() => readEnvironment({ [name]: wrong })).toThrow(new RegExp(`^${name} is wrong: set it to .*\\.$`))
  expect(String(readEnvironment({ [name]: right })[name as 'PORT'])).toBe(right)
})

test('every wrong variable is named at once, and an empty one counts as not set', () => {
  expect(() => readEnvironment({ PORT: 'x', MAIL_FROM: ' ', DRAIN_SECONDS: '61' })).toThrow(
    /^PORT is wrong[^\n]*\nDRAIN_SECONDS is wrong[^\n]*$/,
  )
  expect(readEnvironment({ PORT: ' ' })).toMatchObject({ PORT: 3000, NODE_ENV: 'development', DRAIN_SECONDS: 0 })
})
