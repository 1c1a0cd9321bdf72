import { Icon } from '#components/ui/icon.tsx'
import { languageName } from '#lib/i18n/format.ts'
import { direction, type Locale, localeNames } from '#lib/i18n/locales.ts'
import { translator } from '#lib/i18n/translator.ts'
import type { StoryView } from '#lib/stories/views.ts'
import { FilmBar } from './film-bar.tsx'
import { filmOf, posterOf, storyPath, trackPath } from './paths.ts'

type Props = { readonly locale: Locale; readonly story: StoryView }

/** The film in the browser's own player. A module of ours puts our controls in place of the browser's; without it all works the same. `framed` on another site, where the transcript is a page away. */
export function Player({ locale, story, framed = false }: Props & { readonly framed?: boolean }) {
  const t = translator(locale, 'stories')
  const wide = filmOf(story, 'video/mp4')
  const portrait = filmOf(story, 'video/mp4', 'portrait')
  const webm = filmOf(story, 'video/webm')
  return (
    <section className="film story__film" aria-label={t('film.label', { title: story.title })} data-film="">
      <div className={portrait ? 'film__stage film__stage--portrait' : 'film__stage'}>
        <video
          controls
          preload="none"
          playsInline
          poster={posterOf(story)}
          width={wide?.width}
          height={wide?.height}
          aria-describedby="about"
        >
          {portrait && <source src={portrait.path} type={portrait.mediaType} media="(max-width: 40rem) and (orientation: portrait)" />}
          {wide && <source src={wide.path} type={wide.mediaType} />}
          {webm && <source src={webm.path} type={webm.mediaType} />}
          <Tracks locale={locale} story={story} />
          <p>
            {t('film.fallback')} {wide && <a href={wide.path}>{t('transcript.download')}</a>}
          </p>
        </video>
      </div>
      <FilmBar locale={locale} story={story} />
      <Failed locale={locale} film={wide?.path ?? ''} page={framed ? storyPath(locale, story.slug) : null} />
    </section>
  )
}

/** Captions in every language, the page's own first and on; chapters and descriptions in the page's language. */
function Tracks({ locale, story }: Props) {
  const t = translator(locale, 'stories')
  const captions = [...story.captions].sort((a, b) => Number(b === locale) - Number(a === locale))
  const own = story.tracks.filter(({ kind, language }) => kind !== 'captions' && language === story.lang)
  return (
    <>
      {captions.map((language, index) => (
        <track
          key={language}
          kind="captions"
          srcLang={language}
          label={localeNames[language]}
          src={trackPath(story, 'captions', language)}
          default={index === 0}
        />
      ))}
      {own.map(({ kind, language }) => (
        <track
          key={kind}
          kind={kind}
          srcLang={language}
          label={kind === 'descriptions' ? t('film.descriptions', { language: languageName(locale, language) }) : t('chapters')}
          src={trackPath(story, kind, language)}
        />
      ))}
    </>
  )
}

function Failed({ locale, film, page }: { readonly locale: Locale; readonly film: string; readonly page: string | null }) {
  const t = translator(locale, 'stories')
  const away = page === null ? {} : { target: '_blank', rel: 'noopener' }
  return (
    <div className="film__failed" role="alert" dir={direction(locale)} data-failed="" hidden>
      <p>
        <Icon name="alert" /> <b>{t('film.failed')}</b>
      </p>
      <p>{t('film.failedText')}</p>
      <p className="film__ways">
        <button className="ctl" type="button" data-do="retry">
          {t('film.retry')}
        </button>
        <a className="ctl" href={film} download>
          {t('transcript.download')}
        </a>
        <a className="ctl" href={`${page ?? ''}#transcript`} {...away}>
          {t('transcript.heading')}
        </a>
      </p>
    </div>
  )
}
