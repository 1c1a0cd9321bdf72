import type { Metadata, Viewport } from 'next'
import { Shell } from '#app/_site/shell.tsx'
import { env } from '#lib/foundation/env.ts'
import { defaultLocale, localeOf } from '#lib/i18n/locales.ts'
import '#app/globals.css'

export const dynamic = 'force-dynamic'

export const metadata: Metadata = {
  metadataBase: new URL(env().SITE_URL),
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

/** The public document, around a page only staff see. */
export default async function Layout({ params, children }: LayoutProps<'/staff/stories/[id]/preview/[locale]'>) {
  const { locale } = await params
  return <Shell locale={localeOf(locale) ?? defaultLocale}>{children}</Shell>
}
