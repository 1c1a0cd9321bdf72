'use client'

import { useActionState } from 'react'
import { Said } from '#components/submissions/said.tsx'
import { Button } from '#components/ui/button.tsx'
import { ErrorSummary, type Problem } from '#components/ui/error-summary.tsx'
import type { Locale } from '#lib/i18n/locales.ts'
import { type Translator, translator } from '#lib/i18n/translator.ts'
import type { Status } from '#lib/submissions/lifecycle.ts'
import type { ScreeningErrors, ScreeningOutcome, ScreeningValues } from '#lib/submissions/staff/schema.ts'
import { fieldProblems, ScreeningFields } from './screening-fields.tsx'

export type ScreeningState = Readonly<{
  values: ScreeningValues
  errors: ScreeningErrors
  refused: 'changed' | 'cannot-move' | 'post-taken' | null
}>

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
  return (
    <form action={submit} className="card flow staff-screening" aria-labelledby="screening" noValidate>
      <title>{problems.length > 0 ? t('errorTitle', { title }) : title}</title>
      <h2 id="screening">{t('screening.heading')}</h2>
      <ErrorSummary heading={t('problem')} problems={problems} />
      <input type="hidden" name="reference" value={reference} />
      <input type="hidden" name="version" value={values.version || version} />
      <ScreeningFields {...{ t, hashtag, outcomes, values }} checksLabel={t('screening.checks')} errors={state.errors} />
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

function problemsOf(t: Words, { errors, refused }: ScreeningState, changed: string): Problem[] {
  const fields = fieldProblems(t, errors)
  return refused ? [{ words: `${t(`screening.refused.${refused}`)} ${changed}`.trim() }, ...fields] : fields
}
