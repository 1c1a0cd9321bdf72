import { requireStaff } from '#app/_auth/session.ts'
import { AwardTable } from '#components/awards/award-table.tsx'
import { PoolMeter } from '#components/awards/pool-meter.tsx'
import { ButtonLink } from '#components/ui/button.tsx'
import { marks } from '#components/ui/ltr.tsx'
import { awardsForStaff, poolForStaff } from '#lib/awards/queries.ts'
import { amount } from '#lib/i18n/format.ts'
import { translator } from '#lib/i18n/translator.ts'
import { may } from '#lib/staff/permissions.ts'
import { Desk } from '../desk.tsx'
import { staffLocale } from '../language.ts'
import { Missing } from '../missing.tsx'

/** The pool and every award, with who stands behind each. */
export default async function AwardsPage({ searchParams }: PageProps<'/staff/awards'>) {
  const actor = await requireStaff()
  const [locale, { done }] = await Promise.all([staffLocale(), searchParams])
  if (!may(actor, 'award.see')) return <Missing locale={locale} actor={actor} />
  const [pool, lines] = await Promise.all([poolForStaff(actor), awardsForStaff(actor)])
  const t = translator(locale, 'awards')
  const late = lines.filter(({ isOverdue }) => isOverdue).length
  return (
    <Desk locale={locale} actor={actor} current="awards">
      <title>{translator(locale, 'staff')('suffix', { page: t('heading') })}</title>
      <div className="staff-between">
        <h1>{t('heading')}</h1>
        {may(actor, 'award.propose') && <ButtonLink href="/staff/awards/propose">{t('propose')}</ButtonLink>}
      </div>
      {done === 'shared' && (
        <p className="note note--info" role="status">
          {t('done.shared')}
        </p>
      )}
      {late > 0 && <p className="note note--danger note--wide">{t('overdueNote', { count: late })}</p>}
      <PoolMeter locale={locale} pool={pool} />
      <p className="note note--warn note--wide">{t.rich('twoPeople', marks)}</p>
      {lines.length > 0 ? (
        <AwardTable locale={locale} lines={lines} poolUnits={pool.poolUnits} ownId={actor.id} />
      ) : (
        <div className="empty">
          <h2>{t('empty.heading')}</h2>
          <p>{t('empty.text', { pool: amount(locale, pool.poolUnits) })}</p>
        </div>
      )}
      <nav className="btns" aria-label={t('more')}>
        <ButtonLink look="line" href="/staff/awards/ledger">
          {t('toLedger')}
        </ButtonLink>
        {may(actor, 'payout.see') && (
          <ButtonLink look="line" href="/staff/awards/payments">
            {t('toPayments')}
          </ButtonLink>
        )}
      </nav>
    </Desk>
  )
}
