import { copyFile, mkdir, readdir, stat, utimes } from 'node:fs/promises'
import path from 'node:path'

/**
 * Copies a folder whose files come and go meanwhile, with their times: what is gone when its turn comes is left out. Links are followed, so that
 * a folder that lies on another disk comes along. `isKept` hears the name of each thing in the folder itself.
 */
export async function copyFolder(source: string, target: string, isKept: (name: string) => boolean = () => true): Promise<void> {
  await mkdir(target, { recursive: true, mode: 0o700 })
  for (const name of (await unlessGone(readdir(source))) ?? [])
    if (isKept(name)) await unlessGone(copyOne(path.join(source, name), path.join(target, name)))
}

async function copyOne(source: string, target: string): Promise<void> {
  const facts = await stat(source)
  if (facts.isDirectory()) return copyFolder(source, target)
  if (!facts.isFile()) return
  await copyFile(source, target)
  await utimes(target, facts.atime, facts.mtime)
}

async function unlessGone<T>(work: Promise<T>): Promise<T | null> {
  return work.catch((error: NodeJS.ErrnoException) => {
    if (error.code === 'ENOENT') return null
    throw error
  })
}
