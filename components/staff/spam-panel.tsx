'use client'
import { useActionState } from 'react'
import { Button } from '#components/ui/button.tsx'
import { ErrorSummary } from '#components/ui/error-summary.tsx'
import { dateTime } from '#lib/i18n/format.ts'
import type { Locale } from '#lib/i18n/locales.ts'
import { translator } from '#lib/i18n/translator.ts'
import type { Signal } from '#lib/submissions/spam.ts'

/** What stood in the way of the last press of the button. */
export type SpamState = Readonly<{ refused: 'marked' | 'not-marked' | 'moved' | 'gone' | null }>

type Props = Readonly<{
  locale: Locale
  reference: string
  marked: Readonly<{ at: Date; by: string | null }> | null
  undone: Readonly<{ at: Date; by: string }> | null
  signals: readonly Signal[]
  /** Takes the mark away where there is one, sets it where there is none. */
  action: (state: SpamState, form: FormData) => Promise<SpamState>
  /** Whether there is anything to press now, for who may press it. */
  canPress: boolean
}>

/** Why an entry stands in the spam lane, or what was noticed about it, and the one button that changes it; nothing where there is neither. */
export function SpamPanel({ locale, reference, marked, undone, signals, action, canPress }: Props) {
  const [state, send] = useActionState(action, { refused: null })
  const t = translator(locale, 'staff')
  if (!marked && !canPress && !state.refused) return null
  return (
    <section className="card flow" aria-labelledby="spam">
      <h2 id="spam">{t(marked ? 'spam.heading' : 'spam.quiet')}</h2>
      {marked && (
        <p className="note note--warn">
          {marked.by
            ? t('spam.byStaff', { by: marked.by, at: dateTime(locale, marked.at) })
            : t('spam.byRule', { at: dateTime(locale, marked.at) })}
        </p>
      )}
      {!marked && undone && <p>{t('spam.undone', { by: undone.by, at: dateTime(locale, undone.at) })}</p>}
      {signals.length > 0 && (
        <>
          <p>{t('spam.why')}</p>
          <ul className="list">
            {signals.map((signal) => (
              <li key={signal}>{t(`spam.signal.${signal}`)}</li>
            ))}
          </ul>
        </>
      )}
      {state.refused && <ErrorSummary heading={t('spam.problem')} problems={[{ words: t(`spam.refused.${state.refused}`) }]} />}
      {canPress && <SpamForm locale={locale} reference={reference} isMarked={marked !== null} send={send} />}
    </section>
  )
}

type Form = Readonly<{ locale: Locale; reference: string; isMarked: boolean; send: (form: FormData) => void }>

function SpamForm({ locale, reference, isMarked, send }: Form) {
  const t = translator(locale, 'staff')
  return (
    <form action={send} className="flow">
      <input type="hidden" name="reference" value={reference} />
      <p className="small muted">{t(isMarked ? 'spam.undoHint' : 'spam.markHint')}</p>
      <p>
        <Button look="line">{t(isMarked ? 'spam.undo' : 'spam.mark')}</Button>
      </p>
    </form>
  )
}
