import { defaultLocale, type Locale, localPath } from '#lib/i18n/locales.ts'
import { translator } from '#lib/i18n/translator.ts'

/** Says on a translated page that the English original prevails, and leads to it. Nothing on an English page. */
export function TranslationNotice({ locale, path }: { readonly locale: Locale; readonly path: string }) {
  if (locale === defaultLocale) return null
  const t = translator(locale, 'site')
  return (
    <aside className="original" aria-label={t('translated.label')}>
      <p className="wrap small">
        {t('translated.text')}{' '}
        <a href={localPath(defaultLocale, path)} hrefLang={defaultLocale}>
          {t('translated.link')}
        </a>
      </p>
    </aside>
  )
}
