'use client'

import { useActionState } from 'react'
import { Button } from '#components/ui/button.tsx'
import { Checkbox } from '#components/ui/choices.tsx'
import { ErrorSummary } from '#components/ui/error-summary.tsx'
import type { Locale } from '#lib/i18n/locales.ts'
import { translator } from '#lib/i18n/translator.ts'
import type { Finding } from '#lib/review/blind.ts'
import { FoundList } from './copy-marks.tsx'
import { copyRefusal } from './copy-words.ts'

export type ApproveState = Readonly<{ refused: string | null; looked: boolean }>

type Props = Readonly<{
  locale: Locale
  title: string
  reference: string
  number: number
  stillFound: readonly Finding[]
  action: (state: ApproveState, form: FormData) => Promise<ApproveState>
}>

/** The step after the differences: with it the copy is what reviewers read. */
export function ApproveForm({ locale, title, reference, number, stillFound, action }: Props) {
  const [state, submit] = useActionState(action, { refused: null, looked: false })
  const [t, staff] = [translator(locale, 'review'), translator(locale, 'staff')]
  const refused = state.refused && copyRefusal(t, state.refused)
  const atBox = state.refused === 'copy.still-found'
  return (
    <form action={submit} className="flow" noValidate>
      {refused && <title>{staff('suffix', { page: staff('errorTitle', { title }) })}</title>}
      <ErrorSummary heading={staff('problem')} problems={refused ? [{ words: refused, ...(atBox ? { href: '#looked' } : {}) }] : []} />
      <input type="hidden" name="reference" value={reference} />
      <input type="hidden" name="number" value={number} />
      {stillFound.length > 0 && (
        <>
          <p>{t('copy.stillFound', { count: stillFound.length })}</p>
          <FoundList locale={locale} found={stillFound} />
          <Checkbox
            name="looked"
            label={t('copy.looked')}
            checked={state.looked}
            errorWord={staff('errorWord')}
            error={atBox ? t('copy.errors.stillFound') : undefined}
          />
        </>
      )}
      <Button look="ink">{t('copy.approve')}</Button>
      <p className="hint">{t('copy.approveHint')}</p>
    </form>
  )
}
