import type { PublicPool } from '#lib/awards/views.ts'
import { amount } from '#lib/i18n/format.ts'
import type { Locale } from '#lib/i18n/locales.ts'
import { translator } from '#lib/i18n/translator.ts'

/** What became of the prize pool so far, for everybody: sums and counts, no person. */
export function PoolLine({ locale, pool }: Readonly<{ locale: Locale; pool: PublicPool }>) {
  const t = translator(locale, 'awards')
  const { awardedCount, paidCount } = pool
  const [whole, awarded] = [amount(locale, pool.poolUnits), amount(locale, pool.awardedUnits)]
  return (
    <section className="flow" id="pool" aria-labelledby="pool-title">
      <h2 id="pool-title">{t('line.heading')}</h2>
      <p>{awardedCount === 0 ? t('line.nothing', { pool: whole }) : t('line.text', { pool: whole, awarded, awardedCount, paidCount })}</p>
    </section>
  )
}
