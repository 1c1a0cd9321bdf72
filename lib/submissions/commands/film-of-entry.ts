import 'server-only'
import { record } from '#lib/audit/record.ts'
import type { Tx } from '#lib/foundation/db.ts'
import { queueMail } from '#lib/mail/outbox.ts'
import { storyteller } from '#lib/staff/actor.ts'
import { dropUnneeded } from './film-files.ts'
import { addressLetter } from './own-letter.ts'

type Stopped = Readonly<{ why: 'permission' | 'name'; at: Date }>

/**
 * Tells the storyteller that their film stopped, when there is one that was going on. The database stopped it as the permission was taken back
 * (`halt_film`), of the film or of the name it can show; films are another room, so what is read and written here are its tables.
 */
export async function tellOfStoppedFilm(tx: Tx, submissionId: string, { why, at }: Stopped): Promise<void> {
  if (why === 'name' && !(await couldShowName(tx, submissionId))) return
  const film = await tx.film.findUnique({ where: { submissionId }, include: { submission: true } })
  if (!film || film.closedAt || film.submission.status !== 'selected') return
  const { envelope, known } = await addressLetter(tx, film.submission, at)
  await queueMail(tx, { ...envelope, kind: 'film-stopped', values: { ...known, why } })
  await record(tx, { actor: storyteller, action: 'film.stopped', subject: { kind: 'film', id: film.id }, at, data: { why } })
}

/** Whether a film that may be made can show the name, by the rule that stopped it. */
async function couldShowName(tx: Tx, submissionId: string): Promise<boolean> {
  const film = await tx.consentEvent.findFirst({ where: { submissionId, purpose: 'film' }, orderBy: [{ at: 'desc' }, { id: 'desc' }] })
  const [known] = await tx.$queryRaw<{ shows: boolean }[]>`select film_may_show_name(${submissionId}::uuid) as shows`
  return film?.answer !== 'no' && known?.shows === true
}

/** Erases the film of an entry: scripts, answers, renders, its story, and every file that nothing else needs. */
export async function eraseFilm(tx: Tx, submissionId: string): Promise<void> {
  const film = await tx.film.findUnique({ where: { submissionId }, select: { id: true, storyId: true } })
  if (!film) return
  const files = await tx.$queryRaw<{ path: string }[]>`
    select distinct path from (
      select file ->> 'path' as path from render, jsonb_array_elements(output -> 'files') file where film_key = ${film.id}
      union select outside -> part ->> 'path' from film, unnest(array['film', 'poster']) part where id = ${film.id}::uuid
      union select m.path from story_file f join media_file m on f.path = '/media/' || m.path where f.story_id = ${film.storyId}::uuid
      union select m.path from story_revision r, jsonb_array_elements(r.content -> 'film' -> 'files') file
        join media_file m on file ->> 'path' = '/media/' || m.path where r.story_id = ${film.storyId}::uuid) all_files
    where path is not null`
  await tx.film.delete({ where: { id: film.id } })
  await tx.render.deleteMany({ where: { filmKey: film.id } })
  if (film.storyId) await eraseStory(tx, film.storyId)
  await dropUnneeded(
    tx,
    files.map(({ path }) => path),
  )
}

/** A story goes with the person it is about; its revisions are kept from everybody else. */
async function eraseStory(tx: Tx, id: string): Promise<void> {
  await tx.$queryRaw`select id from story where id = ${id}::uuid for update` // the story before its desk, as editors lock them
  await tx.$queryRaw`select set_config('house.erasing', 'on', true)`
  await tx.storyDesk.deleteMany({ where: { storyId: id } })
  await tx.storyRevision.deleteMany({ where: { storyId: id } })
  await tx.story.delete({ where: { id } })
  await tx.$queryRaw`select set_config('house.erasing', 'off', true)`
}
