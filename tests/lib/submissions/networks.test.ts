import { afterEach, beforeEach, expect, test } from 'vitest'
import { checkPost } from '#lib/submissions/networks/check.ts'
import { hasHashtag } from '#lib/submissions/networks/hashtag.ts'
import { firstParagraph, oneLine, plainWords } from '#lib/submissions/networks/words.ts'
import { postCheckDetails } from '#lib/submissions/post-checks/view.ts'
import { recognisePost } from '#lib/submissions/post-url.ts'
import { type FakeNetworks, fakeNetworks, sentTo, xSays } from '#tests/fakes/networks.ts'

const hashtag = '#HumansOfBinance'
let fake: FakeNetworks

beforeEach(async () => {
  fake = await fakeNetworks()
})
afterEach(() => fake.trap.close())

async function check(url: string, timeoutMs = 1_000) {
  const post = recognisePost(url)
  if (!post.ok) throw new Error(`not a post: ${post.reason}`)
  const { outcome, detail, title, author, resolved } = await checkPost(post, { hashtag, bases: fake.bases, timeoutMs })
  return { outcome, detail, title, author, resolved: resolved?.key ?? null }
}

const nothing = { title: null, author: null, resolved: null }
const post = 'https://x.com/sample/status/1963000000000000000'
const oembedOf = {
  x: 'publish.x.com/oembed',
  tiktok: 'www.tiktok.com/oembed',
  youtube: 'www.youtube.com/oembed',
  reddit: 'www.reddit.com/oembed',
  bluesky: 'embed.bsky.app/oembed',
  mastodon: 'mastodon.example/api/oembed',
} as const
const posts = {
  x: post,
  tiktok: 'https://www.tiktok.com/@sample/video/7545000000000000000',
  youtube: 'https://youtu.be/abcdefghijk',
  reddit: 'https://www.reddit.com/r/sample/comments/1n7abcd/a_title/',
  bluesky: 'https://bsky.app/profile/did:plc:abcdefghijklmnopqrstuvwx/post/3l4omssdl632g',
  mastodon: 'https://mastodon.example/@sample/115000000000000000',
} as const
type Asked = keyof typeof posts
const asked = Object.keys(posts) as Asked[]

const blueskySays = (words: string) => ({
  body: {
    author_name: 'Sample (@sample.example)',
    html: `<blockquote class="bluesky-embed"><p lang="en">${words}</p>&mdash; <a href="https://bsky.app">Sample #HumansOfBinance</a></blockquote><script src="https://trap.example/x.js"></script>`,
  },
})
const titled = (title: string) => ({ body: { title, author_name: 'Sample', html: '<iframe src="https://trap.example/"></iframe>' } })

test.each([
  [
    'x',
    xSays('My story <a href="https://twitter.com/hashtag/HumansOfBinance?src=hash">#HumansOfBinance</a> &amp; more'),
    'My story #HumansOfBinance & more',
    'Sample storyteller',
  ],
  ['tiktok', titled('My story #humansofbinance'), 'My story #humansofbinance', 'Sample'],
  ['youtube', titled('My story #HumansOfBinance'), 'My story #HumansOfBinance', 'Sample'],
  ['reddit', titled('#HUMANSOFBINANCE my story'), '#HUMANSOFBINANCE my story', 'Sample'],
  ['bluesky', blueskySays('Uno<br>dos #HumansOfBinance'), 'Uno dos #HumansOfBinance', 'Sample (@sample.example)'],
  ['mastodon', titled('New post #HumansOfBinance'), 'New post #HumansOfBinance', 'Sample'],
] as const)('a post on %s is found with the hashtag', async (name, said, title, author) => {
  fake.say(oembedOf[name], said)

  expect(await check(posts[name])).toStrictEqual({ outcome: 'found-with-hashtag', detail: null, title, author, resolved: null })
  expect(fake.trap.requests()).toHaveLength(1)
})

test.each([
  ['x', xSays('My story', 'Sample #HumansOfBinance'), null],
  ['x', xSays('My long story is cut… https://t.co/abc'), 'words-cut'],
  ['tiktok', titled('My story #HumansOfBinanceFans'), null],
  ['youtube', titled('My story'), 'title-only'],
  ['reddit', titled('My story'), 'title-only'],
  ['bluesky', blueskySays('My story'), null],
  ['mastodon', { body: { author_name: 'Sample', html: '<blockquote>Post by @sample</blockquote>' } }, 'words-not-shown'],
] as const)('a post on %s is found without the hashtag, and it is said what could be read (%#)', async (name, said, detail) => {
  fake.say(oembedOf[name], said)

  expect(await check(posts[name])).toMatchObject({ outcome: 'found-without-hashtag', detail })
})

