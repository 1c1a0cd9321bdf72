import { type ChildProcess, execFileSync, spawn } from 'node:child_process'
import { once } from 'node:events'
import { mkdirSync, readFileSync, rmSync } from 'node:fs'
import path from 'node:path'
import process from 'node:process'
import { setTimeout as pause } from 'node:timers/promises'
import { parseArgs } from 'node:util'
import { type SmtpSink, smtpSink } from '../fakes/smtp-sink.ts'
import { freePort } from '../support/site.ts'
import { chanceOf } from './chance.ts'
import { close, type Line } from './closing.ts'
import { settled } from './settled.ts'
import { enter } from './storyteller.ts'
import { clusterOf, pick, type Target } from './troubles.ts'

// `npm run chaos`: a real site under a load of storytellers and staff, harmed at random, and then the question whether anything is missing.

const { values } = parseArgs({
  options: {
    seed: { type: 'string', default: '1' },
    submissions: { type: 'string', default: '500' },
    kills: { type: 'string', default: '40' },
    minutes: { type: 'string', default: '20' },
    at: { type: 'string', default: '6' },
    disk: { type: 'boolean', default: false },
  },
})
const [seed, submissions, kills, minutes, atOnce] = [values.seed, values.submissions, values.kills, values.minutes, values.at].map(
  Number,
) as [number, number, number, number, number]
const dataDir = path.resolve(`.data-chaos/${seed}`)
const diskSize = '3g'

type Running = Readonly<{ child: ChildProcess; site: string }>

async function start(mail: SmtpSink): Promise<Running> {
  const port = await freePort()
  const networks = ['x'].map((name) => [name, 'http://127.0.0.1:1'])
  const own = {
    ...{ PORT: String(port), DATA_DIR: dataDir, SMTP_URL: mail.url, NETWORK_BASES: JSON.stringify(Object.fromEntries(networks)) },
    ...{ TRUST_PROXY: '127.0.0.1 ::1', NODE_ENV: '', DATABASE_URL: '', SITE_URL: '' },
  }
  const child = spawn(process.execPath, ['server/start.ts'], {
    stdio: ['ignore', 'pipe', 'pipe'],
    env: Object.assign({ ...process.env }, own),
  })
  await new Promise<void>((resolve, reject) => {
    let said = ''
    const hear = (part: Buffer) => {
      said = (said + part.toString()).slice(-8_000)
      if (said.includes('Ctrl-C stops it')) resolve()
    }
    child.stdout?.on('data', hear)
    child.stderr?.on('data', hear)
    child.once('exit', () => reject(new Error(`the site did not start:\n${said}`)))
  })
  return { child, site: `http://localhost:${port}` }
}

async function disturb(target: Target, chance: () => number, isOver: () => boolean): Promise<Map<string, number>> {
  const done = new Map<string, number>()
  for (let killed = 0; !isOver() || killed < kills; ) {
    await pause(300 + chance() * 3_000)
    const trouble = pick(chance(), target)
    if (killed >= kills && trouble.kill) continue
    await trouble.do(target, chance()).catch(() => {}) // what is harmed may be down already
    killed += trouble.kill ? 1 : 0
    done.set(trouble.name, (done.get(trouble.name) ?? 0) + 1)
    if (Date.now() > until + 60_000) break
  }
  return done
}

/** Sample storytellers, some at once, each from an address of their own; `told` gets what each was shown at the end. */
async function storytellers(site: string, told: Map<string, string>): Promise<void> {
  let next = 0
  const one = async () => {
    while (next < submissions && Date.now() < until) {
      const number = next++
      const address = `10.${(number >> 16) & 255}.${(number >> 8) & 255}.${number & 255}`
      const email = `chaos-${seed}-${number}@example.org`
      const reference = await enter({ site, address, cookies: new Map(), until }, number + seed * 100_000, email)
      if (reference) told.set(email, reference)
      if (told.size % 50 === 0) console.log(`▸ ${told.size} acknowledged`)
    }
  }
  await Promise.all(Array.from({ length: atOnce }, one))
}

function table(lines: readonly Line[]): string {
  const rows = lines.map((line) => `| ${[line.what, line.acknowledged, line.found, line.lost, line.doubled, line.half].join(' | ')} |`)
  return ['| what | acknowledged | found | lost | doubled | half-written |', '|---|---|---|---|---|---|', ...rows].join('\n')
}

rmSync(dataDir, { recursive: true, force: true })
mkdirSync(dataDir, { recursive: true })
if (values.disk) execFileSync('mount', ['-t', 'tmpfs', '-o', `size=${diskSize},mode=755`, 'tmpfs', dataDir])
const mail = await smtpSink()
const begun = Date.now()
let running: Running | null = null
let until = Date.now() + minutes * 60_000
let wrong = true
try {
  running = await start(mail)
  until = Date.now() + minutes * 60_000
  const databaseUrl = readFileSync(path.join(dataDir, 'database-url'), 'utf8').trim()
  process.env.DATABASE_URL = databaseUrl
  const staff = await import('./staff.ts')
  const people = await staff.prepareStaff()
  const told = { references: new Map<string, string>(), awards: new Set<string>(), reviews: new Set<string>() }
  let over = false
  const load = Promise.all([storytellers(running.site, told.references), staff.work(people, until, told)]).then(() => {
    over = true
  })
  const target = {
    starter: running.child.pid ?? 0,
    dataDir,
    databaseUrl,
    cluster: await clusterOf(databaseUrl),
    mail,
    ownDisk: values.disk,
  }
  const done = await disturb(target, chanceOf(seed), () => over)
  await load
  await settled(databaseUrl)
  const lines = await close(databaseUrl, told, mail.messages)
  const { verifyChain } = await import('#lib/audit/verify.ts')
  const { links, broken } = await verifyChain()
  wrong = broken !== null || told.references.size === 0 || lines.some((line) => line.lost + line.doubled + line.half > 0)
  console.log(
    `\nSeed ${seed}, ${Math.round((Date.now() - begun) / 1000)} s: ${[...done].map(([name, times]) => `${name} ${times}`).join(', ')}.\n`,
  )
  console.log(table(lines))
  console.log(
    `\nRecord: ${links} links, ${broken ? `broken at ${broken.eventId}` : 'whole'}. ${wrong ? 'SOMETHING IS WRONG.' : 'Nothing lost, doubled or half-written.'}`,
  )
} finally {
  running?.child.kill('SIGTERM')
  if (running) await once(running.child, 'exit').catch(() => {})
  await mail.close()
  if (values.disk) execFileSync('umount', ['-l', dataDir])
}
process.exit(wrong ? 1 : 0)
