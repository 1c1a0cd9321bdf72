import { expect, test } from 'vitest'
import { judge, signals, spamFrom, textSignals } from '#lib/submissions/spam.ts'

const calm = { story: 'A story of somebody who took their time. '.repeat(3), needs: null, displayName: 'Sample' }

test('somebody without scripts who types slowly speaks for nothing', () => {
  expect(judge(textSignals(calm))).toEqual({ signals: [], score: 0, isSpam: false })
})

test('a filled trap is enough, each other signal alone is not', () => {
  for (const signal of signals) expect([signal, judge([signal]).isSpam]).toEqual([signal, signal === 'trap'])
})

test('a fast and tidy program from a busy network still needs one thing more', () => {
  expect(judge(['too-fast', 'network-burst']).isSpam).toBe(false)
  expect(judge(['too-fast', 'network-burst', 'no-age']).isSpam).toBe(true)
  expect(judge(['too-fast', 'same-text']).isSpam).toBe(true)
})

test('a whole school on one network, with old pages and one shared address, is not spam', () => {
  expect(judge(['network-burst', 'mail-burst', 'no-age']).isSpam).toBe(false)
})

test('each signal counts once, unknown ones not at all, in one order', () => {
  expect(judge(['same-text', 'too-fast', 'too-fast', 'made-up'])).toEqual({
    signals: ['too-fast', 'same-text'],
    score: 4,
    isSpam: 4 >= spamFrom,
  })
})

test('many links, or one in the name, are noticed; a few in a story are not', () => {
  const links = (count: number) => ({ ...calm, story: `${'See https://example.org/a '.repeat(count)}${calm.story}` })
  expect(textSignals(links(3))).toEqual([])
  expect(textSignals(links(4))).toEqual(['many-links'])
  expect(textSignals({ ...calm, displayName: 'Buy at www.example.org' })).toEqual(['many-links'])
})

test('the same words or characters over and over are noticed, a refrain is not', () => {
  expect(textSignals({ ...calm, story: 'buy this now '.repeat(40) })).toEqual(['repeated'])
  expect(textSignals({ ...calm, story: 'ab'.repeat(80) })).toEqual(['repeated'])
  expect(
    textSignals({
      ...calm,
      story: 'We walked on, and on, and on. The road was long; my brother sang the same song again and again, and I counted.',
    }),
  ).toEqual([])
  expect(
    textSignals({ ...calm, story: '以前我每个月往家里寄一次钱，路上总要少掉一部分。后来一门课程教会了我另一种办法。'.repeat(3) }),
  ).toEqual([])
})

test('a text made to be slow to search is judged at once', () => {
  const started = performance.now()
  textSignals({ story: 'http'.repeat(25_000), needs: 'www'.repeat(30_000), displayName: '' })
  textSignals({ story: `${' \t'.repeat(50_000)}x`, needs: null, displayName: '' })
  expect(performance.now() - started).toBeLessThan(500)
})
