'use client'
import { useActionState } from 'react'
import { Form, FormErrors, FormTitle, textField } from '#app/_forms/form.tsx'
import { Button } from '#components/ui/button.tsx'
import { TextField } from '#components/ui/field.tsx'
import { Icon } from '#components/ui/icon.tsx'
import { marks } from '#components/ui/ltr.tsx'
import type { Locale } from '#lib/i18n/locales.ts'
import { translator } from '#lib/i18n/translator.ts'
import { checkCode } from './actions.ts'
import { unasked, type Verdict } from './state.ts'

/** Takes the code of a message and shows what we know about it. */
export function VerifyForm({ locale }: { readonly locale: Locale }) {
  const [state, send] = useActionState(checkCode.bind(null, locale), unasked)
  const t = translator(locale, 'verify')
  const verdictTitle = state.verdict && t(state.verdict.known ? 'genuine.title' : 'unknown.title')
  return (
    <div className="flow">
      <FormTitle locale={locale} state={state} title={verdictTitle ?? t('title')} />
      <FormErrors locale={locale} state={state} />
      {state.verdict && <Answer locale={locale} verdict={state.verdict} />}
      <Form locale={locale} state={state} send={send}>
        <TextField
          {...textField({ locale, state }, 'code')}
          label={t('code')}
          hint={t.rich('codeHint', marks)}
          dir="ltr"
          autoComplete="off"
          autoCapitalize="characters"
          spellCheck={false}
        />
        <Button>{t('button')}</Button>
      </Form>
    </div>
  )
}

function Answer({ locale, verdict }: { readonly locale: Locale; readonly verdict: Verdict }) {
  const t = translator(locale, 'verify')
  if (!verdict.known)
    return (
      <section className="note note--danger flow" role="alert">
        <h2>
          <Icon name="cross" /> {t('unknown.title')}
        </h2>
        <p>{t.rich('unknown.text', { ...marks, code: verdict.code })}</p>
        <p>{t.rich('unknown.again', marks)}</p>
        <p>{t('unknown.dont')}</p>
      </section>
    )
  const { date, ending } = verdict
  return (
    <section className="note note--ok flow" role="status">
      <h2>
        <Icon name="check" /> {t('genuine.title')}
      </h2>
      <p>{ending ? t.rich('genuine.entry', { ...marks, date, ending }) : t('genuine.other', { date })}</p>
      <p>{t('genuine.compare')}</p>
    </section>
  )
}
