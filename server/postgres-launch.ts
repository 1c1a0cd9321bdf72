import { execFile } from 'node:child_process'
import { chown, mkdir, open, readFile, rename, rm, writeFile } from 'node:fs/promises'
import path from 'node:path'
import { setTimeout as pause } from 'node:timers/promises'
import { promisify } from 'node:util'
import { exists, writePrivate } from './files.ts'
import { freePort, isPortFree } from './port.ts'
import { type Account, type Binaries, serverBinaries } from './postgres-home.ts'
import { processFacts } from './process-facts.ts'
import { StartError } from './start-error.ts'

/** What has to be remembered of a cluster; `cluster` is its folder, seen from the one server.json is in. */
export type Server = { password: string; port: number; cluster: string }
export type Home = { folder: string; cluster: string; log: string; account: Account | null; server: Server }
export type Settings = Readonly<Record<string, string>>

export const USER = 'humans'
const NOBODYS_PID = 2147483647

/** Starts the server of `home`, made first when there is none. Its port changes when somebody else has it. */
export async function launch(home: Home, settings: Settings): Promise<void> {
  const binaries = await serverBinaries(home.account)
  if (!(await exists(home.cluster))) await makeCluster(home, binaries, settings)
  await forgetDeadPostmaster(home.cluster)
  await keepOrChangePort(home)
  await (await open(home.log, 'a')).close()
  if (home.account) await chown(home.log, home.account.uid, home.account.gid)
  await startServer(home, binaries, settings)
}

/** Made beside its place and moved there when complete: initdb cut short leaves nothing that looks like a database. */
async function makeCluster({ cluster, server, account }: Home, { initdb }: Binaries, settings: Settings): Promise<void> {
  const draft = `${cluster}.new`
  const passwordFile = `${cluster}.password`
  await rm(draft, { recursive: true, force: true })
  await mkdir(draft, { mode: 0o700 })
  await writeFile(passwordFile, server.password, { mode: 0o600 })
  if (account) for (const file of [draft, passwordFile]) await chown(file, account.uid, account.gid)
  const access = ['-U', USER, '--pwfile', passwordFile, '-A', 'scram-sha-256']
  const sorting = ['-E', 'UTF8', '--locale=C', '--locale-provider=builtin', '--builtin-locale=C.UTF-8'] // the same order on every system
  const speed = settings.fsync === 'off' ? ['--no-sync'] : []
  try {
    await runAs(account, path.dirname(cluster), initdb, ['-D', draft, ...access, ...sorting, ...speed, '--no-instructions'])
  } finally {
    await rm(passwordFile, { force: true })
  }
  await rename(draft, cluster)
}

/**
 * PostgreSQL refuses to start while postmaster.pid names a live process: after kill -9 that may be a zombie nobody reaps, or a
 * stranger with the same number. Only the number is replaced: by the rest of the file PostgreSQL still finds backends left behind.
 */
async function forgetDeadPostmaster(cluster: string): Promise<void> {
  const file = path.join(cluster, 'postmaster.pid')
  const [pid, ...rest] = (await readFile(file, 'utf8').catch(() => '')).split('\n')
  const facts = processFacts(Number(pid))
  if (!pid || (facts.running && (facts.command === null || facts.command === 'postgres'))) return
  await writeFile(file, [NOBODYS_PID, ...rest].join('\n'))
}

async function keepOrChangePort(home: Home): Promise<void> {
  if (await isPortFree(home.server.port, '127.0.0.1', 2000)) return
  home.server.port = await freePort()
  await writePrivate(path.join(home.folder, 'server.json'), JSON.stringify(home.server))
}

async function startServer({ cluster, log, server, account }: Home, { pg_ctl }: Binaries, settings: Settings): Promise<void> {
  const all = {
    listen_addresses: '127.0.0.1',
    unix_socket_directories: '',
    port: String(server.port),
    max_connections: '100',
    timezone: 'UTC',
    log_min_messages: 'warning',
    ...settings,
  }
  const flags = Object.entries(all).map(([name, value]) => `-c ${name}='${value}'`)
  const before = (await readFile(log)).length
  for (const until = Date.now() + 20_000; ; await pause(200)) {
    try {
      await runAs(account, cluster, pg_ctl, ['start', '-D', cluster, '-w', '-t', '300', '-l', log, '-o', flags.join(' ')])
      return
    } catch (cause) {
      const said = (await readFile(log)).subarray(before).toString().trim()
      // what a killed server leaves behind for a moment: its lock file, its backends, its port
      const passing = /lock file "postmaster\.pid" already exists|shared memory block|Address already in use/.test(said)
      if (!passing || Date.now() > until)
        throw new StartError(`PostgreSQL did not start: ${lastLine(said)} The whole of it is in ${log}.`, { cause })
    }
  }
}

function lastLine(text: string): string {
  return text.split('\n').findLast((line) => /FATAL|PANIC|ERROR/.test(line)) ?? text.split('\n').at(-1) ?? ''
}

/** Stops the server of `home`, whoever uses it; nothing when it does not run. */
export async function stopServer({ cluster, account }: Home): Promise<void> {
  if (!(await exists(path.join(cluster, 'postmaster.pid')))) return
  const { pg_ctl } = await serverBinaries(account)
  const stopping = (mode: string) => runAs(account, cluster, pg_ctl, ['stop', '-D', cluster, '-w', '-t', '20', '-m', mode])
  await stopping('fast').catch(async (error) => {
    if (await postmasterLives(cluster)) await stopping('immediate')
    else if (await exists(path.join(cluster, 'postmaster.pid'))) throw error
  })
}

/** Whether the process that rules the cluster lives. Never sure without /proc: then false. */
export async function postmasterLives(cluster: string): Promise<boolean> {
  const pid = Number.parseInt(await readFile(path.join(cluster, 'postmaster.pid'), 'utf8').catch(() => ''), 10)
  return pid > 0 && processFacts(pid).running && processFacts(pid).command === 'postgres'
}

/** Nothing of our own environment reaches the server: PGPORT and the like would change it, and secrets are not its business. */
async function runAs(account: Account | null, cwd: string, program: string, args: string[]): Promise<void> {
  const clean: NodeJS.Dict<string> = { PATH: '/usr/bin:/bin', LC_ALL: 'C', TZ: 'UTC' }
  const environment = process.platform === 'win32' ? {} : { env: clean as NodeJS.ProcessEnv }
  await promisify(execFile)(program, args, { ...(account ?? {}), ...environment, cwd })
}
