'use client'
import { type ReactNode, useActionState } from 'react'
import { FormPage } from '#app/_forms/form.tsx'
import { type BoundAction, fresh, textOf } from '#app/_forms/state.ts'
import { Button } from '#components/ui/button.tsx'
import type { Locale } from '#lib/i18n/locales.ts'
import { translator } from '#lib/i18n/translator.ts'

type Props = {
  readonly locale: Locale
  readonly link: string
  /** Names this page: sent twice it is one opening. */
  readonly page: string
  readonly action: BoundAction
  readonly children: ReactNode
}

/** One button: programs that look into mail follow links, and must not use this one up. */
export function OpenForm({ locale, link, page, action, children }: Props) {
  const [state, send] = useActionState(action, fresh())
  const t = translator(locale, 'share')
  return (
    <FormPage
      locale={locale}
      state={state}
      send={send}
      title={t('continueLink.openTitle')}
      hidden={{ link, page: textOf(state.values, 'page') || page }}
    >
      <div className="flow flow--4">
        <h1 className="q">{t('continueLink.openTitle')}</h1>
        {children}
      </div>
      <div className="btns">
        <Button>{t('continueLink.openButton')}</Button>
      </div>
    </FormPage>
  )
}
