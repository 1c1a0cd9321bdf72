import { UploadCard } from '#components/staff/upload-card.tsx'
import { Icon } from '#components/ui/icon.tsx'
import type { FilmDesk } from '#lib/films/views.ts'
import { dateTime, languageName } from '#lib/i18n/format.ts'
import { type Locale, locales } from '#lib/i18n/locales.ts'
import { translator } from '#lib/i18n/translator.ts'
import { uploadLimits } from '#lib/stories/editing/upload-limits.ts'
import { clockTime } from '#lib/stories/times.ts'

type Outside = NonNullable<FilmDesk['outside']>

const faults = ['type', 'unreadable', 'large', 'shape', 'long'] as const

/** Takes a film that was made elsewhere, sent in pieces. */
export function OutsideUpload({ locale, id }: Readonly<{ locale: Locale; id: string }>) {
  const t = translator(locale, 'filmDesk')
  const words = Object.fromEntries(faults.map((fault) => [fault, t(`outside.fault.${fault}`)]))
  return (
    <UploadCard
      {...{ locale, taker: 'film', id, done: 'uploaded', accept: '.mp4' }}
      heading={t('outside.upload')}
      hint={t('outside.uploadHint', { most: String(uploadLimits.film / 1_000_000) })}
      faults={{ ...words, 'films.no-yes': t('refused.yes'), 'films.stopped': t('refused.stopped') }}
    />
  )
}

/** The film that was made elsewhere, with how long it is and since when it is here. */
export function OutsideFilm({ locale, id, outside }: Readonly<{ locale: Locale; id: string; outside: Outside }>) {
  const t = translator(locale, 'filmDesk')
  const { film, poster, seconds, at } = outside
  const address = (path: string) => `/staff/films/${id}/file/${path}`
  return (
    <>
      <p>{t('outside.text')}</p>
      <video
        className="film-made"
        controls
        preload="none"
        src={address(film.path)}
        poster={poster ? address(poster.path) : undefined}
        width={film.width}
        height={film.height}
        aria-label={t('outside.film')}
      />
      <p>{t('outside.facts', { length: clockTime(seconds), when: dateTime(locale, at) })}</p>
    </>
  )
}

/** Captions and transcript of a film made elsewhere, written for each language on its own. */
export function OutsidePack({ locale, id, outside }: Readonly<{ locale: Locale; id: string; outside: Outside }>) {
  const t = translator(locale, 'filmDesk')
  const lines = locales.flatMap((language) => {
    const track = outside.tracks.find((one) => one.language === language)
    return [
      { part: 'captions' as const, language, isThere: Boolean(track?.captions) },
      { part: 'transcript' as const, language, isThere: Boolean(track?.transcript.length) },
    ]
  })
  return (
    <section className="card flow" aria-labelledby="pack">
      <h2 id="pack">{t('pack.heading')}</h2>
      <p>{t('outside.pack')}</p>
      <ul className="plain checks">
        {lines.map(({ part, language, isThere }) => (
          <li key={`${part} ${language}`} className={isThere ? 'is-done' : 'is-open'}>
            <Icon name={isThere ? 'check' : 'cross'} />
            <span>
              <a href={`/staff/films/${id}/outside/${part}/${language}`}>
                {t('of', { what: t(`outside.${part}`), language: languageName(locale, language) })}
              </a>
              : {t(isThere ? 'outside.there' : 'outside.missing')}
            </span>
          </li>
        ))}
      </ul>
    </section>
  )
}
