import type { Metadata } from 'next'
import { AboutHistory } from '#components/history/about.tsx'
import { BadgeLegend } from '#components/history/badge-legend.tsx'
import { Era, EraNav } from '#components/history/era.tsx'
import { FilterResult, Filters } from '#components/history/filters.tsx'
import { Principles } from '#components/history/principles.tsx'
import { Profiles } from '#components/history/profiles.tsx'
import { readFilters } from '#lib/history/filters.ts'
import { historyTimeline, principles, profiles } from '#lib/history/queries.ts'
import { defaultLocale, localeOf, localPath } from '#lib/i18n/locales.ts'
import { translator } from '#lib/i18n/translator.ts'

export async function generateMetadata({ params }: PageProps<'/[locale]/history'>): Promise<Metadata> {
  const locale = localeOf((await params).locale) ?? defaultLocale
  const t = translator(locale, 'history')
  return { title: t('pageTitle'), description: t('lead') }
}

export default async function History({ params, searchParams }: PageProps<'/[locale]/history'>) {
  const locale = localeOf((await params).locale) ?? defaultLocale
  const filters = readFilters(await searchParams)
  const t = translator(locale, 'history')
  const [eras, founders, lessons] = await Promise.all([historyTimeline({ locale, ...filters }), profiles(locale), principles(locale)])
  return (
    <>
      <div className="wrap flow pt-16 pb-12 [--flow:1.25rem]">
        <h1>{t('title')}</h1>
        <p className="lead">{t('lead')}</p>
        <p>
          <a href={localPath(locale, '/history/facts')}>{t('toFacts')}</a>
        </p>
        <BadgeLegend t={t} />
      </div>
      <div className="wrap hist pb-24">
        <div className="hist__side flow [--flow:1.5rem]">
          <EraNav eras={eras} locale={locale} t={t} />
          <Filters filters={filters} locale={locale} t={t} />
        </div>
        <div>
          <FilterResult filters={filters} count={eras.reduce((sum, era) => sum + era.entries.length, 0)} locale={locale} t={t} />
          {eras.map((era, index) => (
            <Era key={era.id} era={era} first={index === 0} locale={locale} t={t} />
          ))}
          <Profiles profiles={founders} locale={locale} t={t} />
          <Principles principles={lessons} locale={locale} t={t} />
          <AboutHistory locale={locale} t={t} />
        </div>
      </div>
      <script type="module" src="/modules/print-open.js" fetchPriority="low" />
    </>
  )
}
