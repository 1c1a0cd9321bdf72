import { requireStaff } from '#app/_auth/session.ts'
import { EntryFilterForm } from '#components/staff/entry-filters.tsx'
import { EntryTable } from '#components/staff/entry-table.tsx'
import { WaitingStats } from '#components/staff/waiting-stats.tsx'
import { ButtonLink } from '#components/ui/button.tsx'
import { now } from '#lib/foundation/clock.ts'
import type { Locale } from '#lib/i18n/locales.ts'
import { translator } from '#lib/i18n/translator.ts'
import { may } from '#lib/staff/permissions.ts'
import { type EntryFilters, listAddress, readFilters, readPlace } from '#lib/submissions/staff/filters.ts'
import { entryPage } from '#lib/submissions/staff/list.ts'
import type { EntryPage } from '#lib/submissions/staff/views.ts'
import { Desk, waitingFor } from '../desk.tsx'
import { staffLocale } from '../language.ts'
import { Missing } from '../missing.tsx'

export default async function EntriesPage({ searchParams }: PageProps<'/staff/submissions'>) {
  const actor = await requireStaff()
  const [locale, query] = await Promise.all([staffLocale(), searchParams])
  if (!may(actor, 'submission.list')) return <Missing locale={locale} actor={actor} />
  const t = translator(locale, 'staff')
  const filters = readFilters(query)
  const [page, waiting] = await Promise.all([entryPage(actor, filters, readPlace(query)), waitingFor(actor)])
  const seesPersons = may(actor, 'submission.see-person')
  const count = page.lines.length
  return (
    <Desk locale={locale} actor={actor} current="entries">
      <title>{t('suffix', { page: t('list.heading') })}</title>
      <h1>{t('list.heading')}</h1>
      {waiting && <WaitingStats locale={locale} waiting={waiting} now={now()} />}
      <EntryFilterForm locale={locale} filters={filters} seesPersons={seesPersons} />
      <p role="status" className="small">
        {filters.search ? t('list.found', { count }) : t('list.shown', { count })}
      </p>
      {count > 0 ? (
        <EntryTable locale={locale} lines={page.lines} seesPersons={seesPersons} year={now().getUTCFullYear()} />
      ) : (
        <Empty locale={locale} filters={filters} seesPersons={seesPersons} />
      )}
      <Pages locale={locale} filters={filters} page={page} />
    </Desk>
  )
}

function Empty({ locale, filters, seesPersons }: Readonly<{ locale: Locale; filters: EntryFilters; seesPersons: boolean }>) {
  const t = translator(locale, 'staff')
  const noMatch = seesPersons ? 'list.emptySearchWithMail' : 'list.emptySearch'
  return (
    <div className="empty">
      <h2>{t('list.emptyHeading')}</h2>
      <p>{t(filters.search ? noMatch : 'list.emptyText')}</p>
      <ButtonLink look="line" href="/staff/submissions?status=all">
        {t('list.seeAll')}
      </ButtonLink>
    </div>
  )
}

function Pages({ locale, filters, page }: Readonly<{ locale: Locale; filters: EntryFilters; page: EntryPage }>) {
  if (filters.search || !(page.newer || page.older)) return null
  const t = translator(locale, 'staff')
  return (
    <nav aria-label={t('list.pages')} className="btns">
      {page.newer && (
        <ButtonLink look="line" href={listAddress(filters, { newer: page.newer })}>
          {t('list.newer')}
        </ButtonLink>
      )}
      {page.older && (
        <ButtonLink look="line" href={listAddress(filters, { older: page.older })}>
          {t('list.older')}
        </ButtonLink>
      )}
    </nav>
  )
}
