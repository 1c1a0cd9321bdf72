import 'server-only'
import { rm, writeFile } from 'node:fs/promises'
import { record } from '#lib/audit/record.ts'
import { now } from '#lib/foundation/clock.ts'
import { db } from '#lib/foundation/db.ts'
import { fault } from '#lib/foundation/log.ts'
import { Refusal } from '#lib/foundation/refusal.ts'
import { type KeptFile, keepFile, registerMedia, removeMedia } from '#lib/media/files.ts'
import type { StaffActor } from '#lib/staff/actor.ts'
import { mustBeAllowed } from '#lib/staff/permissions.ts'
import { measureFile } from '#lib/stories/editing/measure.ts'
import { dropUnneeded } from '#lib/submissions/commands/film-files.ts'
import { Prisma } from '#prisma/generated/client.ts'
import type { Shape } from '../engine/film.ts'
import { loadFilms, shownOf } from '../facts.ts'
import { standingYes } from '../lifecycle.ts'
import { cancelRender as giveUp, requestRender } from '../render/commands.ts'
import { stillOf } from '../render/still.ts'
import type { OutsideFile, OutsideFilm } from '../views.ts'
import { lockFilm, lockLiveFilm, sourcesOf, supersedeAsks } from './lock.ts'

/**
 * Has the film made in one shape, as it is shown now; returns the id of the render. Refuses 'films.unknown', 'films.stopped', 'films.no-yes' before
 * the storyteller agreed to the storyboard, 'films.stopping' while the same is being given up, 'films.script-wrong' and 'films.missing-font'.
 */
export async function startRender(actor: StaffActor, { id, size }: Readonly<{ id: string; size: Shape }>): Promise<string> {
  mustBeAllowed(actor, 'film.edit')
  const at = now()
  return db.$transaction(async (tx) => {
    const film = await lockLiveFilm(tx, id)
    if (!standingYes(film.facts, 'storyboard')) throw new Refusal('films.no-yes')
    const { story, post } = sourcesOf(film)
    const texts = { ...(story !== undefined && { sourceText: story }), ...(post !== undefined && { postText: post }) }
    const renderId = await requestRender(tx, { key: id, script: shownOf(film.script), shape: size, ...texts })
    await record(tx, { actor, action: 'film.render-asked', subject: { kind: 'film', id }, at, data: { shape: size, render: renderId } })
    return renderId
  })
}

/** Gives up a render of this film; one that has ended stays as it is. Refuses 'films.unknown'. */
export async function cancelRender(actor: StaffActor, { id, renderId }: Readonly<{ id: string; renderId: string }>): Promise<void> {
  mustBeAllowed(actor, 'film.edit')
  await db.$transaction(async (tx) => {
    const film = await lockFilm(tx, id)
    if (!film.renders.some((render) => render.id === renderId)) throw new Refusal('films.unknown')
    await giveUp(tx, renderId)
  })
}

/** Addresses of files on this machine, which are removed afterwards. Without a poster the engine draws one. */
export type Uploaded = Readonly<{ id: string; film: string; poster: string | null }>

/**
 * Takes a film that was made elsewhere in place of a render: a wide MP4, with a PNG or JPEG as its poster. The storyteller is asked as for one of
 * ours. Refuses 'films.unknown', 'films.stopped', 'films.no-yes', and 'upload.refused' (values fault) for a file that is none.
 */
export async function useUploadedFilm(actor: StaffActor, { id, film, poster }: Uploaded): Promise<void> {
  mustBeAllowed(actor, 'film.edit')
  const drawn = `${film}.poster.png`
  const kept: KeptFile[] = []
  try {
    const measured = await takeIn(film, 'film', kept)
    const picture = await takeIn(poster ?? (await drawPoster(id, drawn)), 'poster', kept)
    await keepOutside(actor, id, { seconds: measured.seconds, film: measured.file, poster: picture.file }, kept)
  } catch (error) {
    await removeMedia(kept.map(({ path }) => path)).catch((left) => fault('films.upload-left', left))
    throw error
  } finally {
    await Promise.all([film, poster, drawn].map((file) => file && rm(file, { force: true })))
  }
}

/** The first card of the film as its poster. */
async function drawPoster(id: string, to: string): Promise<string> {
  const [known] = await loadFilms(db, { id })
  if (!known) throw new Refusal('films.unknown')
  await writeFile(to, await stillOf(known.script, 0, 'wide', 'png'))
  return to
}

type TakenIn = Readonly<{ file: OutsideFile; seconds: number }>

async function takeIn(path: string, role: 'film' | 'poster', all: KeptFile[]): Promise<TakenIn> {
  const { ending, width, height, durationSeconds, role: found } = await measureFile(path)
  // A story is not published without an MP4.
  if (found !== role || ending === 'webm') throw new Refusal('upload.refused', undefined, { fault: 'type' })
  if (role === 'film' && width < height) throw new Refusal('upload.refused', undefined, { fault: 'shape' })
  const kept = await keepFile(path, ending)
  all.push(kept)
  return { file: { ...kept, width, height }, seconds: durationSeconds ?? 0 }
}

async function keepOutside(actor: StaffActor, id: string, outside: OutsideFilm, kept: readonly KeptFile[]): Promise<void> {
  const at = now()
  await db.$transaction(async (tx) => {
    const film = await lockLiveFilm(tx, id)
    if (!standingYes(film.facts, 'storyboard')) throw new Refusal('films.no-yes')
    await registerMedia(tx, kept)
    await tx.film.update({ where: { id }, data: { outside: JSON.parse(JSON.stringify(outside)), outsideAt: at } })
    await dropUnneeded(tx, filesOf(film.outside))
    await supersedeAsks(tx, id, at)
    const data = { file: outside.film.sha256, outside: true }
    await record(tx, { actor, action: 'film.file-replaced', subject: { kind: 'film', id }, at, data })
  })
}

const filesOf = (outside: OutsideFilm | null): string[] => [outside?.film, outside?.poster].flatMap((file) => file?.path ?? [])

/** Goes back to a film of our own. The texts that came with the other one stay for when it comes again. Refuses 'films.unknown', 'films.stopped'. */
export async function dropUploadedFilm(actor: StaffActor, { id }: Readonly<{ id: string }>): Promise<void> {
  mustBeAllowed(actor, 'film.edit')
  const at = now()
  await db.$transaction(async (tx) => {
    const { outside } = await lockLiveFilm(tx, id)
    if (!outside) return
    await tx.film.update({ where: { id }, data: { outside: Prisma.DbNull, outsideAt: null } })
    await dropUnneeded(tx, filesOf(outside))
    await supersedeAsks(tx, id, at)
    await record(tx, { actor, action: 'film.file-replaced', subject: { kind: 'film', id }, at, data: { outside: false } })
  })
}
