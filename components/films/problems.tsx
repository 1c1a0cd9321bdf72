import { Icon } from '#components/ui/icon.tsx'
import type { FilmDesk } from '#lib/films/views.ts'
import type { Locale } from '#lib/i18n/locales.ts'
import { translator } from '#lib/i18n/translator.ts'
import { problemWords } from './words.ts'

type Props = Readonly<{ locale: Locale; film: FilmDesk; linkTo: (scene: string) => string }>

/** Everything that is wrong with the script, each with the way to its scene. */
export function Problems({ locale, film: { problems, script }, linkTo }: Props) {
  const t = translator(locale, 'filmDesk')
  return (
    <section className="card flow" aria-labelledby="problems">
      <h2 id="problems">{t('problems.heading')}</h2>
      {problems.length === 0 ? (
        <p className="film-fine">
          <Icon name="check" /> {t('problems.none')}
        </p>
      ) : (
        <ul className="plain checks film-problems">
          {problems.map((problem) => {
            const scene = problem.scene === null ? undefined : script.scenes[problem.scene]
            const words = problemWords(locale, problem)
            return (
              <li key={words}>
                <Icon name="cross" />
                {scene ? <a href={linkTo(scene.id)}>{words}</a> : <span>{words}</span>}
              </li>
            )
          })}
        </ul>
      )}
    </section>
  )
}

/** What the draft left out of the entry, and why. */
export function LeftOut({ locale, heldOut }: Readonly<{ locale: Locale; heldOut: FilmDesk['heldOut'] }>) {
  const t = translator(locale, 'filmDesk')
  if (heldOut.length === 0) return null
  return (
    <details className="card film-left">
      <summary>{t('heldOut.heading')}</summary>
      <p>{t('heldOut.text')}</p>
      <ul className="plain">
        {heldOut.map(({ start, text, reason }) => (
          <li key={start}>
            <bdi>{text}</bdi> <span className="badge badge--mute">{t(`heldOut.reason.${reason}`)}</span>
          </li>
        ))}
      </ul>
    </details>
  )
}
