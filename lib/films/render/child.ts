import { type ChildProcess, fork } from 'node:child_process'
import { readdir, readFile } from 'node:fs/promises'
import { fileURLToPath } from 'node:url'
import { environmentWith } from '#lib/foundation/env.ts'
import type { Shape } from '../engine/film.ts'
import type { RenderMessage } from './main.ts'

/** How a render process ended. */
export type Ending =
  | { kind: 'made' }
  | { kind: 'refused'; code: string; detail: string }
  | { kind: 'stopped' }
  | { kind: 'died'; how: string }

/** What a render may use before it is ended. */
export type Limits = Readonly<{ seconds: number; megabytes: number }>
export const limits: Limits = { seconds: 900, megabytes: 1600 }

type Watched = Readonly<{
  folder: string
  shape: Shape
  /** Another size than the shape's, as WIDTHxHEIGHT. */
  size?: string | undefined
  onProgress: (frames: number, all: number) => void
  /** Ends it, and what it started, when aborted. */
  signal: AbortSignal
  limits: Limits
}>

/** Memory as large as a picture is kept by glibc for the next one: reading the pixels of a frame takes a quarter of the time. */
export const keptMemory = { MALLOC_MMAP_THRESHOLD_: '67108864', MALLOC_TRIM_THRESHOLD_: '67108864' } as const

const lookEvery = 1000
const grace = 4000
const program = fileURLToPath(new URL('main.ts', import.meta.url))

/** Runs one render in a process group of its own, watched for time and memory. Resolves when all of it is gone. */
export async function runChild({ folder, shape, size, onProgress, signal, limits: bounds }: Watched): Promise<Ending> {
  const child = fork(program, [folder, shape, ...(size ? [size] : [])], {
    detached: true,
    execArgv: [],
    env: environmentWith(keptMemory),
    stdio: ['ignore', 'ignore', 'inherit', 'ipc'],
  })
  const refused: { code: string; detail: string }[] = []
  child.on('message', (message: RenderMessage) => {
    if ('refused' in message) refused.push({ code: message.refused, detail: message.detail })
    else onProgress(message.frames, message.all)
  })
  const stop = () => end(child)
  signal.addEventListener('abort', stop)
  const watch = watchLimits(child, bounds, (code) => {
    refused.push({ code, detail: '' })
    stop()
  })
  const [code, killedBy] = await new Promise<[number | null, string | null]>((resolve) => {
    child.once('exit', (status, by) => resolve([status, by])).once('error', () => resolve([null, 'not started']))
  })
  clearInterval(watch)
  signal.removeEventListener('abort', stop)
  killGroup(child, 'SIGKILL')
  const [first] = refused
  if (first) return { kind: 'refused', ...first }
  if (signal.aborted) return { kind: 'stopped' }
  return code === 0 ? { kind: 'made' } : { kind: 'died', how: killedBy ?? `status ${code}` }
}

function end(child: ChildProcess): void {
  killGroup(child, 'SIGTERM')
  setTimeout(() => killGroup(child, 'SIGKILL'), grace).unref()
}

function killGroup(child: ChildProcess, signal: NodeJS.Signals): void {
  try {
    if (child.pid) process.kill(-child.pid, signal)
  } catch {
    // all of it is gone
  }
}

function watchLimits(child: ChildProcess, { seconds, megabytes }: Limits, over: (code: string) => void): NodeJS.Timeout {
  const begun = performance.now()
  return setInterval(() => {
    if (performance.now() - begun > seconds * 1000) over('films.too-slow')
    else if (child.pid)
      groupMegabytes(child.pid).then(
        (used) => used > megabytes && over('films.too-large'),
        () => {},
      )
  }, lookEvery)
}

/** The memory of a process group, where the system tells; 0 elsewhere. */
async function groupMegabytes(group: number): Promise<number> {
  const pids = (await readdir('/proc').catch(() => [])).filter((name) => /^\d+$/.test(name))
  const sizes = await Promise.all(
    pids.map((pid) =>
      readFile(`/proc/${pid}/stat`, 'utf8').then(
        (text) => memoryIn(text, group),
        () => 0,
      ),
    ),
  )
  return sizes.reduce((sum, size) => sum + size, 0)
}

const pageBytes = 4096

function memoryIn(stat: string, group: number): number {
  const fields = stat.slice(stat.lastIndexOf(')') + 2).split(' ')
  return Number(fields[2]) === group ? (Number(fields[21]) * pageBytes) / 1048576 : 0
}
