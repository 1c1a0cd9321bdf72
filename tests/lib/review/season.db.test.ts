import fc from 'fast-check'
import { createElement } from 'react'
import { renderToStaticMarkup } from 'react-dom/server'
import { expect, test } from 'vitest'
import { Cut } from '#components/selection/cut.tsx'
import { Orders } from '#components/selection/orders.tsx'
import { db } from '#lib/foundation/db.ts'
import { hashToken } from '#lib/foundation/ids.ts'
import { locales } from '#lib/i18n/locales.ts'
import { confirmRelease } from '#lib/review/commands/confirm-release.ts'
import { decide, decideRest } from '#lib/review/commands/decide.ts'
import { proposeRelease } from '#lib/review/commands/propose-release.ts'
import { releaseBlockers } from '#lib/review/selection/blockers.ts'
import { candidateInFull } from '#lib/review/selection/candidate.ts'
import { filtered, readLabFilters, totalsBy } from '#lib/review/selection/filters.ts'
import { selectionLab } from '#lib/review/selection/lab.ts'
import { reviewReceipt } from '#lib/review/selection/receipt.ts'
import { allReleases, letterDrafts } from '#lib/review/selection/release.ts'
import { fewest, languageTotals, publicResults } from '#lib/review/selection/results.ts'
import { everythingHeld } from '#lib/submissions/held.ts'
import { ownEntry } from '#lib/submissions/queries.ts'
import { seasonOf } from '#prisma/seed/season.ts'
import { invited } from '#tests/factories/staff.ts'
import { countQueries } from '#tests/support/queries.ts'

const [first, second] = [await invited('admin'), await invited('admin')]
const season = await seasonOf(db, { entries: 300, reviewers: 8, harsh: true, lenient: true })

const words = (node: React.ReactNode) => renderToStaticMarkup(node).replace(/<[^>]+>/g, ' ')
const stand = { code: 'CODE', url: 'LINK' }

/** Lets a known secret open this entry: its own link went out by mail. */
async function opened(reference: string): Promise<string> {
  const { id } = await db.submission.findUniqueOrThrow({ where: { reference } })
  const key = `key-of-${reference}`
  await db.entryKey.create({ data: { keyHash: hashToken(key), submissionId: id, createdAt: new Date() } })
  return key
}

