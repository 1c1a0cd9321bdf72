import { Icon } from '#components/ui/icon.tsx'
import { type Picture, unlitTile } from '#lib/art/pictures.ts'
import type { Locale } from '#lib/i18n/locales.ts'
import { translator } from '#lib/i18n/translator.ts'
import type { ScheduledWeek, StoryCard } from '#lib/stories/views.ts'
import { IllustrativeLabel } from './illustrative-label.tsx'
import { filePath, storyPath } from './paths.ts'
import { tileOf } from './pictures.ts'
import { releaseDay, releaseHour } from './release-time.ts'
import { wordsIn } from './words.ts'

type Common = { readonly locale: Locale; readonly now: Date; readonly timeZone: string }

type Props = Common & {
  readonly previous: StoryCard | null
  readonly next: StoryCard | null
  /** The week that comes next when no later film is out. */
  readonly upcoming: ScheduledWeek | null
}

/** The film after this one, or when it comes, and the film before. */
export function Neighbours({ previous, next, upcoming, ...common }: Props) {
  const t = translator(common.locale, 'stories')
  return (
    <div className="wrap neighbours">
      {next && <StoryNeighbour {...common} id="next" heading={t('more.next')} story={next} />}
      {!next && upcoming && <WeekNeighbour {...common} week={upcoming} />}
      {previous && <StoryNeighbour {...common} id="previous" heading={t('more.previous')} story={previous} />}
    </div>
  )
}

type StoryProps = Common & { readonly id: string; readonly heading: string; readonly story: StoryCard }

function StoryNeighbour({ locale, now, timeZone, id, heading, story }: StoryProps) {
  const t = translator(locale, 'stories')
  const words = wordsIn(story.lang, locale)
  return (
    <section className="flow" aria-labelledby={id}>
      <h2 id={id}>{heading}</h2>
      <div className="next">
        <Art picture={tileOf(story)} />
        <div className="next__txt flow">
          <p className="over">{t('weekOn', { week: String(story.week), date: releaseDay(locale, story.releaseAt, { now, timeZone }) })}</p>
          <h3 {...words}>{story.title}</h3>
          <IllustrativeLabel locale={locale} kind={story.kind} />
          <p {...words}>{story.summary}</p>
          <p>
            <a className="btn btn--line btn--sm" href={storyPath(locale, story.slug)}>
              <Icon name="play" />
              {t('watch')} <span className="vh">{story.title}</span>
            </a>
          </p>
        </div>
      </div>
    </section>
  )
}

function WeekNeighbour({ locale, now, timeZone, week: { week, releaseAt } }: Common & { readonly week: ScheduledWeek }) {
  const t = translator(locale, 'stories')
  return (
    <section className="flow" aria-labelledby="next">
      <h2 id="next">{t('more.nextWeek')}</h2>
      <div className="next">
        <Art picture={unlitTile(week)} />
        <div className="next__txt flow">
          <h3>
            <time dateTime={releaseAt.toISOString()}>
              {t('more.opens', { week: String(week), date: releaseDay(locale, releaseAt, { now, timeZone }) })}
            </time>
          </h3>
          <p>{t('more.opensText', { time: releaseHour(locale, releaseAt, timeZone) })}</p>
          <CalendarLink locale={locale} />
        </div>
      </div>
    </section>
  )
}

/** Brings the releases into the visitor's own calendar. */
export function CalendarLink({ locale }: { readonly locale: Locale }) {
  return (
    <p>
      <a className="btn btn--line btn--sm" href={filePath('/schedule.ics', locale)}>
        <Icon name="cal" />
        {translator(locale, 'stories')('calendar')}
      </a>
    </p>
  )
}

function Art({ picture }: { readonly picture: Picture }) {
  return (
    <div className="next__art">
      <img src={picture.src} width={picture.width} height={picture.height} alt="" loading="lazy" />
    </div>
  )
}
