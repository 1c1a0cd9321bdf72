'use client'

import { useActionState } from 'react'
import { Button } from '#components/ui/button.tsx'
import { Checkboxes, Radios } from '#components/ui/choices.tsx'
import { ErrorSummary, type Problem } from '#components/ui/error-summary.tsx'
import { TextAreaField } from '#components/ui/field.tsx'
import { dateTime } from '#lib/i18n/format.ts'
import type { Locale } from '#lib/i18n/locales.ts'
import { type Translator, translator } from '#lib/i18n/translator.ts'
import { noErrors, type ReviewErrors, type ReviewValues } from '#lib/review/review-form.ts'
import { reviewFlags } from '#lib/review/schema.ts'
import type { EntryForReviewer } from '#lib/review/views.ts'
import { SavingState } from './saving-state.tsx'
import { ScoreRow } from './score-row.tsx'

export type ReviewState = Readonly<{ values: ReviewValues | null; errors: ReviewErrors; refused: string | null }>

type Props = Readonly<{
  locale: Locale
  entry: EntryForReviewer
  title: string
  action: (state: ReviewState, form: FormData) => Promise<ReviewState>
}>

type Words = Translator<'review'>
const sureness = { 1: 'one', 2: 'two', 3: 'three' } as const

/** Where a reviewer scores one entry. Everything works without scripts; with them the page saves by itself. */
export function ReviewForm({ locale, entry, title, action }: Props) {
  const [state, submit] = useActionState(action, { values: null, errors: noErrors, refused: null })
  const [t, staff] = [translator(locale, 'review'), translator(locale, 'staff')]
  const { own, rubric } = entry
  const values = state.values ?? { ...emptyValues, ...(own ?? {}), note: own?.note ?? '' }
  const problems = problemsOf(t, { entry, state })
  const errorWord = staff('errorWord')
  const counts = Boolean(own?.completedAt)
  return (
    <form
      action={submit}
      className="card flow staff-screening scoring"
      aria-labelledby="scoring"
      noValidate
      data-review={counts ? 'counts' : 'draft'}
    >
      <title>{staff('suffix', { page: problems.length > 0 ? staff('errorTitle', { title }) : title })}</title>
      <div className="staff-between">
        <h2 id="scoring">{t('form.heading')}</h2>
        <p className="small muted" data-keys-hint hidden>
          {t('keys.rowHint')}
        </p>
      </div>
      <ErrorSummary heading={staff('problem')} problems={problems} />
      <input type="hidden" name="assignment" value={entry.assignmentId} />
      <input type="hidden" name="copy" value={state.values?.copyId || entry.copyId} />
      <input type="hidden" name="seen" value={state.values?.seen ?? (own ? own.savedAt.getTime() : '')} />
      {rubric.criteria.map((criterion) => (
        <ScoreRow
          key={criterion.key}
          locale={locale}
          criterion={criterion}
          value={values.scores[criterion.key]}
          error={state.errors.scores.includes(criterion.key) ? t('form.errors.score', { name: criterion.anchors.name }) : undefined}
        />
      ))}
      <Radios
        name="confidence"
        label={t('form.confidence')}
        value={String(values.confidence ?? '')}
        errorWord={errorWord}
        error={state.errors.confidence ? t('form.errors.confidence') : undefined}
        choices={([1, 2, 3] as const).map((value) => ({ value: String(value), label: t(`form.confidenceOf.${sureness[value]}`) }))}
      />
      <Checkboxes
        name="flags"
        label={t('form.flags')}
        hint={t('form.flagsHint')}
        values={values.flags}
        errorWord={errorWord}
        choices={reviewFlags.map((value) => ({
          value,
          label: t(`form.flag.${value}`),
          ...(value === 'safety' ? { hint: t('form.safetyHint') } : {}),
        }))}
      />
      <TextAreaField
        name="note"
        label={t('form.note')}
        hint={t('form.noteHint')}
        value={values.note}
        rows={4}
        errorWord={errorWord}
        error={noteError(t, state.errors)}
      />
      <Buttons t={t} counts={counts} />
      <p className="small muted">{own?.completedAt ? t('form.counted', { at: dateTime(locale, own.completedAt) }) : t('form.counts')}</p>
      <SavingState locale={locale} own={own} criteria={rubric.criteria} />
    </form>
  )
}

const emptyValues: Pick<ReviewValues, 'scores' | 'confidence' | 'flags'> = { scores: {}, confidence: null, flags: [] }

/** The first button is what Enter presses in a form: it saves, and makes nothing count by accident. */
function Buttons({ t, counts }: Readonly<{ t: Words; counts: boolean }>) {
  return (
    <div className="btns scoring__buttons">
      <button className="vh" type="submit" name="intent" value="save" tabIndex={-1} aria-hidden="true" />
      <button className="btn btn--primary" type="submit" name="intent" value="next" data-save-next>
        {t('form.saveNext')}{' '}
        <kbd className="kbd" data-keys-hint hidden>
          S
        </kbd>
      </button>
      {!counts && (
        <Button look="line" name="intent" value="complete">
          {t('form.complete')}
        </Button>
      )}
      <Button look="plain" name="intent" value="save">
        {t(counts ? 'form.saveChange' : 'form.save')}
      </Button>
    </div>
  )
}

type About = Readonly<{ entry: EntryForReviewer; state: ReviewState }>

function problemsOf(t: Words, { entry, state: { errors, refused } }: About): Problem[] {
  const rows = entry.rubric.criteria
    .filter(({ key }) => errors.scores.includes(key))
    .map(({ key, anchors }) => ({ words: t('form.errors.score', { name: anchors.name }), href: `#score-${key}` }))
  const note = noteError(t, errors)
  return [
    ...(refused ? [{ words: refusedWords(t, refused) }] : []),
    ...rows,
    ...(errors.confidence ? [{ words: t('form.errors.confidence'), href: '#confidence' }] : []),
    ...(note ? [{ words: note, href: '#note' }] : []),
  ]
}

const refusals = ['review.unknown', 'review.closed', 'review.copy-changed', 'review.incomplete'] as const

function refusedWords(t: Words, code: string): string {
  const known = refusals.find((one) => one === code) ?? 'review.closed'
  return refusalWords(t)[known]
}

function refusalWords(t: Words): Readonly<Record<(typeof refusals)[number], string>> {
  return {
    'review.unknown': t('form.errors.unknown'),
    'review.closed': t('form.errors.closed'),
    'review.copy-changed': t('form.errors.copyChanged'),
    'review.incomplete': t('form.errors.incomplete'),
  }
}

function noteError(t: Words, { note }: ReviewErrors): string | undefined {
  if (!note) return undefined
  return note.code === 'too-long'
    ? t('form.errors.noteTooLong', { max: String(note.max) })
    : t('form.errors.noteForbidden', { codePoint: note.codePoint })
}
