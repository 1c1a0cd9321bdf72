import { beforeAll, expect, test } from 'vitest'
import { db } from '#lib/foundation/db.ts'
import { Refusal } from '#lib/foundation/refusal.ts'
import { answerReport } from '#lib/history/commands/answer-report.ts'
import { reportError } from '#lib/history/commands/report.ts'
import { saveClaim } from '#lib/history/commands/save.ts'
import { type ClaimWords, noWords, type Part } from '#lib/history/editing/content.ts'
import { readDeskFilters } from '#lib/history/editing/filters.ts'
import { claimOnDesk, claimRevision, historyOnDesk } from '#lib/history/editing/queries.ts'
import { reportOnDesk, reportsOnDesk } from '#lib/history/editing/report-queries.ts'
import { factTable, historyEntry, historyTimeline } from '#lib/history/queries.ts'
import type { StaffActor } from '#lib/staff/actor.ts'
import { seedHistory } from '#prisma/seed/history.ts'
import { invited } from '#tests/factories/staff.ts'

let editor: StaffActor
let other: StaffActor

beforeAll(async () => {
  await seedHistory(db)
  editor = await invited('editor')
  other = await invited('editor')
})

async function desk(id: string) {
  const claim = await claimOnDesk(editor, id)
  if (!claim) throw new Error('The claim is gone')
  return claim
}

async function words(id: string, change: Partial<ClaimWords>, locale: 'en' | 'es' = 'en'): Promise<Part> {
  const { content } = await desk(id)
  return { part: 'words', locale, value: { ...(content.words[locale] ?? noWords), ...change } }
}

type More = Readonly<{ base?: number; told?: Readonly<{ en?: string; es?: string }>; by?: StaffActor }>

async function save(claimId: string, part: Part, { base, told = {}, by = editor }: More = {}): Promise<number> {
  return saveClaim(by, { claimId, part, base: base ?? (await desk(claimId)).version, reason: 'A sample reason', told })
}

async function refusalOf(work: Promise<unknown>): Promise<Refusal> {
  const error = await work.then(
    () => null,
    (thrown: unknown) => thrown,
  )
  if (error instanceof Refusal) return error
  throw new Error(`expected a refusal, got ${error}`)
}

test('every entry that visitors see keeps every rule of the desk, and only they are seen', async () => {
  const { count } = await historyOnDesk(editor, readDeskFilters({}))
  const seen = await historyOnDesk(editor, readDeskFilters({ look: 'shown' }))
  const all = await db.historyClaim.findMany({ select: { id: true } })
  const claims = await Promise.all(all.map(({ id }) => desk(id)))
  const shown = claims.filter(({ standing }) => standing === 'shown')
  const timeline = (await historyTimeline({ locale: 'en' })).flatMap(({ entries }) => entries.map(({ id }) => id))

  expect([count, seen.count]).toEqual([159, shown.length])
  expect(
    shown
      .filter(({ placement }) => placement === 'timeline')
      .map(({ id }) => id)
      .sort(),
  ).toEqual(timeline.sort())
  expect(shown.filter(({ placement }) => placement === 'fact_table')).toHaveLength((await factTable('en')).length)
  expect(shown.flatMap(({ id, faults, lacks }) => (faults.length + lacks.length > 0 ? [[id, faults, lacks]] : []))).toEqual([])
})

test('a corrected heading is on the page at once, with what readers are told, and the trail holds both states', async () => {
  const id = 'hack-2019'
  const part = await words(id, { title: 'A corrected sample heading' })
  const told = { en: 'The heading was wrong', es: 'El título estaba mal' }
  expect(await save(id, part, { told })).toBe(2)

  expect(await historyEntry(id, 'en')).toMatchObject({ title: { text: 'A corrected sample heading' } })
  expect((await historyEntry(id, 'es'))?.corrections.map(({ why }) => why)).toEqual([{ text: 'El título estaba mal', lang: null }])
  expect((await historyEntry(id, 'ar'))?.corrections.map(({ why }) => why)).toEqual([{ text: 'The heading was wrong', lang: 'en' }])
  expect((await desk(id)).revisions).toMatchObject([
    { number: 2, part: 'words', who: 'Sample editor', reason: 'A sample reason', told: true },
  ])
  const revision = await claimRevision(editor, id, 2)
  expect(revision?.before).toContain('7,000 bitcoin')
  expect(revision?.after).toContain('A corrected sample heading')
  expect(await db.auditEvent.findFirstOrThrow({ where: { subjectId: id } })).toMatchObject({
    action: 'history.changed',
    subjectKind: 'history',
  })
})

