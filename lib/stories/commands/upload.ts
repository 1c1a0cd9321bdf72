import 'server-only'
import { rm } from 'node:fs/promises'
import path from 'node:path'
import { FileStore } from '@tus/file-store'
import { MemoryLocker, Server } from '@tus/server'
import { Refusal } from '#lib/foundation/refusal.ts'
import { keepFile } from '#lib/media/files.ts'
import type { StaffActor } from '#lib/staff/actor.ts'
import { mustBeAllowed } from '#lib/staff/permissions.ts'
import { measureFile } from '../editing/measure.ts'
import { storyOnDesk } from '../editing/queries.ts'
import { uploadLimits } from '../editing/upload-limits.ts'
import { addFile } from './files.ts'
import { uploadFolder, uploadLasts } from './sweep-uploads.ts'

const kept: { store?: FileStore; locker?: MemoryLocker } = {}

/**
 * Answers one request of the tus protocol (https://tus.io) for an editor. A file that is whole is checked by its content, kept, and put on
 * the desk of the story named in its metadata; what is wrong with it comes back as 422 and a word.
 */
export async function receiveUpload(actor: StaffActor, request: Request): Promise<Response> {
  mustBeAllowed(actor, 'story.edit')
  kept.store ??= new FileStore({ directory: uploadFolder(), expirationPeriodInMilliseconds: uploadLasts })
  kept.locker ??= new MemoryLocker()
  const server = new Server({
    path: '/api/uploads',
    datastore: kept.store,
    locker: kept.locker,
    maxSize: uploadLimits.film,
    relativeLocation: true,
    onUploadCreate: async (_, upload) => {
      if (!(await storyOnDesk(actor, upload.metadata?.story ?? ''))) throw { status_code: 404, body: 'gone' }
      return {}
    },
    onUploadFinish: async (_, upload) => {
      const number = await takeIn(actor, upload.metadata?.story ?? '', path.join(uploadFolder(), upload.id))
      return { headers: { 'x-story-version': number } }
    },
  })
  return server.handleWeb(request)
}

async function takeIn(actor: StaffActor, storyId: string, file: string): Promise<number> {
  try {
    const { ending, ...measured } = await measureFile(file)
    return await addFile(actor, storyId, await keepFile(file, ending), measured)
  } catch (error) {
    if (error instanceof Refusal) throw { status_code: 422, body: String(error.values.fault ?? error.code) }
    throw error
  } finally {
    await Promise.all([rm(file, { force: true }), rm(`${file}.json`, { force: true })])
  }
}
