import 'server-only'
import { rm } from 'node:fs/promises'
import path from 'node:path'
import { FileStore } from '@tus/file-store'
import { MemoryLocker, Server, type Upload } from '@tus/server'
import { Refusal } from '#lib/foundation/refusal.ts'
import { keepFile } from '#lib/media/files.ts'
import type { StaffActor } from '#lib/staff/actor.ts'
import { may, mustBeAllowed, type StaffVerb } from '#lib/staff/permissions.ts'
import { measureFile } from '../editing/measure.ts'
import { storyOnDesk } from '../editing/queries.ts'
import { uploadLimits } from '../editing/upload-limits.ts'
import { addFile } from './files.ts'
import { uploadFolder, uploadLasts } from './sweep-uploads.ts'

/** Who takes in files that are sent in pieces: what a piece names in its metadata, who may send it, and what becomes of the whole file. */
export type Taker = Readonly<{
  /** The name in the metadata; its value is the id of what the file is for. */
  name: string
  verb: StaffVerb
  /** Whether there is something of this id to send a file to. May refuse it, before anything is sent. */
  knows: (actor: StaffActor, id: string) => Promise<boolean>
  /** Does its work with the whole file, which is removed afterwards, and returns headers of the last answer. May refuse it. */
  take: (actor: StaffActor, id: string, file: string) => Promise<Readonly<Record<string, string | number>>>
}>

const kept: { store?: FileStore; locker?: MemoryLocker } = {}

/**
 * Answers one request of the tus protocol (https://tus.io) for staff. A file that is whole goes to the taker its metadata names; what is wrong
 * with it comes back as 422 and a word. Only an answer with `x-taken` says that it was taken in: all bytes may be here without that. Refuses
 * 'staff.forbidden' for whoever may send nothing to any of the takers.
 */
export async function receiveUpload(actor: StaffActor, request: Request, takers: readonly [Taker, ...Taker[]]): Promise<Response> {
  const allowed = takers.filter(({ verb }) => may(actor, verb))
  if (allowed.length === 0) mustBeAllowed(actor, takers[0].verb)
  kept.store ??= new FileStore({ directory: uploadFolder(), expirationPeriodInMilliseconds: uploadLasts })
  kept.locker ??= new MemoryLocker()
  const server = new Server({
    path: '/api/uploads',
    datastore: kept.store,
    locker: kept.locker,
    maxSize: uploadLimits.film,
    relativeLocation: true,
    onUploadCreate: async (_, upload) => {
      const { taker, id } = takerOf(allowed, upload)
      if (!(await inWords(taker.knows(actor, id)))) throw gone
      return {}
    },
    onUploadFinish: async (_, upload) => ({ headers: await takeIn(actor, allowed, upload) }),
  })
  return server.handleWeb(request)
}

const gone = { status_code: 404, body: 'gone' }

function takerOf(takers: readonly Taker[], { metadata }: Upload): Readonly<{ taker: Taker; id: string }> {
  const taker = takers.find(({ name }) => metadata?.[name])
  if (!taker) throw gone
  return { taker, id: metadata?.[taker.name] ?? '' }
}

async function takeIn(actor: StaffActor, takers: readonly Taker[], upload: Upload): Promise<Record<string, string | number>> {
  const file = path.join(uploadFolder(), upload.id)
  try {
    const { taker, id } = takerOf(takers, upload)
    return { 'x-taken': 1, ...(await inWords(taker.take(actor, id, file))) }
  } finally {
    await Promise.all([rm(file, { force: true }), rm(`${file}.json`, { force: true })])
  }
}

/** What refuses a file, as the answer says it: the fault where there is one, else the code. */
async function inWords<T>(work: Promise<T>): Promise<T> {
  try {
    return await work
  } catch (error) {
    if (error instanceof Refusal) throw { status_code: 422, body: String(error.values.fault ?? error.code) }
    throw error
  }
}

/** Puts a file on the desk of a story, checked by its content. */
export const storyTaker: Taker = {
  name: 'story',
  verb: 'story.edit',
  knows: async (actor, id) => (await storyOnDesk(actor, id)) !== null,
  take: async (actor, id, file) => {
    const { ending, ...measured } = await measureFile(file)
    return { 'x-story-version': await addFile(actor, id, await keepFile(file, ending), measured) }
  },
}
