import { env } from '#lib/foundation/env.ts'
import { direction, type Locale, localPath } from '#lib/i18n/locales.ts'
import { translator } from '#lib/i18n/translator.ts'

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
}>

export type Composed = Readonly<{ subject: string; text: string; html: string }>

const face = "Verdana,'DejaVu Sans',Arial,sans-serif"

/** One letter as plain text and as HTML that common mail clients show: tables, inline style, no picture, no tracking, nothing loaded from anywhere. */
export function compose(letter: Letter): Composed {
  const t = translator(letter.locale, 'mail')
  const foot = [
    ...(letter.phrase ? [t('phrase', { phrase: letter.phrase })] : []),
    t('code', { address: `${env().SITE_URL}${localPath(letter.locale, '/verify')}`, code: isolated(letter.code, letter.locale) }),
    t('safety'),
    t('notice'),
    letter.why,
  ]
  return { subject: letter.subject.replace(/[\r\n]+/g, ' '), text: asText(letter, foot), html: asHtml(letter, foot) }
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
  return `${[letter.heading, ...body, '-- ', ...foot].join('\n\n')}\n`
}

const entities: Record<string, string> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;', "'": '&#39;' }

function escapeText(text: string): string {
  return text.replace(/[&<>"']/g, (character) => entities[character] ?? '').replaceAll('\n', '<br>')
}

function row(content: string, padding = '8px 28px'): string {
  return `<tr><td style="padding:${padding}">${content}</td></tr>`
}

function paragraph(text: string, size = 18, tag = 'p'): string {
  const weight = tag === 'p' ? 'normal' : 'bold'
  return `<${tag} class="t2" style="font-family:${face};font-size:${size}px;line-height:${Math.round(size * 1.55)}px;font-weight:${weight};margin:0;color:#35352F">${escapeText(text)}</${tag}>`
}

function blockHtml(block: Block): string {
  if (block.kind === 'paragraph') return row(paragraph(block.text))
  if (block.kind === 'heading') return row(paragraph(block.text, 20, 'h2'), '16px 28px 0')
  if (block.kind === 'quote')
    return row(
      `<div dir="auto" style="border-left:4px solid #F0B90B;border-right:4px solid #F0B90B;padding:0 16px">${paragraph(block.text)}</div>`,
      '12px 28px',
    )
  if (block.kind === 'code')
    return row(
      `<table role="presentation" width="100%"><tr><td style="background:#F6E7C1;padding:18px 22px;font-family:${face};color:#15120B"><span style="font-size:16px">${escapeText(block.label)}</span><br><b dir="ltr" style="font-size:28px;letter-spacing:1px">${escapeText(block.text)}</b></td></tr></table>`,
      '16px 28px',
    )
  return row(
    `<table role="presentation"><tr><td style="background:#F0B90B;padding:14px 24px"><a href="${escapeText(block.url)}" style="font-family:${face};font-size:18px;font-weight:bold;color:#0B0E11;text-decoration:none">${escapeText(block.text)}</a></td></tr></table>`,
    '16px 28px',
  )
}

const dark =
  '@media (prefers-color-scheme:dark){.bg{background:#0B0E11!important}.sheet{background:#181A20!important}.t{color:#F6F0E1!important}.t2{color:#D2CBBB!important}}'

function asHtml(letter: Letter, foot: readonly string[]): string {
  const t = translator(letter.locale, 'mail')
  const title = `<h1 class="t" style="font-family:${face};font-size:28px;line-height:34px;margin:0;color:#0B0E11">${escapeText(letter.heading)}</h1>`
  const small = foot.map((text) => paragraph(text, 14)).join('<br>')
  return `<!doctype html><html lang="${letter.locale}" dir="${direction(letter.locale)}"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width"><meta name="color-scheme" content="light dark"><meta name="supported-color-schemes" content="light dark"><title>${escapeText(letter.subject)}</title><style>${dark}</style></head><body class="bg" style="margin:0;background:#F2EAD6"><table role="presentation" width="100%" cellpadding="0" cellspacing="0"><tr><td align="center" style="padding:24px 12px"><table role="presentation" width="600" cellpadding="0" cellspacing="0" class="sheet" style="max-width:600px;width:100%;background:#FFFDF7"><tr><td style="padding:20px 28px;border-bottom:7px solid #F0B90B;font-family:${face};font-size:18px;font-weight:bold;color:#0B0E11" class="t"><span dir="ltr">${escapeText(t('from'))}</span></td></tr>${row(title, '32px 28px 8px')}${letter.blocks.map(blockHtml).join('')}<tr><td style="padding:24px 28px 32px;border-top:1px solid #D9CFB8">${small}</td></tr></table></td></tr></table></body></html>`
}
