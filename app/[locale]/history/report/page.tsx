import { isAnswering, unlessAnswering } from '#app/_forms/reading.ts'
import { spoken } from '#components/history/words.ts'
import { retentionDays } from '#lib/campaign/retention.ts'
import { shownPlace } from '#lib/history/queries.ts'
import type { ShownPlace } from '#lib/history/views.ts'
import { defaultLocale, type Locale, localeOf, localPath } from '#lib/i18n/locales.ts'
import { translator } from '#lib/i18n/translator.ts'
import { sendReport } from './actions.ts'
import { ReportForm } from './form.tsx'
import { entryOf } from './reading.ts'

export const metadata = { robots: { index: false } }

/** Where a visitor says what is wrong. An entry nobody may see is not named: the form is then about the history as a whole. */
export default async function ReportPage({ params, searchParams }: PageProps<'/[locale]/history/report'>) {
  const locale = localeOf((await params).locale) ?? defaultLocale
  const query = await searchParams
  const entry = entryOf({ entry: [query.entry].flat()[0] ?? '' })
  const about = entry ? await unlessAnswering(() => shownPlace(entry, locale)) : null
  const wasSent = query.sent === '1' && !(await isAnswering())
  if (wasSent) return <Sent locale={locale} about={about} />
  return <ReportForm locale={locale} about={about} days={retentionDays('reports') ?? 0} action={sendReport.bind(null, locale)} />
}

function Sent({ locale, about }: Readonly<{ locale: Locale; about: ShownPlace | null }>) {
  const t = translator(locale, 'history')
  return (
    <div className="wrap page">
      <title>{t('reporting.pageTitle', { title: t('reporting.sentTitle') })}</title>
      <div className="narrow flow flow--5">
        <h1>{t('reporting.sentTitle')}</h1>
        <p className="lead">{t('reporting.sentText')}</p>
        <p>{t('reporting.sentMail')}</p>
        {about && (
          <p>
            <a href={localPath(locale, about.path)} {...spoken(about.title)}>
              {about.title.text}
            </a>
          </p>
        )}
        <p>
          <a href={localPath(locale, '/history')}>{t('facts.back')}</a>
        </p>
      </div>
    </div>
  )
}
