import { stat } from 'node:fs/promises'
import { now } from '#lib/foundation/clock.ts'
import { db, type Tx } from '#lib/foundation/db.ts'
import { enqueue } from '#lib/queue/enqueue.ts'
import { hashFile } from './hash.ts'
import { type Ending, isMediaName, mediaName, mediaTypes } from './names.ts'
import { mediaStore } from './store.ts'

/** A file of the store as others keep hold of it. */
export type KeptFile = Readonly<{ path: string; sha256: string; bytes: number; type: string }>

/** Puts a local file into the store, once however often it is asked to. Nobody can read it before `registerMedia` and its time. */
export async function keepFile(file: string, ending: Ending): Promise<KeptFile> {
  const [sha256, { size }] = await Promise.all([hashFile(file), stat(file)])
  const name = mediaName(sha256, ending)
  const type = mediaTypes[ending]
  if ((await mediaStore().bytes(name)) !== size) await mediaStore().put(name, file, type)
  return { path: name, sha256, bytes: size, type }
}

/** Makes kept files known, for nobody to read yet. A file that is known stays as public as it is. */
export async function registerMedia(tx: Tx, files: readonly KeptFile[]): Promise<void> {
  const data = files.map(({ path, sha256, bytes, type }) => ({ path, sha256, bytes, type, createdAt: now() }))
  await tx.mediaFile.createMany({ data, skipDuplicates: true })
}

/** From when on everybody may read these files; null takes them back. */
export async function publishMedia(tx: Tx, paths: readonly string[], from: Date | null): Promise<void> {
  await tx.mediaFile.updateMany({ where: { path: { in: [...paths] } }, data: { publicFrom: from } })
}

/** Forgets files and asks for their bytes to be removed. The caller knows that nobody needs them. */
export async function dropMedia(tx: Tx, paths: readonly string[]): Promise<void> {
  if (!paths.length) return
  await tx.mediaFile.deleteMany({ where: { path: { in: [...paths] } } })
  await enqueue(tx, 'media.remove', { paths: [...paths] })
}

/** Removes the bytes of files that nobody knows any more. Can run twice. */
export async function removeMedia(paths: readonly string[]): Promise<void> {
  for (const path of paths.filter(isMediaName))
    if (!(await db.mediaFile.findUnique({ where: { path }, select: { path: true } }))) await mediaStore().remove(path)
}

/** A known file; null when there is none of that name. */
export async function knownMedia(path: string): Promise<KeptFile | null> {
  if (!isMediaName(path)) return null
  const file = await db.mediaFile.findUnique({ where: { path } })
  return file && { path: file.path, sha256: file.sha256, bytes: Number(file.bytes), type: file.type }
}

/** A file everybody may read now; null otherwise. */
export async function publicMedia(path: string): Promise<KeptFile | null> {
  if (!isMediaName(path)) return null
  const file = await db.mediaFile.findFirst({ where: { path, publicFrom: { lte: now() } } })
  return file && { path: file.path, sha256: file.sha256, bytes: Number(file.bytes), type: file.type }
}
