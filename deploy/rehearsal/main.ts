import { chmod, chown, mkdir, mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import path from 'node:path'
import process from 'node:process'
import { setTimeout as pause } from 'node:timers/promises'
import { type Account, serverAccount } from '#server/postgres-home.ts'
import { close } from '#tests/chaos/closing.ts'
import { settled } from '#tests/chaos/settled.ts'
import { smtpSink } from '#tests/fakes/smtp-sink.ts'
import { freePort } from '#tests/support/site.ts'
import { failOver, type Line, publish, replaceEach, type Seat, shareLimits, table } from './acts.ts'
import { type Pooler, requirePrograms, startPooler, startProxy } from './before.ts'
import { addressAt, startCluster } from './cluster.ts'
import { type Load, startLoad } from './load.ts'
import { type Environment, release, startProgram } from './programs.ts'

// `npm run rehearse`: what deploy/compose.yaml describes, by processes on this machine, while storytellers enter. Needs a build (npm start
// makes one) and, on Debian, apt-get install pgbouncer caddy. Ends with a table; exits with 1 when anything in it is not as wanted.

const people = 6
const rounds = 2

/** A folder that PostgreSQL's own account may work in. */
async function makePlace(account: Account | null): Promise<string> {
  const place = await mkdtemp(path.join(tmpdir(), 'rehearsal-'))
  await chmod(place, 0o755)
  if (account) await chown(place, account.uid, account.gid)
  return place
}

function environment(place: string, pooler: Pooler, site: string, mail: string): Environment {
  return {
    NODE_ENV: 'production',
    SITE_URL: site,
    DATABASE_URL: pooler.url,
    DATABASE_DIRECT_URL: pooler.directUrl,
    DATA_DIR: path.join(place, 'data'),
    SMTP_URL: mail,
    AUTH_SECRET: 'a secret of the rehearsal, known to everybody',
    TRUST_PROXY: '127.0.0.1 ::1',
    DRAIN_SECONDS: '4',
    NETWORK_BASES: JSON.stringify({ x: 'http://127.0.0.1:1' }),
  }
}

async function takeSeat(kind: 'site' | 'worker', place: string, env: Environment): Promise<Seat> {
  const port = await freePort()
  const start = () => startProgram(kind, place, { ...env, PORT: String(port) })
  return { program: await start(), port, start }
}

/** What was acknowledged, compared with what the promoted replica holds. */
async function count(databaseUrl: string, load: Load, mail: Awaited<ReturnType<typeof smtpSink>>): Promise<Line[]> {
  await settled(databaseUrl)
  const told = { references: load.told, awards: new Set<string>(), reviews: new Set<string>() }
  const lines = await close(databaseUrl, told, mail.messages)
  return lines
    .filter(({ what }) => what === 'entries' || what === 'receipt mails')
    .map(({ what, acknowledged, found, lost, doubled, half }) => ({
      act: `${what} after all of it`,
      measured: `${acknowledged} acknowledged, ${found} found, ${lost} lost, ${doubled} doubled, ${half} half-written`,
      wanted: '0 lost, doubled or half-written',
      well: acknowledged > 0 && lost + doubled + half === 0,
    }))
}

async function rehearse(): Promise<readonly Line[]> {
  await using cleanUp = new AsyncDisposableStack()
  const step = <T>(what: string, work: Promise<T>): Promise<T> => {
    console.log(`▸ ${what}`)
    return work
  }
  const account = await serverAccount()
  const place = await makePlace(account)
  await mkdir(path.join(place, 'data'))
  const cluster = await step('primary and replica', startCluster(place, account))
  cleanUp.defer(() => cluster.stop())
  const pooler = await step('pooler', startPooler(place, cluster.primary.port, account))
  cleanUp.defer(() => pooler.stop())
  const mail = await smtpSink()
  cleanUp.defer(() => mail.close())
  const at = await freePort()
  const env = environment(place, pooler, `http://localhost:${at}`, mail.url)
  await step('release', release(env))
  const sites = [await step('first site', takeSeat('site', place, env)), await step('second site', takeSeat('site', place, env))]
  const worker = await step('worker', takeSeat('worker', place, env))
  cleanUp.defer(() => Promise.all([...sites, worker].map(({ program }) => program.stop())).then(() => {}))
  const ports = sites.map(({ port }) => port)
  const proxy = await step('proxy', startProxy(place, ports, at))
  cleanUp.defer(() => proxy.stop())

  const load = startLoad(proxy.url, people)
  await step('load', pause(8_000))
  const lines: Line[] = []
  lines.push(await step('replacing', replaceEach([...sites, worker], load, rounds)))
  lines.push(await step('publishing', publish(pooler.directUrl, ports)))
  lines.push(await step('limits', shareLimits(ports)))
  lines.push(await step('losing the primary', failOver(cluster, pooler, load)))
  lines.push(await step('publishing after it', publish(pooler.directUrl, ports)))
  await pause(5_000)
  await step('counting', load.stop(30_000))
  lines.push(...(await count(addressAt(cluster.replica.port), load, mail)))
  if (lines.every(({ well }) => well)) cleanUp.defer(() => rm(place, { recursive: true, force: true }))
  else console.log(`The logs are in ${place}.`)
  return lines
}

await requirePrograms()
const begun = Date.now()
const lines = await rehearse()
console.log(`\n${table(lines)}\n\n${Math.round((Date.now() - begun) / 1000)} s`)
process.exit(lines.every(({ well }) => well) ? 0 : 1)
