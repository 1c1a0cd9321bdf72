import 'server-only'
import { saveFilmScript } from '#lib/films/commands/script.ts'
import type { SceneChange } from '#lib/films/edit.ts'
import type { Film } from '#lib/films/engine/film.ts'
import { numberIn, sceneDifferences, type Values } from '#lib/films/form.ts'
import { filmDesk } from '#lib/films/queries.ts'
import { canonicalJson } from '#lib/films/script/hash.ts'
import type { FilmDesk } from '#lib/films/views.ts'
import { Refusal } from '#lib/foundation/refusal.ts'
import type { StaffActor } from '#lib/staff/actor.ts'

/** Which film and scene a form was made for, and from which version. */
export type Place = Readonly<{ id: string; version: number; scene: string }>

/** The place a form of the desk names. */
export function placeIn(values: Values): Place {
  return { id: values.film ?? '', version: numberIn(values, 'version'), scene: values.scene ?? '' }
}

type Edit = (desk: FilmDesk) => Film
/** `isRepeatable`: done twice it is the same, so a second press is not refused. */
type Options = Readonly<{ typed?: SceneChange; automatic?: boolean; isRepeatable?: boolean }>

/**
 * Edits the script and returns the number of the new version, or of the latest when it has all of it. Refuses films.changed when somebody else
 * saved since the form was made; `typed` is then laid over the scene as they left it.
 */
export async function edited(
  actor: StaffActor,
  { id, version, scene }: Place,
  edit: Edit,
  { typed, automatic = false, isRepeatable = false }: Options = {},
): Promise<number> {
  const desk = await filmDesk(actor, id)
  if (!desk) throw new Refusal('films.unknown')
  if (desk.version === version) return saveFilmScript(actor, { id, version, script: edit(desk), automatic })
  if (isRepeatable && isThere(desk, scene) && canonicalJson(edit(desk)) === canonicalJson(desk.script)) return desk.version
  throw changed(desk, scene, typed)
}

const isThere = ({ script }: FilmDesk, scene: string) => script.scenes.some(({ id }) => id === scene)

function changed(desk: FilmDesk, scene: string, typed?: SceneChange): Refusal {
  const { script, version, revisions } = desk
  const stretches = typed && isThere(desk, scene) ? { stretches: JSON.stringify(sceneDifferences(script, scene, typed)) } : {}
  return new Refusal('films.changed', undefined, { number: version, who: revisions[0]?.who ?? '', ...stretches })
}
