'use client'

import { useActionState } from 'react'
import { Said } from '#components/submissions/said.tsx'
import { Button } from '#components/ui/button.tsx'
import { Radios } from '#components/ui/choices.tsx'
import { ErrorSummary, type Problem } from '#components/ui/error-summary.tsx'
import { TextAreaField } from '#components/ui/field.tsx'
import type { Locale } from '#lib/i18n/locales.ts'
import { translator } from '#lib/i18n/translator.ts'
import {
  type AppealErrors,
  type AppealField,
  type AppealValues,
  appealOutcomes,
  appealReasonMax,
} from '#lib/submissions/staff/appeal-schema.ts'

export type AppealRefusal = 'changed' | 'decided' | 'own-decision' | 'post-taken'
export type AppealState = Readonly<{ values: AppealValues; errors: AppealErrors; refused: AppealRefusal | null }>

type Props = Readonly<{
  locale: Locale
  reference: string
  appealId: string
  /** Of the entry this page shows: what is sent counts for no other. */
  version: number
  canDecide: boolean
  action: (state: AppealState, form: FormData) => Promise<AppealState>
}>

/** Decides an appeal. Whoever found the entry not eligible reads why they cannot. */
export function AppealForm({ locale, reference, appealId, version, canDecide, action }: Props) {
  const [state, submit] = useActionState(action, { values: { version: '', outcome: '', reason: '' }, errors: {}, refused: null })
  const t = translator(locale, 'staff')
  const problems = problemsOf(locale, state)
  const title = t('appeal.title', { reference })
  const about = (name: AppealField) => ({ name, error: wordsOf(locale, state, name), errorWord: t('errorWord') })
  const head = (
    <>
      <title>{problems.length > 0 ? t('errorTitle', { title }) : title}</title>
      <h2 id="decide">{t('appeal.decide')}</h2>
      <ErrorSummary heading={t('problem')} problems={problems} />
    </>
  )
  if (!canDecide)
    return (
      <section className="card flow" aria-labelledby="decide">
        {head}
        <p>{t('appeal.notYours')}</p>
        {state.values.reason && <Said>{state.values.reason}</Said>}
      </section>
    )
  return (
    <form action={submit} className="card flow staff-screening" aria-labelledby="decide" noValidate>
      {head}
      <input type="hidden" name="reference" value={reference} />
      <input type="hidden" name="appealId" value={appealId} />
      <input type="hidden" name="version" value={state.values.version || version} />
      <Radios
        {...about('outcome')}
        label={t('appeal.outcome')}
        value={state.values.outcome}
        choices={appealOutcomes.map((value) => ({ value, label: t(`appeal.${value}`), hint: t(`appeal.${value}Hint`) }))}
      />
      <TextAreaField
        {...about('reason')}
        label={t('appeal.reason')}
        hint={t('appeal.reasonHint', { max: String(appealReasonMax) })}
        value={state.values.reason}
        rows={5}
      />
      <Button>{t('appeal.save')}</Button>
    </form>
  )
}

function problemsOf(locale: Locale, state: AppealState): Problem[] {
  const fields = (['outcome', 'reason'] as const).flatMap((name) => {
    const words = wordsOf(locale, state, name)
    return words ? [{ words, href: `#${name}` }] : []
  })
  const { refused } = state
  return refused ? [{ words: translator(locale, 'staff')(`appeal.refused.${refused}`) }, ...fields] : fields
}

function wordsOf(locale: Locale, { errors }: AppealState, name: AppealField): string | undefined {
  const code = errors[name]
  return code && translator(locale, 'staff')(`appeal.errors.${code}`, { max: String(appealReasonMax) })
}
