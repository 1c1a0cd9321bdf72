import type { Metadata } from 'next'
import { cache } from 'react'
import { chosenTheme } from '#app/_site/request.ts'
import { Call } from '#components/home/call.tsx'
import { Hero } from '#components/home/hero.tsx'
import { HistoryStrip } from '#components/home/history-strip.tsx'
import { HowToEnter } from '#components/home/how-to-enter.tsx'
import { Prize } from '#components/home/prize.tsx'
import { contestState } from '#components/home/state.ts'
import { Why } from '#components/home/why.tsx'
import { Frieze } from '#components/stories/frieze.tsx'
import { filePath } from '#components/stories/paths.ts'
import { shareOf } from '#components/stories/pictures.ts'
import { entryWindow } from '#lib/campaign/policy.ts'
import { currentCampaign } from '#lib/campaign/queries.ts'
import { now } from '#lib/foundation/clock.ts'
import { longDate } from '#lib/i18n/format.ts'
import { defaultLocale, type Locale, localeOf } from '#lib/i18n/locales.ts'
import { translator } from '#lib/i18n/translator.ts'
import { releasedStories, schedule } from '#lib/stories/queries.ts'
import { filmOfTheWeek } from '#lib/stories/schedule.ts'

type Props = PageProps<'/[locale]'>

// Asked twice a request, by the head and by the page: read once.
const readStories = cache(async (locale: Locale) => {
  const at = now()
  return { at, released: await releasedStories(locale, at) }
})

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const locale = localeOf((await params).locale) ?? defaultLocale
  const { at, released } = await readStories(locale)
  const story = filmOfTheWeek(released, at)?.story
  const picture = story && shareOf(story)
  const title = translator(locale, 'home')('title')
  const images = picture ? [{ url: picture.src, width: picture.width, height: picture.height }] : []
  return { title, openGraph: { type: 'website', title, images }, twitter: { card: 'summary_large_image' } }
}

/** This week's film, the other weeks, how to enter, the pool, why, where it comes from, and the call. */
export default async function Home({ params }: Props) {
  const locale = localeOf((await params).locale) ?? defaultLocale
  const { at, released } = await readStories(locale)
  const [upcoming, campaign, theme] = await Promise.all([schedule(at), currentCampaign(), chosenTheme()])
  const { timeZone } = campaign
  const week = filmOfTheWeek(released, at)
  const running = week?.running ? week.story.slug : null
  const state = contestState(entryWindow(campaign, at), campaign, at)
  const opens = longDate(locale, campaign.opensAt, timeZone)
  const closes = campaign.closesAt && longDate(locale, campaign.closesAt, timeZone)
  const t = translator(locale, 'home')
  return (
    <>
      <link
        rel="alternate"
        type="application/atom+xml"
        href={filePath('/feed.xml', locale)}
        title={translator(locale, 'stories')('feed.title')}
      />
      <Hero locale={locale} theme={theme} state={state} week={week} first={upcoming[0] ?? null} now={at} timeZone={timeZone} />
      <section className="section weeks" aria-labelledby="weeks">
        <div className="wrap">
          <h2 id="weeks">{t(upcoming.length ? 'weeks.running' : 'weeks.over')}</h2>
        </div>
        <Frieze locale={locale} now={at} timeZone={timeZone} heading="h3" released={released} upcoming={upcoming} current={running} />
      </section>
      <HowToEnter locale={locale} state={state} hashtag={campaign.hashtag} opens={opens} closes={closes} />
      <Prize locale={locale} poolUnits={campaign.poolUnits} poolCurrency={campaign.poolCurrency} />
      <Why locale={locale} />
      <HistoryStrip locale={locale} />
      <Call locale={locale} state={state} opens={opens} closes={closes ?? ''} />
    </>
  )
}
