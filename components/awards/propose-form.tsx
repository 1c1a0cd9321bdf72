'use client'

import { useActionState } from 'react'
import { Button } from '#components/ui/button.tsx'
import { ErrorSummary, type Problem } from '#components/ui/error-summary.tsx'
import { SelectField, TextField } from '#components/ui/field.tsx'
import type { Locale } from '#lib/i18n/locales.ts'
import { translator } from '#lib/i18n/translator.ts'
import { type Refused, refusedWords } from './words.ts'

type Field = 'reference' | 'amount'
export type ProposeState = Readonly<{ values: Readonly<Record<Field, string>>; wrong: readonly Field[]; refused: Refused | null }>

type Props = Readonly<{
  locale: Locale
  references: readonly string[]
  left: string
  /** False where another part of the page gives it its title. */
  withTitle: boolean
  action: (state: ProposeState, form: FormData) => Promise<ProposeState>
}>

/** Proposes one award of any amount. */
export function ProposeForm({ locale, references, left, withTitle, action }: Props) {
  const [state, submit] = useActionState(action, { values: { reference: '', amount: '' }, wrong: [], refused: null })
  const [t, staff] = [translator(locale, 'awards'), translator(locale, 'staff')]
  const wordsOf = (name: Field) =>
    state.wrong.includes(name) ? t(`single.errors.${name === 'reference' ? 'entry' : 'amount'}`) : undefined
  const about = (name: Field) => ({ name, value: state.values[name], error: wordsOf(name), errorWord: staff('errorWord') })
  const problems: Problem[] = [
    ...(state.refused ? [{ words: refusedWords(locale, state.refused) }] : []),
    ...state.wrong.map((name) => ({ words: wordsOf(name) ?? '', href: `#${name}` })),
  ]
  const title = staff('suffix', { page: t('propose') })
  return (
    <form action={submit} className="card flow" aria-labelledby="single" noValidate>
      {(withTitle || problems.length > 0) && <title>{problems.length > 0 ? staff('errorTitle', { title }) : title}</title>}
      <h2 id="single">{t('single.heading')}</h2>
      <ErrorSummary heading={staff('problem')} problems={problems} />
      <SelectField
        {...about('reference')}
        label={t('single.entry')}
        empty={t('single.choose')}
        options={references.map((value) => ({ value, label: value }))}
      />
      <TextField
        {...about('amount')}
        label={t('single.amount')}
        hint={t('single.amountHint', { left })}
        inputMode="decimal"
        autoComplete="off"
        dir="ltr"
      />
      <Button look="line">{t('single.button')}</Button>
    </form>
  )
}
