import 'server-only'
import { readdir, rm, stat } from 'node:fs/promises'
import path from 'node:path'
import { env } from '#lib/foundation/env.ts'

/** How long an upload can be gone on with. */
export const uploadLasts = 24 * 3_600_000

/** Where films and posters lie while their pieces come in. */
export function uploadFolder(): string {
  return path.join(env().DATA_DIR, 'uploads')
}

/**
 * Removes uploads that nobody went on with for a day, finished ones that were never taken in too. Ages are those of files, by the machine's
 * clock. Returns how many files are gone; can run twice.
 */
export async function sweepUploads(): Promise<number> {
  const folder = uploadFolder()
  const names = await readdir(folder).catch(() => [])
  const removed = await Promise.all(names.map((name) => removeOld(path.join(folder, name))))
  return removed.filter(Boolean).length
}

async function removeOld(file: string): Promise<boolean> {
  const facts = await stat(file).catch(() => null)
  if (!facts?.isFile() || Date.now() - facts.mtimeMs < uploadLasts) return false
  await rm(file, { force: true })
  return true
}
