'use client'

import { useActionState } from 'react'
import { Button } from '#components/ui/button.tsx'
import { type FilmFormState, untouched } from '#lib/films/form.ts'
import type { Locale } from '#lib/i18n/locales.ts'
import { translator } from '#lib/i18n/translator.ts'
import { FormHead } from './form-head.tsx'

type Props = Readonly<{
  locale: Locale
  reference: string
  action: (state: FilmFormState, form: FormData) => Promise<FilmFormState>
}>

/** Begins the film of an entry. */
export function OpenForm({ locale, reference, action }: Props) {
  const [state, submit] = useActionState(action, untouched)
  const t = translator(locale, 'filmDesk')
  return (
    <form action={submit} className="flow">
      {state.values?.reference === reference && <FormHead locale={locale} page={t('heading')} state={state} />}
      <input type="hidden" name="reference" value={reference} />
      <Button small look="ink">
        {t('open')} <span className="vh">{reference}</span>
      </Button>
    </form>
  )
}
