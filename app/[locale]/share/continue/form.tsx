'use client'
import { useActionState } from 'react'
import { FormPage, textField } from '#app/_forms/form.tsx'
import { type BoundAction, fresh } from '#app/_forms/state.ts'
import { Button } from '#components/ui/button.tsx'
import { MailField } from '#components/ui/field.tsx'
import { type Locale, localPath } from '#lib/i18n/locales.ts'
import { translator } from '#lib/i18n/translator.ts'

type Props = {
  readonly locale: Locale
  /** The step to go back to, as a path without language prefix. */
  readonly before: string
  readonly action: BoundAction
}

/** Asks where to mail the link that opens this browser's draft on another device. */
export function ContinueForm({ locale, before, action }: Props) {
  const [state, send] = useActionState(action, fresh())
  const t = translator(locale, 'share')
  const shown = { locale, state }
  return (
    <FormPage {...shown} send={send} title={t('continueLink.title')} back={{ href: localPath(locale, before), words: t('back') }}>
      <div className="flow flow--4">
        <h1 className="q">{t('continueLink.title')}</h1>
        <p className="lead">{t('continueLink.lead')}</p>
      </div>
      <MailField {...textField(shown, 'email')} label={t('continueLink.email')} hint={t('continueLink.emailHint')} />
      <div className="btns">
        <Button>{t('continueLink.button')}</Button>
      </div>
    </FormPage>
  )
}
