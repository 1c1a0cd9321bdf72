import type { Metadata } from 'next'
import { TextPage, TextSection } from '#components/ui/text-page.tsx'
import { retentionDays } from '#lib/campaign/retention.ts'
import { longDate } from '#lib/i18n/format.ts'
import { defaultLocale, localeOf, localPath } from '#lib/i18n/locales.ts'
import { translator } from '#lib/i18n/translator.ts'

/** The day on which somebody last compared this statement with the site. */
const written = new Date('2026-11-22')

const can = ['keyboard', 'zoom', 'films', 'appearance', 'motion'] as const
const tested = ['axe', 'keyboard', 'narrow', 'browser'] as const
const gaps = ['reader', 'browsers', 'people', 'spoken', 'drawn', 'languages', 'mail'] as const

export async function generateMetadata({ params }: PageProps<'/[locale]/accessibility'>): Promise<Metadata> {
  const t = translator(localeOf((await params).locale) ?? defaultLocale, 'accessibility')
  return { title: t('pageTitle', { title: t('title') }), description: t('lead') }
}

export default async function Accessibility({ params }: PageProps<'/[locale]/accessibility'>) {
  const locale = localeOf((await params).locale) ?? defaultLocale
  const t = translator(locale, 'accessibility')
  const entry = (words: React.ReactNode) => <a href={localPath(locale, '/entry')}>{words}</a>
  return (
    <TextPage title={t('title')} lead={t('lead')}>
      <TextSection id="target" title={t('target.title')}>
        <p>{t('target.text')}</p>
        <p>{t('target.scripts')}</p>
      </TextSection>
      <TextSection id="what-you-can-do" title={t('can.title')}>
        <ul className="list">
          {can.map((key) => (
            <li key={key}>{t(`can.${key}`)}</li>
          ))}
          <li>{t('can.time', { days: retentionDays('drafts') ?? 0 })}</li>
        </ul>
      </TextSection>
      <TextSection id="tested" title={t('tested.title')}>
        <ul className="list">
          {tested.map((key) => (
            <li key={key}>{t(`tested.${key}`)}</li>
          ))}
        </ul>
      </TextSection>
      <TextSection id="gaps" title={t('gaps.title')}>
        <ul className="list">
          {gaps.map((key) => (
            <li key={key}>{t(`gaps.${key}`)}</li>
          ))}
        </ul>
      </TextSection>
      <TextSection id="contact" title={t('contact.title')}>
        <p>{t('contact.text')}</p>
        <p>{t.rich('contact.entry', { entry })}</p>
        <p>{t('contact.needs')}</p>
        <p>{t('contact.none')}</p>
        <p className="muted">{t('prepared', { date: longDate(locale, written) })}</p>
      </TextSection>
    </TextPage>
  )
}
