import { expect, test } from 'vitest'
import { db } from '#lib/foundation/db.ts'
import { ownEntry } from '#lib/submissions/queries.ts'
import { parseStep } from '#lib/submissions/schema.ts'
import { sampleAnswers, sendEntry } from '#tests/factories/submissions.ts'

const family = '👨‍👩‍👧‍👦'
const padding = 'Sample text for a test that is long enough to be a story of at least one hundred characters, seen by a person. '

const stories: readonly (readonly [string, string])[] = [
  ['emoji', `${padding}${family} 🏳️‍🌈 🇵🇹 🏴󠁧󠁢󠁳󠁣󠁴󠁿 👩🏽‍🚀 1️⃣`],
  ['right-to-left text with marks', `${padding}قِصَّةُ أُمّي ‏(2025)‏ שָׁלוֹם \u2067עברית abc\u2069`],
  ['combining marks', `${padding}Z͑ͫ̓ͪ̂ͫ̽͏̴̙̤̞͉͚̯̞̠͍A̴̵̜̰͔ͫ͗͢L̠ͨͧͩ͘G̴̻͈͍͔̹̑͗̎̅͛́Ǫ̵̹̻̝̳͂̌̌͘ e\u0301 A\u030a o\u0302\u0301 ক্ষ นี่`],
  ['4,000 characters of a family of four', family.repeat(4000)],
  ['4,000 letters outside the first plane', '𐐷'.repeat(4000)],
  [
    'markup, quotes and what a template or a database would run',
    `${padding}<script>alert(1)</script> {{7*7}} \${x} '; drop table submission; -- %s %00 \\u0000 \\ "&amp;" =cmd|' /C calc'!A0 @SUM(1)`,
  ],
  ['line breaks and tabs inside', `${padding}\n\n\tfirst\n  second\n\n\n${padding}`.trim()],
  ['words of many scripts', `${padding}Ελληνικά кириллица हिन्दी 中文 日本語 한국어 ትግርኛ ไทย မြန်မာ ქართული ᏣᎳᎩ ߒߞߏ`],
]

test.each(stories)('a story with %s comes back exactly as it was typed', async (_, story) => {
  const parsed = parseStep('story', { ...sampleAnswers().story, story })
  if (!parsed.ok) throw new Error(JSON.stringify(parsed.errors))

  const { id, entryKey } = await sendEntry({ story: parsed.answers })

  const typed = story.normalize('NFC')
  expect((await db.submission.findUniqueOrThrow({ where: { id } })).story).toBe(typed)
  expect((await ownEntry(entryKey))?.story).toBe(typed)
})

test('names of any script come back exactly as they were typed', async () => {
  for (const displayName of ['محمد بن سلمى', 'Ngọc Ánh Đỗ', 'อรุณ', 'O’Brien-Łukasz', family, 'ﬃ', "Robert'); DROP TABLE", 'x'.repeat(60)]) {
    const parsed = parseStep('you', { email: 'sample@example.org', mailLanguage: 'ar', displayName })
    if (!parsed.ok) throw new Error(JSON.stringify(parsed.errors))
    const { entryKey } = await sendEntry({ you: parsed.answers })

    expect((await ownEntry(entryKey))?.displayName).toBe(displayName.normalize('NFC'))
  }
})
