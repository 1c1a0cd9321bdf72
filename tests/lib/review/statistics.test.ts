import fc from 'fast-check'
import { expect, test } from 'vitest'
import { certaintyOf } from '#lib/review/statistics/certainty.ts'
import { lineThrough } from '#lib/review/statistics/numbers.ts'
import { changesUnderRaw, lotOf, ordered } from '#lib/review/statistics/order.ts'
import { seededRandom } from '#lib/review/statistics/random.ts'
import { reviewerFigures } from '#lib/review/statistics/reviewers.ts'
import { type CompletedReview, scalesOf, scoresOf } from '#lib/review/statistics/scores.ts'

const seed = 'a seed everybody can read'

function review(entry: string, reviewer: string, total: number, more: Partial<CompletedReview> = {}): CompletedReview {
  return { entry, reviewer, total, humanTruth: 3, independent: false, readAt: 0, ...more }
}

/** A season: each of `reviewers` has read some of `entries`, nobody twice. */
const season = fc
  .record({ entries: fc.integer({ min: 1, max: 30 }), reviewers: fc.integer({ min: 1, max: 6 }) })
  .chain(({ entries, reviewers }) =>
    fc
      .array(fc.option(fc.integer({ min: 100, max: 500 }), { nil: null }), {
        minLength: entries * reviewers,
        maxLength: entries * reviewers,
      })
      .map((totals) =>
        totals.flatMap((total, index) =>
          total === null
            ? []
            : [
                review(`e${Math.floor(index / reviewers)}`, `r${index % reviewers}`, total, {
                  independent: index % reviewers === 0,
                  readAt: (index * 7919) % 1000,
                }),
              ],
        ),
      ),
  )
const entriesOf = (reviews: readonly CompletedReview[]) => [...new Set(reviews.map(({ entry }) => entry))]
const namesOf = (scores: readonly { entry: string }[]) => scores.map(({ entry }) => entry)

test('a reviewer who gives everybody the same number of points more or less changes no normalised place', () => {
  fc.assert(
    fc.property(season, fc.integer({ min: -80, max: 80 }), (reviews, shift) => {
      const scales = scalesOf(reviews)
      fc.pre([...scales.by.values()].every(({ isUsed }) => isUsed) && scales.by.size > 1)
      const shifted = reviews.map((one) => (one.reviewer === 'r0' ? { ...one, total: one.total + shift } : one))
      const order = (all: readonly CompletedReview[]) => {
        const scores = scoresOf(entriesOf(all), all)
        const spread = scalesOf(all).overall
        return scores.map(({ normalised }) => Math.round((((normalised ?? 0) - spread.mean) / spread.spread) * 1e6))
      }
      expect(order(shifted)).toEqual(order(reviews))
    }),
  )
})

test('where no scale can be trusted, normalised is raw', () => {
  fc.assert(
    fc.property(season, (reviews) => {
      const few = reviews.filter((one, index) => reviews.slice(0, index).filter(({ reviewer }) => reviewer === one.reviewer).length < 4)
      const flat = reviews.map((one) => ({ ...one, total: 300 }))
      for (const all of [few, flat])
        for (const score of scoresOf(entriesOf(all), all)) expect(score.normalised).toBeCloseTo(score.raw ?? 0, 9)
    }),
  )
})

test('the fifth score begins a scale, and one that differs', () => {
  const own = (totals: readonly number[]) => scalesOf(totals.map((total, index) => review(`e${index}`, 'r', total))).by.get('r')?.isUsed

  expect(own([100, 200, 300, 400])).toBe(false)
  expect(own([100, 200, 300, 400, 500])).toBe(true)
  expect(own([300, 300, 300, 300, 300])).toBe(false)
})

test('normalising lays every scale on that of all scores: same mean, same spread', () => {
  fc.assert(
    fc.property(season, (reviews) => {
      const scales = scalesOf(reviews)
      fc.pre([...scales.by.values()].every(({ isUsed }) => isUsed) && scales.by.size > 0)
      const scores = scoresOf(entriesOf(reviews), reviews)
      const all = scores.flatMap(({ parts }) => parts)
      expect(all.reduce((sum, part) => sum + part, 0) / all.length).toBeCloseTo(scales.overall.mean, 6)
    }),
  )
})

