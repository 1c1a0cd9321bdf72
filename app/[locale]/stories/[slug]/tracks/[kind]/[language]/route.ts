import { now } from '#lib/foundation/clock.ts'
import { localeOf } from '#lib/i18n/locales.ts'
import { publishedStory, publishedTrack } from '#lib/stories/queries.ts'
import { trackKinds } from '#lib/stories/schema.ts'
import { clockTime } from '#lib/stories/times.ts'

type Context = RouteContext<'/[locale]/stories/[slug]/tracks/[kind]/[language]'>

// Not to be kept: what is not out may be in a second.
const missing = () =>
  new Response('Not found\n', { status: 404, headers: { 'content-type': 'text/plain; charset=utf-8', 'cache-control': 'no-store' } })

function found(body: string, type: string): Response {
  return new Response(body, { headers: { 'content-type': `${type}; charset=utf-8`, 'cache-control': 'public, max-age=60' } })
}

/** A text track of a film that is out, as WebVTT; its transcript as plain text. */
export async function GET(_request: Request, { params }: Context): Promise<Response> {
  const { slug, kind, language } = await params
  if (kind === 'transcript') return plainTranscript(slug, language)
  const known = trackKinds.find((one) => one === kind)
  const body = known ? await publishedTrack(slug, { kind: known, language }, now()) : null
  return body === null ? missing() : found(body, 'text/vtt')
}

async function plainTranscript(slug: string, language: string): Promise<Response> {
  const locale = localeOf(language)
  const story = locale && (await publishedStory(slug, locale, now()))
  if (!story || story.lang !== locale) return missing()
  const lines = story.transcript.map(({ at, says = '', shows }) =>
    [`${clockTime(at)}  ${says}`, ...(shows ? [`[${shows}]`] : [])].join('\n'),
  )
  return found(`${[story.title, ...lines].join('\n\n')}\n`, 'text/plain')
}
