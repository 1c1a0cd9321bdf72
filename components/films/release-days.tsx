import { dateTime } from '#lib/i18n/format.ts'
import type { Locale } from '#lib/i18n/locales.ts'
import { translator } from '#lib/i18n/translator.ts'
import type { DeskLine, DeskState } from '#lib/stories/editing/views.ts'

const looks = { draft: 'warn', scheduled: 'told', out: 'ok', unpublished: 'mute' } as const satisfies Record<DeskState, string>

/** The weeks of the series: what is public when. */
export function ReleaseDays({ locale, stories, timeZone }: Readonly<{ locale: Locale; stories: readonly DeskLine[]; timeZone: string }>) {
  const t = translator(locale, 'filmDesk')
  return (
    <section className="flow" aria-labelledby="days">
      <h2 id="days">{t('days2')}</h2>
      {stories.length === 0 && <p>{t('daysNone')}</p>}
      <ul className="plain film-days">
        {stories.map(({ id, week, title, slug, state, releaseAt }) => (
          <li key={id} className="card">
            <b>{t('week', { number: String(week) })}</b>
            <a href={`/staff/stories/${id}`}>
              <bdi lang="en">{title ?? slug}</bdi>
            </a>
            {releaseAt && state !== 'draft' && (
              <time className="film-sub" dateTime={releaseAt.toISOString()}>
                {dateTime(locale, releaseAt, timeZone)}
              </time>
            )}
            <span className={`badge badge--${looks[state]}`}>{t(`dayState.${state}`)}</span>
          </li>
        ))}
      </ul>
    </section>
  )
}
