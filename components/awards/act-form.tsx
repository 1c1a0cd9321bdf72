'use client'

import { useActionState } from 'react'
import { Button } from '#components/ui/button.tsx'
import { ErrorSummary, type Problem } from '#components/ui/error-summary.tsx'
import { TextField } from '#components/ui/field.tsx'
import type { Act } from '#lib/awards/acts.ts'
import type { Locale } from '#lib/i18n/locales.ts'
import { translator } from '#lib/i18n/translator.ts'
import { type Refused, refusedWords } from './words.ts'

export type ActState = Readonly<{ paymentReference: string; missing: boolean; refused: Refused | null }>

type Props = Readonly<{
  locale: Locale
  id: string
  reference: string
  /** The state of the award this page shows: what is sent counts for no other. */
  version: number
  acts: readonly Act[]
  /** What explains what can be done, or why nothing can. */
  notes: readonly string[]
  action: (state: ActState, form: FormData) => Promise<ActState>
}>

const words = {
  'take-up': 'one.takeUp',
  confirm: 'one.confirm',
  cancel: 'one.cancel',
  open: 'one.open',
  'hand-off': 'one.handOff',
  clear: 'one.clear',
  block: 'one.block',
  'give-up': 'one.giveUp',
  pay: 'one.pay',
} as const satisfies Record<Act, string>

/** What can be done with one award now, each with its button. */
export function ActForm({ locale, id, reference, version, acts, notes, action }: Props) {
  const [state, submit] = useActionState(action, { paymentReference: '', missing: false, refused: null })
  const [t, staff] = [translator(locale, 'awards'), translator(locale, 'staff')]
  const missing = state.missing ? t('one.paymentReferenceMissing') : undefined
  const problems: Problem[] = [
    ...(state.refused ? [{ words: refusedWords(locale, state.refused) }] : []),
    ...(missing ? [{ words: missing, href: '#paymentReference' }] : []),
  ]
  const title = staff('suffix', { page: t('one.title', { reference }) })
  return (
    <section className="card flow award__acts" aria-labelledby="next">
      <title>{problems.length > 0 ? staff('errorTitle', { title }) : title}</title>
      <h2 id="next">{t('one.next')}</h2>
      <ErrorSummary heading={staff('problem')} problems={problems} />
      {notes.map((note) => (
        <p key={note}>{note}</p>
      ))}
      {acts.length > 0 && (
        <form action={submit} className="award__acts" noValidate>
          <input type="hidden" name="id" value={id} />
          <input type="hidden" name="version" value={version} />
          {acts.includes('pay') && (
            <TextField
              name="paymentReference"
              label={t('one.paymentReference')}
              hint={t('one.paymentReferenceHint')}
              error={missing}
              errorWord={staff('errorWord')}
              value={state.paymentReference}
              dir="ltr"
              autoComplete="off"
              spellCheck={false}
            />
          )}
          {acts.map((act, at) => (
            <Button key={act} name="act" value={act} look={lookOf(act, at)}>
              {t(words[act])}
            </Button>
          ))}
        </form>
      )}
    </section>
  )
}

function lookOf(act: Act, at: number): 'primary' | 'line' | 'danger' {
  if (act === 'give-up' || act === 'block') return 'danger'
  return at === 0 && act !== 'cancel' ? 'primary' : 'line'
}
