'use client'

import { useActionState } from 'react'
import { Button } from '#components/ui/button.tsx'
import { TextAreaField, TextField } from '#components/ui/field.tsx'
import { type FilmFormState, untouched, type Values } from '#lib/films/form.ts'
import type { Locale } from '#lib/i18n/locales.ts'
import { translator } from '#lib/i18n/translator.ts'
import { FormHead, Hidden } from './form-head.tsx'
import { errorWords } from './words.ts'

type Props = Readonly<{
  locale: Locale
  page: string
  hidden: Values
  action: (state: FilmFormState, form: FormData) => Promise<FilmFormState>
}>

function fieldsOf(locale: Locale, state: FilmFormState) {
  return (name: string, saved = '') => ({
    name,
    value: state.values?.[name] ?? saved,
    error: errorWords(locale, state.errors[name]),
    errorWord: translator(locale, 'staff')('errorWord'),
  })
}

/** From when the film is public. */
export function PublishForm({ locale, page, hidden, timeZone, action }: Props & Readonly<{ timeZone: string }>) {
  const [state, submit] = useActionState(action, untouched)
  const t = translator(locale, 'filmDesk')
  const about = fieldsOf(locale, state)
  return (
    <form action={submit} className="flow film-form" noValidate>
      <FormHead locale={locale} page={page} state={state} order={['at']} />
      <Hidden values={hidden} />
      <TextField {...about('at')} label={t('publish.at')} hint={t('publish.atHint', { zone: timeZone })} type="datetime-local" />
      <div className="btns">
        <Button>{t('publish.schedule')}</Button>
        <Button look="line" name="now" value="yes">
          {t('publish.now')}
        </Button>
      </div>
    </form>
  )
}

/** Gives the film up, with a reason. */
export function CloseForm({ locale, page, hidden, action }: Props) {
  const [state, submit] = useActionState(action, untouched)
  const t = translator(locale, 'filmDesk')
  return (
    <form action={submit} className="flow film-form" noValidate>
      <FormHead locale={locale} page={page} state={state} order={['reason']} />
      <Hidden values={hidden} />
      <p>{t('publish.closeText')}</p>
      <TextAreaField {...fieldsOf(locale, state)('reason')} label={t('publish.reason')} hint={t('publish.reasonHint')} rows={2} />
      <div>
        <Button look="danger">{t('publish.close')}</Button>
      </div>
    </form>
  )
}
