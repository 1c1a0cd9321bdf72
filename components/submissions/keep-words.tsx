import type { Locale } from '#lib/i18n/locales.ts'
import { translator } from '#lib/i18n/translator.ts'

/** Inside a form: a small module keeps what is typed until it was accepted, and says so when there is no network. */
export function KeepWords({ locale }: { readonly locale: Locale }) {
  return (
    <>
      <p className="note note--warn" role="alert" data-keep="" hidden>
        {translator(locale, 'share')('offline')}
      </p>
      <script type="module" src="/modules/share-keep.js" />
    </>
  )
}
