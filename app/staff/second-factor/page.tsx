import { redirect } from 'next/navigation'
import { currentSession } from '#app/_auth/session.ts'
import { CardPage } from '#components/staff/card-page.tsx'
import { FactorDesk, type FactorPhase } from '#components/staff/second-factor-desk.tsx'
import { Button } from '#components/ui/button.tsx'
import { longDate } from '#lib/i18n/format.ts'
import type { Locale } from '#lib/i18n/locales.ts'
import { translator } from '#lib/i18n/translator.ts'
import { factorState } from '#lib/staff/second-factor.ts'
import type { ReadSession } from '#lib/staff/sessions.ts'
import { staffLocale } from '../language.ts'
import { secondFactor } from './actions.ts'

/** The second factor of whoever has shown the first: asked for, set up, or managed. */
export default async function SecondFactorPage({ searchParams }: PageProps<'/staff/second-factor'>) {
  const [locale, query, session] = await Promise.all([staffLocale(), searchParams, currentSession()])
  if (!session) redirect('/staff/sign-in')
  const t = translator(locale, 'people')
  return (
    <CardPage site={translator(locale, 'staff')('site')}>
      {query.done === 'dropped' && <p role="status">{t('second.dropped')}</p>}
      <FactorDesk locale={locale} phase={await phaseOf(locale, session, query.with === 'recovery')} action={secondFactor} />
      {session.waitsFor ? (
        <form method="post" action="/staff/sign-out">
          <Button look="plain">{t('second.signOut')}</Button>
        </form>
      ) : (
        <p>
          <a href="/staff/account">{t('account.link')}</a>
        </p>
      )}
    </CardPage>
  )
}

async function phaseOf(locale: Locale, session: ReadSession, withRecovery: boolean): Promise<FactorPhase> {
  if (session.waitsFor === 'code') return { is: withRecovery ? 'recovery' : 'code' }
  const state = await factorState({ userId: session.actor.id, email: session.actor.email })
  if (state.is === 'none') return { is: 'none', must: session.waitsFor === 'set-up' }
  return state.is === 'on' ? { is: 'on', since: longDate(locale, state.since), codesLeft: state.codesLeft } : state
}