test.each([
  ['x', 404, 'not-found', null],
  ['x', 403, 'private', null],
  ['tiktok', 400, 'not-found', 'gone-or-private'],
  ['tiktok', 404, 'not-found', null],
  ['youtube', 404, 'not-found', null],
  ['youtube', 400, 'not-found', null],
  ['youtube', 403, 'private', null],
  ['youtube', 401, 'not-checkable', 'embedding-off'],
  ['reddit', 404, 'not-found', null],
  ['reddit', 403, 'unreachable', 'rate-limited'],
  ['bluesky', 404, 'not-found', null],
  ['bluesky', 400, 'not-found', null],
  ['bluesky', 403, 'private', null],
  ['mastodon', 404, 'not-found', null],
  ['mastodon', 401, 'private', null],
] as const)('%s answers %i: %s', async (name, status, outcome, detail) => {
  fake.say(oembedOf[name], { status, body: '<html>no</html>' })

  expect(await check(posts[name])).toStrictEqual({ outcome, detail, ...nothing })
})

test('a private community of Reddit says so in JSON, and YouTube has said Forbidden with a 200', async () => {
  fake.say(oembedOf.reddit, { status: 403, body: { message: 'Forbidden', error: 403 } })
  fake.say(oembedOf.youtube, { body: 'Forbidden' })

  expect(await check(posts.reddit)).toMatchObject({ outcome: 'private' })
  expect(await check(posts.youtube)).toMatchObject({ outcome: 'private' })
})

test.each(asked)('%s: too many questions and errors of the network can be asked again, other answers cannot be read', async (name) => {
  const outcomes = []
  for (const said of [
    { status: 429 },
    { status: 503 },
    { status: 204 },
    { body: 'no JSON' },
    { body: '[]' },
    { body: '{}' },
    { body: { html: 7 } },
  ]) {
    fake.say(oembedOf[name], said)
    const { outcome, detail } = await check(posts[name])
    outcomes.push(`${outcome} ${detail}`)
  }

  const unread = name === 'tiktok' ? 'not-found gone-or-private' : 'not-checkable answer-unreadable'
  expect(outcomes).toStrictEqual([
    'unreachable rate-limited',
    'unreachable server-error',
    'not-checkable answer-unreadable',
    'not-checkable answer-unreadable',
    'not-checkable answer-unreadable',
    ...[unread, unread],
  ])
})

test.each([
  ['https://www.facebook.com/sample/posts/1234567890', 'display-only'],
  ['https://www.instagram.com/p/BkfuX9UB-eK/', 'display-only'],
  ['https://www.threads.com/@sample/post/BkfuX9UB-eK', 'display-only'],
  ['https://www.linkedin.com/feed/update/urn:li:activity:7151241570371948544', 'no-endpoint'],
  ['https://t.me/sample/43', 'no-endpoint'],
  ['https://www.binance.com/en/square/post/12345678', 'no-endpoint'],
  ['https://vk.com/wall-1_2', 'no-endpoint'],
  ['https://m.weibo.cn/detail/4910815147462302', 'no-endpoint'],
])('%s cannot be checked, and nobody is asked', async (url, detail) => {
  expect(await check(url)).toStrictEqual({ outcome: 'not-checkable', detail, ...nothing })
  expect(fake.trap.connections()).toBe(0)
})

test('a short link is followed to its post, which is then checked', async () => {
  fake.say('vm.tiktok.com/ZMsample1/', sentTo('https://www.tiktok.com/@sample/video/7545000000000000000?_t=1', 302))
  fake.say(oembedOf.tiktok, titled('My story #HumansOfBinance'))

  expect(await check('https://vm.tiktok.com/ZMsample1/')).toMatchObject({
    outcome: 'found-with-hashtag',
    resolved: 'tiktok:7545000000000000000',
  })
  expect(fake.trap.requests()).toHaveLength(2)
})

