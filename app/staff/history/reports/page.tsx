import { requireStaff } from '#app/_auth/session.ts'
import { ReportTable } from '#components/history-desk/reports.tsx'
import { reportsOnDesk } from '#lib/history/editing/report-queries.ts'
import { reportStates } from '#lib/history/report.ts'
import { translator } from '#lib/i18n/translator.ts'
import { may } from '#lib/staff/permissions.ts'
import { staffLocale } from '../../language.ts'
import { Missing } from '../../missing.tsx'
import { HistoryDesk } from '../desk.tsx'

/** What visitors say is wrong. */
export default async function ReportsPage({ searchParams }: PageProps<'/staff/history/reports'>) {
  const actor = await requireStaff()
  const [locale, query] = await Promise.all([staffLocale(), searchParams])
  if (!may(actor, 'history.edit')) return <Missing locale={locale} actor={actor} />
  const state = reportStates.find((one) => one === [query.state].flat()[0]) ?? 'open'
  const { lines } = await reportsOnDesk(actor, state)
  const t = translator(locale, 'historyDesk')
  return (
    <HistoryDesk
      locale={locale}
      actor={actor}
      back={{ href: '/staff/history', words: t('back') }}
      heading={t('reports.heading')}
      query={query}
    >
      <title>{t('pageTitle', { page: t('reports.heading') })}</title>
      <p>{t('reports.lead')}</p>
      <nav aria-label={t('reports.states')}>
        <ul className="plain history-states">
          {reportStates.map((one) => (
            <li key={one}>
              <a href={`/staff/history/reports?state=${one}`} aria-current={one === state ? 'page' : undefined}>
                {t(`reports.state.${one}`)}
              </a>
            </li>
          ))}
        </ul>
      </nav>
      {lines.length > 0 ? <ReportTable locale={locale} reports={lines} /> : <p>{t('reports.none')}</p>}
    </HistoryDesk>
  )
}
