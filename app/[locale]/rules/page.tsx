import type { Metadata } from 'next'
import { NotFound } from '#app/_site/not-found.tsx'
import { Ltr } from '#components/ui/ltr.tsx'
import { Contents, TextPage, TextSection } from '#components/ui/text-page.tsx'
import { currentRules, rulesVersion, rulesVersions } from '#lib/campaign/queries.ts'
import type { RulesView } from '#lib/campaign/schema.ts'
import { longDate } from '#lib/i18n/format.ts'
import { defaultLocale, type Locale, localeOf, localPath } from '#lib/i18n/locales.ts'
import { translator } from '#lib/i18n/translator.ts'
import { Versions } from './versions.tsx'

type Props = PageProps<'/[locale]/rules'>

/** Long enough to tell two texts apart, short enough to read aloud. */
const shownOfHash = 12

async function asked({ params, searchParams }: Props): Promise<{ locale: Locale; rules: RulesView | null }> {
  const locale = localeOf((await params).locale) ?? defaultLocale
  const { version } = await searchParams
  if (version === undefined) return { locale, rules: await currentRules(locale) }
  const readable = typeof version === 'string' && /^[1-9]\d{0,5}$/.test(version)
  return { locale, rules: readable ? await rulesVersion(Number(version), locale) : null }
}

export async function generateMetadata(props: Props): Promise<Metadata> {
  const { locale, rules } = await asked(props)
  if (!rules) return {}
  const t = translator(locale, 'rules')
  return { title: t('pageTitle', { title: t('title') }), description: t('lead') }
}

export default async function Rules(props: Props) {
  const { locale, rules } = await asked(props)
  if (!rules) return <NotFound locale={locale} />
  const versions = await rulesVersions()
  const t = translator(locale, 'rules')
  const lang = rules.locale === locale ? undefined : rules.locale
  const latest = (words: React.ReactNode) => <a href={localPath(locale, '/rules')}>{words}</a>
  return (
    <TextPage title={t('title')} lead={t('lead')}>
      <div className="flow">
        {versions[0]?.number !== rules.number && <p className="note note--warn">{t.rich('earlier', { latest })}</p>}
        {lang && <p className="note note--info">{t('untranslated')}</p>}
        <p>
          <b>{t('version', { number: String(rules.number), date: longDate(locale, rules.publishedAt) })}</b>
          <br />
          <span className="small">
            {t('hash')} <Ltr>{rules.hash.slice(0, shownOfHash)}</Ltr>
          </span>
        </p>
        <p className="muted">{t('hashText')}</p>
      </div>
      <Contents label={t('contents')} sections={rules.sections.map(({ id, heading }) => ({ id, title: heading }))} />
      {rules.sections.map(({ id, heading, paragraphs }) => (
        <TextSection key={id} id={id} title={heading} lang={lang}>
          {paragraphs.map((paragraph) => (
            <p key={paragraph}>{paragraph}</p>
          ))}
        </TextSection>
      ))}
      <Versions versions={versions} shown={rules.number} locale={locale} />
    </TextPage>
  )
}
