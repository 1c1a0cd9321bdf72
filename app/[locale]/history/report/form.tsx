'use client'
import { useActionState } from 'react'
import { FormPage, textField } from '#app/_forms/form.tsx'
import { type BoundAction, fresh } from '#app/_forms/state.ts'
import { spoken } from '#components/history/words.ts'
import { Button } from '#components/ui/button.tsx'
import { MailField, TextAreaField, TextField } from '#components/ui/field.tsx'
import { whatMax } from '#lib/history/report.ts'
import type { ShownPlace } from '#lib/history/views.ts'
import { wholeNumber } from '#lib/i18n/format.ts'
import { type Locale, localPath } from '#lib/i18n/locales.ts'
import { translator } from '#lib/i18n/translator.ts'

type Props = Readonly<{ locale: Locale; about: ShownPlace | null; days: number; action: BoundAction }>

/** Asks what is wrong with the history, or with one entry of it. */
export function ReportForm({ locale, about, days, action }: Props) {
  const [state, send] = useActionState(action, fresh())
  const t = translator(locale, 'history')
  const shown = { locale, state }
  const back = { href: localPath(locale, about?.path ?? '/history'), words: t('reporting.back') }
  return (
    <FormPage {...shown} send={send} title={t('reporting.title')} hidden={{ entry: about?.id }} back={back}>
      <div className="flow flow--4">
        <h1 className="q">{t('reporting.title')}</h1>
        <p className="lead">{t('reporting.lead')}</p>
        {about && (
          <p>
            {t('reporting.about')} <b {...spoken(about.title)}>{about.title.text}</b>
          </p>
        )}
      </div>
      <TextAreaField
        {...textField(shown, 'what')}
        label={t('reporting.what')}
        hint={t('reporting.whatHint', { max: wholeNumber(locale, whatMax) })}
        rows={7}
      />
      <TextField
        {...textField(shown, 'source')}
        label={t('reporting.source')}
        hint={t('reporting.sourceHint')}
        inputMode="url"
        autoComplete="off"
        spellCheck={false}
        autoCapitalize="none"
        dir="ltr"
      />
      <MailField {...textField(shown, 'email')} label={t('reporting.email')} hint={t('reporting.emailHint')} />
      <p className="small muted">{t('reporting.kept', { days })}</p>
      <div className="btns">
        <Button>{t('reporting.send')}</Button>
      </div>
    </FormPage>
  )
}