test('a seeded season (300 entries, 8 reviewers, one harsh, one lenient) from reviews to release', { timeout: 120_000 }, async () => {
  expect(season).toMatchObject({ entries: 300, readers: { length: 8 } })
  const lab = await selectionLab(first, 10)
  expect(lab.candidates).toHaveLength(300)
  expect(lab.readers[0]).toMatchObject({ name: 'Sample reader 1, harsh' })
  expect(lab.readers.at(-1)).toMatchObject({ name: 'Sample reader 2, lenient' })
  expect(lab.readers[0]?.leniency).toBeLessThan(-60)
  expect(lab.readers.at(-1)?.leniency).toBeGreaterThan(60)

  // Raw and normalised orders differ, and the screen says why.
  expect(lab.entering.length).toBeGreaterThan(0)
  expect(lab.entering).toHaveLength(lab.leaving.length)
  const screen = words(createElement(Orders, { locale: 'en', lab }))
  expect(screen).toContain(`By raw scores ${lab.entering.length} other stor`)
  expect(screen).toMatch(/Sample reader 1, harsh gave \d+\.\d points less .* Sample reader 2, lenient gave \d+\.\d points more/)
  for (const { reference } of [...lab.entering, ...lab.leaving]) expect(screen).toContain(reference)
  expect(words(createElement(Cut, { locale: 'en', lab }))).toContain('Cut after place 10')

  // Choosing: the first ten that can be selected, five in reserve, and the rest in one go.
  const ready = filtered(lab.candidates, readLabFilters({ standing: 'ready' }))
  expect(ready.length).toBeGreaterThan(20)
  for (const { reference } of ready.slice(0, 10))
    await decide(first, { reference, outcome: 'selected', place: null, reasons: ['felt-real'], note: 'Only for us.', seen: 'none' })
  for (const { reference } of ready.slice(10, 15))
    await decide(first, { reference, outcome: 'reserve', place: null, reasons: ['few-places'], note: null, seen: 'none' })
  const [best, last] = [ready[0]?.reference ?? '', lab.candidates.at(-1)?.reference ?? '']
  const [bestKey, lastKey] = [await opened(best), await opened(last)]
  expect(await ownEntry(bestKey)).toMatchObject({ plainStatus: 'being-read' })
  expect(await reviewReceipt(best)).toBeNull()
  expect(await everythingHeld(bestKey)).toMatchObject({ result: null })
  expect(await publicResults('en')).toBeNull()
  expect(await releaseBlockers()).toMatchObject([{ kind: 'undecided', count: 285 }])
  expect(await decideRest(first, { reasons: ['few-places', 'more-moments'] })).toEqual({ decided: 285, left: 0 })
  expect(totalsBy((await selectionLab(first, null)).candidates, () => ['all'])).toEqual([
    { key: 'all', all: 300, selected: 10, reserve: 5 },
  ])

  // The letters, read first; then two admins.
  const { drafts, count } = await letterDrafts(second, { outcome: 'selected', page: 1, stand })
  expect([count, drafts.length]).toEqual([10, 10])
  expect(drafts.every(({ text }) => text.includes('LINK') && !text.includes('@example.org') && !text.includes('Only for us.'))).toBe(true)
  const { id } = await proposeRelease(first)
  expect(await allReleases(second)).toMatchObject({
    released: [],
    proposal: { id, number: 1, isOwnProposal: false, isUnchanged: true, releasedAt: null },
  })
  await confirmRelease(second, { id })

  // What everybody reads, and what one storyteller reads.
  const results = await publicResults('en')
  expect(results?.counts).toMatchObject({
    received: 300,
    eligible: 300,
    reviewed: 300,
    selected: 10,
    reserve: 5,
    notSelected: 285,
    reviewers: 8,
    independentReviewers: 2,
  })
  expect((results?.winners.names.length ?? 0) + (results?.winners.withheld ?? 0)).toBe(10)
  expect(results?.winners.names.every((name) => name.startsWith('Sample storyteller'))).toBe(true)
  expect(await ownEntry(bestKey)).toMatchObject({ plainStatus: 'selected' })
  expect(await ownEntry(lastKey)).toMatchObject({ plainStatus: 'not-selected' })
  const held = await everythingHeld(bestKey)
  expect(held?.result).toMatchObject({ outcome: 'selected', reasons: ['felt-real'] })
  expect(JSON.stringify(held)).not.toMatch(/Only for us|Sample reader/)
  const receipt = await reviewReceipt(best)
  expect(receipt).toMatchObject({ outcome: 'selected', reasons: ['felt-real'], reserveOrder: null })
  expect(receipt?.readBy).toBeGreaterThanOrEqual(3)
  expect(receipt?.independent).toBeGreaterThanOrEqual(1)
  expect(receipt?.readOn.length).toBeGreaterThanOrEqual(1)
  expect(await db.mail.count({ where: { kind: { startsWith: 'result-' } } })).toBe(300)
})

test('names stand on the results page only where that is permitted at the moment of looking', async () => {
  const before = await publicResults('en')
  const named = await db.submission.findFirstOrThrow({
    where: { status: 'selected', displayName: { in: [...(before?.winners.names ?? [])] } },
  })

  const consent = { submissionId: named.id, purpose: 'publish-name', answer: 'no', textHash: 'a'.repeat(64), locale: 'en' }
  await db.consentEvent.create({ data: { id: crypto.randomUUID(), ...consent, at: new Date(Date.now() + 1000) } })
  const after = await publicResults('en')
  expect(after?.winners.names).not.toContain(named.displayName)
  expect(after?.winners.withheld).toBe((before?.winners.withheld ?? 0) + 1)

  await db.submission.update({ where: { id: named.id }, data: { status: 'withdrawn' } })
  const later = await publicResults('en')
  expect(later).toMatchObject({ leftSince: 1, movedUp: 0, counts: { selected: 10 } })
  expect((later?.winners.names.length ?? 0) + (later?.winners.withheld ?? 0)).toBe(9)
})

