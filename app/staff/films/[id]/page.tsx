import { requireStaff } from '#app/_auth/session.ts'
import { CastForm } from '#components/films/cast-form.tsx'
import { Player } from '#components/films/player.tsx'
import { LeftOut, Problems } from '#components/films/problems.tsx'
import { Revisions } from '#components/films/revisions.tsx'
import { SceneForm } from '#components/films/scene-form.tsx'
import { Strip } from '#components/films/strip.tsx'
import { AddForm, type Unused, WaysForm } from '#components/films/ways-form.tsx'
import { sentencesOf } from '#lib/films/draft/sentences.ts'
import { filmDesk } from '#lib/films/queries.ts'
import type { FilmDesk } from '#lib/films/views.ts'
import type { Locale } from '#lib/i18n/locales.ts'
import { translator } from '#lib/i18n/translator.ts'
import { may } from '#lib/staff/permissions.ts'
import { staffLocale } from '../../language.ts'
import { Missing } from '../../missing.tsx'
import { FilmPage, first } from '../desk.tsx'
import { addCard, arrangeScene, bringBack, saveCast, saveScene } from './actions.ts'

/** The script of a film: preview, scenes, the form of one of them, and what is wrong. */
export default async function FilmDeskPage({ params, searchParams }: PageProps<'/staff/films/[id]'>) {
  const actor = await requireStaff()
  const [locale, { id }, query] = await Promise.all([staffLocale(), params, searchParams])
  const film = may(actor, 'film.see') ? await filmDesk(actor, id) : null
  if (!film) return <Missing locale={locale} actor={actor} />
  const { scenes } = film.script
  const scene = scenes.find((one) => one.id === first(query, 'scene')) ?? scenes[0]
  const page = translator(locale, 'filmDesk')('filmOf', { reference: film.reference })
  const mayEdit = may(actor, 'film.edit') && !film.stopped
  const linkTo = (to: string) => `/staff/films/${id}?scene=${to}#scene-heading`
  const stillOf = (of: string) => `/staff/films/${id}/still/${of}?v=${film.version}`
  if (!scene) return <Missing locale={locale} actor={actor} />
  return (
    <FilmPage locale={locale} actor={actor} film={film} part="script" page={page} query={query}>
      <div className="film-desk">
        <div className="flow film-desk__watch">
          <Player locale={locale} film={film.script} scene={scene.id} still={stillOf(scene.id)} />
          <Strip {...{ locale, linkTo, stillOf }} film={film.script} scene={scene.id} problems={film.problems} />
          <Problems locale={locale} film={film} linkTo={linkTo} />
          <LeftOut locale={locale} heldOut={film.heldOut} />
        </div>
        <div className="flow">{mayEdit && <SceneForms locale={locale} page={page} film={film} scene={scene} />}</div>
      </div>
      {mayEdit && (
        <Revisions
          locale={locale}
          page={page}
          id={id}
          revisions={film.revisions}
          hidden={{ film: id, version: String(film.version), scene: scene.id }}
          action={bringBack}
        />
      )}
      <script type="module" src="/modules/film-desk.js" />
    </FilmPage>
  )
}

type FormsProps = Readonly<{ locale: Locale; page: string; film: FilmDesk; scene: FilmDesk['script']['scenes'][number] }>

function SceneForms({ locale, page, film, scene }: FormsProps) {
  const hidden = { film: film.id, version: String(film.version), scene: scene.id }
  const about = { locale, page, film: film.script, hidden }
  return (
    <>
      <SceneForm {...about} scene={scene} action={saveScene} />
      <WaysForm {...about} scene={scene} action={arrangeScene} />
      <AddForm {...about} sentences={unused(film)} action={addCard} />
      <CastForm {...about} action={saveCast} />
    </>
  )
}

/** The sentences of the entry that are on no card. */
function unused({ story, script }: FilmDesk): Unused[] {
  const used = script.scenes.flatMap(({ excerpt }) => (excerpt?.from === 'story' ? [excerpt] : []))
  return sentencesOf(story, script.lang)
    .filter(({ start, end, text }) => text.length <= 200 && !used.some((one) => start < one.end && one.start < end))
    .map(({ start, end, text }) => ({ value: `${start}-${end}`, text }))
}
