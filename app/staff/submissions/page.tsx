import { requireStaff } from '#app/_auth/session.ts'
import { EntryExports } from '#components/staff/entry-exports.tsx'
import { EntryFilterForm } from '#components/staff/entry-filters.tsx'
import { EntryKeys } from '#components/staff/entry-keys.tsx'
import { EntryReport } from '#components/staff/entry-report.tsx'
import { canTick, EntryTable } from '#components/staff/entry-table.tsx'
import { EntryWork } from '#components/staff/entry-work.tsx'
import { WaitingStats } from '#components/staff/waiting-stats.tsx'
import { ButtonLink } from '#components/ui/button.tsx'
import { currentCampaign } from '#lib/campaign/queries.ts'
import { now } from '#lib/foundation/clock.ts'
import { wholeNumber } from '#lib/i18n/format.ts'
import type { Locale } from '#lib/i18n/locales.ts'
import { translator } from '#lib/i18n/translator.ts'
import { may } from '#lib/staff/permissions.ts'
import { bulkReport } from '#lib/submissions/staff/bulk-report.ts'
import { type EntryFilters, listAddress, listQuery, readFilters, readPlace } from '#lib/submissions/staff/filters.ts'
import { entryPage } from '#lib/submissions/staff/list.ts'
import { savedViews } from '#lib/submissions/staff/saved-views.ts'
import { usualDeadline } from '#lib/submissions/staff/schema.ts'
import { type EntryPage, foundMost } from '#lib/submissions/staff/views.ts'
import { Desk, waitingFor } from '../desk.tsx'
import { staffLocale } from '../language.ts'
import { Missing } from '../missing.tsx'
import { forgetView, keepView, screenTicked, setKeys } from './actions.ts'
import { keysAreOn } from './keys.ts'

export default async function EntriesPage({ searchParams }: PageProps<'/staff/submissions'>) {
  const actor = await requireStaff()
  const [locale, query, areOn] = await Promise.all([staffLocale(), searchParams, keysAreOn()])
  if (!may(actor, 'submission.list')) return <Missing locale={locale} actor={actor} />
  const t = translator(locale, 'staff')
  const filters = readFilters(query)
  const place = readPlace(query)
  const [page, waiting, views, report, campaign] = await Promise.all([
    entryPage(actor, filters, place),
    waitingFor(actor),
    savedViews(actor),
    bulkReport(actor, [query.screened].flat()[0] ?? ''),
    currentCampaign(),
  ])
  const title = t('suffix', { page: t('list.heading') })
  const at = now()
  const seesPersons = may(actor, 'submission.see-person')
  const list = { lines: page.lines, seesPersons, year: at.getUTCFullYear() }
  const canScreen = may(actor, 'submission.screen') && page.lines.some(canTick)
  return (
    <Desk locale={locale} actor={actor} current="entries">
      <div className="staff-between">
        <h1>{t('list.heading')}</h1>
        <EntryKeys locale={locale} areOn={areOn} back={listQuery(filters, place)} action={setKeys} />
      </div>
      <EntryReport locale={locale} lines={report} />
      {waiting && <WaitingStats locale={locale} waiting={waiting} now={at} />}
      <EntryFilterForm locale={locale} filters={filters} actor={actor} />
      <EntryWork
        {...{ locale, title, save: keepView, screen: screenTicked, deadlineOn: usualDeadline(at), shown: shownOf(locale, page, filters) }}
        views={{ views, query: listQuery(filters), drop: forgetView }}
        bulk={canScreen ? { ...list, hashtag: campaign.hashtag, back: listQuery(filters, place) } : null}
      >
        {page.lines.length > 0 ? <EntryTable {...{ locale, ...list, chosen: null }} /> : <Empty {...{ locale, filters, seesPersons }} />}
      </EntryWork>
      <Pages locale={locale} filters={filters} page={page} />
      <EntryExports locale={locale} actor={actor} />
      <script type="module" src="/modules/queue-select.js" />
      <script type="module" src="/modules/queue-keys.js" />
    </Desk>
  )
}

/** "128 entries, newest first" as far as they were counted; for a search and on later pages, what stands on this page. */
function shownOf(locale: Locale, { lines, total }: EntryPage, { search }: EntryFilters): string {
  const t = translator(locale, 'staff')
  if (total === null) return t(search ? 'list.found' : 'list.shown', { count: lines.length })
  const here = wholeNumber(locale, lines.length)
  if (total > foundMost) return t('queue.moreThan', { number: wholeNumber(locale, foundMost), here })
  return t('queue.total', { count: total, here })
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
  if (!(page.newer || page.older)) return null
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
