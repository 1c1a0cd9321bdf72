'use client'

import { type ReactNode, useActionState } from 'react'
import { Button, type ButtonLook } from '#components/ui/button.tsx'
import { TextAreaField } from '#components/ui/field.tsx'
import type { Locale } from '#lib/i18n/locales.ts'
import { translator } from '#lib/i18n/translator.ts'
import { limits, type StoryFormState, untouched, type Values } from '#lib/stories/editing/form.ts'
import { FormHead } from './form-head.tsx'
import { errorWords } from './problems.ts'

type Props = Readonly<{
  locale: Locale
  page: string
  hidden: Values
  button: string
  look?: ButtonLook
  /** Asks for a reason. */
  reason?: boolean
  children: ReactNode
  action: (state: StoryFormState, form: FormData) => Promise<StoryFormState>
}>

/** One step that changes what is public, or what is on the desk: what it does, and the button. */
export function StepForm({ locale, page, hidden, button, look = 'primary', reason = false, children, action }: Props) {
  const [state, submit] = useActionState(action, untouched)
  const t = translator(locale, 'storyDesk')
  return (
    <form action={submit} className="card flow story-form" noValidate>
      <FormHead locale={locale} page={page} state={state} order={['at', 'reason']} />
      {Object.entries(hidden).map(([name, value]) => (
        <input key={name} type="hidden" name={name} value={value} />
      ))}
      {children}
      {reason && (
        <TextAreaField
          name="reason"
          label={t('release.reason')}
          hint={t('release.reasonHint', { most: String(limits.reason) })}
          rows={3}
          value={state.values?.reason ?? ''}
          error={errorWords(locale, state.errors.reason)}
          errorWord={translator(locale, 'staff')('errorWord')}
        />
      )}
      <Button look={look}>{button}</Button>
    </form>
  )
}
