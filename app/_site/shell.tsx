import { Around } from '#components/site/around.tsx'
import { direction, type Locale, scriptOf } from '#lib/i18n/locales.ts'
import { chooseTheme } from './actions.ts'
import { chosenTheme, currentPath } from './request.ts'

type Props = { readonly locale: Locale; readonly children: React.ReactNode }

/** The faces of a page, asked for before its style is read. A phone shows the words first, in stand-ins of the same widths, and gets the faces when the style names them. */
function Fonts({ locale }: { readonly locale: Locale }) {
  const files = scriptOf(locale) === 'Arab' ? ['vazirmatn-arabic'] : ['bricolage-display-fixed', 'atkinson-text']
  return files.map((file) => (
    <link
      key={file}
      rel="preload"
      href={`/fonts/${file}.woff2`}
      as="font"
      type="font/woff2"
      crossOrigin="anonymous"
      media="(min-width: 48em)"
    />
  ))
}

/** The whole document around a public page. */
export async function Shell({ locale, children }: Props) {
  const [theme, path] = await Promise.all([chosenTheme(), currentPath()])
  if (isEmbedded(path)) return <Frame locale={locale}>{children}</Frame>
  return (
    <html lang={locale} dir={direction(locale)} data-theme={theme === 'auto' ? undefined : theme}>
      <head>
        <Fonts locale={locale} />
      </head>
      <body>
        <Around {...{ locale, path, theme, chooseTheme }}>{children}</Around>
      </body>
    </html>
  )
}

/** A page that is made to stand in a frame of another site. */
const isEmbedded = (path: string) => /^\/stories\/[a-z0-9-]+\/embed(?:\?|$)/.test(path)

function Frame({ locale, children }: Props) {
  return (
    <html lang={locale} dir={direction(locale)} data-theme="dark">
      <head>
        <Fonts locale={locale} />
      </head>
      <body className="embed">
        <main id="main">{children}</main>
      </body>
    </html>
  )
}
