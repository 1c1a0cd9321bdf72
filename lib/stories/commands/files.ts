import 'server-only'
import { now } from '#lib/foundation/clock.ts'
import { db } from '#lib/foundation/db.ts'
import { Refusal } from '#lib/foundation/refusal.ts'
import { type KeptFile, registerMedia } from '#lib/media/files.ts'
import { mediaAddress } from '#lib/media/names.ts'
import type { StaffActor } from '#lib/staff/actor.ts'
import { mustBeAllowed } from '#lib/staff/permissions.ts'
import type { DeskFile, StoryContent } from '../editing/content.ts'
import { addRevision, openDesk } from './desk.ts'
import { isOfFilm } from './of-film.ts'

type Film = StoryContent['film']

/** A file as it was measured: what it is and, of a film, how long. */
export type Measured = Readonly<{ role: DeskFile['role']; width: number; height: number; durationSeconds: number | null }>

const isSameKind = (a: DeskFile, b: DeskFile) =>
  a.role === b.role && (a.role === 'poster' || (a.shape === b.shape && a.mediaType === b.mediaType))

/**
 * Puts a stored file on the desk of a story, in place of one of the same kind and shape. Nobody but staff can read it before a version that
 * names it is public. The length of the story is that of its wide film. Returns the new version. Refuses 'story.unknown', 'story.fileUsed', and
 * 'upload.refused' (values fault: film) in place of what its storyteller released.
 */
export async function addFile(actor: StaffActor, storyId: string, kept: KeptFile, measured: Measured): Promise<number> {
  mustBeAllowed(actor, 'story.edit')
  const { role, width, height, durationSeconds } = measured
  const shape = width >= height ? 'wide' : 'portrait'
  const file: DeskFile = { role, shape, path: mediaAddress(kept.path), mediaType: kept.type, width, height, bytes: kept.bytes }
  const at = now()
  return db.$transaction(async (tx) => {
    const open = await openDesk(tx, storyId, at)
    if (await isOfFilm(tx, storyId)) throw new Refusal('upload.refused', undefined, { fault: 'film' })
    const elsewhere = await tx.storyFile.count({ where: { path: file.path, storyId: { not: storyId } } })
    if (elsewhere > 0) throw new Refusal('story.fileUsed')
    await registerMedia(tx, [kept])
    const { film } = open.content
    const sets = role === 'film' && durationSeconds !== null && (shape === 'wide' || film.durationSeconds === 0)
    const next: Film = {
      durationSeconds: sets ? durationSeconds : film.durationSeconds,
      files: [...film.files.filter((one) => !isSameKind(one, file)), file],
    }
    return addRevision(tx, open, { content: { ...open.content, film: next }, staffId: actor.id, at, kind: 'saved' })
  })
}

/** Takes a file out of the version on the desk; earlier versions and what is public keep it. Refuses 'story.unknown', 'story.changed', 'story.ofFilm'. */
export async function removeFile(actor: StaffActor, input: Readonly<{ storyId: string; base: number; path: string }>): Promise<number> {
  mustBeAllowed(actor, 'story.edit')
  const at = now()
  return db.$transaction(async (tx) => {
    const open = await openDesk(tx, input.storyId, at)
    const { film } = open.content
    if (!film.files.some(({ path }) => path === input.path)) throw new Refusal('story.changed')
    if (await isOfFilm(tx, input.storyId)) throw new Refusal('story.ofFilm')
    const next: Film = { ...film, files: film.files.filter(({ path }) => path !== input.path) }
    return addRevision(tx, open, { content: { ...open.content, film: next }, staffId: actor.id, at, kind: 'saved' })
  })
}
