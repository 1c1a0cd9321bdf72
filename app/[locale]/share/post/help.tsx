import { CopyBlock } from '#components/submissions/copy-block.tsx'
import { Icon } from '#components/ui/icon.tsx'
import { marks } from '#components/ui/ltr.tsx'
import { type Locale, localPath } from '#lib/i18n/locales.ts'
import { translator } from '#lib/i18n/translator.ts'
import { platformNames, postPlatforms } from '#lib/submissions/post-url.ts'

/** Help for somebody who looks for their link, cannot show their post, or has not posted yet. */
export function PostHelp({ locale, hashtag }: { readonly locale: Locale; readonly hashtag: string | null }) {
  const [t, ready] = [translator(locale, 'share'), translator(locale, 'readyText')]
  return (
    <div>
      <details className="more">
        <summary>{t('post.where')}</summary>
        <div>
          <p>{t.rich('post.whereText', marks)}</p>
        </div>
      </details>
      <details className="more">
        <summary>{t('post.platforms')}</summary>
        <div className="flow flow--2">
          <p>{t('post.platformsText')}</p>
          <ul className="tags">
            {postPlatforms.map((platform) => (
              <li key={platform} lang="en" dir="ltr">
                {platformNames[platform]}
              </li>
            ))}
          </ul>
        </div>
      </details>
      <details className="more">
        <summary>{t('post.private')}</summary>
        <div className="flow flow--2">
          <p>{t('post.privateText')}</p>
          <p>{t('post.privateNone')}</p>
        </div>
      </details>
      {hashtag && (
        <details className="more">
          <summary>{t('post.ready')}</summary>
          <div className="flow flow--2">
            <p>{t('post.readyText')}</p>
            <CopyBlock
              text={ready('lines.long', { hashtag, tag: ready('tag') })}
              words={{ copy: t('post.copy'), copied: t('post.copied') }}
            />
            <p>
              <a href={localPath(locale, '/share/post/help')} target="_blank" rel="noopener">
                {ready('inForm')} <Icon name="ext" />
                <span className="vh"> ({ready('newTab')})</span>
              </a>
            </p>
          </div>
        </details>
      )}
    </div>
  )
}
