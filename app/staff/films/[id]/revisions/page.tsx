import { requireStaff } from '#app/_auth/session.ts'
import { RevisionTable } from '#components/films/revision-table.tsx'
import { filmDesk } from '#lib/films/queries.ts'
import { filmRevisions } from '#lib/films/revisions.ts'
import { translator } from '#lib/i18n/translator.ts'
import { may } from '#lib/staff/permissions.ts'
import { staffLocale } from '../../../language.ts'
import { Missing } from '../../../missing.tsx'
import { FilmPage, first } from '../../desk.tsx'

/** The versions of a film, the newest first, each with what it changed. */
export default async function FilmRevisionsPage({ params, searchParams }: PageProps<'/staff/films/[id]/revisions'>) {
  const actor = await requireStaff()
  const [locale, { id }, query] = await Promise.all([staffLocale(), params, searchParams])
  const film = may(actor, 'film.see') ? await filmDesk(actor, id) : null
  if (!film) return <Missing locale={locale} actor={actor} />
  const typed = first(query, 'before') ?? ''
  const before = /^\d{1,7}$/.test(typed) ? Number(typed) : null
  const revisions = await filmRevisions(actor, id, before)
  const t = translator(locale, 'filmDesk')
  const here = `/staff/films/${id}/revisions`
  const last = revisions.at(-1)?.line.number ?? 1
  return (
    <FilmPage locale={locale} actor={actor} film={film} part="revisions" page={t('revisions.heading')} query={query}>
      <section className="card flow" aria-labelledby="versions-heading">
        <h2 id="versions-heading">{t('revisions.heading')}</h2>
        <p>{t('revisions.lead')}</p>
        <RevisionTable locale={locale} id={id} head={film.version} revisions={revisions} />
        {(last > 1 || before !== null) && (
          <p className="btns">
            {before !== null && <a href={here}>{t('revisions.newer')}</a>}
            {last > 1 && <a href={`${here}?before=${last}`}>{t('revisions.older')}</a>}
          </p>
        )}
      </section>
    </FilmPage>
  )
}
