import { requireStaff } from '#app/_auth/session.ts'
import { HistoryFilterForm } from '#components/history-desk/filters.tsx'
import { HistoryTable } from '#components/history-desk/table.tsx'
import { ButtonLink } from '#components/ui/button.tsx'
import { type DeskFilters, deskAddress, readDeskFilters } from '#lib/history/editing/filters.ts'
import { eraNames, historyOnDesk } from '#lib/history/editing/queries.ts'
import { openReports } from '#lib/history/editing/report-queries.ts'
import { wholeNumber } from '#lib/i18n/format.ts'
import type { Locale } from '#lib/i18n/locales.ts'
import { translator } from '#lib/i18n/translator.ts'
import { may } from '#lib/staff/permissions.ts'
import { staffLocale } from '../language.ts'
import { Missing } from '../missing.tsx'
import { HistoryDesk } from './desk.tsx'

/** Every claim and event of the history, with what each still needs. */
export default async function HistoryPage({ searchParams }: PageProps<'/staff/history'>) {
  const actor = await requireStaff()
  const [locale, query] = await Promise.all([staffLocale(), searchParams])
  if (!may(actor, 'history.edit')) return <Missing locale={locale} actor={actor} />
  const filters = readDeskFilters(query)
  const [{ lines, count, pages }, reports, eras] = await Promise.all([
    historyOnDesk(actor, filters),
    openReports(actor),
    eraNames(actor, locale),
  ])
  const t = translator(locale, 'historyDesk')
  const beside = (
    <ButtonLink look="line" href="/staff/history/reports">
      {t('reportsLink', { count: wholeNumber(locale, reports) })}
    </ButtonLink>
  )
  return (
    <HistoryDesk locale={locale} actor={actor} back={null} heading={t('heading')} beside={beside} query={query}>
      <title>{t('pageTitle', { page: t('heading') })}</title>
      <p>{t('lead')}</p>
      <HistoryFilterForm locale={locale} filters={filters} eras={eras} />
      <p role="status" className="small muted">
        {t('count', { count })}
      </p>
      {lines.length > 0 ? <HistoryTable locale={locale} lines={lines} /> : <p>{t('none')}</p>}
      <Pages locale={locale} filters={filters} pages={pages} />
    </HistoryDesk>
  )
}

function Pages({ locale, filters, pages }: Readonly<{ locale: Locale; filters: DeskFilters; pages: number }>) {
  const t = translator(locale, 'historyDesk')
  const page = Math.min(filters.page, pages)
  if (pages === 1) return null
  return (
    <nav aria-label={t('pages')} className="btns">
      {page > 1 && (
        <ButtonLink look="line" href={deskAddress(filters, page - 1)}>
          {t('previous')}
        </ButtonLink>
      )}
      {page < pages && (
        <ButtonLink look="line" href={deskAddress(filters, page + 1)}>
          {t('next')}
        </ButtonLink>
      )}
    </nav>
  )
}
