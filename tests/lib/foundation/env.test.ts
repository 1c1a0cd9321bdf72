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
