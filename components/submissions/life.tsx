import type { ReactNode } from 'react'
import { Icon } from '#components/ui/icon.tsx'
import type { Locale } from '#lib/i18n/locales.ts'
import { translator } from '#lib/i18n/translator.ts'

export type LifeStep = {
  readonly key: string
  readonly state: 'done' | 'now' | 'ahead' | 'stopped'
  readonly title: string
  readonly text?: ReactNode
}

const icons = { done: 'check', now: 'eye', stopped: 'cross' } as const
const classes = { done: 'done', now: 'now', stopped: 'done', ahead: undefined } as const

/** What has happened to an entry and what is to come. */
export function Life({ locale, steps }: { readonly locale: Locale; readonly steps: readonly LifeStep[] }) {
  const t = translator(locale, 'entry')
  return (
    <ol className="life">
      {steps.map((step) => (
        <li
          key={step.key}
          className={classes[step.state]}
          aria-current={step.state === 'now' || step.state === 'stopped' ? 'step' : undefined}
        >
          <span className="dot">{step.state !== 'ahead' && <Icon name={icons[step.state]} />}</span>
          <div>
            <h3>
              {step.title}
              {step.state === 'now' && <span className="badge badge--warn">{t('now')}</span>}
              <span className="vh">{step.state === 'ahead' ? ` (${t('ahead')})` : step.state === 'done' ? ` (${t('done')})` : ''}</span>
            </h3>
            {step.text && <p>{step.text}</p>}
          </div>
        </li>
      ))}
    </ol>
  )
}
