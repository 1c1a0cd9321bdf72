import { Ltr } from '#components/ui/ltr.tsx'
import { SummaryList } from '#components/ui/summary-list.tsx'
import type { heldAward } from '#lib/awards/held.ts'
import type { Locale } from '#lib/i18n/locales.ts'
import { translator } from '#lib/i18n/translator.ts'

type Props = Readonly<{ locale: Locale; award: NonNullable<Awaited<ReturnType<typeof heldAward>>> }>

/** The award, and where it is paid. */
export function Awarded({ locale, award }: Props) {
  const t = translator(locale, 'entry')
  const { payout } = award
  return (
    <SummaryList
      rows={[
        { key: 'amount', term: t('held.awardAmount'), value: <Ltr>{`${award.amount} ${award.currency}`}</Ltr> },
        {
          key: 'destination',
          term: t('held.awardDestination'),
          value: payout ? <Ltr>{[payout.network, payout.destination].filter(Boolean).join(' ')}</Ltr> : t('held.awardNoDetails'),
        },
      ]}
    />
  )
}
