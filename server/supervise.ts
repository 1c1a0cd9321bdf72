import { type ChildProcess, spawn } from 'node:child_process'
import { beat, beatMilliseconds } from '#lib/foundation/heartbeat.ts'

export type Program = { name: string; args: readonly string[]; root: string; env: NodeJS.ProcessEnv }

const QUICK_DEATH_MS = 10_000
const FIRST_PAUSE_MS = 100
const LONGEST_PAUSE_MS = 5000
const MOST_MISSED_BEATS = 12

/**
 * Keeps one program running: started again whenever it ends, at once at first, then more slowly. Each is a process group of its
 * own, so a Ctrl-C in the terminal reaches us alone and we stop things in order. A channel tells it when we are gone. One that has told
 * us it lives and then falls silent for a minute hangs: it is killed, and started again like any other.
 */
export class Supervised {
  /** How often in a row it ended within ten seconds of its start. */
  quickDeaths = 0
  #program: Program
  #log: (line: string) => void
  #child: ChildProcess | null = null
  #timer: NodeJS.Timeout | undefined
  #stopping = false
  #beatEvery: number

  constructor(program: Program, log: (line: string) => void, beatEvery = beatMilliseconds) {
    this.#program = program
    this.#log = log
    this.#beatEvery = beatEvery
    this.#launch()
  }

  /** Starts it again with another environment. */
  changeEnvironment(env: NodeJS.ProcessEnv): void {
    this.#program = { ...this.#program, env }
    this.#child?.kill('SIGTERM')
  }

  /** Asks it to end, insists after `grace` milliseconds, and returns when it is gone. */
  async stop(grace: number): Promise<void> {
    this.#stopping = true
    clearTimeout(this.#timer)
    const child = this.#child
    if (!child) return
    const gone = new Promise((resolve) => child.once('close', resolve))
    const insist = setTimeout(() => this.kill(), grace)
    child.kill('SIGTERM')
    await gone
    clearTimeout(insist)
    killGroup(child) // whatever it left behind
  }

  /** Ends it and all it started, at once. */
  kill(): void {
    if (this.#child) killGroup(this.#child)
  }

  #launch(): void {
    const { args, root, env } = this.#program
    const born = performance.now()
    const child = spawn(process.execPath, args, {
      cwd: root,
      env,
      stdio: ['ignore', 'inherit', 'inherit', 'ipc'],
      detached: process.platform !== 'win32',
    })
    child.on('error', (error) => this.#log(`${this.#program.name}: ${error.message}`))
    child.once('close', (code, signal) => this.#ended(born, signal ?? `exit code ${code}`))
    this.#child = child
    this.#listen(child)
  }

  /** Counts our own turns and no clock: after a sleep of the whole machine nobody is late. */
  #listen(child: ChildProcess): void {
    let missed = Number.NEGATIVE_INFINITY
    child.on('message', (word) => {
      if (word === beat) missed = 0
    })
    const turn = setInterval(() => {
      missed += 1
      if (missed < MOST_MISSED_BEATS) return
      this.#log(`${this.#program.name} hangs`)
      killGroup(child)
    }, this.#beatEvery)
    turn.unref()
    child.once('close', () => clearInterval(turn))
  }

  #ended(born: number, how: string): void {
    this.#child = null
    if (this.#stopping) return
    this.quickDeaths = performance.now() - born < QUICK_DEATH_MS ? this.quickDeaths + 1 : 0
    this.#log(`${this.#program.name} ended (${how}) and is started again`)
    const pause = Math.min(FIRST_PAUSE_MS * 2 ** this.quickDeaths, LONGEST_PAUSE_MS)
    this.#timer = setTimeout(() => this.#launch(), pause)
  }
}

function killGroup(child: ChildProcess): void {
  if (!child.pid) return
  try {
    if (process.platform === 'win32') child.kill('SIGKILL')
    else process.kill(-child.pid, 'SIGKILL')
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'ESRCH') throw error // ESRCH: all of them are gone already
  }
}
