import type { Metadata } from 'next'
import { ButtonLink } from '#components/ui/button.tsx'
import { TextPage, TextSection } from '#components/ui/text-page.tsx'
import { currentCampaign } from '#lib/campaign/queries.ts'
import { now } from '#lib/foundation/clock.ts'
import { dateTime } from '#lib/i18n/format.ts'
import { defaultLocale, localeOf, localPath } from '#lib/i18n/locales.ts'
import { translator } from '#lib/i18n/translator.ts'

const shown = ['method', 'counts', 'names', 'corrections'] as const

export async function generateMetadata({ params }: PageProps<'/[locale]/results'>): Promise<Metadata> {
  const t = translator(localeOf((await params).locale) ?? defaultLocale, 'rules')
  return { title: t('pageTitle', { title: t('results.title') }), description: t('results.lead') }
}

/** Until results are released: when they come and what will stand here. */
export default async function Results({ params }: PageProps<'/[locale]/results'>) {
  const locale = localeOf((await params).locale) ?? defaultLocale
  const { resultsAt, timeZone } = await currentCampaign()
  const t = translator(locale, 'rules')
  const date = resultsAt ? dateTime(locale, resultsAt, timeZone) : ''
  const when = resultsAt && resultsAt > now() ? 'whenSet' : 'whenLate'
  return (
    <TextPage title={t('results.title')} lead={t('results.lead')}>
      <div className="flow">
        <p>{resultsAt ? t(`results.${when}`, { date }) : t('results.whenUnknown')}</p>
        <p>{t('results.everybody')}</p>
        <p className="btns">
          <ButtonLink href={localPath(locale, '/entry')}>{t('results.entry')}</ButtonLink>
          <ButtonLink href={localPath(locale, '/rules')} look="line">
            {t('results.rules')}
          </ButtonLink>
        </p>
      </div>
      <TextSection id="what-comes" title={t('results.how')}>
        <ul className="list">
          {shown.map((key) => (
            <li key={key}>{t(`results.${key}`)}</li>
          ))}
        </ul>
      </TextSection>
    </TextPage>
  )
}
