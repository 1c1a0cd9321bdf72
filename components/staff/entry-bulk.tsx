import { Button } from '#components/ui/button.tsx'
import { Checkboxes, Radios } from '#components/ui/choices.tsx'
import { ErrorSummary, type Problem } from '#components/ui/error-summary.tsx'
import { SelectField, TextAreaField, TextField } from '#components/ui/field.tsx'
import { ineligibilityRules } from '#lib/campaign/ineligibility.ts'
import type { Locale } from '#lib/i18n/locales.ts'
import { type Translator, translator } from '#lib/i18n/translator.ts'
import type { BulkErrors, BulkValues } from '#lib/submissions/staff/bulk.ts'
import { questionMax, type ScreeningField, screeningChecks, screeningOutcomes } from '#lib/submissions/staff/schema.ts'
import type { EntryLine } from '#lib/submissions/staff/views.ts'
import { canTick, EntryTable } from './entry-table.tsx'

export type BulkState = Readonly<{ values: BulkValues; errors: BulkErrors }>

/** Whether a form of this state has to be put right. */
export function hasBulkErrors({ errors }: BulkState): boolean {
  return Object.keys(errors).length > 0
}

export type BulkList = Readonly<{
  lines: readonly EntryLine[]
  seesPersons: boolean
  year: number
  hashtag: string
  /** The query of this list, to come back to. */
  back: string
}>

type Props = BulkList & Readonly<{ locale: Locale; state: BulkState; submit: (form: FormData) => void }>

/** A page of entries with boxes to tick, and one form that screens what is ticked. */
export function EntryBulk({ locale, lines, seesPersons, year, hashtag, back, state, submit }: Props) {
  const t = translator(locale, 'staff')
  const { values, errors } = state
  const problems = problemsOf(t, errors, `#tick-${lines.find(canTick)?.reference ?? ''}`)
  return (
    <form action={submit} className="queue-form" noValidate>
      <ErrorSummary heading={t('problem')} problems={problems} />
      <input type="hidden" name="back" value={back} />
      <EntryTable {...{ locale, lines, seesPersons, year }} chosen={values.entry} />
      <p className="small" role="status" data-ticked="" data-words={t('queue.ticked', { count: '{count}' })} hidden />
      <details className="more queue-bulk" open={problems.length > 0}>
        <summary>{t('queue.bulk')}</summary>
        <BulkFields {...{ t, values, errors, hashtag }} />
      </details>
    </form>
  )
}

type FieldsProps = Readonly<{ t: Translator<'staff'>; values: BulkValues; errors: BulkErrors; hashtag: string }>

function BulkFields({ t, values, errors, hashtag }: FieldsProps) {
  const about = (name: ScreeningField) => ({ name, error: wordsOf(t, errors, name), errorWord: t('errorWord') })
  return (
    <div className="card flow staff-screening">
      <p>{t('queue.bulkHint')}</p>
      <Checkboxes
        {...about('checks')}
        label={t('queue.bulkChecks')}
        values={values.checks}
        choices={screeningChecks.map((value) => ({ value, label: t(`screening.check.${value}`, { hashtag: `\u2068${hashtag}\u2069` }) }))}
      />
      <Radios
        {...about('outcome')}
        label={t('screening.outcome')}
        value={values.outcome}
        choices={screeningOutcomes.map((value) => ({ value, label: t(`screening.${value}`), hint: t(`screening.${value}Hint`) }))}
      />
      <SelectField
        {...about('rule')}
        label={t('screening.rule')}
        value={values.rule}
        empty={t('screening.chooseRule')}
        options={ineligibilityRules.map((value) => ({ value, label: t(`rule.${value}`) }))}
      />
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
      <TextAreaField {...about('note')} label={t('screening.note')} hint={t('screening.noteHint')} value={values.note} rows={3} />
      <Button>{t('queue.bulkSave')}</Button>
    </div>
  )
}

const order = ['checks', 'outcome', 'rule', 'question', 'deadlineOn', 'note'] as const satisfies readonly ScreeningField[]

function problemsOf(t: Translator<'staff'>, errors: BulkErrors, firstTick: string): Problem[] {
  const fields = order.flatMap((name) => {
    const words = wordsOf(t, errors, name)
    return words ? [{ words, href: `#${name}` }] : []
  })
  return errors.entry ? [{ words: t(`queue.errors.${errors.entry.code}`), href: firstTick }, ...fields] : fields
}

function wordsOf(t: Translator<'staff'>, errors: BulkErrors, name: ScreeningField): string | undefined {
  const error = errors[name]
  const values = Object.fromEntries(Object.entries(error?.values ?? {}).map(([key, value]) => [key, String(value)]))
  return error && t(`screening.errors.${error.code}`, { max: '', count: '', days: '', codePoint: '', ...values })
}
