import { findForbidden } from '#lib/foundation/text.ts'

const breaks = new Set(['p', 'br', 'div', 'blockquote', 'li', 'section', 'article', 'h1', 'h2', 'h3'])

/** The words of a piece of HTML: tags and comments gone, lines where blocks end, entities read once. In one pass, whatever it is given. */
export function plainWords(html: string): string {
  let words = ''
  let from = 0
  for (let open = html.indexOf('<'); open >= 0; open = html.indexOf('<', from)) {
    const mark = html.startsWith('<!--', open) ? '-->' : '>'
    const close = html.indexOf(mark, open)
    if (close < 0) break
    words += html.slice(from, open)
    if (breaks.has(tagName(html.slice(open + 1, open + 14)))) words += '\n'
    from = close + mark.length
  }
  return withoutEntities(words + html.slice(from))
}

function tagName(tag: string): string {
  return /^\/?([a-z][a-z\d]{0,11})/i.exec(tag)?.[1]?.toLowerCase() ?? ''
}

/** The words of the first paragraph, which is where networks put a post; its author and date follow after it. Null when there is none. */
export function firstParagraph(html: string): string | null {
  const open = /<p[\s>]/i.exec(html)?.index
  if (open === undefined) return null
  const start = html.indexOf('>', open) + 1
  const end = html.slice(start).search(/<\/p>/i)
  return start === 0 || end < 0 ? null : plainWords(html.slice(start, start + end)).trim()
}

const named: Readonly<Record<string, string>> = {
  amp: '&',
  lt: '<',
  gt: '>',
  quot: '"',
  apos: "'",
  nbsp: ' ',
  mdash: '—',
  ndash: '–',
  hellip: '…',
}

function withoutEntities(text: string): string {
  return text.replace(/&(?:#(\d{1,7})|#x([\da-f]{1,6})|([a-z]{2,6}));/gi, (whole, decimal?: string, hex?: string, name?: string) => {
    if (name) return named[name.toLowerCase()] ?? whole
    const codePoint = decimal ? Number(decimal) : Number.parseInt(hex ?? '', 16)
    return codePoint <= 0x10ffff ? String.fromCodePoint(codePoint) : ''
  })
}

const readAtMost = 4_000

/** Text of others as one line that can be kept and shown: white space as single spaces, nothing invisible that turns direction, at most `max` characters. Null when nothing is left. */
export function oneLine(text: string, max: number): string | null {
  const line = [...text.slice(0, readAtMost).toWellFormed().normalize('NFC').replace(/\s/g, ' ')]
    .filter((character) => findForbidden(character, 'line') === null)
    .join('')
    .split(' ')
    .filter(Boolean)
    .join(' ')
  const characters = [...line]
  return characters.length === 0 ? null : characters.length > max ? `${characters.slice(0, max - 1).join('')}…` : line
}
