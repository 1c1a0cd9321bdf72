'use client'

import { useActionState } from 'react'
import { Button } from '#components/ui/button.tsx'
import { ErrorSummary } from '#components/ui/error-summary.tsx'
import type { Locale } from '#lib/i18n/locales.ts'
import { translator } from '#lib/i18n/translator.ts'
import { copyRefusal } from './copy-words.ts'

export type BeginState = Readonly<{ refused: string | null }>
type Props = Readonly<{
  locale: Locale
  title: string
  reference: string
  action: (state: BeginState, form: FormData) => Promise<BeginState>
}>

/** Asked before anything is shown: who goes on never reads this entry as a reviewer. */
export function BeginCopy({ locale, title, reference, action }: Props) {
  const [{ refused }, submit] = useActionState(action, { refused: null })
  const [t, staff] = [translator(locale, 'review'), translator(locale, 'staff')]
  return (
    <form action={submit} className="card flow" aria-labelledby="begin" noValidate>
      {refused && <title>{staff('suffix', { page: staff('errorTitle', { title }) })}</title>}
      <h2 id="begin">{t('copy.beginHeading')}</h2>
      <ErrorSummary heading={staff('problem')} problems={refused ? [{ words: copyRefusal(t, refused) }] : []} />
      <p>{t('copy.beginText')}</p>
      <input type="hidden" name="reference" value={reference} />
      <Button>{t('copy.begin')}</Button>
    </form>
  )
}
