import { expect, test } from 'vitest'
import { readStaffAddress } from '#lib/staff/address.ts'

test('an address is kept in small letters, without the space around it', () => {
  expect(readStaffAddress('  Kim.Sample+staff@Example.ORG ')).toBe('kim.sample+staff@example.org')
  expect(readStaffAddress('admin@localhost')).toBe('admin@localhost')
})

test.each([
  ['a letter that only looks like k', '\u212Aim@example.org'],
  ['a full-width at sign', 'kim\uFF20example.org'],
  ['a second at sign', 'kim@evil.example@example.org'],
  ['a list of addresses', 'kim@example.org,eve@example.org'],
  ['a header of its own', 'kim@example.org\nBcc: eve@example.org'],
  ['a quoted name', '"kim@evil.example"@example.org'],
  ['an accent', 'josé@example.org'],
  ['no name', '@example.org'],
  ['no domain', 'kim@'],
  ['an empty part', 'kim@example..org'],
  ['nothing', ''],
])('%s is not a staff address', (_, typed) => {
  expect(readStaffAddress(typed)).toBeNull()
})

test('a very long address is refused quickly', () => {
  const begun = performance.now()

  expect(readStaffAddress(`${'a.'.repeat(200_000)}@${'b.'.repeat(200_000)}`)).toBeNull()

  expect(performance.now() - begun).toBeLessThan(50)
})
