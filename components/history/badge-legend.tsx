import { badgeKeys } from '#lib/history/badges.ts'
import type { Translator } from '#lib/i18n/translator.ts'
import { Badge } from './badge.tsx'

/** What each badge means. */
export function BadgeLegend({ t }: { readonly t: Translator<'history'> }) {
  return (
    <section className="pt-4" aria-labelledby="how-we">
      <h2 id="how-we" className="vh">
        {t('keyHeading')}
      </h2>
      <ul className="key plain">
        {badgeKeys.map((badge) => (
          <li key={badge}>
            <Badge badge={badge} t={t} />
            <p>{t(`badgeMeaning.${badge}`)}</p>
          </li>
        ))}
      </ul>
    </section>
  )
}
