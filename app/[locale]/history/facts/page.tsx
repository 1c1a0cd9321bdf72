import type { Metadata } from 'next'
import { AboutHistory } from '#components/history/about.tsx'
import { BadgeLegend } from '#components/history/badge-legend.tsx'
import { FactTable } from '#components/history/fact-table.tsx'
import { factTable } from '#lib/history/queries.ts'
import { defaultLocale, localeOf, localPath } from '#lib/i18n/locales.ts'
import { translator } from '#lib/i18n/translator.ts'

export async function generateMetadata({ params }: PageProps<'/[locale]/history/facts'>): Promise<Metadata> {
  const locale = localeOf((await params).locale) ?? defaultLocale
  const t = translator(locale, 'history')
  return { title: t('facts.pageTitle'), description: t('facts.lead') }
}

export default async function Facts({ params }: PageProps<'/[locale]/history/facts'>) {
  const locale = localeOf((await params).locale) ?? defaultLocale
  const t = translator(locale, 'history')
  const facts = await factTable(locale)
  return (
    <>
      <div className="wrap flow pt-16 pb-12 [--flow:1.25rem]">
        <h1>{t('facts.title')}</h1>
        <p className="lead">{t('facts.lead')}</p>
        <p>
          <a href={localPath(locale, '/history')}>{t('facts.back')}</a>
        </p>
        <BadgeLegend t={t} />
      </div>
      <div className="wrap pb-24">
        <div className="flow">
          <p className="small muted">{t('facts.count', { count: facts.length })}</p>
          <FactTable facts={facts} locale={locale} t={t} />
        </div>
        <AboutHistory locale={locale} t={t} />
      </div>
    </>
  )
}