test('an order holds every entry once, whatever order they were given in', () => {
  fc.assert(
    fc.property(season, fc.integer(), (reviews, turn) => {
      const scores = scoresOf([...entriesOf(reviews), 'unread'], reviews)
      const cut = Math.abs(turn) % scores.length
      const turned = [...scores.slice(cut), ...scores.slice(0, cut)].reverse()
      for (const by of ['raw', 'normalised'] as const) {
        const names = namesOf(ordered(scores, by, seed))
        expect(names).toEqual(namesOf(ordered(turned, by, seed)))
        expect([...names].sort()).toEqual([...namesOf(scores)].sort())
        expect(names.at(-1)).toBe('unread')
      }
    }),
  )
})

test('ties: human truth, then range, then the independent score, then the lot', () => {
  const same = (entry: string, totals: readonly [number, number], more: Partial<CompletedReview> = {}) => [
    review(entry, 'x', totals[0], more),
    review(entry, 'y', totals[1], { ...more, independent: false }),
  ]
  const reviews = [
    ...same('plain-1', [200, 400]),
    ...same('plain-2', [200, 400]),
    ...same('independent-low', [200, 400], { independent: true }),
    ...same('independent-high', [400, 200], { independent: true }),
    ...same('close', [290, 310]),
    ...same('true', [200, 400], { humanTruth: 4 }),
  ]
  const lots = ['plain-1', 'plain-2'].sort((a, b) => (lotOf(seed, a) < lotOf(seed, b) ? -1 : 1))

  const order = namesOf(ordered(scoresOf(entriesOf(reviews), reviews), 'raw', seed))

  expect(order).toEqual(['true', 'close', 'independent-high', 'independent-low', ...lots])
})

test('as many would leave under the raw order as would enter', () => {
  fc.assert(
    fc.property(season, fc.integer({ min: 0, max: 12 }), (reviews, places) => {
      const { entering, leaving, moved } = changesUnderRaw(scoresOf(entriesOf(reviews), reviews), places, seed)
      expect(entering).toHaveLength(leaving.length)
      expect(moved).toBeGreaterThanOrEqual(leaving.length)
    }),
  )
})

test('a harsh reader pushes an entry down the raw order, and not down the normalised one', () => {
  const truth = [450, 420, 400, 380, 360, 340, 320, 300, 280, 260]
  const reviews = truth.flatMap((total, index) => [
    review(`e${index}`, 'even', total),
    ...(index % 2 === 0 ? [review(`e${index}`, 'harsh', total - 150)] : [review(`e${index}`, 'lenient', Math.min(500, total + 50))]),
  ])
  const scores = scoresOf(entriesOf(reviews), reviews)

  expect(namesOf(ordered(scores, 'raw', seed)).slice(0, 2)).toEqual(['e1', 'e3'])
  expect(
    namesOf(ordered(scores, 'normalised', seed))
      .slice(0, 2)
      .sort(),
  ).toEqual(['e0', 'e1'])
  expect(namesOf(changesUnderRaw(scores, 2, seed).leaving)).toEqual(['e0'])
})

test('chances add up to the places, stay between 0 and 1, and are the same for the same seed', () => {
  fc.assert(
    fc.property(season, fc.integer({ min: 0, max: 12 }), (reviews, places) => {
      const scores = scoresOf(entriesOf(reviews), reviews)
      const one = certaintyOf(scores, { places, seed, resamples: 40 })
      const chances = [...one.chances.values()]
      fc.pre(one.resamples > 0)
      expect(chances.reduce((sum, chance) => sum + chance, 0)).toBeCloseTo(Math.min(places, chances.length), 9)
      expect(chances.every((chance) => chance >= 0 && chance <= 1)).toBe(true)
      expect(certaintyOf(scores, { places, seed, resamples: 40 })).toEqual(one)
    }),
    { numRuns: 50 },
  )
})

test('far apart and agreed on is sure; close together and disputed is not', () => {
  const of = (gap: number, noise: number) =>
    Array.from({ length: 10 }, (_, index) => [
      review(`e${index}`, 'x', 480 - index * gap + noise * (index % 2 ? 1 : -1)),
      review(`e${index}`, 'y', 480 - index * gap - noise * (index % 2 ? 1 : -1)),
    ]).flat()
  const band = (reviews: readonly CompletedReview[]) => certaintyOf(scoresOf(entriesOf(reviews), reviews), { places: 5, seed }).unsure

  expect(band(of(40, 1))).toBeNull()
  const unsure = band(of(4, 60))
  expect(unsure?.from).toBeLessThan(5)
  expect(unsure?.to).toBeGreaterThan(6)
})

