import { requireStaff } from '#app/_auth/session.ts'
import { Board } from '#components/films/board.tsx'
import { ReleaseDays } from '#components/films/release-days.tsx'
import { currentCampaign } from '#lib/campaign/queries.ts'
import { filmBoard } from '#lib/films/queries.ts'
import { now } from '#lib/foundation/clock.ts'
import { translator } from '#lib/i18n/translator.ts'
import { may } from '#lib/staff/permissions.ts'
import { storiesOnDesk } from '#lib/stories/editing/queries.ts'
import { Desk } from '../desk.tsx'
import { staffLocale } from '../language.ts'
import { Missing } from '../missing.tsx'
import { beginFilm } from './actions.ts'

/** Every film by the step it waits at, and the days of the series. */
export default async function FilmsPage() {
  const actor = await requireStaff()
  const locale = await staffLocale()
  if (!may(actor, 'film.see')) return <Missing locale={locale} actor={actor} />
  const [rows, { timeZone }, stories] = await Promise.all([
    filmBoard(actor),
    currentCampaign(),
    may(actor, 'story.edit') ? storiesOnDesk(actor) : [],
  ])
  const t = translator(locale, 'filmDesk')
  return (
    <Desk locale={locale} actor={actor} current="films">
      <title>{t('pageTitle', { page: t('heading') })}</title>
      <div className="staff-between">
        <h1>{t('heading')}</h1>
        <p className="muted">{t('lead')}</p>
      </div>
      {rows.length > 0 ? (
        <Board locale={locale} rows={rows} now={now()} timeZone={timeZone} open={may(actor, 'film.edit') ? beginFilm : null} />
      ) : (
        <div className="empty">
          <h2>{t('none')}</h2>
          <p>{t('noneText')}</p>
        </div>
      )}
      <ReleaseDays locale={locale} stories={stories} timeZone={timeZone} />
    </Desk>
  )
}
