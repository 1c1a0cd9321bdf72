import { requireStaff } from '#app/_auth/session.ts'
import { Changes } from '#components/films/changes.tsx'
import { CompareForm, RevisionLine } from '#components/films/compare-form.tsx'
import { StepForm } from '#components/films/step-form.tsx'
import { filmDesk } from '#lib/films/queries.ts'
import { isSame } from '#lib/films/revision-changes.ts'
import { comparedRevisions } from '#lib/films/revisions.ts'
import type { ComparedRevisions, FilmDesk } from '#lib/films/views.ts'
import type { Locale } from '#lib/i18n/locales.ts'
import { translator } from '#lib/i18n/translator.ts'
import { may } from '#lib/staff/permissions.ts'
import { staffLocale } from '../../../../language.ts'
import { Missing } from '../../../../missing.tsx'
import { FilmPage, first } from '../../../desk.tsx'
import { bringBack } from '../../actions.ts'

/** One version of a film beside the one on the desk, or beside another: what differs scene by scene, and the way to bring it back. */
export default async function FilmRevisionPage({ params, searchParams }: PageProps<'/staff/films/[id]/revisions/[number]'>) {
  const actor = await requireStaff()
  const [locale, { id, number: typed }, query] = await Promise.all([staffLocale(), params, searchParams])
  const film = may(actor, 'film.see') ? await filmDesk(actor, id) : null
  const [number, other] = [numberIn(typed), numberIn(first(query, 'with') ?? '') || film?.version || 0]
  const compared = film && (await comparedRevisions(actor, id, number, other))
  if (!film || !compared) return <Missing locale={locale} actor={actor} />
  const t = translator(locale, 'filmDesk')
  const { first: earlier, second: later } = compared
  const page = t('revisions.compared', { first: String(earlier.line.number), second: String(later.line.number) })
  const about = { locale, page, film, number, compared }
  return (
    <FilmPage locale={locale} actor={actor} film={film} part="revisions" page={page} query={query}>
      <section className="card flow" aria-labelledby="compared">
        <h2 id="compared">{page}</h2>
        <ul className="plain">
          <RevisionLine locale={locale} line={earlier.line} />
          {later.line.number !== earlier.line.number && <RevisionLine locale={locale} line={later.line} />}
        </ul>
        <CompareForm {...{ locale, id, number, other }} head={film.version} revisions={film.revisions} />
      </section>
      {may(actor, 'film.edit') && !film.stopped && number !== film.version && <Restore {...about} />}
      <Changes locale={locale} id={id} compared={compared} />
    </FilmPage>
  )
}

const numberIn = (typed: string) => (/^\d{1,7}$/.test(typed) ? Number(typed) : 0)

type Props = Readonly<{ locale: Locale; page: string; film: FilmDesk; number: number; compared: ComparedRevisions }>

function Restore({ locale, page, film, number, compared }: Props) {
  const t = translator(locale, 'filmDesk')
  const isPresent = compared.second.line.number === film.version && isSame(compared.changes)
  if (isPresent) return null
  return (
    <section className="card flow" aria-labelledby="restore">
      <h2 id="restore">{t('revisions.restore', { number: String(number) })}</h2>
      <StepForm
        {...{ locale, page }}
        hidden={{ film: film.id, version: String(film.version), number: String(number), scene: '' }}
        button={t('revisions.restore', { number: String(number) })}
        look="ink"
        action={bringBack}
      >
        <p>{t('revisions.restoreText')}</p>
        {compared.showsHeldName && <p className="note note--warn">{t('revisions.heldName')}</p>}
      </StepForm>
    </section>
  )
}
