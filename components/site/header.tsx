import { Icon } from '#components/ui/icon.tsx'
import { Mark } from '#components/ui/mark.tsx'
import { type Locale, localPath } from '#lib/i18n/locales.ts'
import { type Translator, translator } from '#lib/i18n/translator.ts'

const places = [
  { path: '/#this-week', key: 'thisWeek' },
  { path: '/stories', key: 'stories' },
  { path: '/history', key: 'history' },
  { path: '/#how', key: 'howToEnter' },
] as const

type Props = { readonly locale: Locale; readonly path: string }

/** The head of every public page. While somebody is entering, the navigation steps back so that nothing leads away by accident. */
export function Header({ locale, path }: Props) {
  const t = translator(locale, 'site')
  const entering = path.startsWith('/share') || path.startsWith('/entry')
  return (
    <header className="head">
      <div className="wrap head__in">
        <a className="mark" dir="ltr" href={localPath(locale, '/')}>
          <Mark />
          <span lang="en">{t('name')}</span>
        </a>
        {entering ? (
          <a className="head__entry" href={localPath(locale, '/entry')}>
            {t('checkEntry')}
          </a>
        ) : (
          <Navigation locale={locale} path={path} t={t} />
        )}
      </div>
    </header>
  )
}

function Navigation({ locale, path, t }: Props & { readonly t: Translator<'site'> }) {
  const links = places.map(({ path: to, key }) => (
    <li key={key}>
      <a
        href={to.startsWith('/#') ? `${localPath(locale, '/')}${to.slice(1)}` : localPath(locale, to)}
        aria-current={path === to ? 'page' : undefined}
      >
        {t(key)}
      </a>
    </li>
  ))
  const share = localPath(locale, '/share')
  return (
    <>
      <nav className="wide" aria-label={t('mainNav')}>
        <ul className="nav">{links}</ul>
      </nav>
      <a className="btn btn--primary btn--sm wide" href={share}>
        {t('share')}
      </a>
      <details className="menu">
        <summary>
          <Icon name="menu" />
          {t('menu')}
        </summary>
        <nav className="menu__panel" aria-label={t('menu')}>
          <ul className="plain">
            {links}
            <li>
              <a href={share}>{t('share')}</a>
            </li>
          </ul>
        </nav>
      </details>
    </>
  )
}
