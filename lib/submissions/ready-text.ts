import { countGraphemes } from '#lib/foundation/text.ts'
import type { PostPlatform } from './post-url.ts'

/** How a platform counts what somebody writes, as far as it says so. */
type Count = (text: string) => number

const codeUnits: Count = (text) => text.length
const codePoints: Count = (text) => [...text].length
const bytes: Count = (text) => Buffer.byteLength(text, 'utf8')

const emoji = /\p{Emoji_Presentation}|[\ufe0f\u20e3]/u
const links = /https?:\/\/\S+/g
const graphemes = new Intl.Segmenter('en', { granularity: 'grapheme' })
const linkCounts = 23

/** X: letters of most alphabets count one, ideographs and emoji two, any link 23. */
function weighted(text: string): number {
  const found = text.normalize('NFC').match(links) ?? []
  let count = found.length * linkCounts
  for (const { segment } of graphemes.segment(text.normalize('NFC').replace(links, ''))) {
    if (emoji.test(segment)) count += 2
    else for (const character of segment) count += isLight(character.codePointAt(0) ?? 0) ? 1 : 2
  }
  return count
}

function isLight(codePoint: number): boolean {
  if (codePoint <= 0x10ff) return true
  const within = (from: number, to: number) => codePoint >= from && codePoint <= to
  return within(0x2000, 0x200d) || within(0x2010, 0x201f) || within(0x2032, 0x2037)
}

/** Threads: an emoji counts as many as it has bytes. */
function withEmojiInBytes(text: string): number {
  let count = 0
  for (const { segment } of graphemes.segment(text)) count += emoji.test(segment) ? bytes(segment) : codePoints(segment)
  return count
}

/** Mastodon: characters as people see them, any link 23. */
function withShortLinks(text: string): number {
  return countGraphemes(text.replace(links, 'x'.repeat(linkCounts)))
}

/** Where a new post is written. `takesText` is false where only a link can be handed over. */
type Composer = Readonly<{ address: (text: string, site: string) => string; takesText: boolean }>
type Rule = Readonly<{ limit: number | null; count: Count; composer: Composer | null }>

function composer(base: string, query: (text: string, site: string) => Record<string, string>, takesText = true): Composer {
  return { address: (text, site) => `${base}?${new URLSearchParams(query(text, site))}`, takesText }
}

/** The longest text of a post by anybody without a paid account, and where it is written; each as documented when this was written, in 2026. */
const rules: Readonly<Record<PostPlatform, Rule>> = {
  // docs.x.com "Counting characters"; twitter-text configuration 3.
  x: { limit: 280, count: weighted, composer: composer('https://x.com/intent/post', (text) => ({ text })) },
  // developers.facebook.com/documentation/threads/posts, April 2026.
  threads: { limit: 500, count: withEmojiInBytes, composer: composer('https://www.threads.com/intent/post', (text) => ({ text })) },
  // Lexicon app.bsky.feed.post: maxGraphemes.
  bluesky: { limit: 300, count: countGraphemes, composer: composer('https://bsky.app/intent/compose', (text) => ({ text })) },
  // docs.joinmastodon.org: 500 unless the server says otherwise.
  mastodon: { limit: 500, count: withShortLinks, composer: composer('https://mastodon.social/share', (text) => ({ text })) },
  // Instagram Graph API, caption of a media container.
  instagram: { limit: 2_200, count: codePoints, composer: null },
  // TikTok Content Posting API: 2,200 UTF-16 units with a video.
  tiktok: { limit: 2_200, count: codeUnits, composer: null },
  // Facebook, announced in November 2011; the sharer takes a link and no text.
  facebook: {
    limit: 63_206,
    count: codeUnits,
    composer: composer('https://www.facebook.com/sharer/sharer.php', (_, site) => ({ u: site }), false),
  },
  // LinkedIn Help, "Post character limit".
  linkedin: {
    limit: 3_000,
    count: codeUnits,
    composer: composer('https://www.linkedin.com/feed/', (text) => ({ shareActive: 'true', text })),
  },
  // limits.tginfo.me and the Bot API: 4,096 after entities are parsed.
  telegram: { limit: 4_096, count: codeUnits, composer: composer('https://t.me/share/url', (text, url) => ({ url, text })) },
  // Reddit, text of a post; its title is apart.
  reddit: { limit: 40_000, count: codePoints, composer: composer('https://www.reddit.com/submit', (text) => ({ type: 'TEXT', text })) },
  // YouTube Data API, snippet.description: 5,000 bytes.
  youtube: { limit: 5_000, count: bytes, composer: null },
  // Binance Support, "What is Binance Square": a post, not an article.
  'binance-square': { limit: 2_100, count: codePoints, composer: null },
  // dev.vk.com names no limit for wall.post.
  vk: { limit: null, count: codePoints, composer: composer('https://vk.com/share.php', (title, url) => ({ url, title })) },
  // Weibo, since 2016 for everybody.
  weibo: {
    limit: 2_000,
    count: codePoints,
    composer: composer('https://service.weibo.com/share/share.php', (title, url) => ({ url, title })),
  },
}

/** Room that has to stay for somebody's own words where the longer text is offered. */
const ownWords = 500

export type ReadyText = Readonly<{
  text: string
  /** As the platform counts; `limit` is null where none is documented. */
  used: number
  limit: number | null
  /** Opens the place where a post is written, with the text in it where `takesText`. */
  composer: Readonly<{ href: string; takesText: boolean }> | null
}>

/** The longer of two beginnings for a post where it leaves enough room, else the shorter one, measured as the platform does. */
export function readyText(platform: PostPlatform, lines: Readonly<{ long: string; short: string }>, site: string): ReadyText {
  const { limit, count, composer: place } = rules[platform]
  const text = limit === null || count(lines.long) + ownWords <= limit ? lines.long : lines.short
  return { text, used: count(text), limit, composer: place && { href: place.address(text, site), takesText: place.takesText } }
}
