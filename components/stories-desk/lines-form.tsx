'use client'

import { useActionState } from 'react'
import { Button } from '#components/ui/button.tsx'
import { TextAreaField, TextField } from '#components/ui/field.tsx'
import type { Locale } from '#lib/i18n/locales.ts'
import { translator } from '#lib/i18n/translator.ts'
import { type StoryFormState, typedTime, untouched, type Values } from '#lib/stories/editing/form.ts'
import type { TranscriptLine } from '#lib/stories/schema.ts'
import { Autosave } from './autosave.tsx'
import { FormHead } from './form-head.tsx'
import { errorWords } from './problems.ts'

const spare = 3
const fields = ['at', 'chapter', 'says', 'shows'] as const

type Props = Readonly<{
  locale: Locale
  page: string
  heading: string
  lines: readonly TranscriptLine[]
  /** The English line of the same moment, for who translates; null in English. */
  english: readonly TranscriptLine[] | null
  hidden: Values
  /** Whether it also saves by itself. */
  autosave?: boolean
  action: (state: StoryFormState, form: FormData) => Promise<StoryFormState>
}>

/** The transcript, line by line, with a few empty lines at its end. */
export function LinesForm({ locale, page, heading, lines, english, hidden, autosave = true, action }: Props) {
  const [state, submit] = useActionState(action, untouched)
  const t = translator(locale, 'storyDesk')
  const first = lines.length ? lines : (english?.map(({ at, chapter }) => ({ at, ...(chapter && { chapter: '' }) })) ?? [])
  const rows = state.values ? Number(state.values.lines) || 0 : first.length + spare
  const stored = (row: number): Values => {
    const line: TranscriptLine | undefined = first[row]
    return line ? { at: typedTime(line.at), chapter: line.chapter ?? '', says: line.says ?? '', shows: line.shows ?? '' } : {}
  }
  const base = state.conflict ? String(state.conflict.number) : (state.values?.base ?? hidden.base ?? '')
  const numbers = Array.from({ length: rows }, (_, row) => row)
  return (
    <form action={submit} className="card flow story-form" aria-labelledby="part" noValidate data-story-form="">
      <h2 id="part">{heading}</h2>
      <FormHead locale={locale} page={page} state={state} order={numbers.flatMap((row) => fields.map((name) => `${name}-${row}`))} />
      <p className="hint">{t('lines.hint')}</p>
      {Object.entries({ ...hidden, base, lines: String(rows) }).map(([name, value]) => (
        <input key={name} type="hidden" name={name} value={value} />
      ))}
      {numbers.map((row) => (
        <Row key={row} locale={locale} row={row} state={state} stored={stored(row)} english={english?.[row] ?? null} />
      ))}
      <div className="btns">
        <Button>{t('lines.save')}</Button>
        {autosave && <Autosave locale={locale} />}
      </div>
    </form>
  )
}

type RowProps = Readonly<{ locale: Locale; row: number; state: StoryFormState; stored: Values; english: TranscriptLine | null }>

function Row({ locale, row, state, stored, english }: RowProps) {
  const t = translator(locale, 'storyDesk')
  const about = (name: (typeof fields)[number]) => {
    const full = `${name}-${row}`
    const error = errorWords(locale, state.errors[full])
    const value = state.values?.[full] ?? stored[name] ?? ''
    return { name: full, label: t(`lines.${name}`), value, error, errorWord: translator(locale, 'staff')('errorWord') }
  }
  return (
    <fieldset className="story-line">
      <legend className="l">{t('lines.row', { number: String(row + 1) })}</legend>
      {english && (
        <p className="story-english" lang="en" dir="ltr">
          <b>{typedTime(english.at)}</b> {english.chapter && <i>{english.chapter}. </i>}
          {english.says} {english.shows && <i>[{english.shows}]</i>}
        </p>
      )}
      <div className="story-line__fields">
        <TextField {...about('at')} dir="ltr" autoComplete="off" />
        <TextField {...about('chapter')} dir="auto" autoComplete="off" />
        <TextAreaField {...about('says')} rows={2} />
        <TextAreaField {...about('shows')} rows={2} />
      </div>
    </fieldset>
  )
}
