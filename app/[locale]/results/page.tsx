import type { Metadata } from 'next'
import { cache } from 'react'
import { ButtonLink } from '#components/ui/button.tsx'
import { TextPage, TextSection } from '#components/ui/text-page.tsx'
import { publicPool } from '#lib/awards/queries.ts'
import { currentCampaign } from '#lib/campaign/queries.ts'
import { now } from '#lib/foundation/clock.ts'
import { dateTime } from '#lib/i18n/format.ts'
import { defaultLocale, localeOf, localPath } from '#lib/i18n/locales.ts'
import { translator } from '#lib/i18n/translator.ts'
import { publicResults } from '#lib/review/selection/results.ts'
import { Released } from './released.tsx'

/** Read once a request: the title depends on them as well. */
const resultsIn = cache(publicResults)

const shown = ['method', 'counts', 'names', 'corrections'] as const

export async function generateMetadata({ params }: PageProps<'/[locale]/results'>): Promise<Metadata> {
  const locale = localeOf((await params).locale) ?? defaultLocale
  const [t, rules] = [translator(locale, 'results'), translator(locale, 'rules')]
  if (await resultsIn(locale)) return { title: t('pageTitle'), description: t('description') }
  return { title: rules('pageTitle', { title: rules('results.title') }), description: rules('results.lead') }
}

/** Until results are released: when they come and what will stand here. Then the results. */
export default async function Results({ params }: PageProps<'/[locale]/results'>) {
  const locale = localeOf((await params).locale) ?? defaultLocale
  const [{ resultsAt, timeZone }, results] = await Promise.all([currentCampaign(), resultsIn(locale)])
  if (results) return <Released locale={locale} timeZone={timeZone} results={results} pool={await publicPool(now())} />
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
