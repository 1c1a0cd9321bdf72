import { execFile } from 'node:child_process'
import { promisify } from 'node:util'
import { npmTool, systemProgram } from './peers.ts'
import { cpuSeconds, type Running } from './running.ts'

const run = promisify(execFile)
export const connections = 16

/** One round of one contender. `cpu` is the processor time of the server for one answer, in milliseconds. */
export type Round = Readonly<{ rate: number; p99: number; cpu: number; wrong: number }>

/** Asks for one page as fast as it comes for some seconds over kept connections, taking Brotli; one process makes the load. */
export async function loadPage(server: Running, path: string, seconds: number): Promise<Round> {
  const before = cpuSeconds(server.pids)
  const wrk = systemProgram('wrk')
  const heard = wrk ? await withWrk(wrk, server.url + path, seconds) : await withAutocannon(server.url + path, seconds)
  const { answered, ...round } = heard
  return { ...round, cpu: ((cpuSeconds(server.pids) - before) * 1000) / Math.max(answered, 1) }
}

type Heard = Omit<Round, 'cpu'> & { answered: number }

async function withWrk(wrk: string, url: string, seconds: number): Promise<Heard> {
  const options = ['-t1', `-c${connections}`, `-d${seconds}s`, '--latency', '-H', 'Accept-Encoding: br', url]
  const { stdout } = await run(wrk, options)
  const read = (pattern: RegExp) => pattern.exec(stdout)
  const p99 = read(/99%\s+([\d.]+)(us|ms|s)/)
  const unit = { us: 0.001, ms: 1, s: 1000 }[p99?.[2] ?? 'ms'] ?? 1
  const errors = read(/Socket errors: connect (\d+), read (\d+), write (\d+), timeout (\d+)/)?.slice(1) ?? []
  const refused = Number(read(/Non-2xx or 3xx responses: (\d+)/)?.[1] ?? 0)
  return {
    rate: Number(read(/Requests\/sec:\s+([\d.]+)/)?.[1]),
    p99: Number(p99?.[1]) * unit,
    wrong: errors.reduce((sum, count) => sum + Number(count), refused),
    answered: Number(read(/(\d+) requests in/)?.[1]),
  }
}

type Cannon = (options: object) => Promise<{
  requests: { average: number; total: number }
  latency: { p99: number }
  non2xx: number
  errors: number
}>

async function withAutocannon(url: string, seconds: number): Promise<Heard> {
  const loaded = (await import(`${await npmTool('autocannon')}/autocannon.js`)) as { default: Cannon }
  const heard = await loaded.default({ url, connections, duration: seconds, headers: { 'accept-encoding': 'br' } })
  return { rate: heard.requests.average, p99: heard.latency.p99, wrong: heard.non2xx + heard.errors, answered: heard.requests.total }
}

/** Measures every contender once, then every contender again, so that what happens on the machine meanwhile meets them all. */
export async function inTurns<K extends string, R>(
  contenders: Readonly<Record<K, () => Promise<R>>>,
  rounds: number,
): Promise<Record<K, R[]>> {
  const names = Object.keys(contenders) as K[]
  const heard = Object.fromEntries(names.map((name) => [name, [] as R[]])) as unknown as Record<K, R[]>
  for (let round = 0; round < rounds; round += 1) for (const name of names) heard[name].push(await contenders[name]())
  return heard
}
