import { env } from '#lib/foundation/env.ts'
import { direction, type Locale, localPath } from '#lib/i18n/locales.ts'
import { translator } from '#lib/i18n/translator.ts'
import { layouts } from './layout/compiled.ts'
import { fill, markup } from './layout/markup.ts'
import { clothRows } from './layout/strip.ts'

export type Block =
  | { readonly kind: 'paragraph'; readonly text: string }
  | { readonly kind: 'heading'; readonly text: string }
  /** Somebody's own words: shown apart, in their own direction. */
  | { readonly kind: 'quote'; readonly text: string }
  | { readonly kind: 'code'; readonly label: string; readonly text: string }
  | { readonly kind: 'link'; readonly text: string; readonly url: string }

export type Letter = Readonly<{
  locale: Locale
  subject: string
  heading: string
  blocks: readonly Block[]
  /** Why this person gets it. */
  why: string
  code: string
  phrase: string | null
  /** What the strip of cloth is woven from: the reference, where the letter is about an entry. */
  cloth?: string
}>

export type Composed = Readonly<{ subject: string; text: string; html: string }>

/** Somebody's words inside a sentence of ours, with marks around them, so that they keep their own direction. */
export function ownWords(text: string): string {
  return `\u2068${text.replace(/[\u2066-\u2069]/g, '')}\u2069`
}

/** One letter as plain text and as HTML that common mail clients show: tables, inline style, no picture, no tracking, nothing loaded from anywhere. */
export function compose(letter: Letter): Composed {
  const t = translator(letter.locale, 'mail')
  const foot = [
    ...(letter.phrase ? [t('phrase', { phrase: ownWords(letter.phrase) })] : []),
    t('code', { address: `${env().SITE_URL}${localPath(letter.locale, '/verify')}`, code: isolated(letter.code, letter.locale) }),
    t('safety'),
    t('notice'),
    letter.why,
  ]
  const subject = letter.subject.replace(/[\r\n]+/g, ' ')
  return { subject, text: asText(letter, foot), html: asHtml(letter, foot) }
}

/** Left-to-right marks around a code, as after Arabic words one that begins with digits would be shown in another order. */
function isolated(code: string, locale: Locale): string {
  return direction(locale) === 'rtl' ? `\u2066${code}\u2069` : code
}

function asText(letter: Letter, foot: readonly string[]): string {
  const body = letter.blocks.map((block) => {
    if (block.kind === 'code') return `${block.label}: ${block.text}`
    if (block.kind === 'link') return `${block.text}:\n${block.url}`
    if (block.kind === 'quote') return block.text.replace(/^/gm, '> ')
    return block.text
  })
  return withoutIdleMarks(`${[letter.heading, ...body, '-- ', ...foot].join('\n\n')}\n`)
}

/** Marks of direction are left out where everything runs from left to right: some programs show them as boxes. */
function withoutIdleMarks(text: string): string {
  return /[\u0590-\u08ff\ufb1d-\ufefc]/.test(text) ? text : text.replace(/[\u2066-\u2069]/g, '')
}

function asHtml({ locale, subject, heading, blocks, cloth }: Letter, foot: readonly string[]): string {
  const layout = layouts[direction(locale)]
  const first = blocks.find((block) => block.kind === 'paragraph')
  return [
    fill(layout.head, {
      lang: locale,
      title: markup(subject),
      preheader: markup(first?.text ?? heading),
      from: markup(translator(locale, 'mail')('from')),
    }),
    fill(layout.strip, { rows: clothRows(cloth ?? 'humans-of-binance') }),
    fill(layout.title, { text: markup(heading) }),
    ...blocks.map((block) => blockHtml(layout, block)),
    layout.rule,
    ...foot.map((text) => fill(layout.small, { text: markup(text) })),
    layout.end,
  ].join('')
}

function blockHtml(layout: (typeof layouts)['ltr' | 'rtl'], block: Block): string {
  const text = markup(block.text)
  if (block.kind === 'code') return fill(layout.code, { label: markup(block.label), text })
  if (block.kind === 'link') return fill(layout.link, { text, url: markup(block.url) })
  return fill(layout[block.kind], { text })
}
