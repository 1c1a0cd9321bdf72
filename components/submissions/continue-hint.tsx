import { type Locale, localPath } from '#lib/i18n/locales.ts'
import { translator } from '#lib/i18n/translator.ts'

/** The way to go on with this entry on another device. For pages of somebody who has a draft. */
export function ContinueHint({ locale }: { readonly locale: Locale }) {
  return (
    <p className="small">
      <a href={localPath(locale, '/share/continue')}>{translator(locale, 'share')('continueLink.hint')}</a>
    </p>
  )
}
