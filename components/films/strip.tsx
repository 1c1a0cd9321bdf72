import type { Film, Provenance } from '#lib/films/engine/film.ts'
import { plain } from '#lib/films/engine/film.ts'
import { timeline } from '#lib/films/engine/timeline.ts'
import type { Problem } from '#lib/films/script/problems.ts'
import type { Locale } from '#lib/i18n/locales.ts'
import { translator } from '#lib/i18n/translator.ts'
import { secondsWords } from './words.ts'

type Props = Readonly<{
  locale: Locale
  film: Film
  /** The scene that is worked on. */
  scene: string
  problems: readonly Problem[]
  linkTo: (scene: string) => string
  stillOf: (scene: string) => string
}>

/** Every scene as a still with its words; each leads to its form. */
export function Strip({ locale, film, scene, problems, linkTo, stillOf }: Props) {
  const t = translator(locale, 'filmDesk')
  const { items, total } = timeline(film)
  return (
    <nav className="card flow" aria-labelledby="strip">
      <div className="staff-between">
        <h2 id="strip">{t('strip.heading')}</h2>
        <span className="muted">{t('strip.total', { count: items.length, seconds: secondsWords(locale, total) })}</span>
      </div>
      <ol className="plain film-strip">
        {items.map(({ scene: { id, text, provenance }, index, length }) => (
          <li key={id}>
            <a href={linkTo(id)} data-cut={id} aria-current={id === scene ? 'true' : undefined}>
              <img src={stillOf(id)} width={320} height={180} alt="" loading="lazy" />
              <span className="film-strip__line">
                <b>{t('strip.label', { number: String(index + 1) })}</b>
                <span className="muted">{t('strip.seconds', { seconds: secondsWords(locale, length) })}</span>
              </span>
              <bdi className="film-strip__words">{plain(text)}</bdi>
            </a>
            <span className="film-strip__line">
              <Whose locale={locale} provenance={provenance} />
              {problems.some((problem) => problem.scene === index) && (
                <span className="badge badge--danger">
                  {t('revisions.problems', { count: problems.filter((one) => one.scene === index).length })}
                </span>
              )}
            </span>
          </li>
        ))}
      </ol>
    </nav>
  )
}

const looks = { excerpt: 'ok', editor: 'warn', fact: 'mute' } as const satisfies Record<Provenance, string>

/** Whose words a card shows. */
export function Whose({ locale, provenance }: Readonly<{ locale: Locale; provenance: Provenance }>) {
  return <span className={`badge badge--${looks[provenance]}`}>{translator(locale, 'filmDesk')(`whose.${provenance}`)}</span>
}
