import { CopyField } from '#components/submissions/copy-field.tsx'
import { Icon } from '#components/ui/icon.tsx'
import { marks } from '#components/ui/ltr.tsx'
import { wholeNumber } from '#lib/i18n/format.ts'
import { type Locale, localPath } from '#lib/i18n/locales.ts'
import { translator } from '#lib/i18n/translator.ts'
import { type PostPlatform, platformNames } from '#lib/submissions/post-url.ts'
import type { ReadyText } from '#lib/submissions/ready-text.ts'

type Props = Readonly<{
  locale: Locale
  platform: PostPlatform
  /** Of the words for the post. */
  language: Locale
  ready: ReadyText
  hashtag: string
  tag: string
}>

/** The words for one site: to copy, how long they are there, and the way to where they are posted. */
export function ReadyWords({ locale, platform, language, ready, hashtag, tag }: Props) {
  const t = translator(locale, 'readyText')
  const name = platformNames[platform]
  const number = (value: number) => wholeNumber(locale, value)
  const { used, limit } = ready
  return (
    <section className="flow flow--5" aria-labelledby="words">
      <h2 className="heading-500" id="words">
        {t('heading', { platform: name })}
      </h2>
      <div className="flow flow--2">
        <CopyField id="ready" label={t('text')} lang={language} text={ready.text} words={{ copy: t('copy'), copied: t('copied') }} />
        <p className="small muted">
          {limit === null
            ? t('countOnly', { used: number(used), platform: name })
            : t('count', { used: number(used), limit: number(limit), left: number(limit - used), platform: name })}
        </p>
      </div>
      <Way locale={locale} platform={platform} composer={ready.composer} />
      <div className="flow flow--2">
        <h3 className="heading-400">{t('keep')}</h3>
        <ul className="list">
          <li>{t.rich('keepHashtag', { ...marks, hashtag })}</li>
          <li>{t.rich('keepTag', { ...marks, tag })}</li>
          <li>{t('keepPublic')}</li>
        </ul>
      </div>
      <p>
        <a href={localPath(locale, '/share/post')}>{t('afterwards')}</a>
      </p>
    </section>
  )
}

function Way({ locale, platform, composer }: Readonly<{ locale: Locale; platform: PostPlatform; composer: ReadyText['composer'] }>) {
  const t = translator(locale, 'readyText')
  const name = platformNames[platform]
  if (!composer) return <p>{t('noComposer', { platform: name })}</p>
  return (
    <div className="flow flow--2">
      {!composer.takesText && <p>{t('paste', { platform: name })}</p>}
      <p className="btns">
        <a className="btn btn--line" href={composer.href} target="_blank" rel="noreferrer">
          {t(composer.takesText ? 'open' : 'openEmpty', { platform: name })} <Icon name="ext" />
          <span className="vh"> ({t('newTab')})</span>
        </a>
      </p>
      {platform === 'mastodon' && <p className="small muted">{t('anotherServer')}</p>}
    </div>
  )
}
