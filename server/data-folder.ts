import { mkdir, stat } from 'node:fs/promises'
import path from 'node:path'
import { exists } from './files.ts'
import { type Lock, LockHeld, takeLock } from './lock.ts'
import { StartError } from './start-error.ts'

/** A start that was killed may need a moment to notice; one that is stopping announces it and is waited for longer. */
const PATIENCE_MS = 1500

/** Makes the data folder and holds it for this process: two starts on one folder would share a database and an outbox. */
export async function lockDataFolder(dataDir: string): Promise<Lock> {
  try {
    await makeFolder(dataDir)
    return await takeLock(path.join(dataDir, 'start.lock'), PATIENCE_MS)
  } catch (error) {
    throw error instanceof LockHeld ? inUse(dataDir, error.pid) : unusable(dataDir, error as NodeJS.ErrnoException)
  }
}

/** Not mkdir's own recursion: under /proc that never returns (Node 24.21). */
async function makeFolder(folder: string): Promise<void> {
  const parent = path.dirname(folder)
  if (!(await exists(parent))) await makeFolder(parent)
  await mkdir(folder).catch(async (error) => {
    if (error.code !== 'EEXIST' || !(await stat(folder)).isDirectory()) throw error
  })
}

function inUse(dataDir: string, pid: number): StartError {
  return new StartError(
    `The data folder ${dataDir} is in use by a running start (process ${pid}). Stop that one, or choose another folder with DATA_DIR=.data-2 npm start.`,
  )
}

function unusable(dataDir: string, cause: NodeJS.ErrnoException): StartError {
  const reasons: Record<string, string> = {
    EACCES: 'permission denied',
    EPERM: 'permission denied',
    EROFS: 'the disk is read-only',
    ENOSPC: 'the disk is full',
    ENOTDIR: 'part of the path is a file',
    EEXIST: 'it is a file',
  }
  const reason = reasons[cause.code ?? ''] ?? cause.message
  return new StartError(`The data folder ${dataDir} cannot be written to (${reason}). Set DATA_DIR to a folder this user may write to.`, {
    cause,
  })
}
