import { expect, test } from 'vitest'
import { cleanUrl, publicSources } from '#lib/history/sources.ts'
import { historyRows } from '#prisma/seed/history/rows.ts'

const citation = {
  id: 'one',
  title: 'A title',
  publisher: 'A paper',
  url: 'https://paper.example/a',
  dateText: '2018-02',
  publicLink: true,
}

test('an address loses what follows the reader and keeps what finds the page', () => {
  expect(cleanUrl('https://paper.example/a?utm_source=rss&p=85420&ref=XYZ&guce_referrer=abc&guccounter=1')).toBe(
    'https://paper.example/a?p=85420',
  )
  expect(cleanUrl('https://paper.example/a?utm_medium=x')).toBe('https://paper.example/a')
  expect(cleanUrl('https://paper.example/a?UTM_Source=x')).toBe('https://paper.example/a')
})

test('a fragment that tracks is dropped and one that leads to a place is kept', () => {
  expect(cleanUrl('https://paper.example/a#xtor=RSS-1')).toBe('https://paper.example/a')
  expect(cleanUrl('https://paper.example/a#utm_source=x')).toBe('https://paper.example/a')
  expect(cleanUrl('https://paper.example/a#part-2')).toBe('https://paper.example/a#part-2')
})

test('what is no web address, or a copy that must not be linked, gives no link', () => {
  expect(cleanUrl('javascript:alert(1)')).toBeNull()
  expect(cleanUrl('not an address')).toBeNull()
  expect(cleanUrl('https://binance.weixuanerp.com/square/post/1')).toBeNull()
})

test('a reader is told of public sources only', () => {
  expect(publicSources('en', [citation, { ...citation, id: 'two', publicLink: false }]).map(({ id }) => id)).toEqual(['one'])
  expect(publicSources('en', [citation])[0]).toMatchObject({ date: 'February 2018', url: 'https://paper.example/a', titleLang: 'en' })
})

test('a source without an address is named and not linked', () => {
  expect(publicSources('en', [{ ...citation, url: null }])[0]?.url).toBeNull()
})

test('a title in Chinese is marked as Chinese', () => {
  expect(publicSources('en', [{ ...citation, title: '何一 (Chinese)' }])[0]?.titleLang).toBe('zh')
})

test('every public source on file is a web address after cleaning, with no tracking left', () => {
  const sources = publicSources(
    'en',
    historyRows().citations.map((row) => ({ ...row, url: row.url ?? null, dateText: row.dateText ?? null })),
  )
  const named = sources.filter(({ url }) => url === null).map(({ id }) => id)
  expect(named.sort()).toEqual(['announcement2025', 'bankingdive2025'])
  expect(sources.filter(({ url }) => url !== null && /[?&#](ref|referr\w*|utm_\w+|guce_\w+|guccounter)=/i.test(url))).toEqual([])
})
