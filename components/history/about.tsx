import { ButtonLink } from '#components/ui/button.tsx'
import { type Locale, localPath } from '#lib/i18n/locales.ts'
import type { Translator } from '#lib/i18n/translator.ts'

/** Where the claims come from, who wrote them and as what, how they were checked, and that we are no neutral judge. */
export function AboutHistory({ locale, t }: { readonly locale: Locale; readonly t: Translator<'history'> }) {
  return (
    <section className="era" id="about" aria-labelledby="about-h">
      <div className="era__head">
        <h2 id="about-h">{t('about.heading')}</h2>
      </div>
      <div className="flow pt-6">
        <p>{t('about.source')}</p>
        <p>{t('about.author')}</p>
        <p>{t('about.method')}</p>
        <p>{t('about.independence')}</p>
        <p>
          <ButtonLink href={localPath(locale, '/history/report')} look="line" small>
            {t('about.report')}
          </ButtonLink>
        </p>
      </div>
    </section>
  )
}
