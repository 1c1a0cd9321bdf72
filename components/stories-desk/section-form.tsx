'use client'

import { useActionState } from 'react'
import { Button } from '#components/ui/button.tsx'
import { type Option, SelectField, TextAreaField, TextField } from '#components/ui/field.tsx'
import type { Locale } from '#lib/i18n/locales.ts'
import { translator } from '#lib/i18n/translator.ts'
import { type StoryFormState, untouched, type Values } from '#lib/stories/editing/form.ts'
import { Autosave } from './autosave.tsx'
import { FormHead } from './form-head.tsx'
import { errorWords } from './problems.ts'

export type DeskField = Readonly<{
  kind: 'line' | 'number' | 'slug' | 'area' | 'one'
  name: string
  label: string
  hint?: string
  options?: readonly Option[]
  /** The English, for who translates. */
  english?: string
}>

type Props = Readonly<{
  locale: Locale
  page: string
  heading: string
  fields: readonly DeskField[]
  values: Values
  hidden: Values
  button: string
  /** Saves by itself where scripts run. */
  autosave: boolean
  action: (state: StoryFormState, form: FormData) => Promise<StoryFormState>
}>

/** A part of a story that is a few fields. */
export function SectionForm({ locale, page, heading, fields, values, hidden, button, autosave, action }: Props) {
  const [state, submit] = useActionState(action, untouched)
  const staff = translator(locale, 'staff')
  const base = state.conflict ? String(state.conflict.number) : (state.values?.base ?? hidden.base ?? '')
  return (
    <form action={submit} className="card flow story-form" aria-labelledby="part" noValidate data-story-form={autosave ? '' : undefined}>
      <h2 id="part">{heading}</h2>
      <FormHead locale={locale} page={page} state={state} order={fields.map(({ name }) => name)} />
      {Object.entries({ ...hidden, base }).map(([name, value]) => (
        <input key={name} type="hidden" name={name} value={value} />
      ))}
      {fields.map((field) => (
        <Control
          key={field.name}
          locale={locale}
          field={field}
          value={state.values?.[field.name] ?? values[field.name] ?? ''}
          error={errorWords(locale, state.errors[field.name])}
          errorWord={staff('errorWord')}
        />
      ))}
      <div className="btns">
        <Button>{button}</Button>
        {autosave && <Autosave locale={locale} />}
      </div>
    </form>
  )
}

type ControlProps = Readonly<{ locale: Locale; field: DeskField; value: string; error: string | undefined; errorWord: string }>

function Control({ locale, field, value, error, errorWord }: ControlProps) {
  const about = { name: field.name, label: field.label, hint: <Hint locale={locale} field={field} />, error, errorWord, value }
  if (field.kind === 'area') return <TextAreaField {...about} rows={3} />
  if (field.kind === 'one') return <SelectField {...about} options={field.options ?? []} />
  if (field.kind === 'number') return <TextField {...about} inputMode="numeric" dir="ltr" autoComplete="off" />
  if (field.kind === 'slug') return <TextField {...about} dir="ltr" autoComplete="off" autoCapitalize="none" spellCheck={false} />
  return <TextField {...about} dir="auto" autoComplete="off" />
}

function Hint({ locale, field: { hint, english } }: Readonly<{ locale: Locale; field: DeskField }>) {
  if (english === undefined) return hint
  const t = translator(locale, 'storyDesk')
  return (
    <>
      {hint}
      <span className="story-english">
        <b>{t('words.english')}</b> {english ? <span lang="en">{english}</span> : t('words.englishEmpty')}
      </span>
    </>
  )
}
