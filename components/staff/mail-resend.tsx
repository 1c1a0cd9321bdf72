'use client'

import { useActionState } from 'react'
import { Button } from '#components/ui/button.tsx'
import { ErrorSummary } from '#components/ui/error-summary.tsx'
import type { Locale } from '#lib/i18n/locales.ts'
import { translator } from '#lib/i18n/translator.ts'

export type ResendState = Readonly<{ refused: 'unknown' | 'notFailed' | 'emptied' | null }>

type Props = Readonly<{
  locale: Locale
  /** Of the letter; none for all that failed. */
  mailId?: string
  /** Of the page, to say that something went wrong. */
  title: string
  button: string
  hint: string
  /** False shows why it was refused, if it was, and no button. */
  canResend: boolean
  action: (state: ResendState, form: FormData) => Promise<ResendState>
}>

/** Puts what could not be sent back into the queue. */
export function ResendForm({ locale, mailId, title, button, hint, canResend, action }: Props) {
  const [state, submit] = useActionState(action, { refused: null })
  const [t, staff] = [translator(locale, 'mailDesk'), translator(locale, 'staff')]
  const head = (
    <>
      <title>{state.refused ? staff('errorTitle', { title }) : title}</title>
      {state.refused && <ErrorSummary heading={staff('problem')} problems={[{ words: t(`refused.${state.refused}`) }]} />}
    </>
  )
  if (!canResend) return head
  return (
    <form action={submit} className="flow mail-again">
      {head}
      {mailId && <input type="hidden" name="id" value={mailId} />}
      <p className="small">{hint}</p>
      <Button look="line">{button}</Button>
    </form>
  )
}
