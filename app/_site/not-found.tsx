import { PICTURES } from '#lib/art/pictures.ts'
import type { Locale } from '#lib/i18n/locales.ts'
import { localPath } from '#lib/i18n/locales.ts'
import { translator } from '#lib/i18n/translator.ts'

/** The page for anything that does not exist, is not out yet or is not yours. Our server turns its mark into status 404; Next's own not-found page is empty without scripts. */
export function NotFound({ locale }: { readonly locale: Locale }) {
  const t = translator(locale, 'site')
  return (
    <>
      <meta name="hob-status" content="404" />
      <meta name="robots" content="noindex" />
      <title>{t('missing.title')}</title>
      <div className="wrap two lost">
        <div className="flow">
          <h1>{t('missing.heading')}</h1>
          <p className="lead">{t('missing.text')}</p>
          <ul className="list">
            <li>
              <a href={localPath(locale, '/stories')}>{t('missing.stories')}</a>
            </li>
            <li>
              <a href={localPath(locale, '/history')}>{t('missing.history')}</a>
            </li>
            <li>
              <a href={localPath(locale, '/entry')}>{t('missing.entry')}</a>
            </li>
          </ul>
          <p className="muted small">{t('missing.typed')}</p>
        </div>
        <img className="lost__art" src={PICTURES.notFound.src} width={PICTURES.notFound.width} height={PICTURES.notFound.height} alt="" />
      </div>
    </>
  )
}
