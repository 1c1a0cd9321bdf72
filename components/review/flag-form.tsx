'use client'

import { useActionState } from 'react'
import { Time } from '#components/staff/time.tsx'
import { Said } from '#components/submissions/said.tsx'
import { Button } from '#components/ui/button.tsx'
import { ErrorSummary } from '#components/ui/error-summary.tsx'
import { TextAreaField } from '#components/ui/field.tsx'
import type { Locale } from '#lib/i18n/locales.ts'
import { type Translator, translator } from '#lib/i18n/translator.ts'
import type { TextError } from '#lib/review/typed-text.ts'

export type AnswerState = Readonly<{ answer: string; error: TextError | Readonly<{ code: 'missing' }> | null; closed: boolean }>

type Props = Readonly<{
  locale: Locale
  title: string
  flag: Readonly<{ id: string; reference: string; raisedAt: Date; raisedBy: string; note: string | null }>
  action: (state: AnswerState, form: FormData) => Promise<AnswerState>
}>

/** One worry about somebody's safety, and the answer that closes it. */
export function FlagForm({ locale, title, flag, action }: Props) {
  const [state, submit] = useActionState(action, { answer: '', error: null, closed: false })
  const [t, staff] = [translator(locale, 'review'), translator(locale, 'staff')]
  const error = state.error ? errorWords(t, state.error) : undefined
  const problems = [
    ...(state.closed ? [{ words: t('overview.errors.flagClosed') }] : []),
    ...(error ? [{ words: error, href: `#answer-${flag.id}` }] : []),
  ]
  return (
    <form action={submit} className="flow reading-flag" noValidate>
      {problems.length > 0 && <title>{staff('suffix', { page: staff('errorTitle', { title }) })}</title>}
      <ErrorSummary heading={staff('problem')} problems={problems} />
      <h3>
        <a href={`/staff/submissions/${flag.reference}`} dir="ltr">
          {flag.reference}
        </a>
      </h3>
      <p className="small muted">
        {t('overview.raised', { by: flag.raisedBy })} <Time locale={locale} at={flag.raisedAt} /> UTC
      </p>
      {flag.note && <Said>{flag.note}</Said>}
      <input type="hidden" name="flag" value={flag.id} />
      <TextAreaField
        name={`answer-${flag.id}`}
        label={t('overview.answer')}
        value={state.answer}
        rows={3}
        errorWord={staff('errorWord')}
        error={error}
      />
      <Button look="line">{t('overview.resolve')}</Button>
    </form>
  )
}

function errorWords(t: Translator<'review'>, error: NonNullable<AnswerState['error']>): string {
  if (error.code === 'missing') return t('overview.errors.missing')
  return error.code === 'too-long'
    ? t('overview.errors.tooLong', { max: String(error.max) })
    : t('overview.errors.forbidden', { codePoint: error.codePoint })
}
