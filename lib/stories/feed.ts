type Enclosure = Readonly<{ url: string; mediaType: string; bytes: number }>
type Entry = Readonly<{
  url: string
  /** Of its words, where there is no translation another than the feed's. */
  language: string
  title: string
  summary: string
  category: string
  publishedAt: Date
  enclosures: readonly Enclosure[]
}>
type Feed = Readonly<{
  url: string
  home: string
  language: string
  title: string
  subtitle: string
  author: string
  /** Used when there is no entry yet. */
  startedAt: Date
  entries: readonly Entry[]
}>

/** An Atom feed (RFC 4287), newest entry first, every film file as an enclosure. */
export function atomFeed({ url, home, language, title, subtitle, author, startedAt, entries }: Feed): string {
  const newest = [...entries].sort((a, b) => b.publishedAt.getTime() - a.publishedAt.getTime())
  return [
    '<?xml version="1.0" encoding="utf-8"?>',
    `<feed xmlns="http://www.w3.org/2005/Atom" xml:lang="${xml(language)}">`,
    `<id>${xml(url)}</id>`,
    `<title>${xml(title)}</title>`,
    `<subtitle>${xml(subtitle)}</subtitle>`,
    `<updated>${(newest[0]?.publishedAt ?? startedAt).toISOString()}</updated>`,
    `<author><name>${xml(author)}</name></author>`,
    `<link rel="self" type="application/atom+xml" href="${xml(url)}"/>`,
    `<link rel="alternate" type="text/html" href="${xml(home)}"/>`,
    ...newest.map((entry) => entryOf(entry, language)),
    '</feed>',
    '',
  ].join('\n')
}

function entryOf({ url, language, title, summary, category, publishedAt, enclosures }: Entry, usual: string): string {
  const at = publishedAt.toISOString()
  return [
    language === usual ? '<entry>' : `<entry xml:lang="${xml(language)}">`,
    `<id>${xml(url)}</id>`,
    `<title>${xml(title)}</title>`,
    `<summary>${xml(summary)}</summary>`,
    `<category term="${xml(category)}"/>`,
    `<published>${at}</published>`,
    `<updated>${at}</updated>`,
    `<link rel="alternate" type="text/html" href="${xml(url)}"/>`,
    ...enclosures.map((file) => `<link rel="enclosure" type="${xml(file.mediaType)}" length="${file.bytes}" href="${xml(file.url)}"/>`),
    '</entry>',
  ].join('\n')
}

const escapes: Readonly<Record<string, string>> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;' }

function xml(text: string): string {
  return text.replace(/[&<>"]/g, (character) => escapes[character] ?? '')
}
