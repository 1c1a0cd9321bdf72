import fc from 'fast-check'
import { expect, test } from 'vitest'
import { amountsOf, equalSplit, placesOf } from '#lib/awards/templates.ts'

const sum = (amounts: readonly bigint[]) => amounts.reduce((total, amount) => total + amount, 0n)

test('an equal split gives exactly what there is, in parts at most one hundredth apart, larger ones first', () => {
  fc.assert(
    fc.property(fc.bigInt({ min: 1n, max: 10n ** 15n }), fc.integer({ min: 1, max: 500 }), (units, count) => {
      const amounts = equalSplit(units, count)
      if (!amounts) {
        expect(units < BigInt(count)).toBe(true)
        return
      }
      expect(sum(amounts)).toBe(units)
      expect(amounts).toHaveLength(count)
      expect((amounts[0] ?? 0n) - (amounts.at(-1) ?? 0n) <= 1n).toBe(true)
      expect([...amounts].sort((one, other) => Number(other - one))).toEqual(amounts)
    }),
  )
})

test('seven share 8,000 as 5 of 1,142.86 and 2 of 1,142.85', () => {
  expect(amountsOf('equal', { units: 800_000n, count: 7 })).toEqual([...Array(5).fill(114_286n), ...Array(2).fill(114_285n)])
})

test('the tiers sum to the whole pool, and take no other number of entries and no other sum', () => {
  expect(amountsOf('tiers', { units: 800_000n, count: 10 })).toEqual([200_000n, ...Array(3).fill(100_000n), ...Array(6).fill(50_000n)])
  expect(amountsOf('series', { units: 800_000n, count: 14 })).toEqual([...Array(4).fill(125_000n), ...Array(10).fill(30_000n)])
  expect([placesOf('tiers'), placesOf('series'), placesOf('equal')]).toEqual([10, 14, null])
  expect(amountsOf('tiers', { units: 800_000n, count: 9 })).toBeNull()
  expect(amountsOf('series', { units: 799_999n, count: 14 })).toBeNull()
  expect(amountsOf('equal', { units: 800_000n, count: 0 })).toBeNull()
})
