'use client'
import { type ReactNode, useActionState } from 'react'
import { Form, FormErrors, FormTitle } from '#app/_forms/form.tsx'
import { type BoundAction, type FormState, fresh } from '#app/_forms/state.ts'
import { BackLink } from '#components/ui/back-link.tsx'
import { Button } from '#components/ui/button.tsx'
import type { Locale } from '#lib/i18n/locales.ts'
import { translator } from '#lib/i18n/translator.ts'
import type { FreePermission } from '#lib/submissions/consent.ts'
import type { OwnEntry } from '#lib/submissions/views.ts'

type Props = {
  readonly locale: Locale
  readonly action: BoundAction
  readonly given: OwnEntry['permissions']
  readonly entryHref: string
  readonly isSaved: boolean
  /** What cannot be taken back here. */
  readonly children: ReactNode
}

/** Each permission with a form of its own: one press gives it, one press takes it back. The words are kept, by their hash, with the answer. */
export function PermissionForms({ locale, action, given, entryHref, isSaved, children }: Props) {
  const [state, send] = useActionState(action, fresh())
  const [t, share] = [translator(locale, 'entry'), translator(locale, 'share')]
  const form = { locale, state, send, given }
  return (
    <div className="wrap">
      <FormTitle locale={locale} state={state} title={t('permit.title')} />
      <div className="narrow task flow flow--6">
        <BackLink href={entryHref}>{t('backToEntry')}</BackLink>
        <FormErrors locale={locale} state={state} />
        {isSaved && !state.answered && (
          <p className="note note--info" role="status">
            {t('permit.saved')}
          </p>
        )}
        <div className="flow flow--4">
          <h1 className="q">{t('permit.title')}</h1>
          <p className="lead">{t('permit.lead')}</p>
        </div>
        <Film {...form} />
        <YesOrNo {...form} purpose="show-post" words={share('permissions.showPost')} />
        <YesOrNo
          {...form}
          purpose="publish-name"
          words={share('permissions.publishName')}
          hint={`${share('permissions.publishNameHint')} ${t('permit.nameStops')}`}
        />
        <YesOrNo {...form} purpose="news" words={share('permissions.news')} hint={share('permissions.newsHint')} />
        <p>{share('permissions.licence')}</p>
        {children}
      </div>
    </div>
  )
}

type One = {
  readonly locale: Locale
  readonly state: FormState
  readonly send: (form: FormData) => void
  readonly given: OwnEntry['permissions']
}

function YesOrNo({ purpose, words, hint, given, ...form }: One & { purpose: FreePermission; words: string; hint?: string }) {
  const t = translator(form.locale, 'entry')
  const isOn = given[purpose] === 'yes'
  return (
    <section className="card flow flow--4" aria-labelledby={purpose}>
      <h2 className="heading-400" id={purpose}>
        {words}
      </h2>
      {hint && <p className="muted">{hint}</p>}
      <p>
        <span className={isOn ? 'badge badge--ok' : 'badge'}>{t(isOn ? 'permit.on' : 'permit.off')}</span>
      </p>
      <Form {...form} hidden={{ purpose }}>
        <Button look="line" name="answer" value={isOn ? 'no' : 'yes'}>
          {t(isOn ? 'permit.takeBack' : 'permit.give')}
          <span className="vh">: {words}</span>
        </Button>
      </Form>
    </section>
  )
}

const film = [
  ['yes', 'permissions.filmYes'],
  ['ask', 'permissions.filmAsk'],
  ['no', 'permissions.filmNo'],
] as const

function Film({ given, ...form }: One) {
  const [t, share] = [translator(form.locale, 'entry'), translator(form.locale, 'share')]
  return (
    <section className="card flow flow--4" aria-labelledby="film">
      <h2 className="heading-400" id="film">
        {share('permissions.filmQuestion')}
      </h2>
      <p className="muted">{share('permissions.filmHint')}</p>
      <Form {...form} hidden={{ purpose: 'film' }}>
        {film.map(([answer, words]) => (
          <div className="flow flow--2" key={answer}>
            <p>{share(words)}</p>
            {given.film === answer ? (
              <p>
                <span className="badge badge--ok">{t('permit.current')}</span>
              </p>
            ) : (
              <Button look="line" small name="answer" value={answer}>
                {t('permit.choose')}
                <span className="vh">: {share(words)}</span>
              </Button>
            )}
          </div>
        ))}
      </Form>
    </section>
  )
}
