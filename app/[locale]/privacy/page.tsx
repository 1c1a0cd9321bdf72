import type { Metadata } from 'next'
import { Contents, TextPage, TextSection } from '#components/ui/text-page.tsx'
import { defaultLocale, localeOf, localPath } from '#lib/i18n/locales.ts'
import { translator } from '#lib/i18n/translator.ts'
import { CookieTable, KeptTable, TimeTable } from './tables.tsx'

const sections = [
  { id: 'in-short', key: 'short' },
  { id: 'what-we-keep', key: 'kept' },
  { id: 'how-long', key: 'time' },
  { id: 'cookies', key: 'cookies' },
  { id: 'who-reads', key: 'readers' },
  { id: 'your-rights', key: 'rights' },
  { id: 'contact', key: 'contact' },
] as const
const short = ['visit', 'enter', 'yours', 'nobody'] as const
const readers = ['check', 'score', 'admin', 'recorded', 'platform', 'mail', 'out'] as const
const rights = ['see', 'correct', 'takeBack', 'download', 'erase'] as const

export async function generateMetadata({ params }: PageProps<'/[locale]/privacy'>): Promise<Metadata> {
  const t = translator(localeOf((await params).locale) ?? defaultLocale, 'privacy')
  return { title: t('pageTitle', { title: t('title') }), description: t('lead') }
}

export default async function Privacy({ params }: PageProps<'/[locale]/privacy'>) {
  const locale = localeOf((await params).locale) ?? defaultLocale
  const t = translator(locale, 'privacy')
  const links = {
    entry: (words: React.ReactNode) => <a href={localPath(locale, '/entry')}>{words}</a>,
    verify: (words: React.ReactNode) => <a href={localPath(locale, '/verify')}>{words}</a>,
  }
  return (
    <TextPage title={t('title')} lead={t('lead')}>
      <Contents label={t('contents')} sections={sections.map(({ id, key }) => ({ id, title: t(`${key}.title`) }))} />
      <TextSection id="in-short" title={t('short.title')}>
        <ul className="list">
          {short.map((key) => (
            <li key={key}>{t(`short.${key}`)}</li>
          ))}
        </ul>
      </TextSection>
      <TextSection id="what-we-keep" title={t('kept.title')}>
        <KeptTable t={t} />
      </TextSection>
      <TextSection id="how-long" title={t('time.title')}>
        <TimeTable t={t} />
        <p>{t('time.sooner')}</p>
      </TextSection>
      <TextSection id="cookies" title={t('cookies.title')}>
        <p>{t('cookies.text')}</p>
        <CookieTable t={t} />
        <p>{t('cookies.browser')}</p>
      </TextSection>
      <TextSection id="who-reads" title={t('readers.title')}>
        <ul className="list">
          {readers.map((key) => (
            <li key={key}>{t(`readers.${key}`)}</li>
          ))}
        </ul>
      </TextSection>
      <TextSection id="your-rights" title={t('rights.title')}>
        <p>{t('rights.text')}</p>
        <dl className="sum">
          {rights.map((key) => (
            <div key={key}>
              <dt>{t(`rights.${key}`)}</dt>
              <dd>{t(`rights.${key}How`)}</dd>
            </div>
          ))}
        </dl>
        <p>{t.rich('rights.how', links)}</p>
      </TextSection>
      <TextSection id="contact" title={t('contact.title')}>
        <p>{t.rich('contact.reply', links)}</p>
        <p>{t.rich('contact.lost', links)}</p>
        <p>{t('contact.none')}</p>
      </TextSection>
    </TextPage>
  )
}
