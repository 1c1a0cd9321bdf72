import type { Metadata, Viewport } from 'next'
import { addressesOf } from '#app/_site/addresses.ts'
import { NotFound } from '#app/_site/not-found.tsx'
import { currentPath } from '#app/_site/request.ts'
import { Shell } from '#app/_site/shell.tsx'
import { env } from '#lib/foundation/env.ts'
import { defaultLocale, localeOf } from '#lib/i18n/locales.ts'
import { translator } from '#lib/i18n/translator.ts'
import '../globals.css'

export const dynamic = 'force-dynamic'

export const viewport: Viewport = {
  themeColor: [
    { media: '(prefers-color-scheme: light)', color: '#F6E7C1' },
    { media: '(prefers-color-scheme: dark)', color: '#0B0E11' },
  ],
}

/** What every public page says about itself; the title is each page's own. */
export async function generateMetadata({ params }: LayoutProps<'/[locale]'>): Promise<Metadata> {
  const locale = localeOf((await params).locale) ?? defaultLocale
  const path = (await currentPath()).split('?')[0] ?? '/'
  const t = translator(locale, 'site')
  return {
    metadataBase: new URL(env().SITE_URL),
    description: t('description'),
    applicationName: t('name'),
    formatDetection: { telephone: false, email: false, address: false },
    icons: { icon: '/icon.svg', apple: '/apple-touch-icon.png' },
    alternates: addressesOf(locale, path),
    manifest: '/manifest.webmanifest',
  }
}

export default async function Layout({ params, children }: LayoutProps<'/[locale]'>) {
  const locale = localeOf((await params).locale)
  return <Shell locale={locale ?? defaultLocale}>{locale ? children : <NotFound locale={defaultLocale} />}</Shell>
}
