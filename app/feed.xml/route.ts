import { filePath } from '#components/stories/paths.ts'
import { summaryOf } from '#components/stories/words.ts'
import { currentCampaign } from '#lib/campaign/queries.ts'
import { now } from '#lib/foundation/clock.ts'
import { env } from '#lib/foundation/env.ts'
import { defaultLocale, localeOf, localPath } from '#lib/i18n/locales.ts'
import { translator } from '#lib/i18n/translator.ts'
import { atomFeed } from '#lib/stories/feed.ts'
import { filmFilesOf, releasedStories, schedule } from '#lib/stories/queries.ts'
import { freshFor } from '#lib/stories/schedule.ts'

export const dynamic = 'force-dynamic'

const mostSecondsKept = 300

/** Every film that is out, with its files, for feed readers; in the language that `?lang=` names, else in English. */
export async function GET(request: Request): Promise<Response> {
  const locale = localeOf(new URL(request.url).searchParams.get('lang') ?? undefined) ?? defaultLocale
  const at = now()
  const [stories, upcoming, campaign] = await Promise.all([releasedStories(locale, at), schedule(at), currentCampaign()])
  const files = await filmFilesOf(stories.map(({ slug }) => slug))
  const here = env().SITE_URL
  const t = translator(locale, 'stories')
  const body = atomFeed({
    url: here + filePath('/feed.xml', locale),
    home: here + localPath(locale, '/stories'),
    language: locale,
    title: t('feed.title'),
    subtitle: t('feed.subtitle'),
    author: campaign.name,
    startedAt: campaign.opensAt,
    entries: stories.map((story) => ({
      url: here + localPath(locale, `/stories/${story.slug}`),
      language: story.lang,
      title: story.title,
      summary: summaryOf(story),
      category: story.theme,
      publishedAt: story.releaseAt,
      enclosures: files.flatMap(({ slug, path, mediaType, bytes }) =>
        slug === story.slug ? [{ url: here + path, mediaType, bytes }] : [],
      ),
    })),
  })
  return new Response(body, {
    headers: {
      'content-type': 'application/atom+xml; charset=utf-8',
      'cache-control': `public, max-age=${freshFor(upcoming, at, mostSecondsKept)}`,
    },
  })
}
