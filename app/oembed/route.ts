import { filmOf } from '#components/stories/paths.ts'
import { shareOf } from '#components/stories/pictures.ts'
import { now } from '#lib/foundation/clock.ts'
import { env } from '#lib/foundation/env.ts'
import { localPath } from '#lib/i18n/locales.ts'
import { translator } from '#lib/i18n/translator.ts'
import { embedSize, frameCode, storyAt } from '#lib/stories/embed.ts'
import { publishedStory } from '#lib/stories/queries.ts'

export const dynamic = 'force-dynamic'

function refuse(status: number, words: string): Response {
  return new Response(`${words}\n`, { status, headers: { 'content-type': 'text/plain; charset=utf-8', 'cache-control': 'no-store' } })
}

/** What another site needs to show one of our films in a frame (oembed.com, JSON only). 404 for anything but a film that is out. */
export async function GET(request: Request): Promise<Response> {
  const query = new URL(request.url).searchParams
  if ((query.get('format') ?? 'json') !== 'json') return refuse(501, 'Only format=json is made.')
  const asked = storyAt(query.get('url') ?? '', env().SITE_URL)
  const story = asked && (await publishedStory(asked.slug, asked.locale, now()))
  if (!story) return refuse(404, 'There is no film at this address.')
  const film = filmOf(story, 'video/mp4')
  const size = embedSize(film ?? { width: 16, height: 9 }, { width: query.get('maxwidth'), height: query.get('maxheight') })
  const here = env().SITE_URL
  const picture = shareOf(story)
  const site = translator(asked.locale, 'stories')('site')
  const address = `${here}${localPath(asked.locale, `/stories/${story.slug}/embed`)}`
  return Response.json(
    {
      version: '1.0',
      type: 'video',
      title: story.title,
      provider_name: site,
      provider_url: here,
      ...(picture && { thumbnail_url: here + picture.src, thumbnail_width: picture.width, thumbnail_height: picture.height }),
      ...size,
      html: frameCode(address, `${story.title} | ${site}`, size),
    },
    { headers: { 'cache-control': 'public, max-age=300', 'access-control-allow-origin': '*' } },
  )
}
