import type { Metadata, Viewport } from 'next'
import { chosenTheme } from '#app/_site/request.ts'
import { direction } from '#lib/i18n/locales.ts'
import { translator } from '#lib/i18n/translator.ts'
import { staffLocale } from './language.ts'
import '../globals.css'
import './staff.css'

export const dynamic = 'force-dynamic'

export const metadata: Metadata = {
  robots: { index: false, follow: false },
  formatDetection: { telephone: false, email: false, address: false },
  icons: { icon: '/icon.svg' },
}

export const viewport: Viewport = {
  themeColor: [
    { media: '(prefers-color-scheme: light)', color: '#F6E7C1' },
    { media: '(prefers-color-scheme: dark)', color: '#0B0E11' },
  ],
}

export default async function StaffLayout({ children }: LayoutProps<'/staff'>) {
  const [locale, theme] = await Promise.all([staffLocale(), chosenTheme()])
  return (
    <html lang={locale} dir={direction(locale)} data-theme={theme === 'auto' ? undefined : theme}>
      <body className="staff">
        <a className="skip" href="#main">
          {translator(locale, 'staff')('skip')}
        </a>
        {children}
      </body>
    </html>
  )
}
