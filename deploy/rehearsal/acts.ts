import { setTimeout as pause } from 'node:timers/promises'
import pg from 'pg'
import { ask, formOf, type Storyteller } from '#tests/chaos/storyteller.ts'
import type { Pooler } from './before.ts'
import type { Cluster } from './cluster.ts'
import type { Load } from './load.ts'
import type { Program } from './programs.ts'

/** What one act showed. */
export type Line = Readonly<{ act: string; measured: string; wanted: string; well: boolean }>

/** A site that can be started again. */
export type Seat = { program: Program; readonly port: number; readonly start: () => Promise<Program> }

const visibleWithinMs = 2_000
const backWithinMs = 15_000
/** Of lib/limits: links to one's entry that one network may ask for in an hour. */
const linksAnHour = 30

/** Stops and starts each site and the worker in turn, as a deployment does. */
export async function replaceEach(seats: readonly Seat[], load: Load, rounds: number): Promise<Line> {
  const [before, failed] = [load.count().requests, load.failures.length]
  for (let round = 0; round < rounds; round += 1)
    for (const seat of seats) {
      await seat.program.stop()
      seat.program = await seat.start()
      await pause(1_500)
    }
  const seen = load.failures.slice(failed)
  for (const { place, what } of seen.slice(0, 5)) console.log(`  ${place}: ${what}`)
  return {
    act: `each site and the worker replaced, ${rounds} times`,
    measured: `${load.count().requests - before} requests, ${seen.length} failed`,
    wanted: '0 failed',
    well: seen.length === 0,
  }
}

/** A story that is unpublished and published again, as the editor's command writes it: until every site says so. */
export async function publish(databaseUrl: string, ports: readonly number[]): Promise<Line> {
  const client = new pg.Client({ connectionString: databaseUrl })
  await client.connect()
  const { rows } = await client.query<{ slug: string }>('select slug from story where release_at <= now() order by slug limit 1')
  const page = `/stories/${rows[0]?.slug}`
  const took: number[] = []
  for (const [at, status] of [
    ['now()', 404],
    ['null', 200],
  ] as const) {
    await Promise.all(ports.map((port) => statusAt(port, page))) // every site has it in memory
    await client.query(`update story set unpublished_at = ${at} where slug = $1`, [rows[0]?.slug])
    took.push(...(await Promise.all(ports.map((port) => untilStatus(port, page, status)))))
  }
  await client.end()
  const slowest = Math.max(...took)
  return {
    act: 'a story unpublished and published',
    measured: `every site shows it after ${Math.round(slowest)} ms`,
    wanted: `at most ${visibleWithinMs} ms`,
    well: slowest <= visibleWithinMs,
  }
}

async function statusAt(port: number, page: string): Promise<number> {
  const response = await fetch(`http://127.0.0.1:${port}${page}`, { redirect: 'manual' })
  await response.arrayBuffer()
  return response.status
}

async function untilStatus(port: number, page: string, status: number): Promise<number> {
  const begun = performance.now()
  while ((await statusAt(port, page)) !== status) {
    if (performance.now() - begun > 10 * visibleWithinMs) return Number.POSITIVE_INFINITY
    await pause(20)
  }
  return performance.now() - begun
}

/** One network asks every site in turn, all at once, for more links than it may have. */
export async function shareLimits(ports: readonly number[]): Promise<Line> {
  const asked = linksAnHour + 10
  const statuses = await Promise.all(Array.from({ length: asked }, (_, number) => askForLink(ports[number % ports.length] ?? 0, number)))
  const given = statuses.filter((status) => status === 303).length
  return {
    act: 'one network, every site asked at once',
    measured: `${given} of ${asked} given, ${statuses.filter((status) => status === 429).length} refused with 429`,
    wanted: `${linksAnHour} given`,
    well: given === linksAnHour,
  }
}

async function askForLink(port: number, number: number): Promise<number> {
  const site = `http://127.0.0.1:${port}`
  const person: Storyteller = { site, address: '198.18.77.77', cookies: new Map(), until: Number.POSITIVE_INFINITY }
  const page = await ask(person, 'GET', '/entry')
  const form = formOf(page.body, { email: `nobody-${number}@example.org` })
  return (await ask(person, 'POST', '/entry', form)).status
}

/** The machine of the primary is gone: the replica is promoted, the pooler is moved, and the load goes on. */
export async function failOver(cluster: Cluster, pooler: Pooler, load: Load): Promise<Line> {
  const failed = load.failures.length
  const lost = Date.now()
  await cluster.loseThePrimary()
  await pause(1_000) // somebody has to notice
  await cluster.promote()
  await pooler.moveTo(cluster.replica.port)
  const moved = Date.now()
  while (load.count().lastTold < moved && Date.now() - lost < 4 * backWithinMs) await pause(50)
  const took = load.count().lastTold - lost
  return {
    act: 'primary killed, replica promoted, pooler moved',
    measured: `next reference after ${(took / 1000).toFixed(1)} s, ${load.failures.length - failed} requests failed and were sent again`,
    wanted: `at most ${backWithinMs / 1000} s`,
    well: load.count().lastTold >= moved && took <= backWithinMs,
  }
}

/** The acts as a table for people. */
export function table(lines: readonly Line[]): string {
  const rows = lines.map(({ act, measured, wanted, well }) => `| ${act} | ${measured} | ${wanted} | ${well ? 'yes' : 'NO'} |`)
  return ['| act | measured | wanted | well |', '|---|---|---|---|', ...rows].join('\n')
}
