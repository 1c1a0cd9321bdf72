import { readFile, rm, writeFile } from 'node:fs/promises'
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
    const holder = await readHolder(file)
    if (holder === 'unreadable yet') continue
    if (!holder || !isAlive(holder)) {
      await rm(file, { force: true })
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

/** Two processes may remove the same dead lock at once, the slower one removing the faster one's new lock: who reads itself last has it. */
async function stillMine(file: string, mine: string): Promise<boolean> {
  await pause(SETTLE_MS)
  return (await readFile(file, 'utf8').catch(() => '')) === mine
}

async function readHolder(file: string): Promise<Holder | null | 'unreadable yet'> {
  const text = await readFile(file, 'utf8').catch(() => '')
  try {
    return JSON.parse(text)
  } catch {
    await pause(SETTLE_MS) // between creating and writing it there is a moment when it is empty
    return (await readFile(file, 'utf8').catch(() => '')) === text ? null : 'unreadable yet'
  }
}

function isAlive({ pid, bornAt }: Holder): boolean {
  const facts = processFacts(pid)
  return facts.running && (!bornAt || !facts.bornAt || bornAt === facts.bornAt)
}
