import { defaultLocale, localeOf, localPath } from '#lib/i18n/locales.ts'
import { translator } from '#lib/i18n/translator.ts'

export const metadata = { robots: { index: false } }

/** Where erasing leads. It knows nothing of who comes, so that there is nothing left to keep. */
export default async function ErasedPage({ params }: PageProps<'/[locale]/entry/erased'>) {
  const locale = localeOf((await params).locale) ?? defaultLocale
  const t = translator(locale, 'entry')
  return (
    <div className="wrap page">
      <title>{t('pageTitle', { title: t('erase.doneTitle') })}</title>
      <div className="narrow flow flow--5">
        <h1>{t('erase.doneTitle')}</h1>
        <p className="lead">{t('erase.doneText')}</p>
        <p>{t('erase.staysText')}</p>
        <p>{t('erase.doneStory')}</p>
        <p>
          <a href={localPath(locale, '/stories')}>{translator(locale, 'site')('missing.stories')}</a>
        </p>
      </div>
    </div>
  )
}
