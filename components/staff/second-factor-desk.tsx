'use client'

import { type ReactNode, useActionState } from 'react'
import { Button, ButtonLink } from '#components/ui/button.tsx'
import { ErrorSummary } from '#components/ui/error-summary.tsx'
import { TextField } from '#components/ui/field.tsx'
import { Ltr } from '#components/ui/ltr.tsx'
import type { Locale } from '#lib/i18n/locales.ts'
import { translator } from '#lib/i18n/translator.ts'
import { SetUpPicture } from './second-factor-picture.tsx'

export type FactorPhase =
  | Readonly<{ is: 'code' | 'recovery' }>
  | Readonly<{ is: 'none'; must: boolean }>
  | Readonly<{ is: 'begun'; secret: string; address: string }>
  | Readonly<{ is: 'on'; since: string; codesLeft: number }>
export type FactorProblem = 'missing' | 'wrong' | 'tooMany' | 'moved'
export type FactorFormState = Readonly<{ problem: FactorProblem | null; minutes: number; codes: readonly string[] }>

type Props = Readonly<{ locale: Locale; phase: FactorPhase; action: (state: FactorFormState, form: FormData) => Promise<FactorFormState> }>
type Part<P> = Readonly<{ locale: Locale; phase: P; error: string | undefined; submit: (form: FormData) => void }>

/** The second factor: shown, set up or managed. Recovery codes stand in the answer to the form that made them, and nowhere else. */
export function FactorDesk({ locale, phase, action }: Props) {
  const [state, submit] = useActionState(action, { problem: null, minutes: 1, codes: [] })
  const t = translator(locale, 'people')
  const staff = translator(locale, 'staff')
  const title = t('second.title')
  const error = state.problem ? t(`second.errors.${state.problem}`, { minutes: state.minutes }) : undefined
  const href = phase.is === 'none' || state.problem === 'moved' ? undefined : '#code'
  return (
    <>
      <title>{error ? staff('errorTitle', { title }) : title}</title>
      {state.problem === 'tooMany' && <meta name="hob-status" content={`429 ${state.minutes * 60}`} />}
      <ErrorSummary heading={staff('problem')} problems={error ? [{ words: error, ...(href ? { href } : {}) }] : []} />
      {state.codes.length > 0 ? <Codes locale={locale} codes={state.codes} /> : <Phase {...{ locale, phase, error, submit }} />}
    </>
  )
}

function Phase({ phase, ...rest }: Part<FactorPhase>) {
  if (phase.is === 'none') return <Begin phase={phase} {...rest} />
  if (phase.is === 'begun') return <SetUp phase={phase} {...rest} />
  if (phase.is === 'on') return <Manage phase={phase} {...rest} />
  return <Show phase={phase} {...rest} />
}

/** The form that lets a waiting session in: with the app, or with a recovery code. */
function Show({ locale, phase, error, submit }: Part<Readonly<{ is: 'code' | 'recovery' }>>) {
  const t = translator(locale, 'people')
  const isApp = phase.is === 'code'
  return (
    <>
      <h1>{t(isApp ? 'second.showHeading' : 'second.recoveryHeading')}</h1>
      <p>{t(isApp ? 'second.showText' : 'second.recoveryText')}</p>
      <CodeForm {...{ locale, error, submit }} deed="show" kind={isApp ? 'app' : 'recovery'}>
        <Button>{t('second.enter')}</Button>
      </CodeForm>
      <p>
        <a href={isApp ? '/staff/second-factor?with=recovery' : '/staff/second-factor'}>
          {t(isApp ? 'second.lostApp' : 'second.backToApp')}
        </a>
      </p>
      {!isApp && <p className="small muted">{t('second.lostAll')}</p>}
    </>
  )
}

function Begin({ locale, phase, submit }: Part<Readonly<{ is: 'none'; must: boolean }>>) {
  const t = translator(locale, 'people')
  return (
    <>
      <h1>{t('second.setUpHeading')}</h1>
      {phase.must && <p className="note note--warn">{t('second.mustSetUp')}</p>}
      <p>{t('second.setUpWhy')}</p>
      <form action={submit}>
        <input type="hidden" name="deed" value="begin" />
        <Button>{t('second.begin')}</Button>
      </form>
    </>
  )
}

function SetUp({ locale, phase, error, submit }: Part<Readonly<{ is: 'begun'; secret: string; address: string }>>) {
  const t = translator(locale, 'people')
  return (
    <>
      <h1>{t('second.scanHeading')}</h1>
      <p>{t('second.scan')}</p>
      <SetUpPicture address={phase.address} label={t('second.picture')} />
      <p>{t('second.orType')}</p>
      <p className="factor-key">
        <Ltr>{phase.secret.replace(/(.{4})(?=.)/g, '$1 ')}</Ltr>
      </p>
      <p>{t('second.prove')}</p>
      <CodeForm {...{ locale, error, submit }} deed="confirm" kind="app">
        <Button>{t('second.turnOn')}</Button>
      </CodeForm>
      <form action={submit}>
        <input type="hidden" name="deed" value="begin" />
        <Button look="plain">{t('second.again')}</Button>
      </form>
    </>
  )
}

function Manage({ locale, phase, error, submit }: Part<Readonly<{ is: 'on'; since: string; codesLeft: number }>>) {
  const t = translator(locale, 'people')
  return (
    <>
      <h1>{t('second.onHeading')}</h1>
      <p>{t('second.onText', { date: phase.since, count: phase.codesLeft })}</p>
      <CodeForm {...{ locale, error, submit }} kind="any">
        <h2>{t('second.renewHeading')}</h2>
        <p>{t('second.renewText')}</p>
        <Button look="line" name="deed" value="renew">
          {t('second.renew')}
        </Button>
        <h2>{t('second.dropHeading')}</h2>
        <p>{t('second.dropText')}</p>
        <Button look="line" name="deed" value="drop">
          {t('second.drop')}
        </Button>
      </CodeForm>
    </>
  )
}

type CodeProps = Omit<Part<never>, 'phase'> & Readonly<{ deed?: string; kind: 'app' | 'recovery' | 'any'; children: ReactNode }>

const labels = { app: 'second.code', recovery: 'second.recovery', any: 'second.needsCode' } as const

/** A form with the code and one button or several. What was typed is not given back: no code is good twice. */
function CodeForm({ locale, error, submit, deed, kind, children }: CodeProps) {
  const t = translator(locale, 'people')
  return (
    <form action={submit} className="flow" noValidate>
      {deed && <input type="hidden" name="deed" value={deed} />}
      <TextField
        name="code"
        label={t(labels[kind])}
        hint={kind === 'app' ? t('second.codeHint') : undefined}
        error={error}
        errorWord={translator(locale, 'staff')('errorWord')}
        value=""
        dir="ltr"
        autoComplete="one-time-code"
        inputMode={kind === 'app' ? 'numeric' : 'text'}
        autoCapitalize={kind === 'app' ? 'none' : 'characters'}
        spellCheck={false}
      />
      {children}
    </form>
  )
}

function Codes({ locale, codes }: Readonly<{ locale: Locale; codes: readonly string[] }>) {
  const t = translator(locale, 'people')
  return (
    <>
      <h1>{t('second.codesHeading')}</h1>
      <p>{t('second.codesText')}</p>
      <ul className="plain factor-codes" aria-label={t('second.codesList')}>
        {codes.map((code) => (
          <li key={code}>
            <Ltr>{code}</Ltr>
          </li>
        ))}
      </ul>
      <ButtonLink href="/staff">{t('second.kept')}</ButtonLink>
    </>
  )
}
