'use client'

import { useActionState } from 'react'
import { Button } from '#components/ui/button.tsx'
import { Checkboxes } from '#components/ui/choices.tsx'
import { ErrorSummary } from '#components/ui/error-summary.tsx'
import type { Locale } from '#lib/i18n/locales.ts'
import { translator } from '#lib/i18n/translator.ts'
import type { DecisionErrorCode } from '#lib/review/selection/decision-form.ts'
import { reasonsFor } from '#lib/review/selection/schema.ts'

export type RestState = Readonly<{ reasons: readonly string[]; error: DecisionErrorCode | 'refused' | null }>

type Props = Readonly<{
  locale: Locale
  undecided: number
  /** The title of the page this stands on. */
  title: string
  action: (state: RestState, form: FormData) => Promise<RestState>
}>

/** Says "not selected this time" of all that are left. */
export function RestForm({ locale, undecided, title, action }: Props) {
  const [state, submit] = useActionState(action, { reasons: ['few-places'], error: null })
  const [t, staff] = [translator(locale, 'selection'), translator(locale, 'staff')]
  const error = state.error === null ? undefined : state.error === 'refused' ? t('form.refused.other') : t(`form.errors.${state.error}`)
  return (
    <section className="card flow" aria-labelledby="rest">
      <title>{error ? staff('errorTitle', { title }) : title}</title>
      <h2 id="rest">{t('rest.heading')}</h2>
      <ErrorSummary heading={staff('problem')} problems={error ? [{ words: error, href: '#reasons' }] : []} />
      <p>{t('rest.text', { count: undecided })}</p>
      <form action={submit} className="flow" noValidate>
        <Checkboxes
          name="reasons"
          error={error}
          errorWord={staff('errorWord')}
          label={t('form.reasons')}
          hint={t('form.reasonsHint')}
          values={state.reasons}
          choices={reasonsFor.not_selected.map((value) => ({ value, label: translator(locale, 'results')(`reason.${value}`) }))}
        />
        <Button look="line">{t('rest.button')}</Button>
      </form>
    </section>
  )
}
