'use client'

import { useActionState } from 'react'
import { Button } from '#components/ui/button.tsx'
import { ErrorSummary } from '#components/ui/error-summary.tsx'
import { TextField } from '#components/ui/field.tsx'
import type { Locale } from '#lib/i18n/locales.ts'
import { translator } from '#lib/i18n/translator.ts'

export type SignInState = Readonly<{
  typed: string
  problem: 'missing' | 'invalid' | 'tooMany' | null
  /** With 'tooMany': after how many seconds it can be tried again. */
  retryAfter?: number
}>

type Props = Readonly<{ locale: Locale; orOnly: 'or' | 'only'; action: (state: SignInState, form: FormData) => Promise<SignInState> }>

/** Asks for the address a sign-in link is mailed to. */
export function SignInForm({ locale, orOnly, action }: Props) {
  const [state, submit] = useActionState(action, { typed: '', problem: null })
  const t = translator(locale, 'staff')
  const error = state.problem ? t(`signIn.errors.${state.problem}`, { minutes: Math.ceil((state.retryAfter ?? 60) / 60) }) : undefined
  const title = t('signIn.title')
  return (
    <>
      <title>{error ? t('errorTitle', { title }) : title}</title>
      {state.retryAfter && <meta name="hob-status" content={`429 ${state.retryAfter}`} />}
      <ErrorSummary heading={t('problem')} problems={error ? [{ words: error, href: '#email' }] : []} />
      <form action={submit} className="flow" noValidate>
        <TextField
          name="email"
          type="email"
          autoComplete="email"
          dir="ltr"
          label={t(orOnly === 'or' ? 'signIn.orEmail' : 'signIn.email')}
          error={error}
          errorWord={t('errorWord')}
          value={state.typed}
        />
        <Button look={orOnly === 'or' ? 'line' : 'ink'}>{t('signIn.send')}</Button>
      </form>
    </>
  )
}
