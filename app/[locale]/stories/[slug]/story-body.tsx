import { Facts } from '#components/stories/facts.tsx'
import { IllustrativeLabel } from '#components/stories/illustrative-label.tsx'
import { Neighbours } from '#components/stories/neighbours.tsx'
import { Player } from '#components/stories/player.tsx'
import { releaseDay } from '#components/stories/release-time.ts'
import { ShareLinks } from '#components/stories/share-links.tsx'
import { Chapters, Transcript } from '#components/stories/transcript.tsx'
import { wordsIn } from '#components/stories/words.ts'
import { currentCampaign } from '#lib/campaign/queries.ts'
import { now } from '#lib/foundation/clock.ts'
import { env } from '#lib/foundation/env.ts'
import { type Locale, localPath } from '#lib/i18n/locales.ts'
import { translator } from '#lib/i18n/translator.ts'
import { schedule } from '#lib/stories/queries.ts'
import type { StoryView } from '#lib/stories/views.ts'
import { FilmData } from './film-data.tsx'
import { YourStory } from './your-story.tsx'

/** The page of one film, for visitors and for who previews it. */
export async function StoryBody({ locale, story }: { readonly locale: Locale; readonly story: StoryView }) {
  const at = now()
  const [weeks, campaign] = await Promise.all([schedule(at), currentCampaign()])
  const clock = { locale, now: at, timeZone: campaign.timeZone }
  const url = `${env().SITE_URL}${localPath(locale, `/stories/${story.slug}`)}`
  const hasMore = story.next ?? story.previous ?? weeks[0]
  return (
    <>
      <div className="wrap story-page">
        <Head {...clock} story={story} />
        <div className="story">
          <Player locale={locale} story={story} />
          <div className="story__side">
            <Transcript locale={locale} story={story} />
          </div>
          <div className="story__about flow">
            <p className="lead" id="about" {...wordsIn(story.lang, locale)}>
              {story.summary}
            </p>
            <Facts locale={locale} story={story} />
            <Chapters locale={locale} story={story} />
            <ShareLinks locale={locale} story={story} url={url} />
          </div>
        </div>
      </div>
      {hasMore && (
        <div className="alt section">
          <Neighbours {...clock} previous={story.previous} next={story.next} upcoming={weeks[0] ?? null} />
        </div>
      )}
      <YourStory locale={locale} campaign={campaign} now={at} />
      <FilmData story={story} url={url} />
      <script type="module" src="/modules/player.js" />
      <script type="module" src="/modules/copy-link.js" />
    </>
  )
}

type HeadProps = { readonly locale: Locale; readonly now: Date; readonly timeZone: string; readonly story: StoryView }

function Head({ locale, now: at, timeZone, story }: HeadProps) {
  const t = translator(locale, 'stories')
  const date = releaseDay(locale, story.releaseAt, { now: at, timeZone })
  return (
    <div className="flow story-head">
      <p className="over">
        <time dateTime={story.releaseAt.toISOString()}>{t('weekOn', { week: String(story.week), date })}</time>
      </p>
      <h1 {...wordsIn(story.lang, locale)}>{story.title}</h1>
      <IllustrativeLabel locale={locale} kind={story.kind} />
      {story.lang !== locale && <p className="small muted">{t('untranslated')}</p>}
    </div>
  )
}
