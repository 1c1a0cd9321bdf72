import type { MetadataRoute } from 'next'
import { defaultLocale } from '#lib/i18n/locales.ts'
import { translator } from '#lib/i18n/translator.ts'

/** What a phone shows when somebody puts the site on its first screen. */
export default function manifest(): MetadataRoute.Manifest {
  const t = translator(defaultLocale, 'site')
  return {
    id: '/',
    name: t('name'),
    short_name: t('name'),
    description: t('description'),
    lang: defaultLocale,
    start_url: '/',
    scope: '/',
    display: 'minimal-ui',
    background_color: '#F6E7C1',
    theme_color: '#F6E7C1',
    icons: [
      { src: '/icon.svg', sizes: 'any', type: 'image/svg+xml' },
      { src: '/icon-512.png', sizes: '512x512', type: 'image/png' },
      { src: '/apple-touch-icon.png', sizes: '180x180', type: 'image/png' },
    ],
  }
}