test('a short link of one network may lead to a post on another, also over two hops and plain http', async () => {
  fake.say('t.co/sample1', sentTo('http://vm.tiktok.com/ZMsample1'))
  fake.say('vm.tiktok.com/ZMsample1/', sentTo('/t/ZTsample2/'))
  fake.say('vm.tiktok.com/t/ZTsample2/', sentTo('https://www.youtube.com/watch?v=abcdefghijk'))
  fake.say(oembedOf.youtube, titled('My story'))

  expect(await check('https://t.co/sample1')).toMatchObject({ outcome: 'found-without-hashtag', resolved: 'youtube:abcdefghijk' })
})

test('a short link behind a sign-in wall is still resolved, and its network not asked where that is not allowed', async () => {
  const wall = 'https://www.facebook.com/login/?next=https%3A%2F%2Fwww.facebook.com%2Fsample%2Fposts%2F1234567890'
  fake.say('fb.watch/sample1/', sentTo(wall, 302))

  expect(await check('https://fb.watch/sample1/')).toMatchObject({
    outcome: 'not-checkable',
    detail: 'display-only',
    resolved: 'facebook:1234567890',
  })
  expect(fake.trap.requests()).toHaveLength(1)
})

test.each([
  ['a trap', 'https://trap.example/'],
  ['this machine', 'http://127.0.0.1:1/'],
  ['the cloud', 'http://169.254.169.254/latest/meta-data/'],
  ['another port', 'https://t.co:8443/sample1'],
  ['a name that looks alike', 'https://t.co.trap.example/x'],
  ['a host with a password', 'https://a:b@trap.example/'],
  ['another scheme', 'intent://video/1#Intent;end'],
  ['a file', 'file:///etc/passwd'],
])('a short link that leads to %s is asked once and no further', async (_, location) => {
  fake.say('t.co/sample1', sentTo(location))

  const { outcome, detail, resolved } = await check('https://t.co/sample1')

  expect([outcome, resolved]).toStrictEqual(['not-checkable', null])
  expect(['short-link-elsewhere', 'address-refused']).toContain(detail)
  expect(fake.trap.requests()).toStrictEqual(['GET t.co/sample1'])
})

test('a short link that leads to a server of somebody is resolved, and the server is not asked', async () => {
  fake.say('t.co/sample1', sentTo(posts.mastodon))

  expect(await check('https://t.co/sample1')).toStrictEqual({
    outcome: 'not-checkable',
    detail: 'own-server',
    title: null,
    author: null,
    resolved: 'mastodon:mastodon.example/115000000000000000',
  })
  expect(fake.trap.requests()).toHaveLength(1)
})

test('a short link that goes in circles ends after three hops, and one that shows a page is left alone', async () => {
  fake.say('t.co/circle', sentTo('https://t.co/circle'))
  fake.say('lnkd.in/page', { body: '<meta http-equiv="refresh" content="0;url=https://trap.example/">' })

  expect(await check('https://t.co/circle')).toMatchObject({ outcome: 'not-checkable', detail: 'short-link-unresolved' })
  expect(fake.trap.requests()).toHaveLength(4)
  expect(await check('https://lnkd.in/page')).toMatchObject({ outcome: 'not-checkable', detail: 'short-link-unresolved' })
  expect(fake.trap.requests()).toHaveLength(5)
})

test.each([
  [404, 'not-found', null],
  [410, 'not-found', null],
  [429, 'unreachable', 'rate-limited'],
  [502, 'unreachable', 'server-error'],
] as const)('a short link that is answered with %i: %s', async (status, outcome, detail) => {
  fake.say('t.co/sample1', { status })

  expect(await check('https://t.co/sample1')).toStrictEqual({ outcome, detail, ...nothing })
})

test('an endpoint may move between its own hosts, and nowhere else', async () => {
  fake.say(oembedOf.x, sentTo('https://publish.twitter.com/oembed?url=1', 308))
  fake.say('publish.twitter.com/oembed', xSays('#HumansOfBinance'))
  expect(await check(post)).toMatchObject({ outcome: 'found-with-hashtag' })

  fake.say(oembedOf.x, sentTo('https://trap.example/oembed'))
  fake.say('trap.example/oembed', xSays('#HumansOfBinance'))
  expect(await check(post)).toStrictEqual({ outcome: 'not-checkable', detail: 'redirect-refused', ...nothing })

  fake.say(oembedOf.x, sentTo('https://publish.x.com/oembed'))
  expect(await check(post)).toStrictEqual({ outcome: 'not-checkable', detail: 'redirect-refused', ...nothing })
  expect(fake.trap.requests().filter((request) => request.includes('trap.example'))).toStrictEqual([])
})

