import { type ChildProcess, execFileSync, spawn } from 'node:child_process'
import { once } from 'node:events'
import { readdirSync, readFileSync } from 'node:fs'
import http from 'node:http'
import { setTimeout as pause } from 'node:timers/promises'

/** A server that is being measured: where it answers, and the processes that do its work. */
export type Running = Readonly<{ name: string; url: string; pids: readonly number[]; stop: () => Promise<void> }>

const ticksPerSecond = 100
const patienceMs = 60_000

/** Starts a program and waits until it answers at `url`; throws with what it said when it does not. */
export async function startServer(
  name: string,
  url: string,
  [command, ...args]: readonly [string, ...string[]],
  env: Readonly<Record<string, string>> = {},
  cwd = process.cwd(),
): Promise<Running> {
  const child = spawn(command, args, { stdio: ['ignore', 'pipe', 'pipe'], env: { ...process.env, ...env }, cwd })
  let said = ''
  for (const output of [child.stdout, child.stderr])
    output.on('data', (part: Buffer) => {
      said = (said + part.toString()).slice(-4_000)
    })
  await untilAnswering(url, () => child.exitCode !== null).catch(() => {
    child.kill('SIGKILL')
    throw new Error(`${name} does not answer at ${url}:\n${said}`)
  })
  return { name, url, pids: [child.pid ?? 0], stop: () => end(child) }
}

async function end(child: ChildProcess): Promise<void> {
  if (child.exitCode !== null || child.signalCode !== null) return
  const gone = once(child, 'exit')
  child.kill('SIGTERM')
  const late = setTimeout(() => child.kill('SIGKILL'), 10_000)
  await gone
  clearTimeout(late)
}

/** Resolves with the milliseconds until the first answer that is no fault. */
export async function untilAnswering(url: string, isHopeless: () => boolean = () => false): Promise<number> {
  const begun = performance.now()
  while (!(await answers(url))) {
    if (isHopeless() || performance.now() - begun > patienceMs) throw new Error('no answer')
    await pause(5)
  }
  return performance.now() - begun
}

function answers(url: string): Promise<boolean> {
  return new Promise((resolve) => {
    const request = http.get(url, { agent: false, timeout: 5_000 }, (response) => {
      response.resume()
      response.once('end', () => resolve((response.statusCode ?? 500) < 500))
    })
    request.on('timeout', () => request.destroy()).on('error', () => resolve(false))
  })
}

/** The processor time these processes have used so far, in seconds; those of their children that live, too. */
export function cpuSeconds(pids: readonly number[]): number {
  return family(pids).reduce((sum, pid) => sum + ticksOf(pid), 0) / ticksPerSecond
}

function ticksOf(pid: number): number {
  const stat = contents(`/proc/${pid}/stat`)
  const fields = stat.slice(stat.lastIndexOf(')') + 2).split(' ')
  return Number(fields[11] ?? 0) + Number(fields[12] ?? 0)
}

function contents(file: string): string {
  try {
    return readFileSync(file, 'utf8')
  } catch {
    return ''
  }
}

/** These processes and those they started. */
export function family(pids: readonly number[]): number[] {
  return pids.flatMap((pid) => [pid, ...family(childrenOf(pid))])
}

function childrenOf(pid: number): number[] {
  return contents(`/proc/${pid}/task/${pid}/children`).split(' ').filter(Boolean).map(Number)
}

/** The child of `pid` whose command line holds this text. */
export function childNamed(pid: number, text: string): number | null {
  return childrenOf(pid).find((child) => contents(`/proc/${child}/cmdline`).includes(text)) ?? null
}

/** Memory in use and the most there was, in megabytes. */
export function memory(pid: number): { now: number; most: number } {
  const status = contents(`/proc/${pid}/status`)
  const read = (name: string) => Number(new RegExp(`${name}:\\s+(\\d+) kB`).exec(status)?.[1] ?? Number.NaN) / 1024
  return { now: read('VmRSS'), most: read('VmHWM') }
}

/** The environment a process was started with, without the line to the one that started it. */
export function environmentOf(pid: number): Record<string, string> {
  return Object.fromEntries(
    contents(`/proc/${pid}/environ`)
      .split('\0')
      .filter((pair) => pair && !pair.startsWith('NODE_CHANNEL'))
      .map((pair) => [pair.slice(0, pair.indexOf('=')), pair.slice(pair.indexOf('=') + 1)]),
  )
}

/** Whether the machine shows what the figures are made of. */
export function canMeasure(): boolean {
  return readdirSync('/').includes('proc') && contents('/proc/self/stat') !== ''
}

/** The path of a program, or null when this machine has none. */
export function programPath(name: string): string | null {
  try {
    return execFileSync('/bin/sh', ['-c', `command -v ${name}`], { encoding: 'utf8' }).trim() || null
  } catch {
    return null
  }
}
