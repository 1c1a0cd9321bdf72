'use client'
import { type ReactNode, useActionState } from 'react'
import { Form, FormErrors, FormTitle } from '#app/_forms/form.tsx'
import { type BoundAction, fresh } from '#app/_forms/state.ts'
import { Button } from '#components/ui/button.tsx'
import type { Locale } from '#lib/i18n/locales.ts'
import { translator } from '#lib/i18n/translator.ts'

type Props = {
  readonly locale: Locale
  readonly action: BoundAction
  readonly title: string
  /** The words of the first button; null when there is nothing to claim or change. */
  readonly first: string | null
  readonly canDecline: boolean
  /** Where a code that was mailed already is entered. */
  readonly haveCode: { readonly href: string; readonly words: string } | null
  /** What stands above the buttons. */
  readonly children: ReactNode
}

/** The page of an award while something can be done with it: each way begins with a code by mail. */
export function CodeForm({ locale, action, title, first, canDecline, haveCode, children }: Props) {
  const [state, send] = useActionState(action, fresh())
  const shown = { locale, state }
  return (
    <>
      <FormTitle {...shown} title={title} />
      <FormErrors {...shown} />
      {children}
      <Form {...shown} send={send}>
        <div className="btns">
          {first && (
            <Button name="next" value="claim">
              {first}
            </Button>
          )}
          {canDecline && (
            <Button look="line" name="next" value="decline">
              {translator(locale, 'awards')('own.sendCodeDecline')}
            </Button>
          )}
          {haveCode && <a href={haveCode.href}>{haveCode.words}</a>}
        </div>
      </Form>
    </>
  )
}
