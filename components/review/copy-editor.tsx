'use client'

import { useActionState } from 'react'
import { Button } from '#components/ui/button.tsx'
import { ErrorSummary, type Problem } from '#components/ui/error-summary.tsx'
import { TextAreaField } from '#components/ui/field.tsx'
import type { Locale } from '#lib/i18n/locales.ts'
import { type Translator, translator } from '#lib/i18n/translator.ts'
import type { CopyErrors, CopyValues } from '#lib/review/copy-form.ts'
import { copyRefusal } from './copy-words.ts'

export type CopyState = Readonly<{ values: CopyValues | null; errors: CopyErrors; refused: string | null }>

type Props = Readonly<{
  locale: Locale
  title: string
  /** What the form holds at first: the newest copy, or the words with everything found taken out. */
  start: CopyValues
  hasPost: boolean
  action: (state: CopyState, form: FormData) => Promise<CopyState>
}>

/** Where the copy that reviewers read is written. */
export function CopyEditor({ locale, title, start, hasPost, action }: Props) {
  const [state, submit] = useActionState(action, { values: null, errors: {}, refused: null })
  const [t, staff] = [translator(locale, 'review'), translator(locale, 'staff')]
  const values = state.values
    ? { ...state.values, version: state.values.version || start.version, seen: state.values.seen || start.seen }
    : start
  const [story, post] = [errorWords(t, state.errors.story), errorWords(t, state.errors.postText)]
  const problems: Problem[] = [
    ...(state.refused ? [{ words: copyRefusal(t, state.refused) }] : []),
    ...(story ? [{ words: `${t('copy.story')}: ${story}`, href: '#story' }] : []),
    ...(post ? [{ words: `${t('copy.post')}: ${post}`, href: '#postText' }] : []),
  ]
  const common = { rows: 14, errorWord: staff('errorWord') }
  return (
    <form action={submit} className="card flow staff-screening" aria-labelledby="editing" noValidate>
      {problems.length > 0 && <title>{staff('suffix', { page: staff('errorTitle', { title }) })}</title>}
      <h2 id="editing">{t('copy.edit')}</h2>
      <ErrorSummary heading={staff('problem')} problems={problems} />
      <p className="hint">{t('copy.editHint')}</p>
      {(['reference', 'version', 'seen'] as const).map((name) => (
        <input key={name} type="hidden" name={name} value={values[name]} />
      ))}
      <TextAreaField {...common} name="story" label={t('copy.story')} value={values.story} error={story} />
      {hasPost && <TextAreaField {...common} rows={8} name="postText" label={t('copy.post')} value={values.postText} error={post} />}
      <Button>{t('copy.save')}</Button>
    </form>
  )
}

function errorWords(t: Translator<'review'>, error: CopyErrors['story']): string | undefined {
  if (!error) return undefined
  if (error.code === 'missing') return t('copy.errors.missing')
  return error.code === 'too-long'
    ? t('copy.errors.tooLong', { max: String(error.max) })
    : t('copy.errors.forbidden', { codePoint: error.codePoint })
}
