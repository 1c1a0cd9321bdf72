import { Icon } from '#components/ui/icon.tsx'
import type { LaunchLine } from '#lib/campaign/desk/checklist.ts'
import type { Locale } from '#lib/i18n/locales.ts'
import { translator } from '#lib/i18n/translator.ts'

/** What has to be decided before the launch, and how much of it is left. */
export function LaunchList({ locale, lines }: Readonly<{ locale: Locale; lines: readonly LaunchLine[] }>) {
  const t = translator(locale, 'campaignDesk')
  return (
    <section className="card flow" aria-labelledby="launch">
      <h2 id="launch">{t('list.heading')}</h2>
      <p>
        {t('list.text')} <b>{t('list.left', { count: lines.filter(({ done }) => !done).length })}</b>
      </p>
      <ul className="plain campaign-list">
        {lines.map(({ step, done }) => (
          <li key={step} className={done ? 'is-done' : 'is-open'}>
            <Icon name={done ? 'check' : 'alert'} />
            <span>
              <b>{t(done ? 'list.done' : 'list.open')}:</b> {t(`list.step.${step}`)}
            </span>
          </li>
        ))}
      </ul>
    </section>
  )
}
