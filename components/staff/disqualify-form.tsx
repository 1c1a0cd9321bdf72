'use client'
import { useActionState } from 'react'
import { Button } from '#components/ui/button.tsx'
import { Checkboxes } from '#components/ui/choices.tsx'
import { ErrorSummary } from '#components/ui/error-summary.tsx'
import { SelectField, TextAreaField } from '#components/ui/field.tsx'
import { ineligibilityRules } from '#lib/campaign/ineligibility.ts'
import type { Locale } from '#lib/i18n/locales.ts'
import { translator } from '#lib/i18n/translator.ts'
import {
  type DisqualifyErrors,
  type DisqualifyField,
  type DisqualifyValues,
  disqualifyFields,
} from '#lib/submissions/staff/disqualify-schema.ts'
import { noteMax } from '#lib/submissions/staff/schema.ts'

export type DisqualifyState = Readonly<{
  values: DisqualifyValues
  errors: DisqualifyErrors
  refused: 'changed' | 'cannot-move' | null
}>

type Props = Readonly<{
  locale: Locale
  reference: string
  /** The state of the entry this page shows: what is sent counts for no other. */
  version: number
  /** False for an entry that takes part no longer. */
  canLeave: boolean
  action: (state: DisqualifyState, form: FormData) => Promise<DisqualifyState>
}>

/** What a disqualification means, the rule and the note it rests on, and the button that proposes it. */
export function DisqualifyForm({ locale, reference, version, canLeave, action }: Props) {
  const [state, send] = useActionState(action, { values: { rule: '', note: '', sure: '' }, errors: {}, refused: null })
  const t = translator(locale, 'staff')
  const { values, errors, refused } = state
  const words = (name: DisqualifyField) => {
    const code = errors[name]
    return code && t(`disqualify.errors.${code}`, { max: String(noteMax) })
  }
  const about = (name: DisqualifyField) => ({ name, error: words(name), errorWord: t('errorWord') })
  const wrong = disqualifyFields.flatMap((name) => (errors[name] ? [{ words: words(name) ?? '', href: `#${name}` }] : []))
  const problems = refused ? [{ words: t(`disqualify.refused.${refused}`) }] : wrong
  const title = t('disqualify.title', { reference })
  return (
    <form action={send} className="card flow staff-screening" aria-labelledby="disqualify" noValidate>
      <title>{problems.length > 0 ? t('errorTitle', { title }) : title}</title>
      <h2 id="disqualify">{t('disqualify.heading')}</h2>
      <ErrorSummary heading={t('problem')} problems={problems} />
      {canLeave ? (
        <>
          <DisqualifyMeans locale={locale} points={['two', 'final', 'letter', 'place']} />
          <input type="hidden" name="reference" value={reference} />
          <input type="hidden" name="version" value={version} />
          <SelectField
            {...about('rule')}
            label={t('disqualify.rule')}
            hint={t('disqualify.ruleHint')}
            value={values.rule}
            empty={t('screening.chooseRule')}
            options={ineligibilityRules.map((value) => ({ value, label: t(`rule.${value}`) }))}
          />
          <TextAreaField {...about('note')} label={t('disqualify.note')} hint={t('screening.noteHint')} value={values.note} rows={4} />
          <Checkboxes
            {...about('sure')}
            label={t('disqualify.sure')}
            values={values.sure === 'yes' ? ['yes'] : []}
            choices={[{ value: 'yes', label: t('disqualify.sureYes') }]}
          />
          <Button>{t('disqualify.save')}</Button>
        </>
      ) : (
        <p>{t('disqualify.closed')}</p>
      )}
    </form>
  )
}

type Points = readonly ('two' | 'final' | 'letter' | 'place')[]

/** What follows from a disqualification, point by point. */
export function DisqualifyMeans({ locale, points }: Readonly<{ locale: Locale; points: Points }>) {
  const t = translator(locale, 'staff')
  return (
    <ul className="list">
      {points.map((name) => (
        <li key={name}>{t(`disqualify.means.${name}`)}</li>
      ))}
    </ul>
  )
}
