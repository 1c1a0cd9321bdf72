'use client'
import { type ReactNode, useActionState } from 'react'
import { Form, FormErrors, FormPage, FormTitle } from '#app/_forms/form.tsx'
import { type BoundAction, fresh } from '#app/_forms/state.ts'
import { Button } from '#components/ui/button.tsx'
import type { Locale } from '#lib/i18n/locales.ts'
import { translator } from '#lib/i18n/translator.ts'
import { restoreHours } from '#lib/submissions/policy.ts'

type Props = {
  readonly locale: Locale
  readonly action: BoundAction
  readonly entryHref: string
  /** An award may hang on the entry. */
  readonly isSelected: boolean
}

/** Asks once whether an entry is to leave the competition. */
export function WithdrawForm({ locale, action, entryHref, isSelected }: Props) {
  const [state, send] = useActionState(action, fresh())
  const t = translator(locale, 'entry')
  const back = { href: entryHref, words: t('backToEntry') }
  return (
    <FormPage locale={locale} state={state} send={send} title={t('withdraw.title')} back={back}>
      <div className="flow flow--4">
        <h1 className="q">{t('withdraw.title')}</h1>
        <p className="lead">{t(isSelected ? 'withdraw.leadSelected' : 'withdraw.lead')}</p>
        {isSelected && <p>{t('withdraw.award')}</p>}
        <p>{t('withdraw.back', { hours: String(restoreHours) })}</p>
        <p>{t('withdraw.kept')}</p>
      </div>
      <div className="btns">
        <Button look="danger">{t('withdraw.button')}</Button>
        <a href={entryHref}>{t('withdraw.keep')}</a>
      </div>
    </FormPage>
  )
}

type Restore = {
  readonly locale: Locale
  readonly action: BoundAction
  readonly title: string
  /** Null when the way back has closed meanwhile. */
  readonly until: string | null
  /** What stands above. */
  readonly children: ReactNode
}

/** On the page of a withdrawn entry: the way back. */
export function RestoreForm({ locale, action, title, until, children }: Restore) {
  const [state, send] = useActionState(action, fresh())
  const t = translator(locale, 'entry')
  const shown = { locale, state }
  return (
    <>
      <FormTitle {...shown} title={title} />
      <FormErrors {...shown} />
      {children}
      {until && (
        <section className="card flow flow--4" aria-labelledby="restore">
          <h2 className="heading-500" id="restore">
            {t('withdraw.restoreHeading')}
          </h2>
          <p>{t('withdraw.restoreText', { date: until })}</p>
          <Form {...shown} send={send}>
            <Button>{t('withdraw.restore')}</Button>
          </Form>
        </section>
      )}
    </>
  )
}
