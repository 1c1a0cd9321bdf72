import { createHash } from 'node:crypto'
import { mkdir, readFile, rm, writeFile } from 'node:fs/promises'
import path from 'node:path'
import { exists, fingerprint } from './files.ts'
import { takeLock } from './lock.ts'
import { type Context, runProgram } from './program.ts'

const PRISMA = 'node_modules/prisma/build/index.js'
const NEXT = 'node_modules/next/dist/bin/next'
const CLIENT_SOURCES = ['prisma/schema', '.config', 'package-lock.json']
const SITE_SOURCES = [
  ...['app', 'components', 'lib', 'prisma/schema', 'public', 'server', 'package.json', 'package-lock.json', 'tsconfig.json'],
  ...['next.config.mjs', 'instrumentation.ts', 'proxy.ts'],
]
const BUILD_PATIENCE_MS = 10 * 60_000

/** Writes the database client under prisma/generated, unless it is already the one for this schema. True when it did. */
export async function generateClient(context: Context): Promise<boolean> {
  const wanted = await fingerprint(context.root, CLIENT_SOURCES)
  return makeIfStale(context, 'prisma/generated/made-from', wanted, async () => {
    await runProgram('Writing the database client', [PRISMA, '--config', '.config/prisma.ts', 'generate'], context)
  })
}

/** Names all that a build of the site is made from. */
export function sourcesOfSite(root: string): Promise<string> {
  return fingerprint(root, SITE_SOURCES)
}

/** Builds the site, unless the build there is of these `sources` and this action key. True when it did; `onBegin` hears that it takes a while. */
export async function buildSite(context: Context, sources: string, onBegin: () => void): Promise<boolean> {
  const key = context.env.NEXT_SERVER_ACTIONS_ENCRYPTION_KEY ?? ''
  const wanted = createHash('sha256').update(`${sources} ${key}`).digest('hex')
  return makeIfStale(context, '.next/built-from', wanted, async () => {
    onBegin()
    await runProgram('Building the site', [NEXT, 'build'], context)
  })
}

/** One process at a time; the mark goes first and comes last, so that what was cut short is made again. */
async function makeIfStale({ root }: Context, mark: string, wanted: string, make: () => Promise<void>): Promise<boolean> {
  const file = path.join(root, mark)
  const isFresh = async () => (await exists(file)) && (await readFile(file, 'utf8')) === wanted
  if (await isFresh()) return false
  await mkdir(path.join(root, '.data'), { recursive: true })
  const lock = await takeLock(path.join(root, '.data/build.lock'), BUILD_PATIENCE_MS)
  try {
    if (await isFresh()) return false // another process made it while we waited
    await rm(file, { force: true })
    await make()
    await writeFile(file, wanted)
    return true
  } finally {
    await lock.release()
  }
}
