import { requireStaff } from '#app/_auth/session.ts'
import { usdc } from '#components/awards/words.ts'
import { ButtonLink } from '#components/ui/button.tsx'
import { Ltr } from '#components/ui/ltr.tsx'
import { SummaryList } from '#components/ui/summary-list.tsx'
import { seePayout } from '#lib/awards/commands/payouts.ts'
import { networkName } from '#lib/awards/networks.ts'
import { dateTime } from '#lib/i18n/format.ts'
import { translator } from '#lib/i18n/translator.ts'
import { may } from '#lib/staff/permissions.ts'
import { Desk } from '../../../desk.tsx'
import { staffLocale } from '../../../language.ts'
import { Missing } from '../../../missing.tsx'

/** Where one award goes. Every time this page is made, the record says who looked. */
export default async function PayoutPage({ params }: PageProps<'/staff/awards/[id]/payout'>) {
  const actor = await requireStaff()
  const [locale, { id }] = await Promise.all([staffLocale(), params])
  const payout = may(actor, 'payout.see') ? await seePayout(actor, id) : null
  if (!payout) return <Missing locale={locale} actor={actor} />
  const t = translator(locale, 'awards')
  const heading = t('details.heading', { reference: payout.reference })
  const destination = (
    <b className="award__reference">
      <Ltr>{payout.destination}</Ltr>
    </b>
  )
  const rows = [
    { key: 'kind', term: t('details.kind'), value: t(`details.${payout.kind}`) },
    ...(payout.network ? [{ key: 'network', term: t('details.network'), value: <Ltr>{networkName(payout.network)}</Ltr> }] : []),
    { key: 'destination', term: t('details.destination'), value: destination },
    { key: 'amount', term: t('details.amount'), value: usdc(locale, payout.units) },
  ]
  return (
    <Desk locale={locale} actor={actor} current="awards">
      <title>{translator(locale, 'staff')('suffix', { page: heading })}</title>
      <div className="staff-between">
        <h1>{heading}</h1>
        <ButtonLink look="line" href={`/staff/awards/${id}`}>
          {t('one.title', { reference: payout.reference })}
        </ButtonLink>
      </div>
      <p className="note note--warn note--wide">{t('details.recorded')}</p>
      {payout.heldUntil && <p>{t('one.held', { date: dateTime(locale, payout.heldUntil) })}</p>}
      <div className="card">
        <SummaryList rows={rows} />
      </div>
    </Desk>
  )
}
