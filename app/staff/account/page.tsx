import { currentSession, requireStaff } from '#app/_auth/session.ts'
import { OwnSessions } from '#components/staff/account-desk.tsx'
import { ButtonLink } from '#components/ui/button.tsx'
import { Ltr } from '#components/ui/ltr.tsx'
import { longDate } from '#lib/i18n/format.ts'
import type { Locale } from '#lib/i18n/locales.ts'
import { translator } from '#lib/i18n/translator.ts'
import { ownSessions } from '#lib/staff/directory.ts'
import { may } from '#lib/staff/permissions.ts'
import { type FactorState, factorState } from '#lib/staff/second-factor.ts'
import { longestPause, longestSession } from '#lib/staff/sessions.ts'
import { Desk } from '../desk.tsx'
import { staffLocale } from '../language.ts'
import { Missing } from '../missing.tsx'
import { endSessions } from './actions.ts'

const minute = 60_000

/** Where whoever asks is signed in, and their second factor. */
export default async function AccountPage({ searchParams }: PageProps<'/staff/account'>) {
  const actor = await requireStaff()
  const [locale, { done }, own] = await Promise.all([staffLocale(), searchParams, currentSession()])
  if (!may(actor, 'session.see-own')) return <Missing locale={locale} actor={actor} />
  const [sessions, factor] = await Promise.all([ownSessions(actor), factorState({ userId: actor.id, email: actor.email })])
  const t = translator(locale, 'people')
  return (
    <Desk locale={locale} actor={actor} current={null}>
      <title>{t('account.title')}</title>
      <h1>{t('account.heading')}</h1>
      {(done === 'one' || done === 'others') && (
        <p className="note note--info" role="status">
          {t(done === 'one' ? 'account.endedOne' : 'account.endedOthers')}
        </p>
      )}
      <p>
        {t('account.signedIn')} <Ltr>{actor.email}</Ltr>
      </p>
      <section className="flow" aria-labelledby="own-sessions">
        <h2 id="own-sessions">{t('one.sessions')}</h2>
        <p>{t('account.rule', { hours: String(longestSession / minute / 60), minutes: String(longestPause / minute) })}</p>
        <OwnSessions locale={locale} sessions={sessions} ownId={own?.id ?? ''} action={endSessions} />
      </section>
      <FactorSection locale={locale} factor={factor} />
    </Desk>
  )
}

function FactorSection({ locale, factor }: Readonly<{ locale: Locale; factor: FactorState }>) {
  const t = translator(locale, 'people')
  const isOn = factor.is === 'on'
  return (
    <section className="card flow" aria-labelledby="factor">
      <h2 id="factor">{t('account.factorHeading')}</h2>
      <p>{isOn ? t('account.factorOn', { date: longDate(locale, factor.since), count: factor.codesLeft }) : t('account.factorOff')}</p>
      <p>
        <ButtonLink look={isOn ? 'line' : 'primary'} href="/staff/second-factor">
          {t(isOn ? 'account.manage' : 'account.setUp')}
        </ButtonLink>
      </p>
    </section>
  )
}
