import type { Metadata } from 'next'
import { defaultLocale } from '#lib/i18n/locales.ts'
import { translator } from '#lib/i18n/translator.ts'
import { NotFound } from './_site/not-found.tsx'
import './globals.css'

export const metadata: Metadata = { robots: { index: false } }

/** For addresses no route matches, such as a file that does not exist. */
export default function GlobalNotFound() {
  return (
    <html lang={defaultLocale} dir="ltr">
      <body>
        <main id="main" aria-label={translator(defaultLocale, 'site')('name')}>
          <NotFound locale={defaultLocale} />
        </main>
      </body>
    </html>
  )
}
