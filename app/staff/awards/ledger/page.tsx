import { requireStaff } from '#app/_auth/session.ts'
import { BalanceTable, LedgerTable } from '#components/awards/ledger-table.tsx'
import { ButtonLink } from '#components/ui/button.tsx'
import { differenceOf } from '#lib/awards/ledger.ts'
import { ledgerForStaff, poolForStaff } from '#lib/awards/queries.ts'
import { translator } from '#lib/i18n/translator.ts'
import { may } from '#lib/staff/permissions.ts'
import { Desk } from '../../desk.tsx'
import { staffLocale } from '../../language.ts'
import { Missing } from '../../missing.tsx'

/** Every movement of money, and the proof that the book is balanced. */
export default async function LedgerPage() {
  const [actor, locale] = await Promise.all([requireStaff(), staffLocale()])
  if (!may(actor, 'award.see')) return <Missing locale={locale} actor={actor} />
  const [{ balances }, entries] = await Promise.all([poolForStaff(actor), ledgerForStaff(actor)])
  const t = translator(locale, 'awards')
  const difference = differenceOf(balances)
  return (
    <Desk locale={locale} actor={actor} current="awards">
      <title>{translator(locale, 'staff')('suffix', { page: t('ledger.heading') })}</title>
      <div className="staff-between">
        <h1>{t('ledger.heading')}</h1>
        <ButtonLink look="line" href="/staff/awards">
          {t('back')}
        </ButtonLink>
      </div>
      <p>{t('ledger.lead')}</p>
      <p className={difference === 0n ? 'note note--ok note--wide' : 'note note--danger note--wide'}>
        <b>{t(difference === 0n ? 'ledger.balanced' : 'ledger.unbalanced')}</b>
      </p>
      <BalanceTable locale={locale} balances={balances} difference={difference} />
      {entries.length > 0 ? <LedgerTable locale={locale} entries={entries} withAward /> : <p>{t('ledger.empty')}</p>}
    </Desk>
  )
}
