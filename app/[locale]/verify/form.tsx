'use client'
import { useActionState } from 'react'
import { Form, FormErrors, FormTitle, textField } from '#app/_forms/form.tsx'
import { Button } from '#components/ui/button.tsx'
import { TextField } from '#components/ui/field.tsx'
import { marks } from '#components/ui/ltr.tsx'
import type { Locale } from '#lib/i18n/locales.ts'
import { translator } from '#lib/i18n/translator.ts'
import { Answer } from './answer.tsx'
import { unasked, type VerifyState } from './state.ts'

type Props = { readonly locale: Locale; readonly action: (before: VerifyState, form: FormData) => Promise<VerifyState> }

/** Takes the code of a message and shows what we know about it. */
export function VerifyForm({ locale, action }: Props) {
  const [state, send] = useActionState(action, unasked)
  const t = translator(locale, 'verify')
  const verdictTitle = state.verdict && t(state.verdict.known ? 'genuine.title' : 'unknown.title')
  return (
    <div className="flow">
      <FormTitle locale={locale} state={state} title={verdictTitle ?? t('title')} />
      <FormErrors locale={locale} state={state} />
      {state.verdict && <Answer locale={locale} verdict={state.verdict} />}
      <Form locale={locale} state={state} send={send}>
        <TextField
          {...textField({ locale, state }, 'code')}
          label={t('code')}
          hint={t.rich('codeHint', marks)}
          dir="ltr"
          autoComplete="off"
          autoCapitalize="characters"
          spellCheck={false}
        />
        <Button>{t('button')}</Button>
      </Form>
    </div>
  )
}
