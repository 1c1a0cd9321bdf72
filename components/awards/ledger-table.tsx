import { Time } from '#components/staff/time.tsx'
import { Ltr } from '#components/ui/ltr.tsx'
import { TableRegion } from '#components/ui/table-region.tsx'
import { accounts, type Balances, movements } from '#lib/awards/ledger.ts'
import type { EntryView } from '#lib/awards/views.ts'
import type { Locale } from '#lib/i18n/locales.ts'
import { translator } from '#lib/i18n/translator.ts'
import { cents } from './words.ts'

/** Movements of money, each with where it went from and to. */
export function LedgerTable({
  locale,
  entries,
  withAward = false,
}: Readonly<{ locale: Locale; entries: readonly EntryView[]; withAward?: boolean }>) {
  const t = translator(locale, 'awards')
  const accountOf = (stored: string | undefined) => {
    const account = accounts.find((known) => known === stored)
    return account ? t(`ledger.accounts.${account}`) : ''
  }
  const kindOf = (stored: string) => {
    const kind = movements.find((known) => known === stored)
    return kind ? t(`ledger.kinds.${kind}`) : stored
  }
  return (
    <TableRegion labelledBy="movements">
      <table>
        <caption id="movements" className={withAward ? undefined : 'vh'}>
          {t(withAward ? 'ledger.caption' : 'one.movements')}
        </caption>
        <thead>
          <tr>
            <th scope="col">{t('ledger.when')}</th>
            {withAward && <th scope="col">{t('entry')}</th>}
            <th scope="col">{t('ledger.what')}</th>
            <th scope="col">{t('ledger.from')}</th>
            <th scope="col">{t('ledger.to')}</th>
            <th scope="col" className="num">
              {t('amount')}
            </th>
          </tr>
        </thead>
        <tbody>
          {entries.map(({ id, awardId, reference, kind, at, lines }) => (
            <tr key={String(id)}>
              <td className="staff-when">
                <Time locale={locale} at={at} withYear />
              </td>
              {withAward && (
                <th scope="row">
                  <a href={`/staff/awards/${awardId}`}>
                    <Ltr>{reference}</Ltr>
                  </a>
                </th>
              )}
              <td>{kindOf(kind)}</td>
              <td>{accountOf(lines.find(({ units }) => units < 0n)?.account)}</td>
              <td>{accountOf(lines.find(({ units }) => units > 0n)?.account)}</td>
              <td className="num">{cents(locale, lines.find(({ units }) => units > 0n)?.units ?? 0n)}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </TableRegion>
  )
}

/** What stands on each account, and that it all sums to zero. */
export function BalanceTable({ locale, balances, difference }: Readonly<{ locale: Locale; balances: Balances; difference: bigint }>) {
  const t = translator(locale, 'awards')
  return (
    <TableRegion labelledBy="balances">
      <table>
        <caption id="balances">{t('ledger.balances')}</caption>
        <thead>
          <tr>
            <th scope="col">{t('ledger.account')}</th>
            <th scope="col" className="num">
              {t('ledger.balance')}
            </th>
          </tr>
        </thead>
        <tbody>
          {accounts.map((account) => (
            <tr key={account}>
              <th scope="row">{t(`ledger.accounts.${account}`)}</th>
              <td className="num">
                <bdi dir="ltr">{cents(locale, balances[account])}</bdi>
              </td>
            </tr>
          ))}
        </tbody>
        <tfoot>
          <tr>
            <th scope="row">{t('ledger.difference')}</th>
            <td className="num">
              <b>
                <bdi dir="ltr">{cents(locale, difference)}</bdi>
              </b>
            </td>
          </tr>
        </tfoot>
      </table>
    </TableRegion>
  )
}
