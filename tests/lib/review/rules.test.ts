import { expect, test } from 'vitest'
import { locales } from '#lib/i18n/locales.ts'
import { inTurn, readersNeeded } from '#lib/review/policy.ts'
import { criterionKeys } from '#lib/review/schema.ts'
import { missingScores, weightedTotal } from '#lib/review/scoring.ts'
import { type Spendable, wantedReaders } from '#lib/review/spending.ts'
import { firstRubric, rubricWords } from '#prisma/seed/review.ts'

const { criteria } = firstRubric
const even = (score: number) => ({ truth: score, change: score, theme: score, use: score, film: score })

test('weights sum to a hundred, so a total lies between 100 and 500', () => {
  expect(criteria.map(({ key, weight }) => [key, weight])).toEqual([
    ['truth', 30],
    ['change', 25],
    ['theme', 15],
    ['use', 15],
    ['film', 15],
  ])
  expect([weightedTotal(even(1), criteria), weightedTotal(even(5), criteria)]).toEqual([100, 500])
  expect(weightedTotal({ truth: 5, change: 4, theme: 3, use: 2, film: 1 }, criteria)).toBe(150 + 100 + 45 + 30 + 15)
})

test('a score that is missing or out of range is no score', () => {
  expect(() => weightedTotal({ ...even(3), film: 6 }, criteria)).toThrow(RangeError)
  expect(() => weightedTotal({ ...even(3), use: 2.5 }, criteria)).toThrow(RangeError)
  expect(missingScores({ truth: 3, film: 1 }, criteria)).toEqual(['change', 'theme', 'use'])
})

test('the rubric has words for every criterion in every language', () => {
  for (const locale of locales)
    for (const key of criterionKeys) {
      const words = Object.values(rubricWords[locale][key])
      expect(words).toHaveLength(5)
      expect(words.every((word) => word.trim().length > 2)).toBe(true)
    }
})

test('who reads the language comes first, then who has the least, then chance', () => {
  const reader = (id: string, languages: string[], open: number, given = open) => ({ id, languages, open, given, independent: false })
  const readers = [
    reader('busy', ['pt-BR'], 9),
    reader('free', ['pt'], 2),
    reader('other', ['en'], 0),
    reader('new', [], 0),
    reader('done', ['en'], 0, 5),
  ]
  let draws = 0
  const order = inTurn(readers, 'pt-PT', () => (draws += 1)).map(({ id }) => id)
  expect(order).toEqual(['free', 'busy', 'other', 'new', 'done'])
  const turned = inTurn(readers, 'pt-PT', () => (draws -= 1)).map(({ id }) => id)
  expect(turned).toEqual(['free', 'busy', 'new', 'other', 'done'])
})

test('an entry of the first stage needs two readers and never fewer than none', () => {
  expect([0, 1, 2, 5].map(readersNeeded)).toEqual([2, 1, 0, 0])
})

function entry(id: string, mean: number, more: Partial<Spendable> = {}): Spendable {
  const score = {
    entry: id,
    count: 2,
    raw: mean,
    normalised: mean,
    range: 20,
    humanTruth: 3,
    hasIndependent: false,
    independent: null,
    parts: [mean, mean],
  }
  return { ...score, asked: 2, independentAsked: true, ...more }
}

test('further readers go to contenders and disagreements, best first, and no further than the budget', () => {
  const entries = [
    entry('best', 460),
    entry('low', 180),
    entry('torn', 300, { range: 150 }),
    entry('calm', 310),
    entry('unread', 0, { count: 0 }),
  ]
  expect(wantedReaders(entries, 3)).toEqual([
    { entry: 'best', independent: false, beside: 2 },
    { entry: 'torn', independent: false, beside: 2 },
    { entry: 'best', independent: false, beside: 3 },
  ])
  expect(wantedReaders(entries, 0)).toEqual([])
  expect(new Set(wantedReaders(entries, 100).map((wanted) => wanted.entry))).toEqual(new Set(['best', 'torn']))
})

test('a contender without an independent reader gets one before anything else', () => {
  const entries = [entry('torn', 300, { range: 200 }), entry('best', 460, { independentAsked: false }), entry('low', 180)]
  expect(wantedReaders(entries, 2)).toEqual([
    { entry: 'best', independent: true, beside: 2 },
    { entry: 'torn', independent: false, beside: 2 },
  ])
})

test('an entry only the raw order would choose is a contender as well', () => {
  const entries = [entry('fair', 400, { raw: 300 }), entry('loud', 350, { raw: 450 }), entry('c', 200), entry('d', 200)]
  expect(new Set(wantedReaders(entries, 50).map((wanted) => wanted.entry))).toEqual(new Set(['fair', 'loud']))
})
