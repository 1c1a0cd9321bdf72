'use client'
import { useActionState } from 'react'
import { textField } from '#app/_forms/form.tsx'
import { type BoundAction, fresh, type Values } from '#app/_forms/state.ts'
import { MailField } from '#components/ui/field.tsx'
import type { Locale } from '#lib/i18n/locales.ts'
import { translator } from '#lib/i18n/translator.ts'
import { StepPage } from '../step-page.tsx'
import { NameFields, WritingFields } from './fields.tsx'

type Props = {
  readonly locale: Locale
  readonly action: BoundAction
  readonly values: Values
  readonly change: boolean
  readonly age: string
}

export function YouForm({ locale, action, values, change, age }: Props) {
  const [state, send] = useActionState(action, fresh({ mailLanguage: locale, ...values }))
  const t = translator(locale, 'share')
  const shown = { locale, state }
  return (
    <StepPage {...shown} send={send} step={3} title={t('you.title')} before="/share/story" change={change} age={age}>
      <NameFields {...shown} />
      <MailField {...textField(shown, 'email')} label={t('you.email')} hint={t('you.emailHint')} />
      <WritingFields {...shown} />
    </StepPage>
  )
}
