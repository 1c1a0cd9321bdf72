import { expect, test } from 'vitest'
import { lastDay } from '#lib/history/dates.ts'
import { topics } from '#lib/history/filters.ts'
import { isRowShown, knownDate } from '#lib/history/present.ts'
import { claimSchema, eraIds } from '#lib/history/schema.ts'
import { claimRecords, contextRecords } from '#prisma/seed/history/records.ts'
import { historyRows } from '#prisma/seed/history/rows.ts'
import { entryTexts, eraTexts } from '#prisma/seed/history/texts/index.ts'
import { seededIn } from '#prisma/seed/languages.ts'
import { storedClaims } from '#tests/factories/history.ts'

const claims = claimRecords()
const contexts = contextRecords()

test('both files hold what the research delivered', () => {
  expect(claims).toHaveLength(147)
  expect(contexts).toHaveLength(12)
})

test('the timeline has thirty-four entries from the post and twelve events were added', () => {
  expect(claims.filter((claim) => claim.placement === 'timeline')).toHaveLength(34)
  const shown = storedClaims().filter((row) => row.placement === 'timeline' && isRowShown(row))
  expect(shown.filter((row) => row.origin === 'post')).toHaveLength(34)
  expect(shown.filter((row) => row.origin === 'context')).toHaveLength(10)
  expect(storedClaims().filter((row) => row.origin === 'context' && isRowShown(row))).toHaveLength(12)
})

test('no two entries share an id, nor does an entry share one with a part of the page', () => {
  const ids = [...claims, ...contexts].map(({ id }) => id).concat(eraIds)
  expect(new Set(ids).size).toBe(ids.length)
})

test('a claim said to be confirmed or corrected names at least one citation', () => {
  const claim = claims.find(({ verdict }) => verdict === 'corroborated')
  expect(claimSchema.safeParse({ ...claim, citations: [] }).success).toBe(false)
  expect(claimSchema.safeParse(claim).success).toBe(true)
})

test('a claim nobody could verify is refused on the timeline', () => {
  const claim = claims.find(({ verdict, citations }) => verdict === 'unverified' && citations.length > 0)
  expect(claimSchema.safeParse({ ...claim, placement: 'timeline' }).success).toBe(false)
  expect(claims.filter((other) => other.placement === 'timeline' && other.verdict === 'unverified')).toEqual([])
})

test('every claim that repeats another points to one that exists', () => {
  const ids = new Set(claims.map(({ id }) => id))
  expect(claims.filter(({ same_as }) => same_as !== null && !ids.has(same_as))).toEqual([])
})

test('everything shown is written in every language, and each era too', () => {
  const shown = storedClaims().filter((row) => isRowShown(row) && !['timeline_copy', 'sources_note'].includes(row.placement))
  for (const locale of seededIn) {
    expect(shown.filter(({ id }) => !entryTexts[locale][id]).map(({ id }) => id)).toEqual([])
    expect(Object.keys(eraTexts[locale])).toEqual([...eraIds])
  }
})

test('a translation is silent exactly where the English is', () => {
  const silences = (locale: (typeof seededIn)[number]) =>
    Object.entries(entryTexts[locale]).map(([id, text]) => `${id} ${text.saysPost === null} ${text.note === null}`)
  expect(silences('es').sort()).toEqual(silences('en').sort())
  expect(silences('ar').sort()).toEqual(silences('en').sort())
})

test('the order of the entries never runs against their dates', () => {
  const rows = storedClaims().filter((row) => row.placement === 'timeline' && isRowShown(row))
  const position = new Map(historyRows().claims.map((claim) => [claim.id, claim.position]))
  for (const eraId of eraIds) {
    const dates = rows
      .filter((row) => row.eraId === eraId)
      .sort((a, b) => (position.get(a.id) ?? 0) - (position.get(b.id) ?? 0))
      .flatMap((row) => knownDate(row.dates) ?? [])
    const backwards = dates.filter((date, index) => date.start > lastDay(dates[index + 1] ?? { ...date, end: '9999-12-31' }))
    expect(backwards).toEqual([])
  }
})

test('every entry of the timeline can be found by a topic', () => {
  const lost = storedClaims().filter((row) => row.placement === 'timeline' && !topics.some((topic) => row.topics.includes(topic)))
  expect(lost.map(({ id }) => id)).toEqual([])
})
