import type { MetadataRoute } from 'next'
import { now } from '#lib/foundation/clock.ts'
import { env } from '#lib/foundation/env.ts'
import { defaultLocale, locales, localPath } from '#lib/i18n/locales.ts'
import { releasedStories } from '#lib/stories/queries.ts'

export const dynamic = 'force-dynamic'

const pages = ['/', '/stories', '/history', '/history/facts', '/share', '/rules', '/privacy', '/accessibility', '/verify']

/** Every public page in every language, the stories as far as they are out. */
export default async function sitemap(): Promise<MetadataRoute.Sitemap> {
  const stories = await releasedStories(defaultLocale, now())
  const newest = stories.at(-1)?.releaseAt
  const dated = (path: string) => (newest && (path === '/' || path === '/stories') ? { lastModified: newest } : {})
  return [
    ...pages.flatMap((path) => everyLanguage(path).map((entry) => ({ ...entry, ...dated(path) }))),
    ...stories.flatMap(({ slug, releaseAt }) => everyLanguage(`/stories/${slug}`).map((entry) => ({ ...entry, lastModified: releaseAt }))),
  ]
}

function everyLanguage(path: string) {
  const at = (locale: (typeof locales)[number]) => `${env().SITE_URL}${localPath(locale, path)}`
  const languages = { ...Object.fromEntries(locales.map((locale) => [locale, at(locale)])), 'x-default': at(defaultLocale) }
  return locales.map((locale) => ({ url: at(locale), alternates: { languages } }))
}
