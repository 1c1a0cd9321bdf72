import { expect, test } from 'vitest'
import { atomFeed } from '#lib/stories/feed.ts'

const feed = {
  url: 'https://example.org/feed.xml',
  home: 'https://example.org/',
  language: 'en',
  title: 'Films',
  subtitle: 'All of them',
  author: 'Us',
  startedAt: new Date('2025-09-01T00:00:00Z'),
}
const entry = (name: string, publishedAt: string) => ({
  url: `https://example.org/stories/${name}`,
  title: name,
  summary: '<b> & "more"',
  language: 'en',
  category: 'learning',
  publishedAt: new Date(publishedAt),
  enclosures: [{ url: `https://example.org/${name}.mp4?a=1&b=2`, mediaType: 'video/mp4', bytes: 7 }],
})

test('the newest film stands first and dates the feed', () => {
  const text = atomFeed({ ...feed, entries: [entry('old', '2025-09-03T00:00:00Z'), entry('new', '2025-09-10T00:00:00Z')] })

  expect([...text.matchAll(/<title>(.*?)<\/title>/g)].map((match) => match[1])).toEqual(['Films', 'new', 'old'])
  expect(/<updated>(.*?)<\/updated>/.exec(text)?.[1]).toBe('2025-09-10T00:00:00.000Z')
})

test('words and addresses cannot break out of the feed', () => {
  const text = atomFeed({ ...feed, entries: [entry('new', '2025-09-10T00:00:00Z')] })

  expect(text).toContain('<summary>&lt;b&gt; &amp; &quot;more&quot;</summary>')
  expect(text).toContain('<link rel="enclosure" type="video/mp4" length="7" href="https://example.org/new.mp4?a=1&amp;b=2"/>')
})

test('a feed without films is still a feed', () => {
  expect(atomFeed({ ...feed, entries: [] })).toContain('<updated>2025-09-01T00:00:00.000Z</updated>')
})

test('a film without a translation says in which language its words are', () => {
  const translated = { ...entry('here', '2025-09-03T00:00:00Z'), language: 'ar' }
  const text = atomFeed({ ...feed, language: 'ar', entries: [translated, entry('there', '2025-09-10T00:00:00Z')] })

  expect(text.match(/<entry.*>/g)).toEqual(['<entry xml:lang="en">', '<entry>'])
})