test('what an answer mentions is never fetched, and its HTML never kept', async () => {
  const html = '<p>My story <img src="https://trap.example/a.png">#HumansOfBinance<script>alert(1)</script></p>'
  fake.say(oembedOf.x, {
    body: {
      title: '<b>t</b>',
      author_name: '<img src=x onerror=alert(1)>',
      author_url: 'https://trap.example/',
      thumbnail_url: 'https://trap.example/b.png',
      html,
    },
  })

  const { title, author } = await check(post)

  expect(title).toBe('My story #HumansOfBinancealert(1)')
  expect(author).toBe('<img src=x onerror=alert(1)>')
  expect(fake.trap.requests()).toHaveLength(1)
})

test('an answer that is packed, endless or slow has its name, within the time of one check', async () => {
  fake.say(oembedOf.x, { headers: { 'content-encoding': 'br' }, body: 'x' })
  expect(await check(post)).toMatchObject({ outcome: 'unreachable', detail: 'encoded' })

  fake.say(oembedOf.x, { body: 'a'.repeat(300_000) })
  expect(await check(post)).toMatchObject({ outcome: 'unreachable', detail: 'too-large' })

  const began = performance.now()
  fake.say('t.co/sample1', (_, response) => {
    setTimeout(() => response.writeHead(301, { location: 'https://t.co/sample1' }).end(), 150)
  })
  expect(await check('https://t.co/sample1', 300)).toMatchObject({ outcome: 'unreachable', detail: 'timeout' })
  expect(performance.now() - began).toBeLessThan(1_000)
})

test('without a network a post is not checkable yet', async () => {
  const mastodon = recognisePost('https://nobody.example/@sample/115000000000000000')
  if (!mastodon.ok) throw new Error(mastodon.reason)

  expect(await checkPost(mastodon, { hashtag })).toStrictEqual({ outcome: 'not-checkable-yet', detail: 'dns', ...nothing })
})

test('titles and names of others are kept as one short line without what hides or turns text', () => {
  expect(oneLine('  a\u0000b\u202e\n\tc\ud800 \u{e0041}d ', 50)).toBe('ab c d')
  expect(oneLine('🧡'.repeat(400), 10)).toBe(`${'🧡'.repeat(9)}…`)
  expect(oneLine('\u200e \u0007', 10)).toBe('\u200e')
  expect(oneLine('', 10)).toBeNull()
})

test('words of HTML come out as they read', () => {
  expect(plainWords('a<br>b<p>c</p>d &lt;i&gt; &#x1F9E1; &#39;x&#39; &unknown; &amp;lt;')).toBe("a\nb\nc\nd <i> 🧡 'x' &unknown; &lt;")
  expect(plainWords('#<span>Humans</span><b>Of</b>Binance <!-- <b>no</b> --> end')).toBe('#HumansOfBinance  end')
  expect(plainWords('cut <a href="')).toBe('cut <a href="')
  expect(plainWords('<!-- never closed')).toBe('<!-- never closed')
  expect(firstParagraph('<blockquote><p lang="en">one</p>&mdash; author</blockquote>')).toBe('one')
  expect(firstParagraph('<pre>one</pre>')).toBeNull()
  expect(firstParagraph('<p>never closed')).toBeNull()
})

test('a hashtag is found in any case and width, and not inside a longer one', () => {
  for (const text of [
    '#HumansOfBinance',
    'a #humansofbinance.',
    '＃ＨｕｍａｎｓＯｆＢｉｎａｎｃｅ',
    '#HumansOfBinanceX #HUMANSOFBINANCE',
    '#HumansOfBinance🧡',
  ])
    expect(hasHashtag(text, hashtag), text).toBe(true)
  for (const text of [
    '',
    'HumansOfBinance',
    '#HumansOfBinance2',
    '#HumansOfBinance_',
    '#HumansOfBinanceé',
    '#Humans OfBinance',
    '#HumansOfBinance\u{1d54f}',
  ])
    expect(hasHashtag(text, hashtag), text).toBe(false)
})

