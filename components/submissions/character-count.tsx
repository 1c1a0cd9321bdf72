import { Counter } from '#components/ui/counter.tsx'
import { wholeNumber } from '#lib/i18n/format.ts'
import type { Locale } from '#lib/i18n/locales.ts'
import { translator } from '#lib/i18n/translator.ts'

/** How many characters of a field are used, where scripts run. */
export function CharacterCount({ locale, counts, max }: { readonly locale: Locale; readonly counts: string; readonly max: number }) {
  return <Counter counts={counts} max={max} words={translator(locale, 'share')('counter', { count: '%', max: wholeNumber(locale, max) })} />
}
