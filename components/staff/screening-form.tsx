'use client'

import { useActionState } from 'react'
import { Said } from '#components/submissions/said.tsx'
import { Button } from '#components/ui/button.tsx'
import { Checkboxes, Radios } from '#components/ui/choices.tsx'
import { ErrorSummary, type Problem } from '#components/ui/error-summary.tsx'
import { SelectField, TextAreaField, TextField } from '#components/ui/field.tsx'
import { ineligibilityRules } from '#lib/campaign/ineligibility.ts'
import type { Locale } from '#lib/i18n/locales.ts'
import { type Translator, translator } from '#lib/i18n/translator.ts'
import type { Status } from '#lib/submissions/lifecycle.ts'
import {
  questionMax,
  type ScreeningErrors,
  type ScreeningField,
  type ScreeningOutcome,
  type ScreeningValues,
  screeningChecks,
} from '#lib/submissions/staff/schema.ts'

export type ScreeningState = Readonly<{ values: ScreeningValues; errors: ScreeningErrors; refused: 'changed' | 'cannot-move' | null }>

type Props = Readonly<{
  locale: Locale
  reference: string
  hashtag: string
  /** The state of the entry this page shows: what is sent counts for no other. */
  version: number
  status: Status
  outcomes: readonly ScreeningOutcome[]
  /** Who changed the entry last: said when it is no longer as this person saw it. */
  changed: string
  deadlineOn: string
  action: (state: ScreeningState, form: FormData) => Promise<ScreeningState>
}>

type Words = Translator<'staff'>

/** Records what staff found when they looked at one entry. */
export function ScreeningForm({ locale, reference, hashtag, version, status, outcomes, changed, deadlineOn, action }: Props) {
  const empty = { version: '', outcome: '', rule: '', note: '', question: '', deadlineOn, checks: [] }
  const [state, submit] = useActionState(action, { values: empty, errors: {}, refused: null })
  const t = translator(locale, 'staff')
  const problems = problemsOf(t, state, changed)
  const title = t('screening.title', { reference })
  if (outcomes.length === 0) return <NothingToRecord {...{ locale, title, problems, status, values: state.values }} />
  const { values } = state
  const about = (name: ScreeningField) => ({ name, error: wordsOf(t, state.errors, name), errorWord: t('errorWord') })
  return (
    <form action={submit} className="card flow staff-screening" aria-labelledby="screening" noValidate>
      <title>{problems.length > 0 ? t('errorTitle', { title }) : title}</title>
      <h2 id="screening">{t('screening.heading')}</h2>
      <ErrorSummary heading={t('problem')} problems={problems} />
      <input type="hidden" name="reference" value={reference} />
      <input type="hidden" name="version" value={version} />
      <Checkboxes
        {...about('checks')}
        label={t('screening.checks')}
        values={values.checks}
        choices={screeningChecks.map((value) => ({ value, label: t(`screening.check.${value}`, { hashtag: isolated(hashtag) }) }))}
      />
      <Radios
        {...about('outcome')}
        label={t('screening.outcome')}
        value={values.outcome}
        choices={outcomes.map((value) => ({ value, label: t(`screening.${value}`), hint: t(`screening.${value}Hint`) }))}
      />
      <SelectField
        {...about('rule')}
        label={t('screening.rule')}
        value={values.rule}
        empty={t('screening.chooseRule')}
        options={ineligibilityRules.map((value) => ({ value, label: t(`rule.${value}`) }))}
      />
      {outcomes.includes('question') && (
        <>
          <TextAreaField
            {...about('question')}
            label={t('screening.questionText')}
            hint={t('screening.questionTextHint', { max: String(questionMax) })}
            value={values.question}
            rows={4}
          />
          <TextField
            {...about('deadlineOn')}
            type="date"
            label={t('screening.deadline')}
            hint={t('screening.deadlineHint')}
            value={values.deadlineOn}
          />
        </>
      )}
      <TextAreaField {...about('note')} label={t('screening.note')} hint={t('screening.noteHint')} value={values.note} rows={3} />
      <Button>{t('screening.save')}</Button>
    </form>
  )
}

type Nothing = Readonly<{ locale: Locale; title: string; problems: readonly Problem[]; status: Status; values: ScreeningValues }>

/** For an entry that cannot be screened now. What somebody had written when it changed under their hands stays readable. */
function NothingToRecord({ locale, title, problems, status, values }: Nothing) {
  const t = translator(locale, 'staff')
  return (
    <div className="card flow">
      <title>{problems.length > 0 ? t('errorTitle', { title }) : title}</title>
      <h2>{t('screening.heading')}</h2>
      <ErrorSummary heading={t('problem')} problems={problems} />
      <p>{t('screening.closed', { status: t(`status.${status}`) })}</p>
      {values.question && (
        <>
          <h3>{t('screening.questionText')}</h3>
          <Said>{values.question}</Said>
        </>
      )}
      {values.note && (
        <>
          <h3>{t('screening.note')}</h3>
          <Said>{values.note}</Said>
        </>
      )}
    </div>
  )
}

/** Between marks that keep it together in a right-to-left sentence. */
function isolated(words: string): string {
  return `\u2068${words}\u2069`
}

const order = ['checks', 'outcome', 'rule', 'question', 'deadlineOn', 'note'] as const satisfies readonly ScreeningField[]

function problemsOf(t: Words, { errors, refused }: ScreeningState, changed: string): Problem[] {
  const fields = order.flatMap((name) => {
    const words = wordsOf(t, errors, name)
    return words ? [{ words, href: `#${name}` }] : []
  })
  return refused ? [{ words: `${t(`screening.refused.${refused}`)} ${changed}`.trim() }, ...fields] : fields
}

function wordsOf(t: Words, errors: ScreeningErrors, name: ScreeningField): string | undefined {
  const error = errors[name]
  return error && t(`screening.errors.${error.code}`, { max: '', count: '', days: '', codePoint: '', ...texts(error.values) })
}

function texts(values: Readonly<Record<string, string | number>> = {}): Record<string, string> {
  return Object.fromEntries(Object.entries(values).map(([name, value]) => [name, String(value)]))
}
