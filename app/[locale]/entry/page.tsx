import { isAnswering } from '#app/_forms/reading.ts'
import { defaultLocale, type Locale, localeOf, localPath } from '#lib/i18n/locales.ts'
import { translator } from '#lib/i18n/translator.ts'
import { sendLink } from './actions.ts'
import { FindForm } from './form.tsx'

export const metadata = { robots: { index: false } }

export default async function EntryPage({ params, searchParams }: PageProps<'/[locale]/entry'>) {
  const locale = localeOf((await params).locale) ?? defaultLocale
  const wasSent = (await searchParams).sent === '1' && !(await isAnswering())
  return wasSent ? <Sent locale={locale} /> : <FindForm locale={locale} action={sendLink.bind(null, locale)} />
}

/** The same for every address. */
function Sent({ locale }: { readonly locale: Locale }) {
  const t = translator(locale, 'entry')
  return (
    <div className="wrap page">
      <title>{t('pageTitle', { title: t('find.sentTitle') })}</title>
      <div className="narrow flow flow--5">
        <h1>{t('find.sentTitle')}</h1>
        <p className="lead">{t('find.sentText')}</p>
        <p>{t('find.sentNothing')}</p>
        <p>
          <a href={localPath(locale, '/entry')}>{t('find.again')}</a>
        </p>
      </div>
    </div>
  )
}
