'use client'

import { useActionState } from 'react'
import { Button } from '#components/ui/button.tsx'
import { ErrorSummary } from '#components/ui/error-summary.tsx'
import type { Locale } from '#lib/i18n/locales.ts'
import { translator } from '#lib/i18n/translator.ts'
import type { PersonErrors, PersonValues } from '#lib/staff/person-form.ts'
import { SessionTable, type ShownSession } from './account-sessions.tsx'
import { PersonFields, personProblems } from './people-fields.tsx'

export type PersonRefusal = 'changed' | 'lastAdmin' | 'unknown' | 'ownFactor'
export type PersonState = Readonly<{ values: PersonValues | null; errors: PersonErrors; refused: PersonRefusal | null }>

type Props = Readonly<{
  locale: Locale
  id: string
  who: string
  /** What is stored, as the form shows it. `version` counts for what is sent: it stands for no other state. */
  stored: PersonValues
  removed: boolean
  hasFactor: boolean
  isOwn: boolean
  sessions: readonly ShownSession[]
  ownSessionId: string
  action: (state: PersonState, form: FormData) => Promise<PersonState>
}>

/** Everything an admin can do about one person; what was refused is said at the top. */
export function PersonDesk(props: Props) {
  const { locale, who, stored, removed } = props
  const [state, submit] = useActionState(props.action, { values: null, errors: {}, refused: null })
  const t = translator(locale, 'people')
  const staff = translator(locale, 'staff')
  const refusals = state.refused ? [{ words: t(`refused.${state.refused}`) }] : []
  const problems = [...refusals, ...personProblems(locale, state.errors)]
  const title = t('one.title', { who })
  return (
    <>
      <title>{problems.length > 0 ? staff('errorTitle', { title }) : title}</title>
      <ErrorSummary heading={staff('problem')} problems={problems} />
      {removed ? (
        <Back {...props} submit={submit} />
      ) : (
        <>
          <form action={submit} className="card flow people-form" aria-labelledby="details" noValidate>
            <h2 id="details">{t('one.details')}</h2>
            <Deed {...props} stored={state.values ?? stored} deed="save" />
            <PersonFields locale={locale} values={state.values ?? stored} errors={state.errors} />
            <p className="small muted">{t('one.roleNote')}</p>
            <Button>{t('form.save')}</Button>
          </form>
          <Sessions {...props} submit={submit} />
          <Factor {...props} submit={submit} />
          <form action={submit} className="card flow" aria-labelledby="remove">
            <h2 id="remove">{t('one.removeHeading')}</h2>
            <p>{t('one.removeText')}</p>
            <Deed {...props} deed="remove" />
            <Button look="danger">{t('one.remove', { who })}</Button>
          </form>
        </>
      )}
    </>
  )
}

type Part = Props & Readonly<{ submit: (form: FormData) => void }>

/** What a form does, about whom, and which state of them was seen. */
function Deed({ id, stored, deed }: Readonly<{ id: string; stored: PersonValues; deed: string }>) {
  return (
    <>
      <input type="hidden" name="deed" value={deed} />
      <input type="hidden" name="person" value={id} />
      <input type="hidden" name="version" value={stored.version} />
    </>
  )
}

function Back(props: Part) {
  const { locale, who, stored, submit } = props
  const t = translator(locale, 'people')
  const role = stored.role === 'admin' || stored.role === 'editor' ? stored.role : 'reviewer'
  return (
    <form action={submit} className="card flow" aria-labelledby="return">
      <h2 id="return">{t('one.returnHeading')}</h2>
      <p>{t('one.returnText', { role: translator(locale, 'staff')(`role.${role}`) })}</p>
      <Deed {...props} deed="return" />
      <Button>{t('one.giveBack', { who })}</Button>
    </form>
  )
}

function Sessions(props: Part) {
  const { locale, sessions, ownSessionId, submit } = props
  const t = translator(locale, 'people')
  return (
    <section className="card flow" aria-labelledby="sessions">
      <h2 id="sessions">{t('one.sessions')}</h2>
      {sessions.length === 0 ? (
        <p>{t('one.noSessions')}</p>
      ) : (
        <>
          <SessionTable
            locale={locale}
            sessions={sessions}
            ownId={ownSessionId}
            end={(session, button) => (
              <form action={submit}>
                <Deed {...props} deed="end" />
                <input type="hidden" name="session" value={session.id} />
                {button}
              </form>
            )}
          />
          <form action={submit}>
            <Deed {...props} deed="end-all" />
            <Button look="line">{t('one.endAll')}</Button>
          </form>
        </>
      )}
    </section>
  )
}

function Factor(props: Part) {
  const { locale, hasFactor, isOwn, submit } = props
  const t = translator(locale, 'people')
  return (
    <section className="card flow" aria-labelledby="factor">
      <h2 id="factor">{t('one.factorHeading')}</h2>
      <p>{t(hasFactor ? 'one.factorOn' : 'one.factorOff')}</p>
      {hasFactor && !isOwn && (
        <form action={submit} className="flow">
          <p className="hint">{t('one.factorAwayHint')}</p>
          <Deed {...props} deed="factor" />
          <Button look="line">{t('one.factorAway')}</Button>
        </form>
      )}
    </section>
  )
}
