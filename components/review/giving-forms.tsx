'use client'

import { useActionState } from 'react'
import { Button } from '#components/ui/button.tsx'
import { ErrorSummary, type Problem } from '#components/ui/error-summary.tsx'
import { type Option, SelectField, TextField } from '#components/ui/field.tsx'
import type { Locale } from '#lib/i18n/locales.ts'
import { type Translator, translator } from '#lib/i18n/translator.ts'
import type { HandErrors, HandValues } from '#lib/review/overview-form.ts'

type Action<State> = (state: State, form: FormData) => Promise<State>
type About = Readonly<{ locale: Locale; title: string }>

export type HandState = Readonly<{ values: HandValues; errors: HandErrors; refused: string | null }>

/** Asks one person to read one entry. */
export function HandForm({ locale, title, people, action }: About & Readonly<{ people: readonly Option[]; action: Action<HandState> }>) {
  const [state, submit] = useActionState(action, { values: { reference: '', reviewerId: '' }, errors: {}, refused: null })
  const [t, staff] = [translator(locale, 'review'), translator(locale, 'staff')]
  const errors = {
    reference: state.errors.reference && t('overview.errors.reference'),
    reviewerId: state.errors.reviewerId && t('overview.errors.who'),
  }
  const problems: Problem[] = [
    ...(state.refused ? [{ words: refusalWords(t, state.refused) }] : []),
    ...(errors.reference ? [{ words: errors.reference, href: '#reference' }] : []),
    ...(errors.reviewerId ? [{ words: errors.reviewerId, href: '#reviewerId' }] : []),
  ]
  const errorWord = staff('errorWord')
  return (
    <form action={submit} className="card flow" aria-labelledby="hand" noValidate>
      {problems.length > 0 && <title>{staff('suffix', { page: staff('errorTitle', { title }) })}</title>}
      <h2 id="hand">{t('overview.hand')}</h2>
      <ErrorSummary heading={staff('problem')} problems={problems} />
      <TextField
        name="reference"
        label={t('overview.reference')}
        value={state.values.reference}
        errorWord={errorWord}
        error={errors.reference}
        autoCapitalize="characters"
        spellCheck={false}
        dir="ltr"
      />
      <SelectField
        name="reviewerId"
        label={t('overview.who')}
        value={state.values.reviewerId}
        empty={t('overview.choose')}
        options={people}
        errorWord={errorWord}
        error={errors.reviewerId}
      />
      <Button look="line">{t('overview.ask')}</Button>
    </form>
  )
}

const known = {
  'submission.unknown': 'unknown',
  'assign.not-eligible': 'notEligible',
  'assign.no-copy': 'noCopy',
  'assign.nobody': 'nobody',
  'assign.already': 'already',
  'assign.knows': 'knows',
} as const

function refusalWords(t: Translator<'review'>, code: string): string {
  const key = Object.entries(known).find(([name]) => name === code)?.[1] ?? 'unknown'
  return t(`overview.errors.${key}`)
}

export type SpreadState = null

/** Gives out what is open, without waiting for the clock. */
export function SpreadForm({ locale, action }: Readonly<{ locale: Locale; action: Action<SpreadState> }>) {
  const [, submit] = useActionState(action, null)
  const t = translator(locale, 'review')
  return (
    <form action={submit} className="card flow" aria-labelledby="spread">
      <h2 id="spread">{t('overview.spread')}</h2>
      <p className="hint">{t('overview.spreadHint')}</p>
      <Button look="line">{t('overview.spreadNow')}</Button>
    </form>
  )
}

export type BudgetState = Readonly<{ budget: string; wrong: boolean }>
type BudgetProps = About & Readonly<{ budget: string; remains: string; action: Action<BudgetState> }>

/** The second stage: how much is to be spent, and what that leaves. */
export function BudgetForm({ locale, title, budget, remains, action }: BudgetProps) {
  const [state, submit] = useActionState(action, { budget, wrong: false })
  const [t, staff] = [translator(locale, 'review'), translator(locale, 'staff')]
  const error = state.wrong ? t('overview.errors.budget') : undefined
  return (
    <form action={submit} className="card flow" aria-labelledby="spend" noValidate>
      {error && <title>{staff('suffix', { page: staff('errorTitle', { title }) })}</title>}
      <h2 id="spend">{t('overview.spend')}</h2>
      <ErrorSummary heading={staff('problem')} problems={error ? [{ words: error, href: '#budget' }] : []} />
      <p className="hint">{t('overview.spendHint')}</p>
      <TextField
        name="budget"
        label={t('overview.budget')}
        hint={remains}
        value={state.budget}
        inputMode="decimal"
        errorWord={staff('errorWord')}
        error={error}
      />
      <Button look="line">{t('overview.spendNow')}</Button>
    </form>
  )
}
