import { once } from 'node:events'
import http from 'node:http'
import path from 'node:path'
import { setTimeout as pause } from 'node:timers/promises'
import { fileURLToPath } from 'node:url'
import { type Environment, EnvironmentError } from '#lib/foundation/env.ts'
import { buildSite, generateClient, sourcesOfSite } from './build.ts'
import { lockDataFolder } from './data-folder.ts'
import { ownDatabaseOf, requireDatabase } from './database.ts'
import { programEnvironment, readSettings } from './environment.ts'
import { writePrivate } from './files.ts'
import { makeFilmModules } from './film-modules.ts'
import { migrate } from './migrate.ts'
import { requirePort } from './port.ts'
import { ensurePostgres, type Postgres } from './postgres.ts'
import { watchPostgres } from './postgres-watch.ts'
import { type Context, siteArguments } from './program.ts'
import { actionKeyOf, authSecretOf } from './secrets.ts'
import { seedOnce } from './seed.ts'
import { signInLink } from './sign-in-link.ts'
import { StartError } from './start-error.ts'
import { listenForStop, type StopRequest } from './stop-request.ts'
import { Supervised } from './supervise.ts'

const root = fileURLToPath(new URL('..', import.meta.url))
const SERVER_CONDITION = '--conditions=react-server'
const DATABASE = 'humans_of_binance'
const GRACE_MS = 10_000
const PORT_PATIENCE_MS = 8000
const HEALTHY_WITHIN_MS = 120_000
const HOPELESS_AFTER_DEATHS = 4

type Database = { url: string; embedded: Postgres | null }
type Queue = Pick<typeof import('graphile-worker'), 'runMigrations'>

process.chdir(root)
const dev = process.argv.includes('--dev')
for (const output of [process.stdout, process.stderr]) output.on('error', () => {}) // a reader that went away, as in npm start | head, stops nothing
const stopRequest = listenForStop(['start', 'dev'].includes(process.env.npm_lifecycle_event ?? ''))
try {
  await start(stopRequest)
} catch (error) {
  if (!stopRequest.signal.aborted) {
    console.error(error instanceof StartError || error instanceof EnvironmentError ? error.message : error)
    process.exitCode = 1
  }
}
process.exit()

/** From nothing to a site that answers, and back: what was started is stopped in the opposite order, whatever happens. */
async function start({ signal, onSecond }: StopRequest): Promise<void> {
  const begun = performance.now()
  const settings = readSettings(process.env)
  await using cleanUp = new AsyncDisposableStack()
  const lock = await lockDataFolder(settings.DATA_DIR)
  cleanUp.defer(() => lock.release())
  await requirePort(settings.PORT, lock.tookOver ? PORT_PATIENCE_MS : 0)
  await step('modules', () => makeFilmModules({ root, env: process.env, signal }))
  const meanwhile = [dev ? '' : sourcesOfSite(root), import('graphile-worker')] as const // the database comes up in other processes
  Promise.all(meanwhile).catch(() => {}) // heard below
  const database = await step('database', () => openDatabase(settings))
  cleanUp.defer(async () => database.embedded?.stop())
  const env = await environmentFor(settings, database.url)
  await prepare({ root, env, signal }, ...(await Promise.all(meanwhile)))
  const programs = startPrograms(env, onSecond)
  cleanUp.defer(() => Promise.all(programs.map((program) => program.stop(GRACE_MS))).then(() => {}))
  if (database.embedded) {
    const watch = watchPostgres(
      { dataDir: settings.DATA_DIR, database: DATABASE },
      database.embedded,
      moveTo(programs, env, settings),
      warn,
    )
    cleanUp.defer(() => watch.stop())
  }
  cleanUp.defer(() => lock.announceRelease())
  const link = settings.SMTP_URL ? null : signInLink({ root, env, signal }, warn)
  link?.catch(() => {}) // heard below
  await step('site', () => untilHealthy(settings.PORT, programs, signal))
  welcome(settings, performance.now() - begun, await link)
  if (!signal.aborted) await once(signal, 'abort')
  console.log('▸ stopping')
}

