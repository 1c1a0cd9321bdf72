import type { Metadata } from 'next'
import { BackLink } from '#components/ui/back-link.tsx'
import { Button } from '#components/ui/button.tsx'
import { SelectField } from '#components/ui/field.tsx'
import { currentCampaign } from '#lib/campaign/queries.ts'
import { env } from '#lib/foundation/env.ts'
import { defaultLocale, type Locale, localeNames, localeOf, locales, localPath } from '#lib/i18n/locales.ts'
import { translator } from '#lib/i18n/translator.ts'
import { type PostPlatform, platformNames, postPlatforms } from '#lib/submissions/post-url.ts'
import { readyText } from '#lib/submissions/ready-text.ts'
import { ReadyWords } from './ready-words.tsx'

type Props = PageProps<'/[locale]/share/post/help'>

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const locale = localeOf((await params).locale) ?? defaultLocale
  return { title: translator(locale, 'share')('pageTitle', { title: translator(locale, 'readyText')('title') }), robots: { index: false } }
}

/** Words to begin a post with, for one site and language. A page of its own, so that nothing typed into the entry is in its way. */
export default async function ReadyTextPage({ params, searchParams }: Props) {
  const locale = localeOf((await params).locale) ?? defaultLocale
  const query = await searchParams
  const [asked, wanted] = [[query.platform].flat()[0], [query.in].flat()[0]]
  const platform = postPlatforms.find((known) => known === asked) ?? null
  const language = localeOf(wanted) ?? locale
  const t = translator(locale, 'readyText')
  return (
    <div className="wrap">
      <div className="narrow task">
        <BackLink href={localPath(locale, '/share/post')}>{t('back')}</BackLink>
        <div className="flow flow--6">
          <div className="flow flow--4">
            <h1 className="q">{t('title')}</h1>
            <p className="lead">{t('lead')}</p>
          </div>
          <Choice locale={locale} platform={platform} language={language} isMissing={asked !== undefined && !platform} />
          {platform && <Words locale={locale} platform={platform} language={language} />}
        </div>
      </div>
    </div>
  )
}

type Chosen = Readonly<{ locale: Locale; platform: PostPlatform | null; language: Locale; isMissing: boolean }>

function Choice({ locale, platform, language, isMissing }: Chosen) {
  const t = translator(locale, 'readyText')
  const errorWord = translator(locale, 'errors')('word')
  return (
    <form action={localPath(locale, '/share/post/help')} className="flow flow--5">
      <SelectField
        name="platform"
        label={t('platform')}
        empty={t('platformEmpty')}
        error={isMissing ? t('platformMissing') : undefined}
        errorWord={errorWord}
        value={platform ?? ''}
        options={postPlatforms.map((value) => ({ value, label: platformNames[value], lang: 'en' }))}
      />
      <SelectField
        name="in"
        label={t('language')}
        hint={t('languageHint')}
        errorWord={errorWord}
        value={language}
        options={locales.map((value) => ({ value, label: localeNames[value], lang: value }))}
      />
      <div className="btns">
        <Button look="line">{t('show')}</Button>
      </div>
    </form>
  )
}

async function Words({ locale, platform, language }: Readonly<{ locale: Locale; platform: PostPlatform; language: Locale }>) {
  const { hashtag } = await currentCampaign()
  const t = translator(language, 'readyText')
  const tag = t('tag')
  const lines = { long: t('lines.long', { hashtag, tag }), short: t('lines.short', { hashtag, tag }) }
  const ready = readyText(platform, lines, env().SITE_URL)
  return <ReadyWords locale={locale} platform={platform} language={language} ready={ready} hashtag={hashtag} tag={tag} />
}