test('hostile answers of the greatest size are read in a moment', () => {
  const units = ['<', '<p', '<p>', '</p', '<!--', '&#', '&amp;', '&a', '#humansofbinance_', '#', ' ', '\u0000', 'ﷺ', '<p x']
  for (const unit of units) {
    const text = unit.repeat(Math.ceil(262_144 / unit.length))
    const began = performance.now()
    plainWords(text)
    firstParagraph(text)
    oneLine(text, 300)
    hasHashtag(text, hashtag)
    expect(performance.now() - began, unit).toBeLessThan(1_000)
  }
})

test('details are short codes that the database keeps', () => {
  for (const detail of postCheckDetails) expect(detail).toMatch(/^[a-z-]{1,40}$/)
})

const did = 'did:plc:abcdefghijklmnopqrstuvwx'
const named = 'https://bsky.app/profile/sample.example/post/3l4omssdl632g'
const directory = 'public.api.bsky.app/xrpc/com.atproto.identity.resolveHandle'

test('a post on Bluesky is known by the lasting id of its account, whatever its name', async () => {
  fake.say(oembedOf.bluesky, blueskySays('My story #HumansOfBinance'))
  fake.say(directory, { body: { did } })

  expect(await check(named)).toMatchObject({ outcome: 'found-with-hashtag', resolved: `bluesky:${did}/3l4omssdl632g` })
  expect(fake.trap.requests()).toContain('GET public.api.bsky.app/xrpc/com.atproto.identity.resolveHandle?handle=sample.example')
})

test('a link that has the lasting id already asks no directory', async () => {
  fake.say(oembedOf.bluesky, blueskySays('My story #HumansOfBinance'))

  expect(await check(posts.bluesky)).toMatchObject({ outcome: 'found-with-hashtag', resolved: null })
  expect(fake.trap.requests()).toHaveLength(1)
})

test.each([
  ['an unknown name', { status: 400, body: { error: 'InvalidRequest' } }],
  ['no id', { body: { did: 'did:plc:../../etc' } }],
  ['no JSON', { body: '<html>' }],
  ['a redirect to elsewhere', sentTo('https://trap.example/')],
  ['a failing directory', { status: 503 }],
])('%s from the directory changes nothing of the check', async (_, said) => {
  fake.say(oembedOf.bluesky, blueskySays('My story #HumansOfBinance'))
  fake.say(directory, said)

  expect(await check(named)).toMatchObject({ outcome: 'found-with-hashtag', resolved: null })
  expect(fake.trap.requests()).toHaveLength(2)
})

test.each(['600', new Date(Date.now() + 600_000).toUTCString()])(
  'a network that says to come back later is left alone until then (%s)',
  async (retryAfter) => {
    fake.say(oembedOf.x, { status: 429, headers: { 'retry-after': retryAfter } })
    fake.say(oembedOf.tiktok, titled('My story #HumansOfBinance'))
    const limited = { ...nothing, outcome: 'unreachable', detail: 'rate-limited' }

    expect(await check(post)).toEqual(limited)
    expect(await check(post)).toEqual(limited)
    expect(await check(posts.tiktok)).toMatchObject({ outcome: 'found-with-hashtag' })

    expect(fake.trap.requests().filter((request) => request.includes('publish.x.com'))).toHaveLength(1)
  },
)

test('of Mastodon only the server that says so is left alone', async () => {
  fake.say('busy.example/api/oembed', { status: 429, headers: { 'retry-after': '999999999' } })
  fake.say(oembedOf.mastodon, titled('New post #HumansOfBinance'))
  const limited = { ...nothing, outcome: 'unreachable', detail: 'rate-limited' }

  expect(await check('https://busy.example/@sample/115000000000000000')).toEqual(limited)
  expect(await check('https://busy.example/@sample/115000000000000001')).toEqual(limited)
  expect(await check(posts.mastodon)).toMatchObject({ outcome: 'found-with-hashtag' })

  expect(fake.trap.requests()).toHaveLength(2)
})

test('a network that is busy without saying for how long is asked again', async () => {
  for (const retryAfter of ['soon', '-5', '0', 'Wed, 21 Oct 2015 07:28:00 GMT']) {
    fake.say(oembedOf.x, { status: 429, headers: { 'retry-after': retryAfter } })
    await check(post)
  }

  expect(fake.trap.requests()).toHaveLength(4)
})
