'use client'

import { type ReactNode, useActionState } from 'react'
import { Button } from '#components/ui/button.tsx'
import { Checkbox, type Choice, Radios } from '#components/ui/choices.tsx'
import { ErrorSummary } from '#components/ui/error-summary.tsx'
import { type Option, SelectField, TextAreaField, TextField } from '#components/ui/field.tsx'
import type { DeskErrorCode, DeskState, DeskValues } from '#lib/campaign/desk/form.ts'
import type { Locale } from '#lib/i18n/locales.ts'
import { translator } from '#lib/i18n/translator.ts'

type Words = Readonly<{ name: string; label: string; hint?: string }>
export type DeskField = Words &
  (
    | Readonly<{ kind: 'line' | 'time' | 'days' }>
    | Readonly<{ kind: 'text'; rows?: number }>
    | Readonly<{ kind: 'one'; options: readonly Option[]; empty: string }>
    | Readonly<{ kind: 'radios'; choices: readonly Choice[] }>
    | Readonly<{ kind: 'tick' }>
  )

type Props = Readonly<{
  locale: Locale
  /** The name of the page, for its title. */
  page: string
  /** What the form is called; the id of its heading is made of `id`. */
  id: string
  heading: string
  fields: readonly DeskField[]
  /** What the fields hold before anybody typed. */
  values: DeskValues
  /** Sent along as they are. */
  hidden: DeskValues
  button: string
  children?: ReactNode
  action: (state: DeskState, form: FormData) => Promise<DeskState>
}>

/** One form of the campaign pages: fields, what is wrong with them, and why something was refused. */
export function CampaignForm({ locale, page, id, heading, fields, values, hidden, button, children, action }: Props) {
  const [state, submit] = useActionState(action, { values: null, errors: {}, refused: null })
  const t = translator(locale, 'campaignDesk')
  const staff = translator(locale, 'staff')
  const wrong = fields.flatMap(({ name }) => wordsOf(locale, state.errors[name], name))
  const problems = [...(state.refused ? [{ words: t(`refused.${state.refused}`) }] : []), ...wrong]
  const title = t('pageTitle', { page })
  return (
    <form action={submit} className="card flow people-form" aria-labelledby={id} noValidate>
      <h2 id={id}>{heading}</h2>
      <title>{problems.length > 0 ? staff('errorTitle', { title }) : title}</title>
      <ErrorSummary heading={staff('problem')} problems={problems} />
      {Object.entries(hidden).map(([name, value]) => (
        <input key={name} type="hidden" name={name} value={(marksOfSeen.includes(name) && state.values?.[name]) || value} />
      ))}
      {children}
      {fields.map((field) => (
        <Control
          key={field.name}
          field={field}
          value={state.values?.[field.name] ?? values[field.name] ?? ''}
          error={wordsOf(locale, state.errors[field.name], field.name)[0]?.words}
          errorWord={staff('errorWord')}
        />
      ))}
      <Button>{button}</Button>
    </form>
  )
}

/** What the form showed when it was filled in: over a fault it stays, as what was typed goes with it. */
const marksOfSeen: readonly string[] = ['version', 'zone', 'seen']

function wordsOf(locale: Locale, code: DeskErrorCode | undefined, name: string): { words: string; href: string }[] {
  return code ? [{ words: translator(locale, 'campaignDesk')(`errors.${code}`), href: `#${name}` }] : []
}

type ControlProps = Readonly<{ field: DeskField; value: string; error: string | undefined; errorWord: string }>

function Control({ field, value, error, errorWord }: ControlProps) {
  const about = { name: field.name, label: field.label, hint: field.hint, error, errorWord, value }
  if (field.kind === 'text') return <TextAreaField {...about} rows={field.rows ?? 3} />
  if (field.kind === 'one') return <SelectField {...about} options={field.options} empty={field.empty} />
  if (field.kind === 'radios') return <Radios {...about} choices={field.choices} />
  if (field.kind === 'tick') return <Checkbox {...about} checked={false} />
  if (field.kind === 'time') return <TextField {...about} type="datetime-local" />
  if (field.kind === 'days') return <TextField {...about} inputMode="numeric" dir="ltr" autoComplete="off" />
  return <TextField {...about} dir="auto" autoComplete="off" />
}
