'use client'

import { useActionState } from 'react'
import type { Locale } from '#lib/i18n/locales.ts'
import { translator } from '#lib/i18n/translator.ts'

export type KeysState = Readonly<{ done: boolean }>

type Props = Readonly<{
  locale: Locale
  areOn: boolean
  back: string
  action: (state: KeysState, form: FormData) => Promise<KeysState>
}>

const keys = ['J', 'K', 'Enter', 'X', '?'] as const

/**
 * The keys of the list, the dialog that explains them, and the switch that turns them off (WCAG 2.1.4). Hidden until the script that listens
 * for them runs: without it there is nothing to press.
 */
export function EntryKeys({ locale, areOn, back, action }: Props) {
  const [, submit] = useActionState(action, { done: false })
  const t = translator(locale, 'staff')
  return (
    <div className="queue-keys" data-keys={areOn ? 'on' : 'off'} hidden>
      {areOn && (
        <>
          <p className="small">
            <kbd className="kbd">J</kbd> <kbd className="kbd">K</kbd> {t('queue.keys.move')} <kbd className="kbd">Enter</kbd>{' '}
            {t('queue.keys.open')} <kbd className="kbd">X</kbd> {t('queue.keys.tick')}{' '}
            <button type="button" className="linklike" data-help="">
              <kbd className="kbd">?</kbd> {t('queue.keys.all')}
            </button>
          </p>
          <dialog className="card flow queue-help" aria-labelledby="keys-heading" data-dialog="">
            <h2 id="keys-heading">{t('queue.keys.heading')}</h2>
            <dl className="queue-help__list">
              {keys.map((key) => (
                <div key={key}>
                  <dt>
                    <kbd className="kbd">{key}</kbd>
                  </dt>
                  <dd>{t(`queue.keys.what.${key === '?' ? 'help' : key}`)}</dd>
                </div>
              ))}
            </dl>
            <p className="small muted">{t('queue.keys.typing')}</p>
            <form method="dialog">
              <button className="btn btn--line" type="submit">
                {t('queue.keys.close')}
              </button>
            </form>
          </dialog>
        </>
      )}
      <form action={submit}>
        <input type="hidden" name="back" value={back} />
        <button className="linklike" type="submit" name="keys" value={areOn ? 'off' : 'on'}>
          {t(areOn ? 'queue.keys.turnOff' : 'queue.keys.turnOn')}
        </button>
      </form>
    </div>
  )
}
