import 'server-only'
import { saveFilmScript } from '#lib/films/commands/script.ts'
import type { SceneChange } from '#lib/films/edit.ts'
import type { Film } from '#lib/films/engine/film.ts'
import { numberIn, sceneDifferences, type Values } from '#lib/films/form.ts'
import { filmDesk } from '#lib/films/queries.ts'
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

/**
 * Edits the script and returns the number of the new version. Refuses films.changed when somebody else saved since the form was made;
 * `typed` is then laid over the scene as they left it.
 */
export async function edited(
  actor: StaffActor,
  { id, version, scene }: Place,
  edit: Edit,
  { typed, automatic = false }: Readonly<{ typed?: SceneChange; automatic?: boolean }> = {},
): Promise<number> {
  const desk = await filmDesk(actor, id)
  if (!desk) throw new Refusal('films.unknown')
  if (desk.version !== version) throw changed(desk, scene, typed)
  return saveFilmScript(actor, { id, version, script: edit(desk), automatic })
}

function changed({ script, version, revisions }: FilmDesk, scene: string, typed?: SceneChange): Refusal {
  const isThere = script.scenes.some(({ id }) => id === scene)
  const stretches = typed && isThere ? { stretches: JSON.stringify(sceneDifferences(script, scene, typed)) } : {}
  return new Refusal('films.changed', undefined, { number: version, who: revisions[0]?.who ?? '', ...stretches })
}