async function openDatabase(settings: Environment): Promise<Database> {
  if (settings.DATABASE_URL) {
    for (const url of new Set([settings.DATABASE_URL, ownDatabaseOf(settings) ?? settings.DATABASE_URL])) await requireDatabase(url)
    return { url: settings.DATABASE_URL, embedded: null }
  }
  const embedded = await ensurePostgres({ dataDir: settings.DATA_DIR, database: DATABASE })
  await writePrivate(path.join(settings.DATA_DIR, 'database-url'), `${embedded.url}\n`)
  return { url: embedded.url, embedded }
}

async function environmentFor(settings: Environment, databaseUrl: string): Promise<NodeJS.ProcessEnv> {
  return programEnvironment(process.env, settings, {
    mode: dev ? 'development' : 'production',
    databaseUrl,
    authSecret: settings.AUTH_SECRET ?? (await authSecretOf(settings.DATA_DIR)),
    actionKey: process.env.NEXT_SERVER_ACTIONS_ENCRYPTION_KEY || (await actionKeyOf(root)),
  })
}

/** What has to be there before the first request: tables, the queue's tables, the database client, the seed, the build. */
async function prepare({ root, env: forPrograms, signal }: Context, sources: string, { runMigrations }: Queue): Promise<void> {
  const connectionString = forPrograms.DATABASE_DIRECT_URL || forPrograms.DATABASE_URL || ''
  const context = { root, env: { ...forPrograms, DATABASE_URL: connectionString }, signal }
  await step('migrations', () => migrate(connectionString, (line) => console.log(`  ${line}`)))
  await step('queue', () => runMigrations({ connectionString }))
  for (const [name, make] of [
    ['client', generateClient],
    ['seed', seedOnce],
  ] as const) {
    signal.throwIfAborted()
    await step<unknown>(name, () => make(context))
  }
  signal.throwIfAborted()
  if (!dev) await step('build', () => buildSite(context, sources, () => console.log('▸ building, only when the source changed')))
  signal.throwIfAborted()
}

function startPrograms(env: NodeJS.ProcessEnv, onSecond: StopRequest['onSecond']): Supervised[] {
  const site = { name: 'site', args: [...siteArguments, ...(dev ? ['--dev'] : [])], root, env }
  const worker = { name: 'worker', args: [SERVER_CONDITION, 'lib/worker/main.ts'], root, env }
  const programs = [site, worker].map((program) => new Supervised(program, warn))
  onSecond(() => {
    for (const program of programs) program.kill()
  })
  return programs
}

/** The site is told the new address by being started again with it. */
function moveTo(programs: Supervised[], env: NodeJS.ProcessEnv, { DATA_DIR }: Environment): (url: string) => void {
  return (url) => {
    void writePrivate(path.join(DATA_DIR, 'database-url'), `${url}\n`)
    for (const program of programs) program.changeEnvironment({ ...env, DATABASE_URL: url })
  }
}

async function untilHealthy(port: number, programs: Supervised[], signal: AbortSignal): Promise<void> {
  for (const until = Date.now() + HEALTHY_WITHIN_MS; !(await isHealthy(port)); await pause(50, undefined, { signal })) {
    if (Date.now() > until || programs.some(({ quickDeaths }) => quickDeaths >= HOPELESS_AFTER_DEATHS))
      throw new StartError('The site does not come up; the lines above say why.')
  }
}

function isHealthy(port: number): Promise<boolean> {
  return new Promise((resolve) => {
    const request = http.get({ host: 'localhost', port, path: '/api/health', agent: false, timeout: 10_000 }, (response) => {
      response.resume()
      resolve(response.statusCode === 200)
    })
    request.on('timeout', () => request.destroy())
    request.on('error', () => resolve(false))
  })
}

function welcome({ SITE_URL }: Environment, milliseconds: number, link: string | null): void {
  console.log(`\nHumans of Binance: ${SITE_URL} (ready in ${seconds(milliseconds)}). Ctrl-C stops it.`)
  if (link) console.log(`Staff sign-in (one time, 10 minutes): ${link}`)
}

async function step<T>(name: string, work: () => Promise<T>): Promise<T> {
  const begun = performance.now()
  const result = await work()
  console.log(`▸ ${name} ${seconds(performance.now() - begun)}`)
  return result
}

function seconds(milliseconds: number): string {
  return `${(milliseconds / 1000).toFixed(1)} s`
}

function warn(line: string): void {
  console.error(`▸ ${line}`)
}
