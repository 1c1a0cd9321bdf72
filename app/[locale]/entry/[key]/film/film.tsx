import { isRightToLeft } from '#lib/films/engine/writing.ts'
import type { FilmWords, OwnFilmFile } from '#lib/films/own.ts'
import { dateTime, languageName } from '#lib/i18n/format.ts'
import { type Locale, localeNames, localPath } from '#lib/i18n/locales.ts'
import { translator } from '#lib/i18n/translator.ts'
import { clockTime } from '#lib/stories/times.ts'
import { entryPath } from '../own-key.ts'
import { Laid } from './laid.tsx'
import { Wished } from './storyboard.tsx'

type Props = { readonly locale: Locale; readonly entryKey: string; readonly film: OwnFilmFile }

/** The finished film, behind the same secret, with its captions and all its words. */
export function OwnFilmPart({ locale, entryKey, film }: Props) {
  const t = translator(locale, 'films')
  const href = (name: string) => localPath(locale, entryPath(entryKey, `/film/files/${name}`))
  return (
    <section className="flow flow--4" aria-labelledby="film">
      <h2 className="heading-500" id="film">
        {t('film.heading')}
      </h2>
      <p className="muted">{t('film.text')}</p>
      {film.agreedAt && <p className="note note--info">{t('said.yesFilm', { date: dateTime(locale, film.agreedAt) })}</p>}
      <Wished locale={locale} change={film.change} />
      {film.differsUnseen && <p className="note note--info">{t('film.differsUnseen')}</p>}
      <Player locale={locale} film={film} href={href} />
      {film.changes.map(({ language, stretches }) => (
        <div className="note flow flow--2" key={language}>
          <p>
            <b>
              {t('storyboard.changed')} {languageName(locale, language)}
            </b>
          </p>
          <Laid stretches={stretches} first={t('storyboard.was')} second={t('storyboard.is')} lang={language} />
        </div>
      ))}
      {film.words.map((words) => (
        <Words key={words.language} locale={locale} words={words} />
      ))}
    </section>
  )
}

type Playing = { readonly locale: Locale; readonly film: OwnFilmFile; readonly href: (name: string) => string }

function Player({ locale, film, href }: Playing) {
  const t = translator(locale, 'films')
  const captions = [...film.captions].sort((a, b) => Number(b === locale) - Number(a === locale))
  const [first] = film.files
  return (
    <>
      <video
        className="own-film"
        controls
        preload="none"
        playsInline
        aria-label={t('film.player')}
        poster={film.poster ? href(film.poster) : undefined}
        width={film.width}
        height={film.height}
      >
        {film.files.map(({ name, type }) => (
          <source key={name} src={href(name)} type={type} />
        ))}
        {captions.map((language, index) => (
          <track
            key={language}
            kind="captions"
            srcLang={language}
            label={localeNames[language]}
            src={href(`captions.${language}.vtt`)}
            default={index === 0}
          />
        ))}
      </video>
      {first && (
        <p className="small">
          <a href={href(first.name)}>{t('film.download')}</a>
        </p>
      )}
      {film.portrait && (
        <p className="small">
          <a href={href(film.portrait)}>{t('film.portrait')}</a>
        </p>
      )}
    </>
  )
}

/** The film in words of one language. */
function Words({ locale, words: { language, title, lines } }: { readonly locale: Locale; readonly words: FilmWords }) {
  return (
    <details>
      <summary>{translator(locale, 'films')('film.transcript', { language: languageName(locale, language) })}</summary>
      <div lang={language} dir={isRightToLeft(language) ? 'rtl' : 'ltr'}>
        {title && (
          <p>
            <b>{title}</b>
          </p>
        )}
        <ol className="own-words">
          {lines.map(({ at, chapter, says, shows }) => (
            <li key={at}>
              <span className="muted">{clockTime(at)}</span>
              <div className="flow flow--1">
                {chapter && (
                  <p>
                    <b>{chapter}</b>
                  </p>
                )}
                {says && <p>{says}</p>}
                {shows && (
                  <p>
                    <i>{shows}</i>
                  </p>
                )}
              </div>
            </li>
          ))}
        </ol>
      </div>
    </details>
  )
}
