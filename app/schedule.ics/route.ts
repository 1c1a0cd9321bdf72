import { summaryOf } from '#components/stories/words.ts'
import { now } from '#lib/foundation/clock.ts'
import { env } from '#lib/foundation/env.ts'
import { defaultLocale, localeOf, localPath } from '#lib/i18n/locales.ts'
import { translator } from '#lib/i18n/translator.ts'
import { calendarFile } from '#lib/stories/calendar.ts'
import { releasedStories, schedule } from '#lib/stories/queries.ts'
import { freshFor } from '#lib/stories/schedule.ts'

export const dynamic = 'force-dynamic'

const mostSecondsKept = 300

/** Every release as an event in a calendar. Of films that are not out, the week and the hour only. In the language that `?lang=` names, else in English. */
export async function GET(request: Request): Promise<Response> {
  const locale = localeOf(new URL(request.url).searchParams.get('lang') ?? undefined) ?? defaultLocale
  const at = now()
  const [stories, upcoming] = await Promise.all([releasedStories(locale, at), schedule(at)])
  const t = translator(locale, 'stories')
  const here = env().SITE_URL
  const uid = idsOfWeeks(new URL(here).hostname)
  const body = calendarFile({
    name: t('ics.name'),
    language: locale,
    stampedAt: at,
    events: [
      ...stories.map((story) => ({
        uid: uid(story.week),
        at: story.releaseAt,
        title: t('ics.released', { week: String(story.week), title: story.title }),
        text: summaryOf(story),
        url: here + localPath(locale, `/stories/${story.slug}`),
      })),
      ...upcoming.map(({ week, releaseAt }) => ({
        uid: uid(week),
        at: releaseAt,
        title: t('ics.scheduled', { week: String(week) }),
        text: t('ics.text'),
        url: here + localPath(locale, '/stories'),
      })),
    ],
  })
  return new Response(body, {
    headers: {
      'content-type': 'text/calendar; charset=utf-8',
      'content-disposition': 'attachment; filename="humans-of-binance.ics"',
      'cache-control': `public, max-age=${freshFor(upcoming, at, mostSecondsKept)}`,
    },
  })
}

/** A film keeps its id when its hour moves, in every language, so that a calendar moves it too; further films of one week are numbered. */
function idsOfWeeks(host: string): (week: number) => string {
  const seen = new Map<number, number>()
  return (week) => {
    const number = (seen.get(week) ?? 0) + 1
    seen.set(week, number)
    return `week-${week}${number > 1 ? `-${number}` : ''}@${host}`
  }
}
