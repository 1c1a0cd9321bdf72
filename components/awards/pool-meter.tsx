import { Figure } from '#components/staff/waiting-stats.tsx'
import type { PoolView } from '#lib/awards/views.ts'
import { amount } from '#lib/i18n/format.ts'
import type { Locale } from '#lib/i18n/locales.ts'
import { translator } from '#lib/i18n/translator.ts'
import { usdc } from './words.ts'

type Props = Readonly<{ locale: Locale; pool: PoolView }>
type Part = 'paid' | 'approved' | 'waiting' | 'left'

const [long, high] = [1000, 20]

/** The pool in four figures and a bar. What the bar shows stands in words beside it. */
export function PoolMeter({ locale, pool }: Props) {
  const t = translator(locale, 'awards')
  const { poolUnits, left, balances } = pool
  const parts: Readonly<Record<Part, bigint>> = { paid: balances.paid, approved: balances.committed, waiting: balances.proposed, left }
  const said = Object.fromEntries(Object.entries(parts).map(([part, units]) => [part, amount(locale, units)])) as Record<Part, string>
  return (
    <>
      <dl className="stat">
        <Figure term={t('pool')} value={usdc(locale, poolUnits)} />
        <Figure term={t('approved')} value={amount(locale, balances.committed + balances.paid)} />
        <Figure term={t('waiting')} value={said.waiting} />
        <Figure term={t('left')} value={said.left} />
      </dl>
      <figure className="pool">
        <Bar parts={parts} poolUnits={poolUnits} label={t('meter', { pool: amount(locale, poolUnits), ...said })} />
        <figcaption className="pool__legend small">
          {(Object.keys(parts) as Part[]).map((part) => (
            <span key={part}>
              <i className={`pool__key pool__key--${part}`} aria-hidden="true" />
              {t(`legend.${part}`, { amount: said[part] })}
            </span>
          ))}
        </figcaption>
      </figure>
    </>
  )
}

function Bar({ parts, poolUnits, label }: Readonly<{ parts: Readonly<Record<Part, bigint>>; poolUnits: bigint; label: string }>) {
  const widthOf = (units: bigint) => (poolUnits > 0n ? Number((units * BigInt(long)) / poolUnits) : 0)
  const [paid, approved, waiting] = [widthOf(parts.paid), widthOf(parts.approved), widthOf(parts.waiting)]
  return (
    <svg className="pool__bar" viewBox={`0 0 ${long} ${high}`} preserveAspectRatio="none" role="img" aria-label={label}>
      <defs>
        <pattern id="pool-waiting" width="10" height="10" patternUnits="userSpaceOnUse">
          <path className="pool__left" d="M0 0h10v10H0z" />
          <path className="pool__stripe" d="M-2 12 12-2M-2 2l4-4M8 12l4-4" />
        </pattern>
      </defs>
      <rect className="pool__left" width={long} height={high} />
      <rect className="pool__paid" width={paid} height={high} />
      <rect className="pool__approved" x={paid} width={approved} height={high} />
      <rect fill="url(#pool-waiting)" x={paid + approved} width={waiting} height={high} />
    </svg>
  )
}
