'use client'
import { useActionState } from 'react'
import { Said } from '#components/submissions/said.tsx'
import { Button } from '#components/ui/button.tsx'
import { ErrorSummary } from '#components/ui/error-summary.tsx'
import type { IneligibilityRule } from '#lib/campaign/ineligibility.ts'
import type { Locale } from '#lib/i18n/locales.ts'
import { translator } from '#lib/i18n/translator.ts'
import { DisqualifyMeans } from './disqualify-form.tsx'

export type ProposalState = Readonly<{ refused: 'changed' | 'own' | null }>

type Props = Readonly<{
  locale: Locale
  reference: string
  /** `at` in words. Of one's own, or once the entry changed, nothing can be confirmed. */
  proposal: Readonly<{ id: string; rule: IneligibilityRule; note: string; by: string; at: string; isOwn: boolean; hasMoved: boolean }>
  action: (state: ProposalState, form: FormData) => Promise<ProposalState>
}>

/** A proposal to disqualify an entry: who makes it, over which rule and why, with the buttons that confirm it or drop it. */
export function DisqualifyProposal({ locale, reference, proposal, action }: Props) {
  const [state, send] = useActionState(action, { refused: null })
  const t = translator(locale, 'staff')
  const { id, rule, note, by, at, isOwn, hasMoved } = proposal
  const problems = state.refused ? [{ words: t(`disqualify.refused.${state.refused}`) }] : []
  const title = t('disqualify.title', { reference })
  return (
    <section className="card flow staff-screening" aria-labelledby="proposal">
      <title>{problems.length > 0 ? t('errorTitle', { title }) : title}</title>
      <h2 id="proposal">{t('disqualify.proposal.heading')}</h2>
      <ErrorSummary heading={t('problem')} problems={problems} />
      <p>{t('disqualify.proposal.by', { who: `\u2068${by}\u2069`, at })}</p>
      <p>
        <b>{t('disqualify.rule')}:</b> {t(`rule.${rule}`)}
      </p>
      <p>
        <b>{t('disqualify.note')}:</b>
      </p>
      <Said>{note}</Said>
      {isOwn && <p className="note note--info">{t('disqualify.proposal.own')}</p>}
      {hasMoved && <p className="note note--warn">{t('disqualify.proposal.moved')}</p>}
      {!isOwn && !hasMoved && <DisqualifyMeans locale={locale} points={['final', 'letter', 'place']} />}
      <form action={send} className="btns">
        <input type="hidden" name="reference" value={reference} />
        <input type="hidden" name="proposal" value={id} />
        {!isOwn && !hasMoved && (
          <Button name="answer" value="confirm">
            {t('disqualify.proposal.confirm')}
          </Button>
        )}
        <Button look="line" name="answer" value="drop">
          {t(isOwn ? 'disqualify.proposal.takeBack' : 'disqualify.proposal.drop')}
        </Button>
      </form>
    </section>
  )
}
