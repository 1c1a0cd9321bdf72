'use client'
import { useActionState } from 'react'
import { FormPage, textField } from '#app/_forms/form.tsx'
import { type BoundAction, fresh } from '#app/_forms/state.ts'
import { Button } from '#components/ui/button.tsx'
import { MailField } from '#components/ui/field.tsx'
import { type Locale, localPath } from '#lib/i18n/locales.ts'
import { translator } from '#lib/i18n/translator.ts'

/** Asks for the address an entry was sent with, to mail its link there. */
export function FindForm({ locale, action }: { readonly locale: Locale; readonly action: BoundAction }) {
  const [state, send] = useActionState(action, fresh())
  const t = translator(locale, 'entry')
  const shown = { locale, state }
  return (
    <FormPage {...shown} send={send} title={t('find.title')}>
      <div className="flow flow--4">
        <h1 className="q">{t('find.title')}</h1>
        <p className="lead">{t('find.lead')}</p>
      </div>
      <MailField {...textField(shown, 'email')} label={t('find.email')} hint={t('find.emailHint')} />
      <div className="btns">
        <Button>{t('find.button')}</Button>
        <a href={localPath(locale, '/share')}>{t('find.share')}</a>
      </div>
    </FormPage>
  )
}
