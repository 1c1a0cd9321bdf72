'use client'
import { useActionState } from 'react'
import { FormPage, textField } from '#app/_forms/form.tsx'
import { type BoundAction, fresh } from '#app/_forms/state.ts'
import { Button } from '#components/ui/button.tsx'
import { TextField } from '#components/ui/field.tsx'
import type { Locale } from '#lib/i18n/locales.ts'
import { translator } from '#lib/i18n/translator.ts'

type Props = {
  readonly locale: Locale
  readonly action: BoundAction
  readonly awardHref: string
  readonly sentTo: string
  /** The amount in the reader's grouping; empty when it could not be read. */
  readonly amount: string
}

/** Asks once more before an award is given up, with the mailed code. */
export function DeclineForm({ locale, action, awardHref, sentTo, amount }: Props) {
  const [state, send] = useActionState(action, fresh())
  const t = translator(locale, 'awards')
  const shown = { locale, state }
  return (
    <FormPage {...shown} send={send} title={t('own.decline.title')} back={{ href: awardHref, words: t('own.backToAward') }}>
      <div className="flow flow--4">
        <h1 className="q">{t('own.decline.title')}</h1>
        {amount && <p className="lead">{t('own.decline.text', { amount })}</p>}
        {sentTo && <p>{t('own.claim.sent', { address: sentTo })}</p>}
      </div>
      <TextField
        {...textField(shown, 'code')}
        label={t('own.claim.code')}
        hint={t('own.claim.codeHint')}
        inputMode="numeric"
        autoComplete="one-time-code"
        dir="ltr"
        spellCheck={false}
      />
      <div className="flow flow--2">
        <div className="btns">
          <Button look="danger">{t('own.decline.button')}</Button>
          <a href={awardHref}>{t('own.decline.keep')}</a>
        </div>
        <p className="muted">{t('own.claim.again')}</p>
      </div>
    </FormPage>
  )
}
