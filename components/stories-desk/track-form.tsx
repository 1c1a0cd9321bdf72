'use client'

import { useActionState } from 'react'
import { Button } from '#components/ui/button.tsx'
import { FieldError, TextAreaField } from '#components/ui/field.tsx'
import { TableRegion } from '#components/ui/table-region.tsx'
import type { Locale } from '#lib/i18n/locales.ts'
import { translator } from '#lib/i18n/translator.ts'
import type { TrackProblem } from '#lib/stories/captions.ts'
import type { Hint } from '#lib/stories/editing/checks.ts'
import { type StoryFormState, untouched, type Values } from '#lib/stories/editing/form.ts'
import { FormHead } from './form-head.tsx'
import { errorWords } from './problems.ts'

type Props = Readonly<{
  locale: Locale
  page: string
  heading: string
  body: string
  /** How many cues the saved track has, and what is hard to read in it. */
  cues: number
  hints: readonly Hint[]
  english: string | null
  hidden: Values
  action: (state: StoryFormState, form: FormData) => Promise<StoryFormState>
}>

/** A WebVTT track: pasted or chosen, checked line by line, put right where it stands. */
export function TrackForm({ locale, page, heading, body, cues, hints, english, hidden, action }: Props) {
  const [state, submit] = useActionState(action, untouched)
  const t = translator(locale, 'storyDesk')
  const errorWord = translator(locale, 'staff')('errorWord')
  const typed = state.values?.body ?? body
  const base = state.conflict ? String(state.conflict.number) : (state.values?.base ?? hidden.base ?? '')
  const error = errorWords(locale, state.errors.body)
  return (
    <form action={submit} className="card flow story-form" aria-labelledby="part" noValidate>
      <h2 id="part">{heading}</h2>
      <FormHead locale={locale} page={page} state={state} order={['body']} />
      {Object.entries({ ...hidden, base }).map(([name, value]) => (
        <input key={name} type="hidden" name={name} value={value} />
      ))}
      {cues > 0 && !state.values && (
        <p>
          <span className="badge badge--ok">{t('track.good', { count: cues })}</span>
        </p>
      )}
      {!state.values && <Hints locale={locale} hints={hints} />}
      <div className="story-track">
        <TextAreaField
          name="body"
          label={t('track.body')}
          hint={t('track.bodyHint')}
          rows={18}
          value={typed}
          error={error}
          errorWord={errorWord}
        />
      </div>
      {state.problems.length > 0 && <Numbered locale={locale} body={typed} problems={state.problems} />}
      <div className="field">
        <label className="l" htmlFor="file">
          {t('track.file')}
        </label>
        <div className="hint" id="file-hint">
          {t('track.fileHint')}
        </div>
        <FieldError name="file" error={errorWords(locale, state.errors.file)} errorWord={errorWord} />
        <input type="file" id="file" name="file" accept=".vtt,text/vtt" aria-describedby="file-hint" />
      </div>
      <Button>{t('track.save')}</Button>
      {english !== null && (
        <details>
          <summary>{t('track.englishHeading')}</summary>
          <pre className="story-pre" lang="en" dir="ltr">
            {english}
          </pre>
        </details>
      )}
    </form>
  )
}

function Hints({ locale, hints }: Readonly<{ locale: Locale; hints: readonly Hint[] }>) {
  const t = translator(locale, 'storyDesk')
  if (hints.length === 0) return null
  return (
    <div className="note note--warn note--wide">
      <p>
        <b>{t('track.hintsHeading')}</b>
      </p>
      <ul>
        {hints.map(({ line, hint }) => (
          <li key={`${line} ${hint}`}>{t('track.line', { line: String(line), words: t(`track.hint.${hint}`) })}</li>
        ))}
      </ul>
    </div>
  )
}

/** The file with its lines counted; what is wrong stands below its line. */
function Numbered({ locale, body, problems }: Readonly<{ locale: Locale; body: string; problems: readonly TrackProblem[] }>) {
  const t = translator(locale, 'storyDesk')
  const lines = body.split('\n').map((text, index) => ({ text, line: index + 1 }))
  return (
    <TableRegion labelledBy="numbered">
      <table className="story-numbered">
        <caption id="numbered">{t('track.numbered')}</caption>
        <tbody>
          {lines.map(({ text, line }) => {
            const own = problems.filter((problem) => problem.line === line)
            return (
              <tr key={line} id={`line-${line}`} className={own.length > 0 ? 'is-wrong' : undefined}>
                <th scope="row">{line}</th>
                <td>
                  <bdi>{text}</bdi>
                  {own.map(({ fault }) => (
                    <b key={fault} className="story-fault">
                      {t(`track.fault.${fault}`)}
                    </b>
                  ))}
                </td>
              </tr>
            )
          })}
        </tbody>
      </table>
    </TableRegion>
  )
}
