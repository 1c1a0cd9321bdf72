import { expect, test } from 'vitest'
import { open, SealError, seal } from '#lib/foundation/sealed.ts'

test('what was sealed opens in its own context, with every character it had', () => {
  const plain = 'مرحبا 👩🏽‍🚀 0xAbC\n"quoted"'

  expect(open(seal(plain, 'payout:1'), 'payout:1')).toBe(plain)
  expect(open(seal('', 'payout:1'), 'payout:1')).toBe('')
})

test('the same text sealed twice looks different, and shows nothing of itself', () => {
  const [first, second] = [seal('0xAbC', 'payout:1'), seal('0xAbC', 'payout:1')]

  expect(first).not.toBe(second)
  expect(Buffer.from(first.slice(3), 'base64url').toString('latin1')).not.toContain('0xAbC')
})

test('it opens in no other context', () => {
  expect(() => open(seal('0xAbC', 'payout:1'), 'payout:2')).toThrow(SealError)
})

test('one changed bit and it does not open, wherever the bit is', () => {
  const bytes = Buffer.from(seal('0xAbC', 'payout:1').slice(3), 'base64url')

  for (let at = 0; at < bytes.length; at += 1) {
    const changed = Buffer.from(bytes)
    changed[at] = (changed[at] ?? 0) ^ 1
    expect(() => open(`v1.${changed.toString('base64url')}`, 'payout:1')).toThrow(SealError)
  }
})

test.each(['', 'v1.', 'v1.AAAA', 'v2.AAAA', 'plain text'])('%j was never sealed', (text) => {
  expect(() => open(text, 'payout:1')).toThrow(SealError)
})
