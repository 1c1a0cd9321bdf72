import { BackLink } from '#components/ui/back-link.tsx'
import { type Locale, localPath } from '#lib/i18n/locales.ts'
import { translator } from '#lib/i18n/translator.ts'
import { entryPath } from './own-key.ts'

type Props = { readonly locale: Locale; readonly entryKey: string; readonly title: string; readonly text: string }

/** A page for something that cannot be done with this entry now, and why. */
export function Shut({ locale, entryKey, title, text }: Props) {
  const t = translator(locale, 'entry')
  return (
    <div className="wrap">
      <title>{t('pageTitle', { title })}</title>
      <div className="narrow task flow flow--5">
        <BackLink href={localPath(locale, entryPath(entryKey))}>{t('backToEntry')}</BackLink>
        <h1>{title}</h1>
        <p className="lead">{text}</p>
      </div>
    </div>
  )
}
