import { Fingerprint } from '#components/staff/fingerprint.tsx'
import { Icon } from '#components/ui/icon.tsx'
import { Ltr } from '#components/ui/ltr.tsx'
import type { NamePlaces } from '#lib/films/naming.ts'
import type { FilmDesk } from '#lib/films/views.ts'
import { languageName } from '#lib/i18n/format.ts'
import type { Locale } from '#lib/i18n/locales.ts'
import { translator } from '#lib/i18n/translator.ts'
import { numberOf } from './words.ts'

/** Which film this is, where it stands, and whether it is stopped. */
export function FilmHead({ locale, film }: Readonly<{ locale: Locale; film: FilmDesk }>) {
  const t = translator(locale, 'filmDesk')
  const { reference, script, standing, stopped, version } = film
  return (
    <>
      <div className="staff-head">
        <Fingerprint reference={reference} />
        <div>
          <h1>
            <bdi>{script.title}</bdi>
          </h1>
          <p className="muted">
            <Ltr>{reference}</Ltr> · {t('version', { number: String(version) })}
          </p>
        </div>
        <span className="badge badge--told">{t(`step.${standing.step}`)}</span>
        {!stopped && <span className="muted">{t(`waits.${standing.waitsFor}`)}</span>}
      </div>
      {!stopped && film.nameIn && <NameHeld locale={locale} film={film} places={film.nameIn} />}
      {stopped && (
        <p className="note note--warn note--wide film-stop">
          <Icon name="flag" /> <b>{t('stopped')}</b> <span>{t(`stoppedReason.${stopped.why}`)}</span>
          {stopped.reason && <bdi>{stopped.reason}</bdi>}
        </p>
      )}
    </>
  )
}

/** A name that may not be published, and the way to each place where it stands. */
function NameHeld({ locale, film: { id, script }, places }: Readonly<{ locale: Locale; film: FilmDesk; places: NamePlaces }>) {
  const t = translator(locale, 'filmDesk')
  const desk = `/staff/films/${id}`
  const sceneAt = (scene: string) => `${desk}?scene=${scene}#scene-heading`
  const links = [
    ...(places.title ? [{ href: sceneAt(script.scenes[0]?.id ?? ''), words: t('words.title') }] : []),
    ...places.scenes.map((scene) => ({ href: sceneAt(scene), words: t('strip.label', { number: String(numberOf(script, scene)) }) })),
    ...places.languages.map((language) => ({
      href: `${desk}/words/${language}`,
      words: t('tabs.words', { language: languageName(locale, language) }),
    })),
    ...(places.beside ? [{ href: `${desk}/steps`, words: t('outside.film') }] : []),
  ]
  return (
    <div className="note note--warn note--wide flow">
      <p>
        <Icon name="flag" /> {t('nameHeld')}
      </p>
      <ul className="plain film-places">
        {links.map(({ href, words }) => (
          <li key={words}>
            <a href={href}>{words}</a>
          </li>
        ))}
      </ul>
    </div>
  )
}