test('a change without news for readers says nothing on the page, and saving the same again is no change', async () => {
  const id = 'fusion-systems-2005'
  const part = await words(id, { note: 'A sample note' })
  expect(await save(id, part)).toBe(2)
  expect(await save(id, part)).toBe(2)
  expect((await historyEntry(id, 'en'))?.corrections).toEqual([])
  expect((await desk(id)).revisions).toHaveLength(1)
})

test('the second of two editors of one part is told what the first saved; at another part or language nobody is in the way', async () => {
  const id = 'he-yi-early-life'
  const [mine, theirs, spanish] = [
    await words(id, { note: 'Of one' }),
    await words(id, { note: 'Of other' }),
    await words(id, { note: 'Español' }, 'es'),
  ]
  await save(id, mine, { base: 1 })
  const refusal = await refusalOf(save(id, theirs, { base: 1, by: other }))
  expect(refusal).toMatchObject({ code: 'history.changed', values: { number: 2, who: 'Sample editor' } })
  expect(String(refusal.values.theirs)).toContain('Of one')

  expect(await save(id, spanish, { base: 1, by: other })).toBe(3)
  expect(await save(id, mine, { base: 1, by: other })).toBe(3)
  expect(await save(id, theirs, { base: 3, by: other })).toBe(4)
  expect((await desk(id)).content.words).toMatchObject({ en: { note: 'Of other' }, es: { note: 'Español' } })
})

test('of many editors who save one part at the same moment one gets through and nothing is lost', async () => {
  const id = 'refund-2017'
  const parts = await Promise.all(Array.from({ length: 6 }, (_, index) => words(id, { note: `Of editor ${index}` })))
  const outcomes = await Promise.allSettled(parts.map((part) => save(id, part, { base: 1 })))
  expect(outcomes.filter(({ status }) => status === 'fulfilled')).toHaveLength(1)
  expect((await desk(id)).version).toBe(2)
  expect(await db.claimRevision.count({ where: { claimId: id } })).toBe(1)
})

test('a change that breaks a rule names it and changes nothing', async () => {
  const id = 'exchange-launch-date'
  const { content } = await desk(id)
  const facts = { ...content.facts, verdict: 'unverified' } as const
  const refusal = await refusalOf(save(id, { part: 'facts', value: facts }))
  expect([refusal.code, refusal.values.rules]).toEqual(['history.rules', 'timeline'])
  expect((await refusalOf(save(id, { part: 'sources', value: [] }))).values.rules).toBe('citation source')
  expect((await refusalOf(save(id, await words(id, { note: 'Buy $BNB' })))).values.rules).toBe('ticker')
  expect(await desk(id)).toMatchObject({ version: 1, standing: 'shown' })
})

test('what is never to be published cannot be shown in one step', async () => {
  const id = 'time-100-2021'
  const { content } = await desk(id)
  const shown = { ...content.facts, publish: 'yes', placement: 'fact_table', reviewedBy: 'A reviewer' } as const
  expect((await refusalOf(save(id, { part: 'facts', value: shown }))).values.rules).toContain('never')
  expect((await desk(id)).publish).toBe('no')
})

test('dates, figures and sources are written as they were typed', async () => {
  const known = (await db.historyClaim.findFirstOrThrow({ where: { placement: 'timeline', figures: { some: {} } }, select: { id: true } }))
    .id
  const claim = await desk(known)
  const corrected = { start: '2019-09-01', end: null, precision: 'month' } as const
  const figures = [{ label: 'sample', value: '7000.5', unit: 'BTC' }]
  await save(claim.id, { part: 'facts', value: { ...claim.content.facts, corrected, figures } })
  const made = { id: 'sample-source', title: 'A sample source', publisher: 'A paper', url: 'https://paper.example/a', dateText: '2019' }
  await save(claim.id, { part: 'sources', value: [...claim.content.sources.slice(1), { ...made, tier: 'major-press', publicLink: true }] })

  expect((await desk(claim.id)).content).toMatchObject({ facts: { corrected, figures } })
  const entry = await historyEntry(claim.id, 'en')
  expect(entry?.date?.label).toBe('September 2019')
  expect(entry?.sources.at(-1)).toMatchObject({ title: 'A sample source', url: 'https://paper.example/a' })
})

