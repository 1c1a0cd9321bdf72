import 'server-only'
import type { Tx } from '#lib/foundation/db.ts'
import { newId } from '#lib/foundation/ids.ts'
import { Refusal } from '#lib/foundation/refusal.ts'
import type { StaffActor } from '#lib/staff/actor.ts'
import type { Film } from '../engine/film.ts'
import { hashesOf, hashOfStep, loadFilms, stepOfAsk, type WholeFilm } from '../facts.ts'
import type { Sources } from '../script/rules.ts'

const isId = (id: string) => /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/.test(id)

/** A film and its entry, locked until the transaction ends: permission, script and publication change one after the other. Refuses 'films.unknown'. */
export async function lockFilm(tx: Tx, id: string): Promise<WholeFilm> {
  if (!isId(id)) throw new Refusal('films.unknown')
  await tx.$queryRaw`select s.id from submission s where s.id = (select submission_id from film where id = ${id}::uuid) for update`
  await tx.$queryRaw`select id from film where id = ${id}::uuid for update`
  const [film] = await loadFilms(tx, { id })
  if (!film) throw new Refusal('films.unknown')
  return film
}

/** The same for something that is only done while nothing stops the film. Refuses 'films.unknown' and 'films.stopped' (values why). */
export async function lockLiveFilm(tx: Tx, id: string): Promise<WholeFilm> {
  const film = await lockFilm(tx, id)
  if (film.stopped) throw new Refusal('films.stopped', undefined, { why: film.stopped.why })
  return film
}

/** The texts of the entry that excerpts come from. */
export function sourcesOf({ row }: Pick<WholeFilm, 'row'>): Sources {
  return { story: row.submission.story, post: row.submission.postText ?? undefined }
}

type Made = Readonly<{
  script: Film
  problems: number
  kind: 'draft' | 'saved' | 'autosaved' | 'restored'
  restoredFrom?: number
  actor: StaffActor
  at: Date
}>

/** Adds a revision to a film that this transaction locked. The caller moves the head. */
export async function addRevision(tx: Tx, filmId: string, number: number, made: Made): Promise<void> {
  const { script, problems, kind, restoredFrom = null, actor, at } = made
  const row = { id: newId(), filmId, number, kind, restoredFrom, script: JSON.parse(JSON.stringify(script)), problems }
  await tx.filmRevision.create({ data: { ...row, ...hashesOf(script), staffId: actor.id, at } })
}

/** Takes back questions that nobody answered and that are no longer about what would be shown. */
export async function supersedeAsks(tx: Tx, id: string, at: Date): Promise<void> {
  const [film] = await loadFilms(tx, { id })
  const old = film?.row.asks.filter((ask) => !ask.answeredAt && !ask.supersededAt && ask.hash !== hashOfStep(film, stepOfAsk(ask.step)))
  if (old?.length) await tx.filmAsk.updateMany({ where: { id: { in: old.map((ask) => ask.id) } }, data: { supersededAt: at } })
}
