import { expect, test } from 'vitest'
import { type ClaimContent, withPart } from '#lib/history/editing/content.ts'
import { faultsOf, isSeen, lacksOf, refusalsOf } from '#lib/history/editing/rules.ts'

const kind = { origin: 'post', eraId: 'one-summer' }
const source = { id: 'one', title: 'A title', publisher: 'A paper', dateText: '2018', tier: 'major-press', publicLink: true } as const
const words = {
  title: 'The record',
  record: 'It opened on 14 July 2017.',
  saysPost: 'It opened in September.',
  note: 'The letter of the day differs.',
}
const dated = { claimed: null, corrected: { start: '2017-07-14', end: null, precision: 'day' } } as const
const facts = {
  verdict: 'contradicted',
  publish: 'with_note',
  placement: 'timeline',
  reviewedBy: 'A reviewer',
  checkedOn: null,
  ...dated,
} as const
const shown: ClaimContent = {
  words: { en: words },
  facts: { ...facts, figures: [] },
  sources: [{ ...source, url: 'https://paper.example/a' }],
  standing: { takenDownWhy: null },
}
const withFacts = (change: Partial<ClaimContent['facts']>, from = shown) =>
  withPart(from, { part: 'facts', value: { ...from.facts, ...change } })
const withWords = (change: Partial<typeof words>) => withPart(shown, { part: 'words', locale: 'en', value: { ...words, ...change } })
const refused = (after: ClaimContent, before = shown, about = kind) => refusalsOf(about, before, after)

test('an entry that keeps every rule is seen, lacks nothing and may be saved', () => {
  expect(isSeen(shown)).toBe(true)
  expect(lacksOf(kind, shown)).toEqual([])
  expect(refused(withWords({ record: 'It opened to everybody on 14 July 2017.' }))).toEqual([])
})

test('a confirmed or corrected claim needs a source, an opinion does not', () => {
  const bare = withPart(shown, { part: 'sources', value: [] })
  expect(faultsOf(shown, bare)).toEqual(['citation'])
  expect(faultsOf(shown, withFacts({ verdict: 'corroborated' }, bare))).toEqual(['citation'])
  expect(faultsOf(shown, withFacts({ verdict: 'opinion' }, bare))).toEqual([])
})

test('nothing unverified stands on the timeline, nor in the introduction of an era', () => {
  expect(refused(withFacts({ verdict: 'unverified' }))).toContain('timeline')
  expect(refused(withFacts({ verdict: 'unverified', placement: 'timeline_copy' }))).toContain('timeline')
  expect(refused(withFacts({ verdict: 'unverified', placement: 'fact_table' }))).toEqual([])
  expect(lacksOf(kind, withFacts({ verdict: 'unverified' }))).toEqual(['verified'])
})

test('what is never to be published has to be put on hold before it can be shown', () => {
  const never = withFacts({ publish: 'no' })
  expect(refused(withFacts({ publish: 'yes' }), never)).toEqual(['never'])
  expect(refused(withFacts({ publish: 'with_note' }), never)).toEqual(['never'])
  expect(refused(withFacts({ publish: 'hold' }), never)).toEqual([])
})

test('an entry that is seen cannot drop out of sight for want of a source, a reviewer or words', () => {
  expect(refused(withPart(shown, { part: 'sources', value: [{ ...source, url: null, publicLink: false }] }))).toEqual(['source'])
  expect(refused(withFacts({ reviewedBy: ' ' }))).toEqual(['reviewer'])
  expect(refused(withPart(shown, { part: 'words', locale: 'en', value: { ...words, record: null } }))).toEqual(['words'])
  expect(refused(withPart(shown, { part: 'words', locale: 'en', value: { ...words, note: null } }))).toEqual(['note'])
})

test('a claim on hold is shown only once somebody attached a source', () => {
  const waiting = withPart(withFacts({ publish: 'hold', placement: 'hold', verdict: 'opinion' }), { part: 'sources', value: [] })
  expect(refused(withFacts({ publish: 'yes', placement: 'fact_table' }, waiting), waiting)).toEqual(['source'])
  const sourced = withPart(waiting, { part: 'sources', value: shown.sources })
  expect(refused(sourced, waiting)).toEqual([])
  expect(refused(withFacts({ publish: 'yes', placement: 'fact_table' }, sourced), sourced)).toEqual([])
})

test('an entry can always be taken down, and one that is hidden and unfinished can be worked on', () => {
  const down = withPart(shown, { part: 'standing', value: { takenDownWhy: 'A test' } })
  expect(refused(down)).toEqual([])
  expect(isSeen(down)).toBe(false)
  const unfinished = withFacts({ reviewedBy: null })
  expect(refused(withPart(unfinished, { part: 'words', locale: 'es', value: words }), unfinished)).toEqual([])
})

test('what we added about the years since 2023 needs the press or a first-hand document', () => {
  const added = { origin: 'context', eraId: 'reckoning' }
  const told = withPart(shown, { part: 'sources', value: [{ ...source, url: null, tier: 'community' }] })
  expect(lacksOf(added, told)).toEqual(['press'])
  expect(lacksOf(added, shown)).toEqual([])
  expect(lacksOf(kind, told)).toEqual([])
})

test('a false claim is never a heading, however it is spelled', () => {
  expect(faultsOf(shown, withWords({ title: 'It opened in SEPTEMBER' }))).toEqual(['heading'])
  expect(faultsOf(shown, withFacts({ verdict: 'corroborated' }, withWords({ title: 'It opened in SEPTEMBER' })))).toEqual([])
})

test('no ticker, no tag and no price reach the words of any language', () => {
  for (const [text, fault] of [
    ['They sold $BNB to all.', 'ticker'],
    ['They wrote #BNB under it.', 'tag'],
    ['It grew 5,000x in a year.', 'price'],
    ['It grew tenfold.', 'price'],
    ['BNB rose from $0.1 to more.', 'price'],
  ] as const) {
    expect([text, faultsOf(shown, withWords({ note: text }))]).toEqual([text, [fault]])
    const spanish = withPart(shown, { part: 'words', locale: 'es', value: { ...words, record: text } })
    expect([text, faultsOf(shown, spanish)]).toEqual([text, [fault]])
  }
  expect(faultsOf(shown, withWords({ record: 'The sale raised about $15m by the company’s account.' }))).toEqual([])
})

test('a copy that must not be linked cannot be a public source', () => {
  const linked = (url: string, publicLink = true) => withPart(shown, { part: 'sources', value: [{ ...source, url, publicLink }] })
  expect(faultsOf(shown, linked('https://binance.weixuanerp.com/square/post/1'))).toEqual(['link'])
  expect(faultsOf(shown, linked('https://binance.weixuanerp.com/square/post/1', false))).toEqual([])
})
