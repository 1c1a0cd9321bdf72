import { Ltr } from '#components/ui/ltr.tsx'
import { SummaryList, type SummaryRow } from '#components/ui/summary-list.tsx'
import { networkName } from '#lib/awards/networks.ts'
import { isLive } from '#lib/awards/states.ts'
import type { AwardView } from '#lib/awards/views.ts'
import { dateTime } from '#lib/i18n/format.ts'
import type { Locale } from '#lib/i18n/locales.ts'
import { translator } from '#lib/i18n/translator.ts'
import { byWhom } from './award-table.tsx'
import { usdc } from './words.ts'

type Props = Readonly<{ locale: Locale; award: AwardView; ownId: string; seesPayouts: boolean }>

/** All that staff may know of one award, but where it goes. */
export function AwardFacts({ locale, award, ownId, seesPayouts }: Props) {
  const t = translator(locale, 'awards')
  const { proposed, confirmed } = award
  const needs = award.state === 'proposed' ? t(proposed.by ? 'needsOne' : 'needsTwo') : t('none')
  const rows: SummaryRow[] = [
    { key: 'amount', term: t('amount'), value: <b>{usdc(locale, award.units)}</b> },
    { key: 'proposed', term: t('proposed'), value: proposed.by ? byWhom(locale, proposed.by, { at: proposed.at, ownId }) : t('clock') },
    { key: 'confirmed', term: t('approvedBy'), value: confirmed ? byWhom(locale, confirmed.by, { at: confirmed.at, ownId }) : needs },
    ...(award.claimUntil ? [{ key: 'until', term: t('one.claimUntil'), value: dateTime(locale, award.claimUntil) }] : []),
    ...(award.claimedAt ? [{ key: 'claimed', term: t('one.claimed'), value: dateTime(locale, award.claimedAt) }] : []),
    ...(award.claimedAt && isLive(award.state)
      ? [{ key: 'payBy', term: t('one.payUntil'), value: <Promised locale={locale} award={award} /> }]
      : []),
    ...(isLive(award.state) ? [{ key: 'payout', term: t('one.payout'), value: <PayoutKind {...{ locale, award, seesPayouts }} /> }] : []),
    ...(award.exportedAt.length > 0 ? [{ key: 'files', term: t('one.inFile'), value: <InFiles {...{ locale, award }} /> }] : []),
    ...(award.paid
      ? [
          { key: 'paid', term: t('state.paid'), value: dateTime(locale, award.paid.at) },
          {
            key: 'reference',
            term: t('one.paidAs'),
            value: (
              <span className="award__reference">
                <Ltr>{award.paid.reference}</Ltr>
              </span>
            ),
          },
        ]
      : []),
    ...(award.forfeitedWhy ? [{ key: 'why', term: t('one.ended'), value: t(`why.${award.forfeitedWhy}`) }] : []),
  ]
  return (
    <div className="sum--tight">
      <SummaryList rows={rows} />
    </div>
  )
}

function Promised({ locale, award }: Readonly<{ locale: Locale; award: AwardView }>) {
  const t = translator(locale, 'awards')
  if (!award.payBy) return t('one.noPromise')
  const date = dateTime(locale, award.payBy)
  return award.isOverdue ? <b className="award__late">{t('overdue', { date })}</b> : date
}

/** Whoever pays may have done so already, whatever the state says: details that were changed since start the checks anew. */
function InFiles({ locale, award }: Readonly<{ locale: Locale; award: AwardView }>) {
  return (
    <div className="award__line">
      <p>{award.exportedAt.map((at) => dateTime(locale, at)).join(' · ')}</p>
      {award.state !== 'paid' && <p className="small">{translator(locale, 'awards')('one.inFileHint')}</p>}
    </div>
  )
}

function PayoutKind({ locale, award, seesPayouts }: Readonly<{ locale: Locale; award: AwardView; seesPayouts: boolean }>) {
  const t = translator(locale, 'awards')
  const { payout } = award
  if (!payout) return <span className="muted">{t('one.noPayout')}</span>
  return (
    <div className="award__line">
      <p>
        {t(`details.${payout.kind}`)}
        {payout.network && (
          <>
            {' '}
            (<Ltr>{networkName(payout.network)}</Ltr>)
          </>
        )}
      </p>
      {payout.heldUntil && <p className="small">{t('one.held', { date: dateTime(locale, payout.heldUntil) })}</p>}
      {seesPayouts && (
        <p>
          <a href={`/staff/awards/${award.id}/payout`}>{t('one.seePayout')}</a>{' '}
          <span className="small muted">{t('one.seePayoutHint')}</span>
        </p>
      )}
    </div>
  )
}
