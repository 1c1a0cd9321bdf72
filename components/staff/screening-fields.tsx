import { Checkboxes, Radios } from '#components/ui/choices.tsx'
import type { Problem } from '#components/ui/error-summary.tsx'
import { SelectField, TextAreaField, TextField } from '#components/ui/field.tsx'
import { ineligibilityRules } from '#lib/campaign/ineligibility.ts'
import type { Translator } from '#lib/i18n/translator.ts'
import {
  questionMax,
  type ScreeningErrors,
  type ScreeningField,
  type ScreeningOutcome,
  type ScreeningValues,
  screeningChecks,
} from '#lib/submissions/staff/schema.ts'

type Errors = Pick<ScreeningErrors, ScreeningField>

type Props = Readonly<{
  t: Translator<'staff'>
  /** What the checks are called together. */
  checksLabel: string
  hashtag: string
  outcomes: readonly ScreeningOutcome[]
  values: Omit<ScreeningValues, 'version'>
  errors: Errors
}>

/** What somebody says about an entry they looked at, or about several: checks, outcome, rule, question with its day, note. */
export function ScreeningFields({ t, checksLabel, hashtag, outcomes, values, errors }: Props) {
  const about = (name: ScreeningField) => ({ name, error: wordsOf(t, errors, name), errorWord: t('errorWord') })
  return (
    <>
      <Checkboxes
        {...about('checks')}
        label={checksLabel}
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
    </>
  )
}

/** Between marks that keep it together in a right-to-left sentence. */
function isolated(words: string): string {
  return `\u2068${words}\u2069`
}

const order = ['checks', 'outcome', 'rule', 'question', 'deadlineOn', 'note'] as const satisfies readonly ScreeningField[]

/** What is wrong with these fields, in their order. */
export function fieldProblems(t: Translator<'staff'>, errors: Errors): Problem[] {
  return order.flatMap((name) => {
    const words = wordsOf(t, errors, name)
    return words ? [{ words, href: `#${name}` }] : []
  })
}

function wordsOf(t: Translator<'staff'>, errors: Errors, name: ScreeningField): string | undefined {
  const error = errors[name]
  const values = Object.fromEntries(Object.entries(error?.values ?? {}).map(([key, value]) => [key, String(value)]))
  return error && t(`screening.errors.${error.code}`, { max: '', count: '', days: '', codePoint: '', ...values })
}
