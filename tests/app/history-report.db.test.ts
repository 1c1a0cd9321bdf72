import { beforeAll, beforeEach, expect, test } from 'vitest'
import { parseReport, readReport } from '#app/[locale]/history/report/reading.ts'
import { now } from '#lib/foundation/clock.ts'
import { db } from '#lib/foundation/db.ts'
import { forgetReports } from '#lib/history/commands/forget-reports.ts'
import { reportError } from '#lib/history/commands/report.ts'
import { sourceAddress } from '#lib/history/report.ts'
import { seedHistory } from '#prisma/seed/history.ts'

const report = { locale: 'en', what: 'The year is wrong.', sourceUrl: null, email: null } as const
const typed = (values: Record<string, string>) => {
  const form = new FormData()
  for (const [name, value] of Object.entries(values)) form.append(name, value)
  return parseReport(readReport(form))
}

beforeAll(() => seedHistory(db))
beforeEach(() => db.historyReport.deleteMany())

test('a report is kept open with the entry it is about', async () => {
  await reportError({ ...report, entryId: 'hack-2019' })
  expect(await db.historyReport.findFirstOrThrow()).toMatchObject({ claimId: 'hack-2019', state: 'open', what: report.what, locale: 'en' })
})

test('a report about an entry nobody may see, or that never was, is about the whole history', async () => {
  await reportError({ ...report, entryId: 'time-100-2021' })
  await reportError({ ...report, entryId: 'nothing', locale: 'es' })
  expect((await db.historyReport.findMany()).map(({ claimId }) => claimId)).toEqual([null, null])
})

test('the same sent twice at once is kept once; sent again after it was answered, it counts anew', async () => {
  const twice = { ...report, entryId: 'hack-2019' }
  await Promise.all([reportError(twice), reportError(twice), reportError({ ...twice, email: 'reader@example.org' })])
  expect(await db.historyReport.count()).toBe(2)
  await db.historyReport.updateMany({ data: { state: 'closed', endedAt: now(), email: null } })
  await reportError(twice)
  expect(await db.historyReport.count()).toBe(3)
})

test('a row of the table can be reported as well', async () => {
  await reportError({ ...report, entryId: 'orders-per-second' })
  expect(await db.historyReport.findFirstOrThrow()).toMatchObject({ claimId: 'orders-per-second' })
})

test('reports go after their time, whatever became of them', async () => {
  const old = new Date(now().getTime() - 181 * 86_400_000)
  await reportError({ ...report, entryId: null })
  await reportError({ ...report, entryId: 'hack-2019' })
  const [first] = await db.historyReport.findMany()
  await db.historyReport.update({ where: { id: first?.id ?? '' }, data: { at: old } })

  expect(await forgetReports(null)).toBe(0)
  expect(await forgetReports(180)).toBe(1)
  expect(await db.historyReport.count()).toBe(1)
})

test('what is wrong has to be said; a source and an address may be left out', () => {
  expect(typed({ what: ' ' })).toEqual({ ok: false, errors: { what: { code: 'report.missing' } } })
  expect(typed({ what: 'wrong' })).toMatchObject({ errors: { what: { code: 'report.too-short', values: { min: 10, count: 5 } } } })
  expect(typed({ what: 'x'.repeat(2001) })).toMatchObject({ errors: { what: { code: 'report.too-long' } } })
  expect(typed({ what: report.what, entry: 'hack-2019' })).toEqual({
    ok: true,
    answers: { entryId: 'hack-2019', what: report.what, sourceUrl: null, email: null },
  })
})

test('all that was typed comes back, however much too long it is', () => {
  const what = `${'Sample words. '.repeat(3_000)}👩‍👩‍👧‍👦`
  const form = new FormData()
  form.append('what', what)

  expect(readReport(form).what).toBe(what)
  expect(typed({ what })).toMatchObject({ errors: { what: { code: 'report.too-long', values: { max: 2000 } } } })
})

test('every wrong field is named at once', () => {
  const parsed = typed({ what: '', source: 'somewhere', email: 'nobody' })
  expect(parsed).toMatchObject({ errors: { what: {}, source: { code: 'report.source' }, email: { code: 'email.invalid' } } })
})

test('a source is a web address, with or without its beginning', () => {
  expect(sourceAddress('paper.example/a')).toBe('https://paper.example/a')
  expect(sourceAddress('http://paper.example/a?b=1')).toBe('http://paper.example/a?b=1')
  for (const wrong of ['javascript:alert(1)', 'data:text/html,x', 'paper', 'a b.example', `paper.example/${'x'.repeat(600)}`])
    expect([wrong, sourceAddress(wrong)]).toEqual([wrong, null])
})
