import { requireStaff } from '#app/_auth/session.ts'
import { Badge } from '#components/history/badge.tsx'
import { Changes, EntryFacts, EntrySources, Lacking, Languages } from '#components/history-desk/entry.tsx'
import { ReportTable } from '#components/history-desk/reports.tsx'
import { ButtonLink } from '#components/ui/button.tsx'
import { Icon } from '#components/ui/icon.tsx'
import { claimOnDesk } from '#lib/history/editing/queries.ts'
import type { DeskClaim } from '#lib/history/editing/views.ts'
import type { Locale } from '#lib/i18n/locales.ts'
import { translator } from '#lib/i18n/translator.ts'
import { may } from '#lib/staff/permissions.ts'
import { staffLocale } from '../../language.ts'
import { Missing } from '../../missing.tsx'
import { HistoryDesk } from '../desk.tsx'

/** One entry: how it stands, its words, facts and sources, what was changed and what was reported. */
export default async function EntryPage({ params, searchParams }: PageProps<'/staff/history/[id]'>) {
  const actor = await requireStaff()
  const [locale, { id }, query] = await Promise.all([staffLocale(), params, searchParams])
  const claim = may(actor, 'history.edit') ? await claimOnDesk(actor, id) : null
  if (!claim) return <Missing locale={locale} actor={actor} />
  const t = translator(locale, 'historyDesk')
  const isDown = claim.standing === 'taken-down'
  const beside = (
    <ButtonLink look="line" href={`/staff/history/${id}/standing`}>
      {t(isDown ? 'standingForm.bringBack' : 'standingForm.takeDown')}
    </ButtonLink>
  )
  return (
    <HistoryDesk
      locale={locale}
      actor={actor}
      back={{ href: '/staff/history', words: t('back') }}
      heading={<bdi lang="en">{claim.title}</bdi>}
      beside={beside}
      query={query}
    >
      <title>{t('pageTitle', { page: claim.title })}</title>
      <Standing locale={locale} claim={claim} />
      <div className="review story-desk">
        <div className="flow">
          <Languages locale={locale} claim={claim} />
          <EntryFacts locale={locale} claim={claim} />
          <Changes locale={locale} claim={claim} />
        </div>
        <div className="flow">
          <Lacking locale={locale} claim={claim} />
          <EntrySources locale={locale} claim={claim} />
          {claim.reports.length > 0 && (
            <section className="card flow" aria-labelledby="reports-heading">
              <h2 id="reports-heading">{t('reports.heading')}</h2>
              <ReportTable locale={locale} reports={claim.reports} withEntry={false} />
            </section>
          )}
        </div>
      </div>
    </HistoryDesk>
  )
}

const pages: Readonly<Record<string, string>> = { timeline: '/history', fact_table: '/history/facts' }

function Standing({ locale, claim }: Readonly<{ locale: Locale; claim: DeskClaim }>) {
  const t = translator(locale, 'historyDesk')
  const { id, badge, publish, placement, publishReason, sameAsId, content, version } = claim
  return (
    <>
      <p className="staff-head">
        <Badge badge={badge} t={translator(locale, 'history')} />
        <b>{t(`publish.${publish}`)}</b>
        <span>{t(`placement.${placement}`)}</span>
        <span className="muted">{t('entry.version', { number: String(version) })}</span>
        {claim.standing === 'shown' ? (
          <a href={`${pages[placement] ?? '/history'}#${id}`}>
            <Icon name="eye" /> {t('entry.seeIt')}
          </a>
        ) : (
          <b>{t(`standing.${claim.standing}`)}</b>
        )}
      </p>
      {content.standing.takenDownWhy !== null && (
        <p className="note note--warn">{t('entry.takenDownWhy', { reason: `\u2068${content.standing.takenDownWhy}\u2069` })}</p>
      )}
      {publishReason && <p className="small muted">{t('entry.why', { reason: `\u2068${publishReason}\u2069` })}</p>}
      {sameAsId && (
        <p className="small">
          <a href={`/staff/history/${sameAsId}`}>{t('entry.sameAs', { entry: `\u2068${sameAsId}\u2069` })}</a>
        </p>
      )}
    </>
  )
}
