import { spawn } from 'node:child_process'
import { once } from 'node:events'
import path from 'node:path'
import { setTimeout as pause } from 'node:timers/promises'
import { siteArguments } from '#server/program.ts'
import { freePort } from '../support/site.ts'
import { inTurns } from './load.ts'
import { place, startNext } from './peers.ts'
import { median, number, type Row, spreadOf } from './report.ts'
import { environmentOf, memory, untilAnswering } from './running.ts'
import type { MeasuredSite } from './site.ts'

const rounds = 3

/** From starting a process to its first answer, and what it takes up when it has nothing to do. */
export async function measureStarting(site: MeasuredSite): Promise<Row[]> {
  const [next, env] = [path.resolve('node_modules/next/dist/bin/next'), environmentOf(site.sitePid)]
  const bareSource = "require('http').createServer((_, r) => r.end('ok')).listen(Number(process.argv[1]))"
  await (await startNext(site.databaseUrl)).stop() // built from now on
  const heard = await inTurns(
    {
      site: () => firstAnswer((port) => [siteArguments, { ...env, PORT: port }, process.cwd()], '/api/health'),
      bare: () => firstAnswer((port) => [['-e', bareSource, port], env, process.cwd()], '/'),
      next: () => firstAnswer((port) => [[next, 'start', '-p', port], { ...env, PORT: port }, path.join(place, 'next')], '/'),
    },
    rounds,
  )
  const row = (what: string, peer: readonly Started[], reach: string): Row => {
    const [own, other] = [heard.site, peer].map((all) => median(all.map(({ took }) => took))) as [number, number]
    const told = (value: number) => `${number(value / 1000, 2)} s`
    const spread = spreadOf(heard.site.map(({ took }) => took))
    return { section: 'start', what, ours: told(own), peer: told(other), ratio: own / other, reach, spread, wrong: 0 }
  }
  const [idle, idleNext] = [heard.site, heard.next].map((all) => median(all.map(({ megabytes }) => megabytes))) as [number, number]
  const whole = { section: 'start', ratio: null, spread: null, wrong: 0 }
  return [
    row('built site, process to first answer, and node:http', heard.bare, '< 1 s'),
    row('built site, process to first answer, and a minimal Next site', heard.next, ''),
    { ...whole, what: 'npm start with database and build there', ours: `${number(site.startedIn / 1000, 1)} s`, peer: '', reach: '< 4 s' },
    {
      ...{
        section: 'memory',
        what: 'of the site at rest, and of a minimal Next site',
        ours: `${number(idle)} MB`,
        peer: `${number(idleNext)} MB`,
      },
      ...{ ratio: idle / idleNext, reach: '< 200 MB', spread: null, wrong: 0 },
    },
  ]
}

type Started = Readonly<{ took: number; megabytes: number }>
type Program = readonly [args: string | readonly string[], env: Readonly<Record<string, string>>, cwd: string]

async function firstAnswer(program: (port: string) => Program, at: string): Promise<Started> {
  const port = String(await freePort())
  const [args, env, cwd] = program(port)
  const begun = performance.now()
  const child = spawn(process.execPath, [args].flat(), { stdio: 'ignore', env: { NODE_ENV: 'production', ...env }, cwd })
  try {
    await untilAnswering(`http://localhost:${port}${at}`, () => child.exitCode !== null)
    const took = performance.now() - begun
    await pause(1_000)
    return { took, megabytes: memory(child.pid ?? 0).now }
  } finally {
    child.kill('SIGTERM')
    if (child.exitCode === null) await once(child, 'exit')
  }
}
