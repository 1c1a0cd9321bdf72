import { Icon } from '#components/ui/icon.tsx'
import { direction, type Locale, localeNames } from '#lib/i18n/locales.ts'
import { translator } from '#lib/i18n/translator.ts'
import { clockTime } from '#lib/stories/times.ts'
import type { StoryView } from '#lib/stories/views.ts'

type Props = { readonly locale: Locale; readonly story: StoryView }

/** Our controls, hidden until the player's module has taken over. Always left to right, as time in a film runs. */
export function FilmBar({ locale, story }: Props) {
  const t = translator(locale, 'stories')
  const total = clockTime(story.durationSeconds)
  return (
    <fieldset className="film__bar" dir="ltr" aria-label={t('film.controls')} data-bar="" hidden>
      <input
        className="film__seek"
        type="range"
        min="0"
        max={story.durationSeconds}
        step="0.1"
        defaultValue="0"
        aria-label={t('film.position')}
        data-says={t('film.positionOf', { at: '@', total })}
        data-do="seek"
      />
      <div className="film__group film__group--time">
        <button className="ctl ctl--play" type="button" aria-label={t('film.play')} data-other={t('film.pause')} data-do="play">
          <span data-paused="">
            <Icon name="play" />
          </span>
          <span data-playing="" hidden>
            <Icon name="pause" />
          </span>
        </button>
        <button className="ctl" type="button" aria-label={t('film.back')} data-do="back">
          −10
        </button>
        <button className="ctl" type="button" aria-label={t('film.forward')} data-do="forward">
          +10
        </button>
        <p className="film__time">
          <span data-at="">{clockTime(0)}</span> / {total}
        </p>
        <button className="ctl" type="button" data-do="speed">
          <span>
            <span data-speed="">1</span>×
          </span>
          <span className="vh"> {t('film.speed')}</span>
        </button>
      </div>
      <div className="film__group film__group--words">
        <Captions locale={locale} story={story} />
        <Descriptions locale={locale} story={story} />
        <button className="ctl film__aside" type="button" aria-label={t('film.mute')} aria-pressed="false" data-do="mute">
          <Icon name="vol" />
        </button>
        <button className="ctl" type="button" aria-label={t('film.float')} data-do="float" hidden>
          <Icon name="pip" />
        </button>
        <button className="ctl" type="button" aria-label={t('film.full')} data-do="full">
          <Icon name="full" />
        </button>
      </div>
    </fieldset>
  )
}

function Captions({ locale, story }: Props) {
  const t = translator(locale, 'stories')
  if (!story.captions.length) return null
  return (
    <>
      <button className="ctl" type="button" aria-pressed="true" data-do="captions">
        <Icon name="cc" />
        {t('film.captions')}
      </button>
      <select
        className="ctl ctl--pick"
        aria-label={t('film.captionLanguage')}
        defaultValue={story.captions.includes(locale) ? locale : story.captions[0]}
        data-do="language"
      >
        {story.captions.map((language) => (
          <option key={language} value={language} lang={language}>
            {localeNames[language]}
          </option>
        ))}
      </select>
    </>
  )
}

/** Switches on what the pictures show, as words for a screen reader; only where the player has such a track. */
function Descriptions({ locale, story }: Props) {
  if (!story.tracks.some(({ kind, language }) => kind === 'descriptions' && language === story.lang)) return null
  return (
    <>
      <button className="ctl" type="button" aria-pressed="false" data-do="describe">
        {translator(locale, 'stories')('film.describe')}
      </button>
      <p className="vh" lang={story.lang} dir={direction(story.lang)} aria-live="polite" data-told="" />
    </>
  )
}
