'use client'
import { type ReactNode, useActionState } from 'react'
import { type BoundAction, fresh, type Values } from '#app/_forms/state.ts'
import type { Locale } from '#lib/i18n/locales.ts'
import { translator } from '#lib/i18n/translator.ts'
import { StepPage } from '../step-page.tsx'
import { StoryFields } from './fields.tsx'

type Props = {
  readonly locale: Locale
  readonly action: BoundAction
  readonly values: Values
  readonly change: boolean
  readonly age: string
  /** What is to be said about the step before. */
  readonly notice: ReactNode
}

export function StoryForm({ locale, action, values, change, age, notice }: Props) {
  const [state, send] = useActionState(action, fresh(values))
  const shown = { locale, state }
  return (
    <StepPage
      {...shown}
      send={send}
      step={2}
      title={translator(locale, 'share')('story.title')}
      before="/share/post"
      change={change}
      age={age}
    >
      {notice}
      <StoryFields {...shown} />
    </StepPage>
  )
}
