'use client'

import { type ReactNode, useActionState } from 'react'
import { Button } from '#components/ui/button.tsx'
import { Checkbox } from '#components/ui/choices.tsx'
import { ErrorSummary, type Problem } from '#components/ui/error-summary.tsx'
import { TextAreaField } from '#components/ui/field.tsx'
import { type Locale, localeNames, locales } from '#lib/i18n/locales.ts'
import { translator } from '#lib/i18n/translator.ts'
import type { CorrectionErrors, CorrectionValues } from '#lib/review/selection/correction-form.ts'

export type ReleaseRefusal = 'blocked' | 'changed' | 'same-person' | 'cancelled' | 'released' | 'nothing' | 'unread' | 'sent' | 'other'
/** References of entries that are not as they were proposed, put together with spaces. */
type Changed = Readonly<{ scores: string; decisions: string; more: number }>
export type ReleaseState = Readonly<{
  refused: ReleaseRefusal | null
  changed?: Changed
  correction: CorrectionValues | null
  errors: CorrectionErrors
}>

type Props = Readonly<{
  locale: Locale
  /** What can be done now. */
  can: Readonly<{ propose: boolean; confirm: boolean; cancel: boolean; correct: boolean }>
  releaseId: string | null
  /** The results are out: this answers who came after them. */
  isLater: boolean
  letters: number
  /** Names the correction, so that the same form sent twice adds one. */
  correctionId: string
  /** What there is to know first: what was refused stands above it. */
  children: ReactNode
  action: (state: ReleaseState, form: FormData) => Promise<ReleaseState>
}>

/** Everything that can be done about the release; what was refused is said at the top. */
export function ReleaseDesk(props: Props) {
  const { locale, can, action, children } = props
  const [state, submit] = useActionState(action, { refused: null, correction: null, errors: {} })
  const [t, staff] = [translator(locale, 'selection'), translator(locale, 'staff')]
  const problems = problemsOf(locale, state)
  const title = staff('suffix', { page: t('release.title') })
  return (
    <>
      <title>{problems.length > 0 ? staff('errorTitle', { title }) : title}</title>
      <ErrorSummary heading={staff('problem')} problems={problems} />
      {children}
      {can.propose && (
        <form action={submit} className="card flow">
          <p>{t('release.proposeText')}</p>
          <Button>{t('release.propose')}</Button>
          <Deed deed="propose" id={null} />
        </form>
      )}
      {can.confirm && <Confirm {...props} submit={submit} unread={state.refused === 'unread'} />}
      {can.cancel && (
        <form action={submit}>
          <Deed deed="cancel" id={props.releaseId} />
          <Button look="line">{t('release.cancel')}</Button>
        </form>
      )}
      {can.correct && <Correct {...props} submit={submit} state={state} />}
    </>
  )
}

type Part = Omit<Props, 'children'> & Readonly<{ submit: (form: FormData) => void }>

function Deed({ deed, id }: Readonly<{ deed: string; id: string | null }>) {
  return (
    <>
      <input type="hidden" name="deed" value={deed} />
      {id !== null && <input type="hidden" name="release" value={id} />}
    </>
  )
}

function Confirm({ locale, releaseId, isLater, letters, submit, unread }: Part & Readonly<{ unread: boolean }>) {
  const [t, staff] = [translator(locale, 'selection'), translator(locale, 'staff')]
  return (
    <form action={submit} className="card flow" noValidate>
      <p>{t('release.confirmText', { count: letters })}</p>
      <Checkbox
        name="read"
        label={t('release.read')}
        checked={false}
        error={unread ? t('release.refused.unread') : undefined}
        errorWord={staff('errorWord')}
      />
      <Button>{t(isLater ? 'release.laterConfirm' : 'release.confirm')}</Button>
      <Deed deed="confirm" id={releaseId} />
    </form>
  )
}

function Correct({ locale, correctionId, submit, state }: Part & Readonly<{ state: ReleaseState }>) {
  const [t, staff] = [translator(locale, 'selection'), translator(locale, 'staff')]
  return (
    <form action={submit} className="card flow" aria-labelledby="correct" noValidate>
      <h2 id="correct">{t('release.correction.heading')}</h2>
      <p>{t('release.correction.text')}</p>
      {locales.map((own) => (
        <TextAreaField
          key={own}
          name={`text-${own}`}
          label={t('release.correction.language', { language: localeNames[own] })}
          value={state.correction?.[own] ?? ''}
          error={state.errors[own] && t(`release.correction.errors.${state.errors[own]}`)}
          errorWord={staff('errorWord')}
          rows={3}
        />
      ))}
      <Button>{t('release.correction.add')}</Button>
      <Deed deed="correct" id={null} />
      <input type="hidden" name="correction" value={correctionId} />
    </form>
  )
}

function problemsOf(locale: Locale, { refused, changed, errors }: ReleaseState): Problem[] {
  const t = translator(locale, 'selection')
  const fields = locales.flatMap((own) => {
    const error = errors[own]
    return error ? [{ words: t(`release.correction.errors.${error}`), href: `#text-${own}` }] : []
  })
  if (!refused) return fields
  const named = refused === 'changed' && changed ? whatChanged(locale, changed) : []
  return [{ words: [t(`release.refused.${refused}`), ...named].join('. '), ...(refused === 'unread' && { href: '#read' }) }, ...fields]
}

function whatChanged(locale: Locale, { scores, decisions, more }: Changed): string[] {
  const t = translator(locale, 'selection')
  const list = (references: string) => references.split(' ').join(', ')
  const words = [
    ...(scores ? [t('release.refused.changedScores', { references: list(scores) })] : []),
    ...(decisions ? [t('release.refused.changedDecisions', { references: list(decisions) })] : []),
    ...(more > 0 ? [t('release.refused.changedMore', { count: more })] : []),
  ]
  return [words.join(' ')]
}
