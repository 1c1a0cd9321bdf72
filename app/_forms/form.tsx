'use client'
import type { ReactNode } from 'react'
import { BackLink } from '#components/ui/back-link.tsx'
import { ErrorSummary, type Problem } from '#components/ui/error-summary.tsx'
import type { Locale } from '#lib/i18n/locales.ts'
import { translator } from '#lib/i18n/translator.ts'
import { type FormState, listOf, textOf } from './state.ts'

type Shown = { readonly locale: Locale; readonly state: FormState }

function problemsOf({ errors, problems }: FormState): readonly Problem[] {
  return [...problems, ...Object.entries(errors).map(([name, words]) => ({ words, href: `#${name}` }))]
}

/** The title of a page with a form, saying first when something is wrong, and the status the page is to be sent with. */
export function FormTitle({ locale, state, title }: Shown & { readonly title: string }) {
  const full = translator(locale, 'share')('pageTitle', { title })
  return (
    <>
      <title>{problemsOf(state).length > 0 ? translator(locale, 'errors')('title', { title: full }) : full}</title>
      {state.status !== 200 && <meta name="hob-status" content={[state.status, state.retryAfter].filter(Boolean).join(' ')} />}
    </>
  )
}

/** All that is wrong with a form, each with a way to put it right. */
export function FormErrors({ locale, state }: Shown) {
  return <ErrorSummary heading={translator(locale, 'errors')('heading')} problems={problemsOf(state)} />
}

type Sent = Shown & {
  readonly send: (form: FormData) => void
  readonly hidden?: Readonly<Record<string, string | undefined>>
  readonly children: ReactNode
}

/** The form itself, with what it carries unseen: its hidden values and a trap for programs. */
export function Form({ locale, send, hidden = {}, children }: Sent) {
  return (
    <form action={send} noValidate>
      {Object.entries(hidden).map(([name, value]) => value !== undefined && <input key={name} type="hidden" name={name} value={value} />)}
      <div className="flow flow--6">{children}</div>
      <div className="vh" aria-hidden="true">
        <label>
          {translator(locale, 'share')('trapLabel')}
          <input type="text" name="website" tabIndex={-1} autoComplete="off" />
        </label>
      </div>
    </form>
  )
}

type Page = Sent & { readonly title: string; readonly back?: { readonly href: string; readonly words: string } }

/** A whole page around one form. */
export function FormPage({ title, back, ...form }: Page) {
  const shown = { locale: form.locale, state: form.state }
  return (
    <div className="wrap">
      <FormTitle {...shown} title={title} />
      <div className={back ? 'narrow task' : 'narrow task task--first'}>
        {back && <BackLink href={back.href}>{back.words}</BackLink>}
        <FormErrors {...shown} />
        <Form {...form} />
      </div>
    </div>
  )
}

/** What stands around the control `name`: its error in words. */
export function aroundField({ locale, state }: Shown, name: string) {
  return { name, error: state.errors[name], errorWord: translator(locale, 'errors')('word') }
}

/** The same with the text the control holds. */
export function textField(shown: Shown, name: string) {
  return { ...aroundField(shown, name), value: textOf(shown.state.values, name) }
}

/** The same with all that is chosen under the name. */
export function listField(shown: Shown, name: string) {
  return { ...aroundField(shown, name), values: listOf(shown.state.values, name) }
}