test('the results page names nobody who is anonymous, and no number below five', async () => {
  const anonymous = await db.submission.findMany({
    where: { OR: [{ anonymous: true }, { status: { not: 'selected' } }] },
    select: { displayName: true },
  })
  for (const locale of locales) {
    const results = await publicResults(locale)
    expect(anonymous.map(({ displayName }) => displayName).filter((name) => results?.winners.names.includes(name))).toEqual([])
    for (const { count } of [...(results?.themes ?? []), ...(results?.languages.named ?? [])]) expect(count ?? 5).toBeGreaterThanOrEqual(5)
  }
})

test('languages with few stories are put together', () => {
  expect(languageTotals({ en: 9, es: 5, pt: 3, vi: 2 })).toEqual({
    named: [
      { key: 'en', count: 9 },
      { key: 'es', count: 5 },
    ],
    others: 5,
  })
  expect(languageTotals({ en: 9 })).toEqual({ named: [{ key: 'en', count: 9 }], others: 'none' })
})

test('how few wrote in a language cannot be worked out from the whole', () => {
  expect(languageTotals({ en: 98, pt: 2 })).toEqual({ named: [], others: 100 })
  expect(languageTotals({ en: 90, pt: 6, is: 3, mt: 1 })).toEqual({ named: [{ key: 'en', count: 90 }], others: 10 })
  expect(languageTotals({ en: 3, pt: 1 })).toEqual({ named: [], others: null })
  fc.assert(
    fc.property(fc.dictionary(fc.stringMatching(/^[a-z]{2}$/), fc.integer({ min: 1, max: 30 })), (languages) => {
      const whole = Object.values(languages).reduce((sum, count) => sum + count, 0)
      const { named, others } = languageTotals(languages)
      const rest = whole - named.reduce((sum, { count }) => sum + (count ?? 0), 0)
      expect(rest === 0 || rest >= fewest || named.length === 0).toBe(true)
      expect(others).toBe(rest === 0 ? 'none' : rest >= fewest ? rest : null)
    }),
  )
})

test('the page of choosing asks the database as often for 300 entries as for few', async () => {
  expect(await countQueries(() => selectionLab(first, null))).toBeLessThanOrEqual(4)
})

test('one entry in full: every review with its scores, and nothing for who may not choose', async () => {
  const lab = await selectionLab(first, null)
  const typed = lab.candidates[0]?.reference ?? ''

  const found = await candidateInFull(first, { typed: typed.toLowerCase(), places: null, locale: 'es' })

  expect(found?.candidate).toMatchObject({
    reference: typed,
    place: 1,
    previous: null,
    next: lab.candidates[1]?.reference,
    of: lab.candidates.length,
  })
  expect(found?.candidate.reviews.length).toBe(found?.candidate.count)
  expect(found?.candidate.reviews[0]?.scores).toHaveLength(5)
  const mean = (found?.candidate.reviews ?? []).reduce((sum, { normalised }) => sum + normalised, 0) / (found?.candidate.count ?? 1)
  expect(mean).toBeCloseTo(found?.candidate.normalised ?? 0, 6)
  expect(await candidateInFull(first, { typed: 'HB-2222-2222', places: null, locale: 'en' })).toBeNull()
  for (const role of ['reviewer', 'editor'] as const) {
    const person = await invited(role)
    await expect(selectionLab(person, null)).rejects.toThrow('staff.forbidden')
    await expect(candidateInFull(person, { typed, places: null, locale: 'en' })).rejects.toThrow('staff.forbidden')
    await expect(letterDrafts(person, { outcome: null, page: 1, stand })).rejects.toThrow('staff.forbidden')
    await expect(allReleases(person)).rejects.toThrow('staff.forbidden')
  }
})
