'use client'

import { type ReactNode, useActionState } from 'react'
import { Button, type ButtonLook } from '#components/ui/button.tsx'
import { type FilmFormState, untouched, type Values } from '#lib/films/form.ts'
import type { Locale } from '#lib/i18n/locales.ts'
import { FormHead, Hidden } from './form-head.tsx'

type Props = Readonly<{
  locale: Locale
  page: string
  hidden: Values
  button: string
  look?: ButtonLook
  children?: ReactNode
  action: (state: FilmFormState, form: FormData) => Promise<FilmFormState>
}>

/** One step of a film: what it does, and the button. */
export function StepForm({ locale, page, hidden, button, look = 'primary', children, action }: Props) {
  const [state, submit] = useActionState(action, untouched)
  return (
    <form action={submit} className="flow film-form" noValidate>
      <FormHead locale={locale} page={page} state={state} />
      <Hidden values={hidden} />
      {children}
      <div>
        <Button look={look}>{button}</Button>
      </div>
    </form>
  )
}
