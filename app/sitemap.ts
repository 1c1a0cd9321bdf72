import type { MetadataRoute } from 'next'
import { filmOf } from '#components/stories/paths.ts'
import { shareOf } from '#components/stories/pictures.ts'
import { now } from '#lib/foundation/clock.ts'
import { env } from '#lib/foundation/env.ts'
import { shownEntries } from '#lib/history/queries.ts'
import { defaultLocale, locales, localPath } from '#lib/i18n/locales.ts'
import { filmFilesOf, releasedStories } from '#lib/stories/queries.ts'
import type { StoryCard, StoryFileView } from '#lib/stories/views.ts'

export const dynamic = 'force-dynamic'

const pages = ['/', '/stories', '/history', '/history/facts', '/share', '/results', '/rules', '/privacy', '/accessibility', '/verify']

/** Every public page in every language: the stories as far as they are out, with their films, and the entries of the history. */
export default async function sitemap(): Promise<MetadataRoute.Sitemap> {
  const [stories, entries] = await Promise.all([releasedStories(defaultLocale, now()), shownEntries()])
  const files = await filmFilesOf(stories.map(({ slug }) => slug))
  const newest = stories.at(-1)?.releaseAt
  const dated = (path: string) => (newest && (path === '/' || path === '/stories') ? { lastModified: newest } : {})
  return [
    ...pages.flatMap((path) => everyLanguage(path).map((entry) => ({ ...entry, ...dated(path) }))),
    ...stories.flatMap((story) =>
      everyLanguage(`/stories/${story.slug}`).map((entry) => ({ ...entry, lastModified: story.releaseAt, ...films(story, files) })),
    ),
    ...entries.flatMap((id) => everyLanguage(`/history/${id}`)),
  ]
}

function films(story: StoryCard, files: readonly (StoryFileView & Readonly<{ slug: string }>)[]) {
  const film = filmOf({ files: files.filter(({ slug }) => slug === story.slug) }, 'video/mp4')
  const picture = shareOf(story)
  if (!film || !picture) return {}
  const here = env().SITE_URL
  return {
    videos: [
      {
        title: inXml(story.title),
        description: inXml(story.summary),
        thumbnail_loc: here + picture.src,
        content_loc: here + film.path,
        duration: Math.round(story.durationSeconds),
        publication_date: story.releaseAt.toISOString(),
        family_friendly: 'yes' as const,
        requires_subscription: 'no' as const,
        live: 'no' as const,
      },
    ],
  }
}

/** Next writes what it is given as it is. */
function inXml(text: string): string {
  return text.replace(/[&<>]/g, (sign) => `&#${sign.charCodeAt(0)};`)
}

function everyLanguage(path: string) {
  const at = (locale: (typeof locales)[number]) => `${env().SITE_URL}${localPath(locale, path)}`
  const languages = { ...Object.fromEntries(locales.map((locale) => [locale, at(locale)])), 'x-default': at(defaultLocale) }
  return locales.map((locale) => ({ url: at(locale), alternates: { languages } }))
}
