import type { MetadataRoute } from 'next'
import { filmOf } from '#components/stories/paths.ts'
import { shareOf } from '#components/stories/pictures.ts'
import { summaryOf } from '#components/stories/words.ts'
import { now } from '#lib/foundation/clock.ts'
import { env } from '#lib/foundation/env.ts'
import { shownEntries } from '#lib/history/queries.ts'
import { defaultLocale, type Locale, locales, localPath } from '#lib/i18n/locales.ts'
import { filmFilesOf, releasedStories } from '#lib/stories/queries.ts'
import type { StoryCard, StoryFileView } from '#lib/stories/views.ts'

export const dynamic = 'force-dynamic'

const pages = ['/', '/stories', '/history', '/history/facts', '/share', '/results', '/rules', '/privacy', '/accessibility', '/verify']

/** Every public page in every language: the stories as far as they are out, with their films, and the entries of the history. */
export default async function sitemap(): Promise<MetadataRoute.Sitemap> {
  const at = now()
  const [stories, entries] = await Promise.all([storiesByLanguage(at), shownEntries()])
  const released = stories[defaultLocale]
  const files = await filmFilesOf(released.map(({ slug }) => slug))
  const newest = released.at(-1)?.releaseAt
  const dated = (path: string) => (newest && (path === '/' || path === '/stories') ? { lastModified: newest } : {})
  return [
    ...pages.flatMap((path) => everyLanguage(path).map(({ locale: _, ...entry }) => ({ ...entry, ...dated(path) }))),
    ...released.flatMap(({ slug, releaseAt }) =>
      everyLanguage(`/stories/${slug}`).map(({ locale, ...entry }) => ({
        ...{ ...entry, lastModified: releaseAt },
        ...films(
          stories[locale].find((story) => story.slug === slug),
          files,
        ),
      })),
    ),
    ...entries.flatMap((id) => everyLanguage(`/history/${id}`).map(({ locale: _, ...entry }) => entry)),
  ]
}

async function storiesByLanguage(at: Date): Promise<Record<Locale, StoryCard[]>> {
  const read = locales.map(async (locale) => [locale, await releasedStories(locale, at)] as const)
  return Object.fromEntries(await Promise.all(read)) as Record<Locale, StoryCard[]>
}

function films(story: StoryCard | undefined, files: readonly (StoryFileView & Readonly<{ slug: string }>)[]) {
  const film = story && filmOf({ files: files.filter(({ slug }) => slug === story.slug) }, 'video/mp4')
  const picture = story && shareOf(story)
  if (!film || !picture) return {}
  const here = env().SITE_URL
  return {
    videos: [
      {
        title: inXml(story.title),
        description: inXml(summaryOf(story)),
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
  const at = (locale: Locale) => `${env().SITE_URL}${localPath(locale, path)}`
  const languages = { ...Object.fromEntries(locales.map((locale) => [locale, at(locale)])), 'x-default': at(defaultLocale) }
  return locales.map((locale) => ({ locale, url: at(locale), alternates: { languages } }))
}
