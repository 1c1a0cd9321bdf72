import { execFile } from 'node:child_process'
import { promisify } from 'node:util'
import { StartError } from './start-error.ts'

export type Context = {
  /** The project's folder; every program runs in it. */
  root: string
  env: NodeJS.ProcessEnv
  /** Aborted when the person asks to stop. */
  signal: AbortSignal
}

/**
 * What Node is given to run the site, wherever it runs. Left alone, Node lets the part of its memory where new things are made grow to 130 MB, and the
 * rest by as much again as is in use before it collects: 450 to 530 MB under load on a fast machine. With these two it stayed below 350 MB, and the same
 * answers cost no more time. What is in use at once is 100 to 150 MB.
 */
export const siteArguments: readonly string[] = ['--max-semi-space-size=16', '--max-old-space-size=512', 'server/site.ts']

const MAX_OUTPUT_BYTES = 64 * 1024 * 1024

/** Runs a Node program to its end and returns what it printed. What a failing one printed is shown before the sentence. */
export async function runProgram(what: string, args: readonly string[], { root, env, signal }: Context): Promise<string> {
  try {
    const { stdout } = await promisify(execFile)(process.execPath, args, { cwd: root, env, signal, maxBuffer: MAX_OUTPUT_BYTES })
    return stdout
  } catch (error) {
    signal.throwIfAborted()
    const { stdout, stderr } = error as { stdout?: string; stderr?: string }
    throw new StartError(`${stdout ?? ''}${stderr ?? ''}\n${what} failed; the lines above say why.`.trimStart(), { cause: error })
  }
}
