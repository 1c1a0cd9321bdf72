import type { EraId } from './schema.ts'

type EraPeriod = Readonly<{ start: string | null; end: string | null; grain: 'month' | 'year' }>

/** What each part of the history covers. Null is an open end. */
export const eraPeriods: Readonly<Record<EraId, EraPeriod>> = {
  'trading-floors': { start: null, end: '2012-12-31', grain: 'year' },
  'cards-and-a-job-offer': { start: '2013-01-01', end: '2017-12-31', grain: 'year' },
  'one-summer': { start: '2017-06-01', end: '2017-08-31', grain: 'month' },
  'out-of-shanghai': { start: '2017-09-01', end: '2018-03-31', grain: 'month' },
  'building-through-winter': { start: '2018-01-01', end: '2019-12-31', grain: 'year' },
  'a-chain-of-its-own': { start: '2020-01-01', end: '2021-12-31', grain: 'year' },
  'the-autumn-test': { start: '2022-10-01', end: '2022-12-31', grain: 'month' },
  reckoning: { start: '2023-01-01', end: null, grain: 'year' },
}
