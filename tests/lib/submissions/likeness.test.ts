import { expect, test } from 'vitest'
import { likeFrom, likeness, mailKey, sameFrom, sketchOf, sketchSize } from '#lib/submissions/likeness.ts'
import { authorOf } from '#lib/submissions/post-author.ts'

const english =
  'Before, I sent money home once a month and lost part of it on the way. A course showed me another way, and I practised with small amounts. Now I teach the neighbours what I learned.'
const another =
  'My mother kept a stall. When she fell ill I learned to run it, with a notebook and a borrowed phone. Two years later she came back and found it larger than she had left it.'
const arabic =
  'كنت أرسل المال إلى أهلي مرة كل شهر وأخسر جزءًا منه في الطريق. ثم علّمتني دورة طريقة أخرى، وتدربت بمبالغ صغيرة. واليوم أعلّم الجيران ما تعلمته، ونكتب معًا دفاترنا كل مساء.'
const chinese =
  '以前我每个月往家里寄一次钱，路上总要少掉一部分。后来一门课程教会了我另一种办法，我先用很小的数目练习。现在我把学到的东西教给邻居，每天晚上我们一起记账，日子慢慢变得踏实，孩子们也跟着学会了算数和写字。'

const shared = (one: string, other: string) => {
  const hashes = new Set(sketchOf(one))
  return sketchOf(other).filter((hash) => hashes.has(hash)).length
}

const nearly = [
  ['English', english, english.replace('a month', 'every month').replace('neighbours', 'children')],
  ['Arabic', arabic, arabic.replace('الجيران', 'الأطفال').replace('صغيرة', 'قليلة')],
  ['Chinese', chinese, chinese.replace('邻居', '朋友')],
] as const

test.each(nearly)('a story in %s with words changed is nearly the same, and found by what both share', (_, one, other) => {
  expect(likeness(one, other)).toBeGreaterThanOrEqual(likeFrom)
  expect(likeness(one, other)).toBeLessThan(100)
  expect(shared(one, other)).toBeGreaterThanOrEqual(4)
})

test('case, accents, vowel marks, punctuation and line breaks make no difference', () => {
  expect(likeness(english, `  ${english.toUpperCase().replaceAll('. ', '!\n')}`)).toBe(100)
  expect(likeness(arabic, arabic.replace('علّمتني', 'علمتني').replace('كنت', 'كـــنت'))).toBe(100)
  expect(sketchOf(english.toUpperCase())).toEqual(sketchOf(english))
})

test('two different stories are far apart and share nothing to be found by', () => {
  expect(likeness(english, another)).toBeLessThan(likeFrom)
  expect(shared(english, another)).toBe(0)
})

test('one changed word in a long story leaves it the same story', () => {
  const long = `${english} ${another} ${arabic} ${chinese}`

  expect(likeness(long, long.replace('notebook', 'pencil'))).toBeGreaterThanOrEqual(sameFrom)
  expect(likeness(english, `${english} And that is my whole story so far.`)).toBeLessThan(sameFrom)
})

test('a sketch is small, whatever the text, and fits the numbers of the database', () => {
  for (const text of ['', '😀😀', 'a'.repeat(100_000), `${english} ${another} ${arabic}`]) {
    const sketch = sketchOf(text)
    expect(sketch.length).toBeLessThanOrEqual(sketchSize)
    for (const hash of sketch) expect(hash === (hash | 0)).toBe(true)
  }
})

test.each([
  ['Ana.Maria+film@GoogleMail.com', 'anamaria@gmail.com'],
  ['anamaria@gmail.com', 'anamaria@gmail.com'],
  ['first.last@example.org', 'firstlast@example.org'],
  ['+only@example.org', '@example.org'],
])('the address %s is the mailbox %s', (email, key) => {
  expect(mailKey(email)).toBe(key)
})

test.each([
  ['https://x.com/Some_One/status/1963000000000000001?s=20', 'x:some_one'],
  ['https://x.com/i/status/1963000000000000001', null],
  ['https://www.tiktok.com/@some.one/video/7545000000000000000', 'tiktok:some.one'],
  ['https://mastodon.social/@Somebody/115000000000000000', 'mastodon:mastodon.social/@somebody'],
  ['t.me/durov/43', 'telegram:durov'],
  ['https://bsky.app/profile/a.bsky.social/post/3lxyzabcdefg2', 'bluesky:a.bsky.social'],
  ['https://youtu.be/dQw4w9WgXcQ', null],
  ['nothing', null],
])('the link %s names the account %s', (link, account) => {
  expect(authorOf(link)).toBe(account)
})
