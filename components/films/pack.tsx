import { Icon } from '#components/ui/icon.tsx'
import type { FilmDesk } from '#lib/films/views.ts'
import { languageName } from '#lib/i18n/format.ts'
import type { Locale } from '#lib/i18n/locales.ts'
import { translator } from '#lib/i18n/translator.ts'
import { lackOf } from './words.ts'

/** Captions and transcript of each language the film has. */
export function Pack({ locale, film: { id, script, languages } }: Readonly<{ locale: Locale; film: FilmDesk }>) {
  const t = translator(locale, 'filmDesk')
  return (
    <section className="card flow" aria-labelledby="pack">
      <h2 id="pack">{t('pack.heading')}</h2>
      <p>{t('pack.made')}</p>
      <ul className="plain checks">
        {languages.map(({ language, scenesWithout }) => {
          const own = language === script.lang
          const words = scenesWithout.length > 0 ? t('words.missing', { count: scenesWithout.length }) : t('words.complete')
          return (
            <li key={language} className={scenesWithout.length > 0 ? 'is-open' : 'is-done'}>
              <Icon name={scenesWithout.length > 0 ? 'cross' : 'check'} />
              <span>
                {own ? (
                  languageName(locale, language)
                ) : (
                  <a href={`/staff/films/${id}/words/${language}`}>{languageName(locale, language)}</a>
                )}
                : {words}
              </span>
            </li>
          )
        })}
      </ul>
    </section>
  )
}

/** What keeps the film from being published. */
export function Lacks({ locale, film: { missing } }: Readonly<{ locale: Locale; film: Pick<FilmDesk, 'missing'> }>) {
  const t = translator(locale, 'filmDesk')
  if (missing.length === 0)
    return (
      <p className="film-fine">
        <Icon name="check" /> {t('publish.nothing')}
      </p>
    )
  return (
    <>
      <h3>{t('publish.missing')}</h3>
      <ul className="plain checks">
        {missing.map(({ lack, language }) => {
          const words = lackOf(locale, language ? `${lack}:${language}` : lack)
          return (
            <li key={words} className="is-open">
              <Icon name="cross" />
              <span>{words}</span>
            </li>
          )
        })}
      </ul>
    </>
  )
}
