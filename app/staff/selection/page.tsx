import { requireStaff } from '#app/_auth/session.ts'
import { CandidateTable } from '#components/selection/candidate-table.tsx'
import { Cut } from '#components/selection/cut.tsx'
import { LabFilterForm } from '#components/selection/lab-filters.tsx'
import { Orders } from '#components/selection/orders.tsx'
import { Readers } from '#components/selection/readers.tsx'
import { RestForm } from '#components/selection/rest-form.tsx'
import { Totals } from '#components/selection/totals.tsx'
import { Figure } from '#components/staff/waiting-stats.tsx'
import { ButtonLink } from '#components/ui/button.tsx'
import { dateTime, wholeNumber } from '#lib/i18n/format.ts'
import type { Locale } from '#lib/i18n/locales.ts'
import { translator } from '#lib/i18n/translator.ts'
import { candidatesOnPage, decidedCounts, filtered, type LabFilters, labAddress, readLabFilters } from '#lib/review/selection/filters.ts'
import { selectionLab } from '#lib/review/selection/lab.ts'
import { allReleases } from '#lib/review/selection/release.ts'
import type { Candidate, Lab } from '#lib/review/selection/views.ts'
import { may } from '#lib/staff/permissions.ts'
import { Desk } from '../desk.tsx'
import { staffLocale } from '../language.ts'
import { Missing } from '../missing.tsx'
import { decideAllLeft } from './actions.ts'

export default async function SelectionPage({ searchParams }: PageProps<'/staff/selection'>) {
  const actor = await requireStaff()
  const [locale, query] = await Promise.all([staffLocale(), searchParams])
  if (!may(actor, 'selection.see')) return <Missing locale={locale} actor={actor} />
  const t = translator(locale, 'selection')
  const filters = readLabFilters(query)
  const [lab, { released }] = await Promise.all([selectionLab(actor, filters.places), allReleases(actor)])
  const title = translator(locale, 'staff')('suffix', { page: t('heading') })
  const counts = decidedCounts(lab.candidates)
  const releasedAt = released[0]?.releasedAt ?? null
  return (
    <Desk locale={locale} actor={actor} current="selection">
      <title>{title}</title>
      <div className="staff-between">
        <h1>{t('heading')}</h1>
        <p className="btns">
          <ButtonLink look="line" href="/staff/selection/release">
            {t(releasedAt ? 'seeRelease' : 'toRelease')}
          </ButtonLink>
        </p>
      </div>
      <Done locale={locale} decided={[query.decided].flat()[0]} left={[query.left].flat()[0]} />
      <p>{releasedAt ? t('released', { date: dateTime(locale, releasedAt) }) : t('intro')}</p>
      {lab.candidates.length === 0 ? (
        <div className="empty">
          <h2>{t('empty')}</h2>
          <p>{t('emptyText')}</p>
        </div>
      ) : (
        <>
          <Counts locale={locale} candidates={lab.candidates} />
          <Cut locale={locale} lab={lab} />
          <Orders locale={locale} lab={lab} />
          <All locale={locale} lab={lab} filters={filters} />
          {counts.undecided > 0 && <RestForm locale={locale} undecided={counts.undecided} title={title} action={decideAllLeft} />}
          <Totals locale={locale} candidates={lab.candidates} />
          <Readers locale={locale} readers={lab.readers} />
        </>
      )}
    </Desk>
  )
}

function Done({ locale, decided, left }: Readonly<{ locale: Locale; decided: string | undefined; left: string | undefined }>) {
  if (!decided || !/^\d{1,7}$/.test(decided)) return null
  const t = translator(locale, 'selection')
  const stays = /^\d{1,7}$/.test(left ?? '') ? Number(left) : 0
  return (
    <p className="note note--info" role="status">
      {t('rest.done', { count: Number(decided) })} {stays > 0 && t('rest.left', { count: stays })}
    </p>
  )
}

function Counts({ locale, candidates }: Readonly<{ locale: Locale; candidates: readonly Candidate[] }>) {
  const t = translator(locale, 'selection')
  const counts = decidedCounts(candidates)
  return (
    <dl className="stat selection-stat">
      <Figure term={t('stat.all')} value={wholeNumber(locale, candidates.length)} />
      {(['selected', 'reserve', 'not_selected', 'undecided'] as const).map((key) => (
        <Figure key={key} term={t(`stat.${key}`)} value={wholeNumber(locale, counts[key])} />
      ))}
    </dl>
  )
}

function All({ locale, lab, filters }: Readonly<{ locale: Locale; lab: Lab; filters: LabFilters }>) {
  const t = translator(locale, 'selection')
  const found = filtered(lab.candidates, filters)
  const pages = Math.max(1, Math.ceil(found.length / candidatesOnPage))
  const page = Math.min(filters.page, pages)
  const languages = [...new Set(lab.candidates.map(({ language }) => language))].sort()
  return (
    <section className="flow" aria-labelledby="all">
      <h2 id="all">{t('list')}</h2>
      <LabFilterForm locale={locale} filters={filters} languages={languages} />
      <p role="status" className="small">
        {t('shown', { count: found.length })}
      </p>
      {found.length > 0 && (
        <CandidateTable locale={locale} lines={found.slice((page - 1) * candidatesOnPage, page * candidatesOnPage)} by={filters.by} />
      )}
      {pages > 1 && (
        <nav aria-label={t('pages')} className="btns">
          {page > 1 && (
            <ButtonLink look="line" href={labAddress(filters, page - 1)}>
              {t('before')}
            </ButtonLink>
          )}
          {page < pages && (
            <ButtonLink look="line" href={labAddress(filters, page + 1)}>
              {t('after')}
            </ButtonLink>
          )}
        </nav>
      )}
    </section>
  )
}
