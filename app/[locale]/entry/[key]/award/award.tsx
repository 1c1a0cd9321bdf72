import { marks } from '#components/ui/ltr.tsx'
import { networkName } from '#lib/awards/networks.ts'
import type { OwnAward } from '#lib/awards/views.ts'
import { amount, dateTime } from '#lib/i18n/format.ts'
import type { Locale } from '#lib/i18n/locales.ts'
import { translator } from '#lib/i18n/translator.ts'

type Props = { readonly locale: Locale; readonly award: OwnAward }

const dones = ['claimed', 'changed', 'declined'] as const

/** How the award stands, as its storyteller may know it, and what was just done. */
export function AwardHead({ locale, award, done }: Props & { readonly done: string | undefined }) {
  const t = translator(locale, 'awards')
  const did = dones.find((known) => known === done)
  return (
    <div className="flow flow--4">
      {did && (
        <p className="note note--info" role="status">
          {t(`own.done.${did}`)}
        </p>
      )}
      <p className="over">{translator(locale, 'entry').rich('entry', { ...marks, reference: award.reference })}</p>
      <h1>{t('own.amount', { amount: amount(locale, award.units) })}</h1>
      <p className="lead">{leadOf(locale, award)}</p>
      <Promised locale={locale} award={award} />
      <Destination locale={locale} award={award} />
    </div>
  )
}

function leadOf(locale: Locale, { state, claimUntil, paid, forfeitedWhy, canClaim, takesPart }: OwnAward): string {
  const t = translator(locale, 'awards')
  if (state === 'forfeited') return t(`own.ended.${forfeitedWhy ?? 'left'}`)
  if (!takesPart && state !== 'paid') return t('own.state.away')
  if (state === 'open') return t(canClaim ? 'own.state.open' : 'own.state.closed', { date: dateTime(locale, claimUntil) })
  if (state === 'paid') return t('own.state.paid', { date: paid ? dateTime(locale, paid.at) : '' })
  return t(`own.state.${state}`)
}

/** What was promised about the payment; when the promise is broken, that. */
function Promised({ locale, award }: Props) {
  const t = translator(locale, 'awards')
  const { state, payBy, isOverdue, paid, takesPart } = award
  if (state === 'paid' && paid)
    return (
      <p className="award__reference">
        {t('own.reference')}: <bdi dir="ltr">{paid.reference}</bdi>
      </p>
    )
  if (state === 'forfeited' || state === 'open' || !takesPart) return null
  if (!payBy) return <p>{t('own.noPayBy')}</p>
  const date = dateTime(locale, payBy)
  if (isOverdue) return <p className="note note--warn">{t('own.late', { date })}</p>
  return <p>{t('own.payBy', { date })}</p>
}

function Destination({ locale, award }: Props) {
  const t = translator(locale, 'awards')
  const { payout } = award
  if (!payout || award.state === 'paid') return null
  const isHeld = payout.heldUntil && award.state === 'claimed'
  return (
    <section className="card flow flow--2" aria-labelledby="goes">
      <h2 className="heading-400" id="goes">
        {t('own.details')}
      </h2>
      <p>{payout.network ? t('own.detailsAddress', { network: networkName(payout.network) }) : t('own.detailsUid')}</p>
      {isHeld && payout.heldUntil && <p>{t('own.held', { date: dateTime(locale, payout.heldUntil) })}</p>}
    </section>
  )
}

/** How claiming goes, before it is begun. */
export function HowToClaim({ locale }: { readonly locale: Locale }) {
  const t = translator(locale, 'awards')
  return (
    <section className="flow flow--2" aria-labelledby="how">
      <h2 className="heading-500" id="how">
        {t('own.how')}
      </h2>
      <ol className="award__steps">
        <li>{t('own.steps.code')}</li>
        <li>{t('own.steps.where')}</li>
        <li>{t('own.steps.wait')}</li>
      </ol>
      <p className="note note--warn">{t.rich('own.never', marks)}</p>
      <p className="small muted">{t('own.approximate')}</p>
    </section>
  )
}
