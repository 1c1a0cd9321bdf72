import { inTurns } from './load.ts'
import { startBareTransaction, startNext } from './peers.ts'
import { median, number, type Row, spreadOf } from './report.ts'
import { cpuSeconds, memory, type Running } from './running.ts'
import { type MeasuredSite, withoutWorker } from './site.ts'
import { bareJourney, fillDrafts, nextJourney, type Sent, sendFor, siteJourney } from './storytellers.ts'

const [rounds, seconds, atOnce] = [3, 6, 16]
/** More than any machine sends in one round. */
const draftsPerRound = 6_000

type Round = Sent & Readonly<{ cpu: number }>

/** Sending an entry without scripts, sixteen at once: the page with all answers, its form, the receipt, beside a bare transaction and the smallest server action. */
export async function measureEntering(site: MeasuredSite): Promise<Row[]> {
  const bare = await startBareTransaction(site.databaseUrl) // makes the tables of both
  const next = await startNext(site.databaseUrl)
  const send = async () => {
    const tokens = await fillDrafts(site.database, draftsPerRound)
    return measured(site, () => sendFor(seconds, atOnce, siteJourney(site.url, tokens)))
  }
  try {
    await withoutWorker(site, send) // warms up
    const heard = await inTurns(
      {
        site: () => withoutWorker(site, send),
        bare: () => measured(bare, () => sendFor(seconds, atOnce, bareJourney(bare.url))),
        next: () => measured(next, () => sendFor(seconds, atOnce, nextJourney(next.url))),
        working: send,
      },
      rounds,
    )
    const lost = await notFound(site, [...heard.site, ...heard.working])
    return [
      { ...rowOf('check page, POST, receipt; 16 at once', heard.site, heard.bare, '≥ 0.3'), wrong: wrongIn(heard.site, heard.bare) + lost },
      rowOf('the same while the worker mails and checks', heard.working, heard.bare, ''),
      rowOf('check page, POST, receipt; and the smallest server action of one statement', heard.site, heard.next, ''),
      rowOf('for comparison: that smallest server action and the bare transaction', heard.next, heard.bare, ''),
      p99Row(heard.site, heard.bare),
      memoryRow(site),
    ]
  } finally {
    await next.stop()
    await bare.stop()
  }
}

async function measured(server: Running, work: () => Promise<Sent>): Promise<Round> {
  const before = cpuSeconds(server.pids)
  const sent = await work()
  return { ...sent, cpu: ((cpuSeconds(server.pids) - before) * 1000) / Math.max(1, sent.references.length) }
}

/** Acknowledged references the database does not hold exactly once. */
async function notFound({ database }: MeasuredSite, heard: readonly Round[]): Promise<number> {
  const references = heard.flatMap((round) => round.references)
  const { rows } = await database.query<{ found: number }>('select count(*)::int as found from submission where reference = any($1)', [
    references,
  ])
  return references.length - (rows[0]?.found ?? 0)
}

function wrongIn(...heard: readonly (readonly Round[])[]): number {
  return heard.flat().reduce((sum, round) => sum + round.wrong, 0)
}

function rowOf(what: string, ours: readonly Round[], bare: readonly Round[], reach: string): Row {
  const rates = [ours, bare].map((rounds) => median(rounds.map(({ rate }) => rate))) as [number, number]
  const cpus = [ours, bare].map((rounds) => median(rounds.map(({ cpu }) => cpu))) as [number, number]
  const told = (index: 0 | 1) => `${number(rates[index])} acknowledged/s, ${number(cpus[index], 2)} ms CPU each`
  const spread = spreadOf(ours.map(({ rate }) => rate))
  return { section: 'entering', what, ours: told(0), peer: told(1), ratio: rates[0] / rates[1], reach, spread, wrong: wrongIn(ours) }
}

function p99Row(ours: readonly Round[], bare: readonly Round[]): Row {
  const [own, peer] = [ours, bare].map((rounds) => median(rounds.map(({ p99 }) => p99))) as [number, number]
  const told = (value: number) => `${number(value)} ms`
  const spread = spreadOf(ours.map(({ p99 }) => p99))
  return {
    section: 'entering',
    what: 'p99 of the POST',
    ours: told(own),
    peer: told(peer),
    ratio: own / peer,
    reach: '< 100 ms',
    spread,
    wrong: 0,
  }
}

function memoryRow(site: MeasuredSite): Row {
  const { now, most } = memory(site.sitePid)
  const ours = `${number(now)} MB now, ${number(most)} MB at most`
  return { section: 'memory', what: 'of the site after this load', ours, peer: '', ratio: null, reach: '< 400 MB', spread: null, wrong: 0 }
}
