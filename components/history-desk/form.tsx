'use client'

import { Fragment, useActionState } from 'react'
import { Stretches } from '#components/stories-desk/stretches.tsx'
import { Button } from '#components/ui/button.tsx'
import { Checkbox } from '#components/ui/choices.tsx'
import { ErrorSummary } from '#components/ui/error-summary.tsx'
import { type Option, SelectField, TextAreaField, TextField } from '#components/ui/field.tsx'
import { type Conflict, type HistoryFormState, untouched, type Values } from '#lib/history/editing/form.ts'
import type { Locale } from '#lib/i18n/locales.ts'
import { translator } from '#lib/i18n/translator.ts'
import { errorWords, problemsOf } from './problems.ts'

export type HistoryField = Readonly<{
  kind: 'line' | 'area' | 'one' | 'date' | 'tick' | 'number' | 'address'
  name: string
  label: string
  hint?: string
  options?: readonly Option[]
  /** A choice that stands for none. */
  empty?: string
  /** The English, for who translates. */
  english?: string
  /** Begins a group of fields. */
  group?: string
}>

export type HistoryAction = (state: HistoryFormState, form: FormData) => Promise<HistoryFormState>

type Props = Readonly<{
  locale: Locale
  /** The title of the page. */
  page: string
  heading: string
  fields: readonly HistoryField[]
  values: Values
  hidden: Values
  button: string
  action: HistoryAction
}>

/** A form of the history desk: its fields in order, with what was wrong, and what somebody else saved meanwhile. */
export function HistoryForm({ locale, page, heading, fields, values, hidden, button, action }: Props) {
  const [state, submit] = useActionState(action, untouched)
  const staff = translator(locale, 'staff')
  const base = state.conflict ? String(state.conflict.number) : (state.values?.base ?? hidden.base ?? '')
  const title = translator(locale, 'historyDesk')('pageTitle', { page })
  const problems = problemsOf(locale, state, fields)
  const now = state.values
  return (
    <form action={submit} className="card flow history-form" aria-labelledby="part" noValidate>
      <title>{problems.length > 0 ? staff('errorTitle', { title }) : title}</title>
      <h2 id="part">{heading}</h2>
      <ErrorSummary heading={staff('problem')} problems={problems} />
      {state.conflict && <Differences locale={locale} conflict={state.conflict} />}
      {Object.entries({ ...hidden, base }).map(([name, value]) => (
        <input key={name} type="hidden" name={name} value={value} />
      ))}
      {fields.map((field) => (
        <Fragment key={field.name}>
          {field.group && <h3>{field.group}</h3>}
          <Control
            locale={locale}
            field={field}
            value={(now ? now[field.name] : values[field.name]) ?? ''}
            error={errorWords(locale, state.errors[field.name])}
            errorWord={staff('errorWord')}
          />
        </Fragment>
      ))}
      <Button>{button}</Button>
    </form>
  )
}

type ControlProps = Readonly<{ locale: Locale; field: HistoryField; value: string; error: string | undefined; errorWord: string }>

function Control({ locale, field, value, error, errorWord }: ControlProps) {
  const { kind, name, label, hint, english, options = [], empty } = field
  const words = english === undefined ? hint : <Hint locale={locale} hint={hint} english={english} />
  const about = { name, label, hint: words, error, errorWord, value }
  if (kind === 'tick') return <Checkbox {...{ name, label, hint, error, errorWord }} checked={value === 'yes'} />
  if (kind === 'area') return <TextAreaField {...about} rows={4} />
  if (kind === 'one') return <SelectField {...about} options={options} {...(empty === undefined ? {} : { empty })} />
  if (kind === 'date') return <TextField {...about} type="date" dir="ltr" autoComplete="off" />
  if (kind === 'number') return <TextField {...about} inputMode="decimal" dir="ltr" autoComplete="off" />
  if (kind === 'address')
    return <TextField {...about} inputMode="url" dir="ltr" autoComplete="off" autoCapitalize="none" spellCheck={false} />
  return <TextField {...about} dir="auto" autoComplete="off" />
}

function Hint({ locale, hint, english }: Readonly<{ locale: Locale; hint: string | undefined; english: string }>) {
  const t = translator(locale, 'historyDesk')
  return (
    <>
      {hint}
      <span className="story-english">
        <b>{t('words.english')}</b> {english ? <span lang="en">{english}</span> : t('words.englishEmpty')}
      </span>
    </>
  )
}

function Differences({ locale, conflict }: Readonly<{ locale: Locale; conflict: Conflict }>) {
  const t = translator(locale, 'historyDesk')
  return (
    <section className="note note--warn note--wide flow" id="conflict" aria-labelledby="conflict-heading" tabIndex={-1}>
      <h3 id="conflict-heading">{t('conflict.heading', { who: `\u2068${conflict.who}\u2069` })}</h3>
      <p>{t('conflict.text')}</p>
      <Stretches stretches={conflict.stretches} first={t('conflict.theirs')} second={t('conflict.yours')} />
    </section>
  )
}
