'use client'
import type { ReactNode } from 'react'
import { FormPage } from '#app/_forms/form.tsx'
import type { FormState } from '#app/_forms/state.ts'
import { ContinueHint } from '#components/submissions/continue-hint.tsx'
import { KeepWords } from '#components/submissions/keep-words.tsx'
import { Button } from '#components/ui/button.tsx'
import { Steps } from '#components/ui/steps.tsx'
import { type Locale, localPath } from '#lib/i18n/locales.ts'
import { translator } from '#lib/i18n/translator.ts'

/** How many pages show their place; the first, where somebody finds out whether they can enter, is not counted. */
export const stepCount = 5

type Props = {
  readonly locale: Locale
  readonly state: FormState
  readonly send: (form: FormData) => void
  readonly step: number
  readonly title: string
  /** The page before this one, as a path without language prefix. */
  readonly before: string
  readonly change: boolean
  /** When the form was made, signed. */
  readonly age: string
  readonly children: ReactNode
}

/** One step of the form: way back, problems, place in the row, heading, questions and the button that leads on. */
export function StepPage({ locale, state, send, step, title, before, change, age, children }: Props) {
  const t = translator(locale, 'share')
  const back = { href: localPath(locale, change ? '/share/check' : before), words: t('back') }
  return (
    <FormPage {...{ locale, state, send, title, back }} hidden={{ change: change ? '1' : undefined, age }}>
      <Steps label={t('step', { step: String(step), of: String(stepCount) })} step={step} of={stepCount} />
      <h1 className="q">{title}</h1>
      {children}
      <KeepWords locale={locale} />
      <div className="btns">
        <Button>{t(change ? 'save' : 'continue')}</Button>
      </div>
      <ContinueHint locale={locale} />
    </FormPage>
  )
}
