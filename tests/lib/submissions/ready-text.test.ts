import { expect, test } from 'vitest'
import { locales } from '#lib/i18n/locales.ts'
import { translator } from '#lib/i18n/translator.ts'
import { postPlatforms } from '#lib/submissions/post-url.ts'
import { readyText } from '#lib/submissions/ready-text.ts'

const hashtag = '#HumansOfBinance'
const site = 'https://stories.example.org'

function linesOf(locale: (typeof locales)[number]) {
  const t = translator(locale, 'readyText')
  return { long: t('lines.long', { hashtag, tag: t('tag') }), short: t('lines.short', { hashtag, tag: t('tag') }), tag: t('tag') }
}

const used = (platform: (typeof postPlatforms)[number], text: string) => readyText(platform, { long: text, short: text }, site).used

for (const locale of locales)
  test(`on every platform the words fit with room to spare, with hashtag and disclosure (${locale})`, () => {
    const lines = linesOf(locale)
    for (const platform of postPlatforms) {
      const { text, used: count, limit } = readyText(platform, lines, site)
      expect([platform, text.includes(`${hashtag} `) || text.includes(`${hashtag}\n`), text.includes(lines.tag)]).toEqual([
        platform,
        true,
        true,
      ])
      expect([platform, limit === null || limit - count >= 120]).toEqual([platform, true])
    }
    expect(Object.values(lines).join('')).not.toMatch(/[\u200e\u200f\u202a-\u202e\u2066-\u2069]/)
  })

test('short platforms get the short words, long ones the long words', () => {
  const lines = linesOf('en')
  const long = postPlatforms.filter((platform) => readyText(platform, lines, site).text === lines.long)

  expect(postPlatforms.filter((platform) => !long.includes(platform))).toEqual(['x', 'threads', 'bluesky', 'mastodon'])
})

// The figures of twitter-text's own conformance tests, and of the platforms' documents.
test.each([
  ['x', 'caf\u00e9', 4],
  ['x', 'cafe\u0301', 4],
  ['x', '日本', 4],
  ['x', '👨‍👩‍👧‍👦', 2],
  ['x', '🇪🇸 ok', 5],
  ['x', 'سلام', 4],
  ['x', 'see https://example.org/a-long-path?with=a-query now', 31],
  ['x', '“quoted” – yes…', 16],
  ['bluesky', '👨‍👩‍👧‍👦é', 2],
  ['mastodon', 'see https://example.org/a-long-path 👨‍👩‍👧‍👦', 29],
  ['threads', 'a👍', 5],
  ['tiktok', '👍', 2],
  ['youtube', 'é', 2],
  ['instagram', '👍', 1],
] as const)('%s counts “%s” as %i', (platform, text, count) => {
  expect(used(platform, text)).toBe(count)
})

test('a link to a composer carries the words unchanged, and nothing about anybody', () => {
  const lines = linesOf('ar')
  for (const platform of postPlatforms) {
    const { composer, text } = readyText(platform, lines, site)
    if (!composer) continue
    const url = new URL(composer.href)
    expect(url.protocol).toBe('https:')
    expect([platform, [...url.searchParams.values()].includes(text)]).toEqual([platform, composer.takesText])
  }
})