test('a source that was taken away stays away when the house starts again', async () => {
  const { id } = await db.historyClaim.findFirstOrThrow({
    where: { placement: 'timeline', revisions: { none: {} }, citations: { some: {} }, verdict: 'corroborated' },
    orderBy: { citations: { _count: 'desc' } },
    select: { id: true },
  })
  const { content } = await desk(id)
  const kept = content.sources.find(({ publicLink }) => publicLink)
  await save(id, { part: 'sources', value: kept ? [kept] : [] })
  await seedHistory(db)
  expect((await desk(id)).content.sources.map((source) => source.id)).toEqual([kept?.id])
})

test('an entry is taken down at once and brought back, both in the trail', async () => {
  const id = 'pardon-2025'
  await save(id, { part: 'standing', value: { takenDownWhy: 'A sample reason' } })
  expect(await historyEntry(id, 'en')).toBeNull()
  expect((await desk(id)).standing).toBe('taken-down')
  await save(id, { part: 'standing', value: { takenDownWhy: null } })
  expect(await historyEntry(id, 'en')).not.toBeNull()
  const actions = await db.auditEvent.findMany({ where: { subjectId: id }, orderBy: { id: 'asc' }, select: { action: true } })
  expect(actions.map(({ action }) => action)).toEqual(['history.taken-down', 'history.brought-back'])
})

test('the trail and what readers were told cannot be changed, by nobody', async () => {
  await expect(db.claimRevision.updateMany({ data: { reason: 'Another' } })).rejects.toThrow()
  await expect(db.historyCorrection.deleteMany()).rejects.toThrow()
})

async function report(email: string | null): Promise<string> {
  await db.historyReport.deleteMany()
  await reportError({ entryId: 'hack-2019', locale: 'es', what: 'El año está mal, creo.', sourceUrl: null, email })
  return (await db.historyReport.findFirstOrThrow()).id
}

const deal = (reportId: string, outcome: 'open' | 'answered' | 'closed', version = 1) =>
  answerReport(editor, { reportId, version, outcome, note: 'A note', answer: outcome === 'answered' ? 'Corregido.' : null })

test('an answer is mailed once in the language of the report, and the address is gone', async () => {
  const id = await report('sample-report@example.org')
  expect(await reportOnDesk(editor, id)).toMatchObject({ canBeAnswered: true, claimId: 'hack-2019' })
  const outcomes = await Promise.allSettled([deal(id, 'answered'), deal(id, 'answered'), deal(id, 'closed'), deal(id, 'answered')])

  expect(outcomes.filter(({ status }) => status === 'fulfilled')).toHaveLength(1)
  const mails = await db.mail.findMany({ where: { recipient: 'sample-report@example.org' } })
  const { state, email } = await db.historyReport.findUniqueOrThrow({ where: { id } })
  expect([email, mails.length]).toEqual([null, state === 'answered' ? 1 : 0])
  expect(mails.every(({ kind, locale, text }) => kind === 'history-answer' && locale === 'es' && text.includes('Corregido.'))).toBe(true)
})

test('without an address a report is noted and closed, never answered', async () => {
  const id = await report(null)
  expect((await refusalOf(deal(id, 'answered'))).code).toBe('report.nobody')
  await deal(id, 'open')
  expect(await reportOnDesk(editor, id)).toMatchObject({ state: 'open', note: 'A note', version: 2 })
  expect((await refusalOf(deal(id, 'closed', 1))).code).toBe('report.changed')
  await deal(id, 'closed', 2)
  expect(await reportsOnDesk(editor, 'closed')).toMatchObject({ lines: [{ id, title: expect.any(String) }], open: 0 })
})

test('an open report is found in the list and stands with its entry', async () => {
  await report(null)
  const { lines } = await historyOnDesk(editor, readDeskFilters({ look: 'reports' }))
  expect(lines.map(({ id, openReports }) => [id, openReports])).toEqual([['hack-2019', 1]])
  expect((await desk('hack-2019')).reports).toHaveLength(1)
})

test('a reviewer can neither read nor change any of it', async () => {
  const reviewer = await invited('reviewer')
  const refused = [
    () => historyOnDesk(reviewer, readDeskFilters({})),
    () => claimOnDesk(reviewer, 'hack-2019'),
    () => reportsOnDesk(reviewer, 'open'),
    () => save('hack-2019', { part: 'standing', value: { takenDownWhy: 'A test' } }, { by: reviewer }),
  ]
  for (const work of refused) expect((await refusalOf(work())).code).toBe('staff.forbidden')
})
