import { filePath } from '#components/stories/paths.ts'
import { direction, type Locale, localeNames, locales, localPath } from '#lib/i18n/locales.ts'
import { translator } from '#lib/i18n/translator.ts'

export type Theme = 'auto' | 'light' | 'dark'
type Props = {
  readonly locale: Locale
  readonly path: string
  readonly theme: Theme
  readonly chooseTheme: (form: FormData) => Promise<void>
}

const themes = ['auto', 'light', 'dark'] as const
const places = [
  { path: '/#how', key: 'howToEnter' },
  { path: '/rules', key: 'footer.rules' },
  { path: '/entry', key: 'footer.entry' },
  { path: '/verify', key: 'footer.verify' },
  { path: '/privacy', key: 'footer.privacy' },
  { path: '/accessibility', key: 'footer.accessibility' },
] as const

/** The foot of every public page: notices, ways on, language and appearance. */
export function Footer({ locale, path, theme, chooseTheme }: Props) {
  const t = translator(locale, 'site')
  const here = (to: string) => (to.startsWith('/#') ? `${localPath(locale, '/')}${to.slice(1)}` : localPath(locale, to))
  return (
    <footer className="foot">
      <div className="cloth-band" />
      <div className="wrap">
        <div className="foot__in">
          <div className="flow">
            <h2>{t('footer.before')}</h2>
            <p className="notice">{t('footer.notice')}</p>
            <p>{t('footer.original')}</p>
          </div>
          <nav aria-label={t('footer.nav')}>
            <h2>{t('footer.more')}</h2>
            <ul className="plain">
              {places.map(({ path: to, key }) => (
                <li key={key}>
                  <a href={here(to)}>{t(key)}</a>
                </li>
              ))}
              <li>
                <a href={filePath('/feed.xml', locale)}>{t('footer.feed')}</a>
              </li>
            </ul>
          </nav>
          <div className="flow foot__choice">
            <div>
              <h2>{t('footer.language')}</h2>
              <ul className="plain foot__row">
                {locales.map((other) => (
                  <li key={other}>
                    <a
                      href={localPath(other, path)}
                      lang={other}
                      dir={direction(other)}
                      hrefLang={other}
                      aria-current={other === locale ? 'true' : undefined}
                    >
                      {localeNames[other]}
                    </a>
                  </li>
                ))}
              </ul>
            </div>
            <form action={chooseTheme}>
              <input type="hidden" name="back" value={localPath(locale, path)} />
              <fieldset className="pick">
                <legend>{t('footer.appearance')}</legend>
                {themes.map((name) => (
                  <button type="submit" key={name} className="pick__theme" name="theme" value={name} aria-pressed={name === theme}>
                    {t(`footer.${name}`)}
                  </button>
                ))}
              </fieldset>
            </form>
          </div>
        </div>
      </div>
    </footer>
  )
}
