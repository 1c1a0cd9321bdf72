import { Icon } from '#components/ui/icon.tsx'
import { type Picture, unlitTile } from '#lib/art/pictures.ts'
import { type Locale, localPath } from '#lib/i18n/locales.ts'
import { translator } from '#lib/i18n/translator.ts'
import type { ScheduledWeek, StoryCard } from '#lib/stories/views.ts'
import { IllustrativeLabel } from './illustrative-label.tsx'
import { KeptWhole } from './kept-whole.tsx'
import { tileOf } from './pictures.ts'
import { releaseDay, releaseHour } from './release-time.ts'
import { wordsIn } from './words.ts'

type Common = { readonly locale: Locale; readonly now: Date; readonly timeZone: string; readonly heading: 'h2' | 'h3' }

type Props = Common & {
  readonly released: readonly StoryCard[]
  readonly upcoming: readonly ScheduledWeek[]
  /** The slug of the film whose week is running. */
  readonly current: string | null
}

/** The wall of weeks: prints side by side, one thread through all of them. What is not out yet is text, not a link. */
export function Frieze({ released, upcoming, current, ...common }: Props) {
  return (
    <ol className="frieze">
      {released.map((story) => (
        <ReleasedTile key={story.slug} {...common} story={story} now={common.now} current={story.slug === current} />
      ))}
      {upcoming.map((week) => (
        <UpcomingTile key={`${week.week} ${week.releaseAt.toISOString()}`} {...common} week={week} />
      ))}
    </ol>
  )
}

function ReleasedTile({
  locale,
  now,
  timeZone,
  heading: Heading,
  story,
  current,
}: Common & { readonly story: StoryCard; readonly current: boolean }) {
  const t = translator(locale, 'stories')
  const words = wordsIn(story.lang, locale)
  const date = releaseDay(locale, story.releaseAt, { now, timeZone })
  return (
    <li>
      <Tile picture={tileOf(story)} text={story.pictureText} {...words} />
      <div className="frieze__txt">
        <p className="over">
          <time dateTime={story.releaseAt.toISOString()}>
            <KeptWhole text={t('weekOn', { week: String(story.week), date })} pieces={[date]} />
          </time>
        </p>
        <Heading className="frieze__name">
          <a className="cover" href={localPath(locale, `/stories/${story.slug}`)} {...words}>
            {story.title}
          </a>
        </Heading>
        <IllustrativeLabel locale={locale} kind={story.kind} />
        <p>
          <span className="chip chip--live">
            <Icon name="play" />
            {t(current ? 'watchNow' : 'watch')}
          </span>
        </p>
      </div>
    </li>
  )
}

function UpcomingTile({ locale, now, timeZone, heading: Heading, week }: Common & { readonly week: ScheduledWeek }) {
  const t = translator(locale, 'stories')
  return (
    <li>
      <Tile picture={unlitTile(week.week)} text="" />
      <div className="frieze__txt">
        <p className="over">{t('week', { week: String(week.week) })}</p>
        <Heading className="frieze__name">
          <time dateTime={week.releaseAt.toISOString()}>{releaseDay(locale, week.releaseAt, { now, timeZone })}</time>
        </Heading>
        <p>{releaseHour(locale, week.releaseAt, timeZone)}</p>
        <p>
          <span className="chip chip--lock">
            <Icon name="lock" />
            {t('notOut')}
          </span>
        </p>
      </div>
    </li>
  )
}

function Tile({ picture, text, lang }: { readonly picture: Picture; readonly text: string; readonly lang?: string }) {
  return (
    <div className="frieze__art">
      <img src={picture.src} width={picture.width} height={picture.height} alt={text} lang={lang} loading="lazy" />
    </div>
  )
}
