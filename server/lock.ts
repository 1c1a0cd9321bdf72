import { randomBytes } from 'node:crypto'
import { link, readFile, rename, rm, writeFile } from 'node:fs/promises'
import { setTimeout as pause } from 'node:timers/promises'
import { writePrivate } from './files.ts'
import { processFacts } from './process-facts.ts'

export type Lock = {
  /** True when a process that died without releasing it held the lock before. */
  tookOver: boolean
  /** Tells those who wait that it is worth waiting: the holder is about to release. */
  announceRelease(): Promise<void>
  release(): Promise<void>
}

type Holder = { pid: number; bornAt: string | null; releasing?: boolean }

export class LockHeld extends Error {
  readonly pid: number
  constructor(pid: number) {
    super(`held by process ${pid}`)
    this.pid = pid
  }
}

const RELEASE_MS = 20_000
const SETTLE_MS = 100

/**
 * Holds `file` as a lock until released. A lock whose process is gone is taken over, also when its process id is in use again.
 * Throws LockHeld after `patience` milliseconds, or 20 s when the holder is about to release.
 */
export async function takeLock(file: string, patience: number): Promise<Lock> {
  const since = performance.now()
  const mine = JSON.stringify({ pid: process.pid, bornAt: processFacts(process.pid).bornAt } satisfies Holder)
  for (let tookOver = false; ; await pause(50)) {
    if (await create(file, mine)) {
      if (!tookOver || (await stillMine(file, mine))) return heldLock(file, mine, tookOver)
      continue
    }
    const text = await settledText(file)
    if (text === null) continue
    const holder = holderIn(text)
    if (!holder || !isAlive(holder)) {
      await removeDead(file, text)
      tookOver = true
    } else if (performance.now() - since > (holder.releasing ? RELEASE_MS : patience)) throw new LockHeld(holder.pid)
  }
}

function heldLock(file: string, mine: string, tookOver: boolean): Lock {
  return {
    tookOver,
    announceRelease: () => writePrivate(file, JSON.stringify({ ...JSON.parse(mine), releasing: true })),
    release: () => rm(file, { force: true }),
  }
}

async function create(file: string, text: string): Promise<boolean> {
  try {
    await writeFile(file, text, { flag: 'wx', mode: 0o644 })
    return true
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'EEXIST') return false
    throw error
  }
}

/** What the file holds; null when it is gone, or still being written: between making and filling it there is a moment when it is empty. */
async function settledText(file: string): Promise<string | null> {
  const text = await readIfThere(file)
  if (text !== '') return text
  await pause(SETTLE_MS)
  return (await readIfThere(file)) === '' ? '' : null
}

async function readIfThere(file: string): Promise<string | null> {
  return readFile(file, 'utf8').catch((error) => {
    if (error.code === 'ENOENT') return null
    throw error
  })
}

function holderIn(text: string): Holder | null {
  try {
    return JSON.parse(text) as Holder
  } catch {
    return null // cut short by a crash
  }
}

/** Of two processes that find the same dead lock the slower one may move the faster one's new lock away: it sees that, and puts it back. */
async function removeDead(file: string, text: string): Promise<void> {
  const aside = `${file}.${process.pid}.${randomBytes(4).toString('hex')}`
  await rename(file, aside).catch(() => {}) // gone already
  const moved = await readIfThere(aside)
  if (moved !== null && moved !== text) await link(aside, file).catch(() => {}) // a third has made it: the one we moved notices
  await rm(aside, { force: true })
}

/** After a take-over only: whether nobody moved our new lock away meanwhile. */
async function stillMine(file: string, mine: string): Promise<boolean> {
  await pause(SETTLE_MS)
  return (await readIfThere(file)) === mine
}

function isAlive({ pid, bornAt }: Holder): boolean {
  const facts = processFacts(pid)
  return facts.running && (!bornAt || !facts.bornAt || bornAt === facts.bornAt)
}
