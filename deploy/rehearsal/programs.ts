import { type ChildProcess, execFile, spawn } from 'node:child_process'
import { createWriteStream } from 'node:fs'
import path from 'node:path'
import process from 'node:process'
import { setTimeout as pause } from 'node:timers/promises'
import { promisify } from 'node:util'
import { siteArguments } from '#server/program.ts'
import { ended } from './before.ts'

const serverCondition = '--conditions=react-server'
const files = {
  site: siteArguments,
  worker: [serverCondition, 'lib/worker/main.ts'],
} as const

export type Environment = Readonly<Record<string, string>>

/** A site or a worker of the rehearsal. */
export type Program = Readonly<{ stop: () => Promise<void>; timesRestarted: () => number }>

/** Starts one and starts it again whenever it ends by itself, as containers are. A site is waited for until it is well. Its log is in `place`. */
export async function startProgram(kind: 'site' | 'worker', place: string, env: Environment): Promise<Program> {
  const log = createWriteStream(path.join(place, `${kind}-${env.PORT ?? ''}.log`), { flags: 'a' })
  const state: { stopping: boolean; restarts: number; child: ChildProcess | null } = { stopping: false, restarts: 0, child: null }
  const launch = () => {
    const child = spawn(process.execPath, [...files[kind]], { env: { ...process.env, ...env }, stdio: ['ignore', 'pipe', 'pipe'] })
    child.stdout.pipe(log, { end: false })
    child.stderr.pipe(log, { end: false })
    child.once('exit', () => {
      if (state.stopping) return
      state.restarts += 1
      setTimeout(() => state.stopping || launch(), 500)
    })
    state.child = child
  }
  launch()
  if (kind === 'site') await untilWell(Number(env.PORT))
  return {
    stop: async () => {
      state.stopping = true
      if (state.child) await ended(state.child, 'SIGTERM')
    },
    timesRestarted: () => state.restarts,
  }
}

/** Brings the database to this version, as a deployment does before it starts anything. */
export async function release(env: Environment): Promise<void> {
  await promisify(execFile)(process.execPath, ['server/release.ts'], { env: { ...process.env, ...env } })
}

async function untilWell(port: number): Promise<void> {
  for (const until = Date.now() + 60_000; ; await pause(50)) {
    const well = await fetch(`http://127.0.0.1:${port}/api/health`).then(
      ({ ok }) => ok,
      () => false,
    )
    if (well) return
    if (Date.now() > until) throw new Error(`the site at ${port} does not come up`)
  }
}
