import { Icon } from '#components/ui/icon.tsx'
import { type Film, type Shape, sizes } from '#lib/films/engine/film.ts'
import { timeline } from '#lib/films/engine/timeline.ts'
import type { Locale } from '#lib/i18n/locales.ts'
import { translator } from '#lib/i18n/translator.ts'
import { numberOf, shortWords } from './words.ts'

type Props = Readonly<{ locale: Locale; film: Film; scene: string; still: string }>

const shapes = Object.keys(sizes) as Shape[]
// A canvas that listens to keys must take the focus.
const reachable = { tabIndex: 0 }

/** The film as it stands on the desk: a still of the scene, and where scripts run the whole film, which can be scrubbed. */
export function Player({ locale, film, scene, still }: Props) {
  const t = translator(locale, 'filmDesk')
  const shown = film.scenes.find(({ id }) => id === scene)
  const says = shown ? t('player.still', { number: String(numberOf(film, scene)), words: shortWords(shown) }) : ''
  return (
    <section
      className="card flow film-player"
      aria-labelledby="player-heading"
      data-film-player=""
      data-scene={scene}
      data-script={JSON.stringify(film)}
    >
      <h2 id="player-heading" className="vh">
        {t('player.label')}
      </h2>
      <noscript>
        <p className="note note--info">{t('player.noScript')}</p>
      </noscript>
      <p className="note note--warn" data-no-face="" hidden>
        {t('player.noFace')}
      </p>
      <div className="film-stage">
        <img src={still} width={640} height={360} alt={says} data-still="" />
        <canvas
          hidden
          role="img"
          width={1280}
          height={720}
          aria-label={t('player.label')}
          aria-describedby="player-hint"
          data-shape="wide"
          {...reachable}
        />
      </div>
      <Bar locale={locale} total={timeline(film).total} />
    </section>
  )
}

function Bar({ locale, total }: Readonly<{ locale: Locale; total: number }>) {
  const t = translator(locale, 'filmDesk')
  return (
    <div className="flow" data-bar="" hidden>
      <div className="film-bar" dir="ltr">
        <button type="button" className="btn btn--line" data-do="prev">
          <Icon name="back" />
          <span className="vh">{t('player.prev')}</span>
        </button>
        <button type="button" className="btn btn--ink" data-do="play">
          <span data-paused="">
            <Icon name="play" /> {t('player.play')}
          </span>
          <span data-playing="" hidden>
            <Icon name="pause" /> {t('player.pause')}
          </span>
        </button>
        <button type="button" className="btn btn--line" data-do="next">
          <Icon name="arrow" />
          <span className="vh">{t('player.next')}</span>
        </button>
        <input
          type="range"
          min={0}
          max={total}
          step={0.05}
          defaultValue={0}
          data-do="seek"
          data-says={t('player.says')}
          aria-label={t('player.seek')}
        />
        <bdi className="num" dir="ltr" data-at="" />
      </div>
      <fieldset className="film-shapes">
        <legend className="vh">{t('player.shape')}</legend>
        {shapes.map((shape) => (
          <label key={shape}>
            <input type="radio" name="shape" value={shape} defaultChecked={shape === 'wide'} /> {t(`player.shapes.${shape}`)}
          </label>
        ))}
      </fieldset>
      <p className="hint" id="player-hint">
        {t('player.hint')}
      </p>
    </div>
  )
}
