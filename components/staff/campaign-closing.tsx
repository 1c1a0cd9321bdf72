'use client'

import { useActionState } from 'react'
import { Button } from '#components/ui/button.tsx'
import { ErrorSummary } from '#components/ui/error-summary.tsx'
import type { DeskState } from '#lib/campaign/desk/form.ts'
import type { Locale } from '#lib/i18n/locales.ts'
import { translator } from '#lib/i18n/translator.ts'

type Props = Readonly<{
  locale: Locale
  proposalId: string
  /** In words: who proposes what, and why. */
  words: string
  isOwn: boolean
  action: (state: DeskState, form: FormData) => Promise<DeskState>
}>

/** A proposed closing date, with the buttons that confirm it or turn it down. Whoever proposed it can only take it back. */
export function ClosingProposal({ locale, proposalId, words, isOwn, action }: Props) {
  const [state, submit] = useActionState(action, { values: null, errors: {}, refused: null })
  const t = translator(locale, 'campaignDesk')
  const wrong = state.errors.closesAt
  const problems = state.refused ? [{ words: t(`refused.${state.refused}`) }] : wrong ? [{ words: t(`errors.${wrong}`) }] : []
  const title = t('pageTitle', { page: t('closing.heading') })
  return (
    <section className="card flow people-form" aria-labelledby="proposal">
      <h2 id="proposal">{t('closing.waitsHeading')}</h2>
      <title>{problems.length > 0 ? translator(locale, 'staff')('errorTitle', { title }) : title}</title>
      <ErrorSummary heading={translator(locale, 'staff')('problem')} problems={problems} />
      <p dir="auto">{words}</p>
      {isOwn && <p className="note note--info">{t('closing.ownNote')}</p>}
      <form action={submit} className="btns">
        <input type="hidden" name="proposal" value={proposalId} />
        {!isOwn && (
          <Button name="answer" value="confirm">
            {t('closing.confirm')}
          </Button>
        )}
        <Button look="line" name="answer" value="decline">
          {t(isOwn ? 'closing.takeBack' : 'closing.decline')}
        </Button>
      </form>
    </section>
  )
}