test('two equal scores are not taken for certainty', () => {
  const reviews = [
    ...[review('agreed', 'x', 400), review('agreed', 'y', 400)],
    ...Array.from({ length: 20 }, (_, index) => [review(`e${index}`, 'x', 390 - 70), review(`e${index}`, 'y', 390 + 70)]).flat(),
  ]

  const { chances } = certaintyOf(scoresOf(entriesOf(reviews), reviews), { places: 1, seed })

  expect(chances.get('agreed')).toBeLessThan(0.5)
})

test('while no entry was read twice nothing is called sure, whoever lies before the cut', () => {
  const once = Array.from({ length: 6 }, (_, index) => review(`e${index}`, 'x', 450 - index * 50))
  const of = (reviews: readonly CompletedReview[], places: number) => certaintyOf(scoresOf(entriesOf(reviews), reviews), { places, seed })

  expect(of(once, 2)).toEqual({ chances: new Map(), unsure: { from: 1, to: 6 }, resamples: 0 })
  expect(of(once, 6)).toMatchObject({ unsure: null })
  const twice = of([...once, review('e0', 'y', 380)], 2)
  expect(twice.resamples).toBeGreaterThan(0)
  expect(twice.chances.size).toBe(6)
})

test('a thousand entries with three reviews each are counted in under a second', () => {
  const random = seededRandom('speed')
  const reviews = Array.from({ length: 3000 }, (_, index) =>
    review(`e${index % 1000}`, `r${(index * 7) % 10}`, 100 + Math.floor(random() * 401), { readAt: index }),
  )
  const once = () => {
    const began = performance.now()
    const scores = scoresOf(entriesOf(reviews), reviews)
    ordered(scores, 'normalised', seed)
    reviewerFigures(reviews)
    expect(certaintyOf(scores, { places: 20, seed }).resamples).toBe(1000)
    return performance.now() - began
  }

  expect(Math.min(once(), once(), once())).toBeLessThan(1000)
})

test('leniency, agreement and drift say what was put in', () => {
  const reviews = Array.from({ length: 20 }, (_, index) => {
    const truth = 200 + ((index * 53) % 200)
    return [
      review(`e${index}`, 'even', truth, { readAt: index }),
      review(`e${index}`, 'harsh', truth - 40, { readAt: index }),
      review(`e${index}`, 'tiring', 450 - index * 5, { readAt: index }),
    ]
  }).flat()

  const figures = new Map(reviewerFigures(reviews.filter(({ reviewer }) => reviewer !== 'tiring')).map((one) => [one.reviewer, one]))
  const tiring = reviewerFigures(reviews).find(({ reviewer }) => reviewer === 'tiring')

  expect(figures.get('harsh')).toMatchObject({ leniency: -40, isNormalised: true, count: 20 })
  expect(figures.get('even')?.leniency).toBe(40)
  expect(figures.get('even')?.agreement).toBeCloseTo(1, 9)
  expect(tiring?.drift).toBeCloseTo(-50, 6)
  expect(tiring?.isDriftClear).toBe(true)
  expect(reviewerFigures(reviews.filter(({ reviewer }) => reviewer === 'even'))[0]).toMatchObject({ leniency: null, agreement: null })
})

test('drift follows the order of reading, not that of the list', () => {
  const reading = Array.from({ length: 12 }, (_, index) => review(`e${index}`, 'r', 300 + index * 10, { readAt: index }))
  expect(reviewerFigures([...reading].reverse())[0]?.drift).toBeCloseTo(100, 6)
})

test('a line through points on a line is that line', () => {
  fc.assert(
    fc.property(
      fc.integer({ min: -50, max: 50 }),
      fc.integer({ min: -500, max: 500 }),
      fc.integer({ min: 3, max: 40 }),
      (slope, start, count) => {
        expect(lineThrough(Array.from({ length: count }, (_, x) => start + slope * x))?.slope).toBeCloseTo(slope, 9)
      },
    ),
  )
  expect(lineThrough([1, 2])).toBeNull()
})

test('random numbers lie in [0, 1), spread evenly, and belong to their seed', () => {
  const random = seededRandom('one')
  const drawn = Array.from({ length: 20_000 }, () => random())
  const again = seededRandom('one')

  expect(drawn.every((value) => value >= 0 && value < 1)).toBe(true)
  expect(drawn.reduce((sum, value) => sum + value, 0) / drawn.length).toBeCloseTo(0.5, 1)
  expect(drawn.slice(0, 50)).toEqual(Array.from({ length: 50 }, () => again()))
  expect(seededRandom('two')()).not.toBe(drawn[0])
})
