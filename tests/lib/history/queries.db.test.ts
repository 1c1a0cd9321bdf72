import { beforeAll, expect, test } from 'vitest'
import { db } from '#lib/foundation/db.ts'
import { factTable, historyEntry, historyTimeline, principles, profiles } from '#lib/history/queries.ts'
import { seedHistory } from '#prisma/seed/history.ts'

beforeAll(() => seedHistory(db))

test('the timeline has eight eras and forty-four entries in every language', async () => {
  for (const locale of ['en', 'es', 'ar'] as const) {
    const eras = await historyTimeline({ locale })
    expect(eras).toHaveLength(8)
    expect(eras.flatMap((era) => era.entries)).toHaveLength(44)
    expect(eras.flatMap((era) => era.entries).filter((entry) => entry.title.lang !== null)).toEqual([])
  }
})

test('the introduction to the autumn of 2022 carries its sources', async () => {
  const eras = await historyTimeline({ locale: 'en' })
  expect(eras.find((era) => era.id === 'the-autumn-test')?.introSources.length).toBeGreaterThan(0)
})

test('a founder and a topic narrow the timeline to their entries', async () => {
  const all = (await historyTimeline({ locale: 'en', person: 'he-yi' })).flatMap((era) => era.entries)
  expect(all.length).toBeGreaterThan(3)
  expect(all.every((entry) => entry.people.includes('he-yi'))).toBe(true)
  const funding = (await historyTimeline({ locale: 'en', topic: 'funding' })).flatMap((era) => era.entries)
  expect(funding.map(({ id }) => id)).toContain('angel-five-million')
  expect(funding.every((entry) => entry.topics.includes('funding'))).toBe(true)
})

test('the table has twenty-five rows, oldest first, and leads only to entries that are shown', async () => {
  const facts = await factTable('en')
  expect(facts).toHaveLength(25)
  expect(facts.find(({ id }) => id === 'dex-laid-out-2020')?.entryId).toBe('dex-april-2019')
  expect(facts.find(({ id }) => id === 't2-token-model-oct-2017')?.entryId).toBeNull()
  expect(facts.find(({ id }) => id === 'bsc-tvl-peak')?.sourcesDisagree).toBe(true)
})

test('the profiles and the principles hold only what has a source', async () => {
  const [cz, heYi] = await profiles('en')
  expect(cz?.entries.map(({ id }) => id)).toEqual([
    'cz-early-life',
    'cz-career-began-montreal',
    'cz-four-years-in-crypto',
    'cz-left-okcoin-then-founded',
  ])
  expect(cz?.seeAlso.map(({ id }) => id)).toEqual(['fusion-systems-2005'])
  expect(heYi?.entries).toHaveLength(6)
  expect(await principles('en')).toHaveLength(6)
})

test('an entry taken down is gone at once, and starting again does not bring it back', async () => {
  await db.historyClaim.update({ where: { id: 'hack-2019' }, data: { takenDownAt: new Date(), takenDownWhy: 'A test' } })
  await seedHistory(db)
  expect(await historyEntry('hack-2019', 'en')).toBeNull()
  const ids = (await historyTimeline({ locale: 'en' })).flatMap((era) => era.entries.map(({ id }) => id))
  expect(ids).not.toContain('hack-2019')
  await db.historyClaim.update({ where: { id: 'hack-2019' }, data: { takenDownAt: null, takenDownWhy: null } })
  expect((await historyEntry('hack-2019', 'en'))?.badge).toBe('confirmed')
})

test('a hidden claim cannot be asked for by name', async () => {
  await db.historyText.update({
    where: { claimId_locale: { claimId: 'time-100-2021', locale: 'en' } },
    data: { title: 'Planted', record: 'Planted' },
  })
  await db.historyClaim.update({ where: { id: 'time-100-2021' }, data: { placement: 'timeline', reviewedBy: 'A reviewer' } })
  expect(await historyEntry('time-100-2021', 'en')).toBeNull()
})
