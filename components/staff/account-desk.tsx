'use client'

import { useActionState } from 'react'
import { Button } from '#components/ui/button.tsx'
import type { Locale } from '#lib/i18n/locales.ts'
import { translator } from '#lib/i18n/translator.ts'
import { SessionTable, type ShownSession } from './account-sessions.tsx'

type Props = Readonly<{
  locale: Locale
  sessions: readonly ShownSession[]
  ownId: string
  action: (state: null, form: FormData) => Promise<null>
}>

/** One's own sessions, each with an end. */
export function OwnSessions({ locale, sessions, ownId, action }: Props) {
  const [, submit] = useActionState(action, null)
  const t = translator(locale, 'people')
  return (
    <>
      <SessionTable
        locale={locale}
        sessions={sessions}
        ownId={ownId}
        end={({ id }, button) => (
          <form action={submit}>
            <input type="hidden" name="session" value={id} />
            {button}
          </form>
        )}
      />
      {sessions.length > 1 && (
        <form action={submit}>
          <input type="hidden" name="others" value={ownId} />
          <Button look="line">{t('account.endOthers')}</Button>
        </form>
      )}
    </>
  )
}
