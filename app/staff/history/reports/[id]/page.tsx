import { requireStaff } from '#app/_auth/session.ts'
import { type HistoryField, HistoryForm } from '#components/history-desk/form.tsx'
import { Time } from '#components/staff/time.tsx'
import { Said } from '#components/submissions/said.tsx'
import { reportOnDesk } from '#lib/history/editing/report-queries.ts'
import type { ReportView } from '#lib/history/editing/views.ts'
import { reportStates } from '#lib/history/report.ts'
import { languageName } from '#lib/i18n/format.ts'
import type { Locale } from '#lib/i18n/locales.ts'
import { translator } from '#lib/i18n/translator.ts'
import { may } from '#lib/staff/permissions.ts'
import { staffLocale } from '../../../language.ts'
import { Missing } from '../../../missing.tsx'
import { HistoryDesk } from '../../desk.tsx'
import { dealWithReport } from './actions.ts'

/** One report of an error, and what to do with it. */
export default async function ReportPage({ params, searchParams }: PageProps<'/staff/history/reports/[id]'>) {
  const actor = await requireStaff()
  const [locale, { id }, query] = await Promise.all([staffLocale(), params, searchParams])
  const report = may(actor, 'history.edit') ? await reportOnDesk(actor, id) : null
  if (!report) return <Missing locale={locale} actor={actor} />
  const t = translator(locale, 'historyDesk')
  const isOpen = report.state === 'open'
  return (
    <HistoryDesk
      locale={locale}
      actor={actor}
      back={{ href: '/staff/history/reports', words: t('reports.backReports') }}
      heading={t('reports.one')}
      query={query}
    >
      {!isOpen && <title>{t('pageTitle', { page: t('reports.one') })}</title>}
      <div className="review story-desk">
        <Report locale={locale} report={report} />
        {isOpen ? (
          <HistoryForm
            locale={locale}
            page={t('reports.one')}
            heading={t('reports.decide')}
            fields={fields(locale, report)}
            values={{ outcome: 'open', note: report.note ?? '' }}
            hidden={{ report: id, version: String(report.version) }}
            button={t('reports.save')}
            action={dealWithReport}
          />
        ) : (
          <Ended locale={locale} report={report} />
        )}
      </div>
    </HistoryDesk>
  )
}

type Props = Readonly<{ locale: Locale; report: ReportView }>

function fields(locale: Locale, { canBeAnswered }: ReportView): HistoryField[] {
  const t = translator(locale, 'historyDesk')
  const outcomes = reportStates.filter((one) => canBeAnswered || one !== 'answered')
  const options = outcomes.map((value) => ({ value, label: t(`reports.outcomes.${value}`) }))
  return [
    { kind: 'area', name: 'note', label: t('reports.note'), hint: t('reports.noteHint') },
    { kind: 'one', name: 'outcome', label: t('reports.outcome'), options },
    ...(canBeAnswered ? [{ kind: 'area', name: 'answer', label: t('reports.answer'), hint: t('reports.answerHint') } as const] : []),
  ]
}

function Report({ locale, report }: Props) {
  const t = translator(locale, 'historyDesk')
  const rows = [
    { term: t('reports.when'), value: <Time locale={locale} at={report.at} withYear /> },
    { term: t('reports.language'), value: languageName(locale, report.locale) },
    { term: t('reports.source'), value: report.sourceUrl ? <Source url={report.sourceUrl} /> : t('reports.noSource') },
    { term: t('reports.address'), value: t(report.canBeAnswered ? 'reports.yes' : 'reports.no') },
  ]
  return (
    <section className="card flow" aria-labelledby="said">
      <h2 id="said">{report.title ? <bdi lang="en">{report.title}</bdi> : t('reports.whole')}</h2>
      <Said>{report.what}</Said>
      <dl className="sum">
        {rows.map(({ term, value }) => (
          <div key={term}>
            <dt>{term}</dt>
            <dd>{value}</dd>
          </div>
        ))}
      </dl>
      {report.claimId && (
        <p>
          <a href={`/staff/history/${report.claimId}`}>{t('reports.edit')}</a>
        </p>
      )}
    </section>
  )
}

function Source({ url }: Readonly<{ url: string }>) {
  return (
    <a href={url} rel="noopener noreferrer nofollow">
      <bdi dir="ltr">{url}</bdi>
    </a>
  )
}

function Ended({ locale, report }: Props) {
  const t = translator(locale, 'historyDesk')
  return (
    <section className="card flow" aria-labelledby="ended">
      <h2 id="ended">{t(`reports.state.${report.state}`)}</h2>
      {report.endedAt && (
        <p>
          {t('reports.ended', { who: `\u2068${report.endedBy ?? ''}\u2069` })}, <Time locale={locale} at={report.endedAt} withYear /> UTC
        </p>
      )}
      {report.answer && (
        <>
          <h3>{t('reports.theirAnswer')}</h3>
          <Said>{report.answer}</Said>
        </>
      )}
      {report.note && (
        <>
          <h3>{t('reports.note')}</h3>
          <Said>{report.note}</Said>
        </>
      )}
    </section>
  )
}
