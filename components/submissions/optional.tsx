import type { Locale } from '#lib/i18n/locales.ts'
import { translator } from '#lib/i18n/translator.ts'

/** The name of a question that may stay empty. */
export function Optional({ locale, children }: { readonly locale: Locale; readonly children: string }) {
  return (
    <>
      {children} <span className="opt">{translator(locale, 'share')('optional')}</span>
    </>
  )
}
