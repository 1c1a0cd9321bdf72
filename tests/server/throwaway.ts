import { type ChildProcess, spawn } from 'node:child_process'
import { chmodSync, mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { onTestFinished } from 'vitest'

const NODE = path.resolve('node_modules/.bin/node')

export const fast = { fsync: 'off', synchronous_commit: 'off', full_page_writes: 'off' }

/** A new folder, open to PostgreSQL's account when we are root. */
export function folderOpenToAll(): string {
  const folder = mkdtempSync(path.join(tmpdir(), 'humans-'))
  chmodSync(folder, 0o755)
  return folder
}

/** A folder that is gone after the test. */
export function throwawayFolder(): string {
  const folder = folderOpenToAll()
  onTestFinished(() => rmSync(folder, { recursive: true, force: true }))
  return folder
}

/** A module run by the Node the site runs on, killed after the test at the latest. */
export function runModule(source: string): ChildProcess {
  const child = spawn(NODE, ['--input-type=module', '--eval', source], { stdio: ['ignore', 'pipe', 'inherit'] })
  onTestFinished(() => {
    child.kill('SIGKILL')
  })
  return child
}

/** What a start says and how it ends, for one that is refused. */
export async function refusedStart(environment: Record<string, string>): Promise<{ said: string; code: number | null }> {
  const { NODE_ENV: _mode, DATABASE_URL: _url, AUTH_SECRET: _secret, SITE_URL: _site, ...inherited } = process.env
  const env: NodeJS.Dict<string> = { ...inherited, ...environment }
  const child = spawn(NODE, ['server/start.ts'], { env: env as NodeJS.ProcessEnv, stdio: ['ignore', 'inherit', 'pipe'] })
  onTestFinished(() => {
    child.kill('SIGTERM')
  })
  let said = ''
  child.stderr.on('data', (part) => {
    said += part
  })
  const code = await new Promise<number | null>((resolve) => child.once('close', resolve))
  return { said: said.trim(), code }
}

/** The first line a process prints. */
export function firstLine(child: ChildProcess): Promise<string> {
  return new Promise((resolve) => child.stdout?.once('data', (part) => resolve(String(part).trim())))
}
