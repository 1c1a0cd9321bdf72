import { Icon } from '#components/ui/icon.tsx'
import type { FilmAskLine, FilmDesk } from '#lib/films/views.ts'
import { dateTime } from '#lib/i18n/format.ts'
import type { Locale } from '#lib/i18n/locales.ts'
import { translator } from '#lib/i18n/translator.ts'

/** What the storyteller was shown and said, the newest first, and whether it holds for what is on the desk. */
export function Asks({ locale, film }: Readonly<{ locale: Locale; film: Pick<FilmDesk, 'asks' | 'permission'> }>) {
  const t = translator(locale, 'filmDesk')
  const { asks, permission } = film
  return (
    <section className="card flow" aria-labelledby="answers">
      <h2 id="answers">{t('steps.answers')}</h2>
      <p>
        {t('steps.permission')}: <b>{t(`steps.permissionState.${permission.answer}`)}</b> ({dateTime(locale, permission.since)})
      </p>
      {asks.length === 0 && <p>{t('steps.answersNone')}</p>}
      <ul className="plain film-asks">
        {asks.map((ask) => (
          <li key={`${ask.step} ${ask.askedAt.toISOString()}`}>
            <b>{t(ask.step === 'film' ? 'steps.asksFilm' : 'steps.asksStoryboard')}</b>{' '}
            {t('steps.shown', { number: String(ask.number), when: dateTime(locale, ask.askedAt) })}
            <Answer locale={locale} ask={ask} />
          </li>
        ))}
      </ul>
    </section>
  )
}

function Answer({ locale, ask }: Readonly<{ locale: Locale; ask: FilmAskLine }>) {
  const t = translator(locale, 'filmDesk')
  const { answer, answeredAt, words, matches, holds, waits } = ask
  if (!answer || !answeredAt) return <p className="muted">{t(waits ? 'steps.waiting' : 'steps.superseded')}</p>
  return (
    <>
      <p>{t(`steps.${answer}`, { when: dateTime(locale, answeredAt) })}</p>
      {words && (
        <blockquote className="said">
          <bdi>{words}</bdi>
        </blockquote>
      )}
      {answer === 'yes' && (
        <p className={holds ? 'film-fine' : 'film-late'}>
          <Icon name={holds ? 'check' : 'alert'} /> {t(holds ? 'steps.holds' : matches ? 'steps.holdsNoMore' : 'steps.holdsNot')}
        </p>
      )}
    </>
  )
}
