import { amount, dateTime, tags } from '#lib/i18n/format.ts'
import type { Locale } from '#lib/i18n/locales.ts'
import { type Translator, translator } from '#lib/i18n/translator.ts'

export type Words = Translator<'awards'>

/** "1,500.00": always two decimals, so that amounts stand under each other. */
export function cents(locale: Locale, units: bigint): string {
  return new Intl.NumberFormat(tags[locale], { minimumFractionDigits: 2, maximumFractionDigits: 2 }).format(Number(units) / 100)
}

/** "1,500 USDC". */
export function usdc(locale: Locale, units: bigint): string {
  return `${amount(locale, units)} USDC`
}

/** "2 Oct", in UTC. */
export function shortDay(locale: Locale, at: Date): string {
  return new Intl.DateTimeFormat(tags[locale], { day: 'numeric', month: 'short', timeZone: 'UTC' }).format(at)
}

const refusals = [
  ...[
    'forbidden',
    'unknown',
    'changed',
    'cannot-move',
    'taken-up',
    'not-taken-up',
    'own-proposal',
    'no-claim-days',
    'held',
    'entry-unknown',
  ],
  ...['not-selected', 'story-only', 'already', 'over-pool', 'left-changed', 'template', 'stopped'],
] as const

export type Refused = Readonly<{ code: string; values: Readonly<Record<string, string | number>> }>

/** Why something was refused, in words. Throws for a code that stands nowhere. */
export function refusedWords(locale: Locale, { code, values }: Refused): string {
  const name = refusals.find((known) => known === code.split('.').at(-1))
  if (!name) throw new Error(`no words for ${code}`)
  const left = typeof values.left === 'string' ? amount(locale, BigInt(values.left.replace('.', ''))) : ''
  const until = typeof values.untilAt === 'string' ? dateTime(locale, new Date(values.untilAt)) : ''
  return translator(locale, 'awards')(`refused.${name}`, { reference: String(values.reference ?? ''), left, until })
}
