import { direction, localeOf, localPath } from '#lib/i18n/locales.ts'
import { translator } from '#lib/i18n/translator.ts'
import type { Field } from './body.ts'

export type Trouble = 'fault' | 'away' | 'stale' | 'signedOut' | 'large' | 'origin' | 'form' | 'method' | 'address'

type Details = Readonly<{
  locale: string
  /** Where the person was, language prefix included. */
  address: string
  reference?: string
  /** Where they sign in again. */
  signIn?: string
  /** What they had typed and sent. */
  fields?: readonly Field[]
}>

const words = {
  fault: ['fault.heading', 'fault.text'],
  away: ['fault.away', 'fault.awayText'],
  stale: ['fault.stale', 'fault.staleText'],
  signedOut: ['fault.signedOut', 'fault.signedOutText'],
  large: ['fault.large', 'fault.largeText'],
  origin: ['fault.origin', 'fault.originText'],
  form: ['fault.form', 'fault.formText'],
  method: ['fault.method', 'fault.methodText'],
  address: ['fault.address', 'fault.addressText'],
} as const

const escaped: Record<string, string> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;', "'": '&#39;' }
const text = (value: string) => value.replace(/[&<>"']/g, (character) => escaped[character] ?? '')

/** A plain page for when a page cannot be made: says what happened, gives back what was typed, needs neither Next nor the database. */
export function troublePage(trouble: Trouble, details: Details): string {
  const locale = localeOf(details.locale) ?? 'en'
  const t = translator(locale, 'site')
  const [heading, body] = words[trouble]
  const reference = details.reference ? `<p>${text(t('fault.reference', { reference: details.reference }))}</p>` : ''
  return `<!DOCTYPE html><html lang="${locale}" dir="${direction(locale)}"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width, initial-scale=1"><meta name="robots" content="noindex"><title>${text(t('fault.title'))}</title><link rel="stylesheet" href="/plain.css"></head><body><main id="main"><h1>${text(t(heading))}</h1><p>${text(t(body))}</p>${reference}${signIn(details)}${keptWords(trouble, details)}<p><a href="${localPath(locale, '/')}">${text(t('fault.home'))}</a></p></main></body></html>`
}

/** In another tab, so that this page and the words on it stay. */
function signIn({ locale, signIn: address }: Details): string {
  if (!address) return ''
  return `<p><a href="${text(address)}" target="_blank" rel="noopener">${text(translator(localeOf(locale) ?? 'en', 'site')('fault.signIn'))}</a></p>`
}

/** True when there is something in a form that a person typed or chose: it would be a pity to lose it. */
export function isTyped({ name, value }: Field): boolean {
  return !name.startsWith('$ACTION') && value.trim() !== '' && !hidden.has(name)
}

function keptWords(trouble: Trouble, { locale, address, fields = [] }: Details): string {
  const t = translator(localeOf(locale) ?? 'en', 'site')
  const again = trouble === 'fault' || trouble === 'away' || trouble === 'signedOut'
  const open = trouble === 'signedOut' ? '' : `<p><a href="${text(address)}">${text(t(again ? 'fault.reload' : 'fault.open'))}</a></p>`
  const typed = fields.filter(isTyped)
  if (!fields.length || !['fault', 'away', 'stale', 'signedOut', 'large'].includes(trouble))
    return trouble === 'address' || trouble === 'method' ? '' : open
  const shown = typed
    .map(
      ({ name, value }) =>
        `<p><label>${text(name)}<textarea name="shown" readonly rows="${value.length > 120 ? 10 : 1}" dir="auto">\n${text(value)}</textarea></label></p>`,
    )
    .join('')
  if (!again) return typed.length ? `${open}<h2>${text(t('fault.kept'))}</h2>${shown}` : open
  const form = fields.map(({ name, value }) => `<textarea hidden name="${text(name)}">\n${text(value)}</textarea>`).join('')
  const resend = `<form method="post" enctype="multipart/form-data" action="${text(address)}">${form}<button>${text(t('fault.again'))}</button></form>`
  return typed.length ? `<h2>${text(t('fault.kept'))}</h2><p>${text(t('fault.keptText'))}</p>${resend}${shown}` : resend
}

/** Carried by our forms, never typed by a person. */
const hidden = new Set([
  'sendKey',
  'rulesHash',
  'change',
  'version',
  'back',
  'questionId',
  'another',
  'mine',
  'website',
  'age',
  'proof',
  'deed',
  'person',
  'session',
  'others',
  'reference',
  'appealId',
  'proposal',
  'zone',
  'seen',
  'language',
])
