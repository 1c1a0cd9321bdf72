'use client'
import type { ReactNode } from 'react'
import type { Locale } from '#lib/i18n/locales.ts'
import { translator } from '#lib/i18n/translator.ts'
import { Footer, type Theme } from './footer.tsx'
import { Header } from './header.tsx'
import { TranslationNotice } from './translation-notice.tsx'

type Props = {
  readonly locale: Locale
  readonly path: string
  readonly theme: Theme
  readonly chooseTheme: (form: FormData) => Promise<void>
  readonly children: ReactNode
}

/**
 * What stands around every public page. A client component, though none of it reaches a browser as script: the server then writes it once,
 * and not a second time as data for the browser.
 */
export function Around({ locale, path, theme, chooseTheme, children }: Props) {
  return (
    <>
      <a className="skip" href="#main">
        {translator(locale, 'site')('skip')}
      </a>
      <Header locale={locale} path={path} />
      <TranslationNotice locale={locale} path={path} />
      <main id="main" tabIndex={-1}>
        {children}
      </main>
      <Footer locale={locale} path={path} theme={theme} chooseTheme={chooseTheme} />
    </>
  )
}
