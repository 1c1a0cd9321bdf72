import { Button } from '#components/ui/button.tsx'
import { ErrorSummary, type Problem } from '#components/ui/error-summary.tsx'
import type { Locale } from '#lib/i18n/locales.ts'
import { type Translator, translator } from '#lib/i18n/translator.ts'
import type { BulkErrors, BulkValues } from '#lib/submissions/staff/bulk.ts'
import { screeningOutcomes } from '#lib/submissions/staff/schema.ts'
import type { EntryLine } from '#lib/submissions/staff/views.ts'
import { canTick, EntryTable } from './entry-table.tsx'
import { fieldProblems, ScreeningFields } from './screening-fields.tsx'

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
  return (
    <div className="card flow staff-screening">
      <p>{t('queue.bulkHint')}</p>
      <ScreeningFields {...{ t, hashtag, values, errors }} checksLabel={t('queue.bulkChecks')} outcomes={screeningOutcomes} />
      <Button>{t('queue.bulkSave')}</Button>
    </div>
  )
}

function problemsOf(t: Translator<'staff'>, errors: BulkErrors, firstTick: string): Problem[] {
  const fields = fieldProblems(t, errors)
  return errors.entry ? [{ words: t(`queue.errors.${errors.entry.code}`), href: firstTick }, ...fields] : fields
}
