import { createHash } from 'node:crypto'
import { readFileSync } from 'node:fs'
import { access, readdir, rename, writeFile } from 'node:fs/promises'
import path from 'node:path'
import { setImmediate as othersTurn } from 'node:timers/promises'

/** True when there is something at `file`. */
export async function exists(file: string): Promise<boolean> {
  return access(file).then(
    () => true,
    () => false,
  )
}

/** Writes a file only its owner may read, whole or not at all. */
export async function writePrivate(file: string, text: string): Promise<void> {
  const draft = `${file}.${process.pid}`
  await writeFile(draft, text, { mode: 0o600 })
  await rename(draft, file)
}

/** A hash over the names and contents of `paths` under `root`, folders with all they hold. What is missing counts as such. */
export async function fingerprint(root: string, paths: readonly string[]): Promise<string> {
  const hash = createHash('sha256')
  for (const file of (await Promise.all(paths.map((name) => filesUnder(root, name)))).flat()) {
    await othersTurn() // a thousand files take a while: the thread pool would take twice as long, and without a pause all else stood still
    const content = readFileSync(path.join(root, file))
    hash.update(`${file}\0${content.length}\0`).update(content)
  }
  return hash.digest('hex')
}

async function filesUnder(root: string, name: string): Promise<string[]> {
  try {
    const entries = await readdir(path.join(root, name), { recursive: true, withFileTypes: true })
    const files = entries.filter((entry) => entry.isFile()).map((entry) => path.relative(root, path.join(entry.parentPath, entry.name)))
    return files.sort()
  } catch (error) {
    const { code } = error as NodeJS.ErrnoException
    if (code === 'ENOTDIR') return [name]
    if (code === 'ENOENT') return []
    throw error
  }
}
