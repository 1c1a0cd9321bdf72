import { ButtonLink } from '#components/ui/button.tsx'
import { Icon } from '#components/ui/icon.tsx'
import { type Locale, localPath } from '#lib/i18n/locales.ts'
import { translator } from '#lib/i18n/translator.ts'

const spans = ['before', 'summer', 'growth', 'reckoning'] as const

/** The founders' history in four words, as a way into it. */
export function HistoryStrip({ locale }: { readonly locale: Locale }) {
  const t = translator(locale, 'home')
  return (
    <section className="section alt" aria-labelledby="history">
      <div className="wrap">
        <div className="flow">
          <h2 id="history">{t('history.heading')}</h2>
          <p className="lead">{t('history.text')}</p>
        </div>
        <ol className="strip">
          {spans.map((span) => (
            <li key={span}>
              <b>{t(`history.${span}.name`)}</b>
              <span>{t(`history.${span}.years`)}</span>
            </li>
          ))}
        </ol>
        <p className="strip__after">
          <ButtonLink look="line" href={localPath(locale, '/history')}>
            {t('history.link')} <Icon name="arrow" turns />
          </ButtonLink>
        </p>
      </div>
    </section>
  )
}
