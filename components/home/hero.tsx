import { IllustrativeLabel } from '#components/stories/illustrative-label.tsx'
import { CalendarLink } from '#components/stories/neighbours.tsx'
import { storyPath } from '#components/stories/paths.ts'
import { releaseDay, releaseHour } from '#components/stories/release-time.ts'
import { wordsIn } from '#components/stories/words.ts'
import { ButtonLink } from '#components/ui/button.tsx'
import { Icon } from '#components/ui/icon.tsx'
import { storyPictures, unlitTile } from '#lib/art/pictures.ts'
import { direction, type Locale, localPath } from '#lib/i18n/locales.ts'
import { translator } from '#lib/i18n/translator.ts'
import type { ScheduledWeek, StoryCard } from '#lib/stories/views.ts'
import { HeroArt, type Theme } from './hero-art.tsx'
import type { ContestState } from './state.ts'

type Props = {
  readonly locale: Locale
  readonly theme: Theme
  readonly state: ContestState
  readonly now: Date
  readonly timeZone: string
  /** The film to show, and whether its week is running; null before the first. */
  readonly week: { story: StoryCard; running: boolean } | null
  /** When the first film comes, when none is out. */
  readonly first: ScheduledWeek | null
}

/** The film of the week and the two things to do: watch it, and enter. */
export function Hero({ locale, theme, state, week, first, now, timeZone }: Props) {
  const t = translator(locale, 'home')
  // Words stand beside a picture that leaves no room for them: mirrored, or not drawn for this place.
  const split = direction(locale) === 'rtl' || !week || !storyPictures(week.story.slug)
  return (
    <section className={split ? 'hero hero--split' : 'hero'} id="this-week" aria-labelledby="hero">
      <div className="hero__art">
        {week ? <HeroArt story={week.story} theme={theme} split={split} /> : <Unlit />}
        {week && <HeroLabel locale={locale} story={week.story} />}
      </div>
      <div className="hero__in wrap">
        <div className="hero__text flow">
          <h1 id="hero">{t('hero.heading')}</h1>
          <p className="lead">{leadOf({ locale, week, first, now, timeZone })}</p>
          <div className="btns">
            {week ? <Watch locale={locale} story={week.story} /> : first && <CalendarLink locale={locale} />}
            <Enter locale={locale} state={state} />
          </div>
        </div>
      </div>
    </section>
  )
}

function leadOf({ locale, week, first, now, timeZone }: Pick<Props, 'locale' | 'week' | 'first' | 'now' | 'timeZone'>): string {
  const t = translator(locale, 'home')
  if (week) return t(week.running ? 'hero.running' : 'hero.over')
  if (!first) return t('hero.soon')
  const date = releaseDay(locale, first.releaseAt, { now, timeZone })
  return t('hero.before', { date, time: releaseHour(locale, first.releaseAt, timeZone) })
}

function Watch({ locale, story }: { readonly locale: Locale; readonly story: StoryCard }) {
  const t = translator(locale, 'home')
  return (
    <ButtonLink look="ink" href={storyPath(locale, story.slug)}>
      <Icon name="play" />
      {story.storyteller ? t('hero.watchPerson', { name: story.storyteller.name }) : t('hero.watchFilm')}
    </ButtonLink>
  )
}

function Enter({ locale, state }: { readonly locale: Locale; readonly state: ContestState }) {
  const t = translator(locale, 'home')
  if (state === 'before') return null
  if (state === 'open') return <ButtonLink href={localPath(locale, '/share')}>{t('share')}</ButtonLink>
  return <ButtonLink href={localPath(locale, '/entry')}>{t('check')}</ButtonLink>
}

function HeroLabel({ locale, story }: { readonly locale: Locale; readonly story: StoryCard }) {
  const t = translator(locale, 'home')
  const { storyteller } = story
  const words = wordsIn(story.lang, locale)
  if (!storyteller)
    return (
      <div className="hero__label hero__label--film">
        <b {...words}>{story.title}</b>
        <IllustrativeLabel locale={locale} kind={story.kind} />
      </div>
    )
  const { name, age, place } = storyteller
  return (
    <p className="hero__label">
      <b {...words}>{age === null ? name : t('hero.nameAndAge', { name, age: String(age) })}</b>
      {place && <span {...words}>{place}</span>}
      {age !== null && storyPictures(story.slug) && t('hero.lines', { count: age })}
    </p>
  )
}

function Unlit() {
  const tile = unlitTile(1)
  return (
    <picture>
      <img src={tile.src} width={tile.width} height={tile.height} alt="" />
    </picture>
  )
}
