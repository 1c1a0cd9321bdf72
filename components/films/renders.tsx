import { Icon } from '#components/ui/icon.tsx'
import type { FilmDesk } from '#lib/films/views.ts'
import { percentage } from '#lib/i18n/format.ts'
import type { Locale } from '#lib/i18n/locales.ts'
import { translator } from '#lib/i18n/translator.ts'

type Render = FilmDesk['renders'][number]

/** How far the making of each shape is; a film that is made can be watched. */
export function Renders({ locale, film: { id, renders } }: Readonly<{ locale: Locale; film: FilmDesk }>) {
  const t = translator(locale, 'filmDesk')
  if (renders.length === 0) return <p>{t('making.none')}</p>
  return (
    <ul className="plain film-renders">
      {renders.map((render) => (
        <li key={render.id} className="flow">
          <p>
            <b>{t(`player.shapes.${render.shape}`)}:</b> {stateWords(locale, render)}
          </p>
          {(render.state === 'running' || render.state === 'queued') && (
            <progress max={100} value={render.percent} aria-label={t(`player.shapes.${render.shape}`)} />
          )}
          {!render.isCurrent && (
            <p className="film-late">
              <Icon name="alert" /> {t('making.older')}
            </p>
          )}
          {render.state === 'done' && <Made locale={locale} id={id} render={render} />}
        </li>
      ))}
    </ul>
  )
}

const failures = [
  ...(['films.no-encoder', 'films.disk-full', 'films.missing-font', 'films.script-wrong'] as const),
  ...(['films.too-slow', 'films.too-large', 'films.encoder-failed', 'films.crashed'] as const),
]

function stateWords(locale: Locale, { state, percent, stopping, errorCode }: Render): string {
  const t = translator(locale, 'filmDesk')
  if (stopping) return t('making.stopping')
  const words = t(`making.state.${state}`, { percent: percentage(locale, percent) })
  if (state !== 'failed') return words
  const why = failures.find((code) => code === errorCode)?.replace('films.', '') ?? 'other'
  return `${words}. ${t(`making.failed.${why as 'other'}`)}`
}

function Made({ locale, id, render }: Readonly<{ locale: Locale; id: string; render: Render }>) {
  const files = render.output?.files ?? []
  const film = files.find(({ role, type }) => role === 'film' && type === 'video/mp4')
  const poster = files.find(({ role }) => role === 'poster')
  if (!film) return null
  const address = (path: string) => `/staff/films/${id}/file/${path}`
  return (
    <video
      className="film-made"
      controls
      preload="none"
      src={address(film.path)}
      poster={poster && address(poster.path)}
      width={render.output?.width}
      height={render.output?.height}
      aria-label={translator(locale, 'filmDesk')(`player.shapes.${render.shape}`)}
    >
      {files
        .filter(({ role, language }) => role === 'captions' && language)
        .map(({ path, language }) => (
          <track key={path} kind="captions" src={address(path)} srcLang={language ?? ''} label={language ?? ''} />
        ))}
    </video>
  )
}
