'use client'

import { useActionState } from 'react'
import { Button } from '#components/ui/button.tsx'
import { Checkboxes, Radios } from '#components/ui/choices.tsx'
import { ErrorSummary, type Problem } from '#components/ui/error-summary.tsx'
import { TextAreaField, TextField } from '#components/ui/field.tsx'
import { wholeNumber } from '#lib/i18n/format.ts'
import type { Locale } from '#lib/i18n/locales.ts'
import { type Translator, translator } from '#lib/i18n/translator.ts'
import type { DecisionErrors, DecisionField, DecisionValues } from '#lib/review/selection/decision-form.ts'
import { type Lack, outcomes, type ReasonTag, reasonsFor, reasonTags } from '#lib/review/selection/schema.ts'

export type DecisionRefusal =
  | Readonly<{ code: 'changed' | 'not-eligible' | 'other' }>
  | Readonly<{ code: 'lacks'; lacks: readonly Lack[]; have: number; need: number }>
export type DecisionState = Readonly<{ values: DecisionValues | null; errors: DecisionErrors; refused: DecisionRefusal | null }>

type Props = Readonly<{
  locale: Locale
  reference: string
  /** Where the cut lay, to come back to it. */
  places: number | null
  /** What is decided so far, as the form shows it. `seen` counts for what is sent: it stands for no other state. */
  stored: DecisionValues
  isOpen: boolean
  action: (state: DecisionState, form: FormData) => Promise<DecisionState>
}>

/** Decides about one entry. */
export function DecisionForm({ locale, reference, places, stored, isOpen, action }: Props) {
  const [state, submit] = useActionState(action, { values: null, errors: {}, refused: null })
  const [t, staff] = [translator(locale, 'selection'), translator(locale, 'staff')]
  const problems = problemsOf(t, locale, state)
  const title = staff('suffix', { page: t('one.title', { reference }) })
  const values = state.values ?? stored
  const about = (name: DecisionField) => ({ name, error: wordsOf(t, state.errors, name), errorWord: staff('errorWord') })
  return (
    <section className="card flow staff-screening" aria-labelledby="decision">
      <title>{problems.length > 0 ? staff('errorTitle', { title }) : title}</title>
      <h2 id="decision">{t('form.heading')}</h2>
      <ErrorSummary heading={staff('problem')} problems={problems} />
      {isOpen ? (
        <form action={submit} className="flow staff-screening" noValidate>
          <input type="hidden" name="reference" value={reference} />
          <input type="hidden" name="seen" value={values.seen || stored.seen} />
          {places !== null && <input type="hidden" name="places" value={places} />}
          <Radios
            {...about('outcome')}
            label={t('form.outcome')}
            value={values.outcome}
            choices={outcomes.map((value) => ({ value, label: t(`outcome.${value}`), hint: t(`form.${value}Hint`) }))}
          />
          <Checkboxes
            {...about('reasons')}
            label={t('form.reasons')}
            hint={t('form.reasonsHint')}
            values={values.reasons}
            choices={reasonTags.map((value) => ({
              value,
              label: translator(locale, 'results')(`reason.${value}`),
              hint: t(`form.${kindOf(value)}`),
            }))}
          />
          <TextField {...about('place')} label={t('form.place')} hint={t('form.placeHint')} value={values.place} inputMode="numeric" />
          <TextAreaField {...about('note')} label={t('form.note')} hint={t('form.noteHint')} value={values.note} rows={3} />
          <Button>{t('form.save')}</Button>
        </form>
      ) : (
        <p>{t('form.closed')}</p>
      )}
    </section>
  )
}

function kindOf(tag: ReasonTag): 'praise' | 'limits' | 'both' {
  if (reasonsFor.selected.includes(tag)) return 'praise'
  return reasonsFor.reserve.includes(tag) ? 'both' : 'limits'
}

const order = ['outcome', 'reasons', 'place', 'note'] as const satisfies readonly DecisionField[]

function problemsOf(t: Translator<'selection'>, locale: Locale, { errors, refused }: DecisionState): Problem[] {
  const fields = order.flatMap((name) => {
    const words = wordsOf(t, errors, name)
    return words ? [{ words, href: `#${name}` }] : []
  })
  if (!refused) return fields
  if (refused.code !== 'lacks') return [{ words: t(`form.refused.${refused.code}`) }, ...fields]
  const { lacks, have, need } = refused
  const missing = lacks.map((lack) => t(`lack.${lack}`, { have: wholeNumber(locale, have), need: wholeNumber(locale, need) }))
  return [{ words: `${t('form.refused.lacks')} ${missing.join('; ')}`, href: '#outcome' }, ...fields]
}

function wordsOf(t: Translator<'selection'>, errors: DecisionErrors, name: DecisionField): string | undefined {
  const code = errors[name]
  return code && t(`form.errors.${code}`)
}
