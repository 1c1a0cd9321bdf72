import fc from 'fast-check'
import { expect, test } from 'vitest'
import { accountOf, balancesOf, differenceOf, fits, type Line, leftOf, linesOf, type Movement } from '#lib/awards/ledger.ts'
import { type AwardState, awardStates, canGo } from '#lib/awards/states.ts'

type Operation = Readonly<{ award: number; to: AwardState; units: bigint }>

const operations = fc.array(
  fc.record({ award: fc.nat(6), to: fc.constantFrom(...awardStates), units: fc.bigInt({ min: -10n, max: 900_000n }) }),
  { maxLength: 60 },
)

/** Does what the commands do, to a book in memory: what is refused leaves no line. */
function keep(poolUnits: bigint, all: readonly Operation[]) {
  const lines: Line[] = []
  const awards = new Map<number, { state: AwardState; units: bigint }>()
  const after: { left: bigint; difference: bigint }[] = []
  for (const { award, to, units } of all) {
    const known = awards.get(award)
    const open = !known || accountOf(known.state) === null
    if (to === 'proposed' && open && fits(units, leftOf(poolUnits, balancesOf(lines)))) {
      lines.push(...linesOf('proposed', { units, from: 'pool' }))
      awards.set(award, { state: 'proposed', units })
    } else if (known && canGo(known.state, to)) {
      const [from, target] = [accountOf(known.state), accountOf(to)]
      if (from && from !== target) lines.push(...linesOf(to as Movement, { units: known.units, from }))
      awards.set(award, { ...known, state: to })
    }
    const balances = balancesOf(lines)
    after.push({ left: leftOf(poolUnits, balances), difference: differenceOf(balances) })
  }
  return { lines, awards, after }
}

test('no sequence of operations exceeds the pool, and the lines always sum to zero', () => {
  fc.assert(
    fc.property(operations, fc.bigInt({ min: 0n, max: 1_000_000n }), (all, poolUnits) => {
      for (const { left, difference } of keep(poolUnits, all).after) {
        expect(left >= 0n && left <= poolUnits).toBe(true)
        expect(difference).toBe(0n)
      }
    }),
  )
})

test('what stands on each account is exactly what the awards in those states have', () => {
  fc.assert(
    fc.property(operations, (all) => {
      const { lines, awards } = keep(800_000n, all)
      const balances = balancesOf(lines)
      for (const account of ['proposed', 'committed', 'paid'] as const) {
        const wanted = [...awards.values()].filter(({ state }) => accountOf(state) === account).reduce((sum, { units }) => sum + units, 0n)
        expect(balances[account]).toBe(wanted)
      }
    }),
  )
})

test('an amount that is not above zero, and a movement that moves nothing, are faults', () => {
  expect(() => linesOf('proposed', { units: 0n, from: 'pool' })).toThrow(RangeError)
  expect(() => linesOf('proposed', { units: -1n, from: 'pool' })).toThrow(RangeError)
  expect(() => linesOf('cancelled', { units: 1n, from: 'pool' })).toThrow(RangeError)
  expect(fits(0n, 10n)).toBe(false)
  expect(fits(11n, 10n)).toBe(false)
})
