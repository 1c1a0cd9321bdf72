import { requireStaff } from '#app/_auth/session.ts'
import { Time } from '#components/staff/time.tsx'
import { Stretches } from '#components/stories-desk/stretches.tsx'
import { claimOnDesk, claimRevision } from '#lib/history/editing/queries.ts'
import { languageName } from '#lib/i18n/format.ts'
import { direction } from '#lib/i18n/locales.ts'
import { translator } from '#lib/i18n/translator.ts'
import { may } from '#lib/staff/permissions.ts'
import { differences } from '#lib/stories/editing/differences.ts'
import { staffLocale } from '../../../../language.ts'
import { Missing } from '../../../../missing.tsx'
import { HistoryDesk } from '../../../desk.tsx'

/** One change of an entry: who, why, what readers were told, and what differs. */
export default async function RevisionPage({ params }: PageProps<'/staff/history/[id]/revisions/[number]'>) {
  const actor = await requireStaff()
  const [locale, { id, number: typed }] = await Promise.all([staffLocale(), params])
  const number = /^\d{1,9}$/.test(typed) ? Number(typed) : 0
  const allowed = may(actor, 'history.edit')
  const [claim, change] = allowed ? await Promise.all([claimOnDesk(actor, id), claimRevision(actor, id, number)]) : [null, null]
  if (!claim || !change) return <Missing locale={locale} actor={actor} />
  const t = translator(locale, 'historyDesk')
  const page = t('revisions.view', { number: String(number) })
  return (
    <HistoryDesk locale={locale} actor={actor} back={{ href: `/staff/history/${id}`, words: t('backEntry') }} heading={page} query={{}}>
      <title>{t('pageTitle', { page })}</title>
      <p>
        <b>{t(`revisions.part.${change.part}`)}</b>, <bdi>{change.who}</bdi>, <Time locale={locale} at={change.at} withYear /> UTC
      </p>
      <p dir="auto">{change.reason}</p>
      {change.toldReaders.length > 0 && (
        <section className="card flow" aria-labelledby="told">
          <h2 id="told">{t('revisions.toldReaders')}</h2>
          <dl className="sum">
            {change.toldReaders.map(({ locale: language, why }) => (
              <div key={language}>
                <dt>{languageName(locale, language)}</dt>
                <dd lang={language} dir={direction(language)}>
                  {why}
                </dd>
              </div>
            ))}
          </dl>
        </section>
      )}
      <section className="card flow" aria-labelledby="differs">
        <h2 id="differs">{t('revisions.differs')}</h2>
        <Stretches stretches={differences(change.before, change.after)} first={t('revisions.before')} second={t('revisions.after')} />
      </section>
    </HistoryDesk>
  )
}
