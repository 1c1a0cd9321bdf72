'use client'

import { useActionState } from 'react'
import { Button } from '#components/ui/button.tsx'
import { ErrorSummary } from '#components/ui/error-summary.tsx'
import { Ltr } from '#components/ui/ltr.tsx'
import { TableRegion } from '#components/ui/table-region.tsx'
import type { Locale } from '#lib/i18n/locales.ts'
import { translator } from '#lib/i18n/translator.ts'
import { type Refused, refusedWords } from './words.ts'

export type ShareState = Readonly<{ refused: Refused | null }>

type Props = Readonly<{
  locale: Locale
  template: string
  /** Hundredths that were left when this was shown, as a whole number in digits. */
  left: string
  /** First place first, amounts in words. */
  shares: readonly Readonly<{ reference: string; amount: string }>[]
  total: string
  action: (state: ShareState, form: FormData) => Promise<ShareState>
}>

/** Who would get what, and the button that proposes exactly that. */
export function ShareForm({ locale, template, left, shares, total, action }: Props) {
  const [state, submit] = useActionState(action, { refused: null })
  const [t, staff] = [translator(locale, 'awards'), translator(locale, 'staff')]
  const title = staff('suffix', { page: t('sharing.heading') })
  return (
    <form action={submit} className="flow" noValidate>
      <title>{state.refused ? staff('errorTitle', { title }) : title}</title>
      <ErrorSummary heading={staff('problem')} problems={state.refused ? [{ words: refusedWords(locale, state.refused) }] : []} />
      <input type="hidden" name="template" value={template} />
      <input type="hidden" name="left" value={left} />
      <TableRegion labelledBy="preview">
        <table>
          <caption id="preview">{t('sharing.preview')}</caption>
          <thead>
            <tr>
              <th scope="col">{t('sharing.place')}</th>
              <th scope="col">{t('entry')}</th>
              <th scope="col" className="num">
                {t('amount')}
              </th>
            </tr>
          </thead>
          <tbody>
            {shares.map(({ reference, amount }, at) => (
              <tr key={reference}>
                <td>{at + 1}</td>
                <th scope="row">
                  <Ltr>{reference}</Ltr>
                  <input type="hidden" name="order" value={reference} />
                </th>
                <td className="num">{amount}</td>
              </tr>
            ))}
          </tbody>
          <tfoot>
            <tr>
              <th scope="row" colSpan={2}>
                {t('total')}
              </th>
              <td className="num">
                <b>{total}</b>
              </td>
            </tr>
          </tfoot>
        </table>
      </TableRegion>
      <Button>{t('sharing.apply', { count: shares.length })}</Button>
    </form>
  )
}
