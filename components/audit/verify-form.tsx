'use client'

import { useActionState } from 'react'
import { Button } from '#components/ui/button.tsx'
import type { Locale } from '#lib/i18n/locales.ts'
import { translator } from '#lib/i18n/translator.ts'

export type VerifyState = Readonly<{ failed: boolean }>

type Props = Readonly<{ locale: Locale; action: (state: VerifyState, form: FormData) => Promise<VerifyState> }>

/** The button that has the whole record worked out again. */
export function VerifyForm({ locale, action }: Props) {
  const [, submit] = useActionState(action, { failed: false })
  const t = translator(locale, 'auditDesk')
  return (
    <form action={submit}>
      <Button look="ink">{t('verify')}</Button>
    </form>
  )
}
