import { readdir, readFile, rm } from 'node:fs/promises'
import path from 'node:path'
import { setTimeout as pause } from 'node:timers/promises'
import pg from 'pg'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { siteArguments } from '#server/program.ts'
import { freePort, type Site, startSite, stopSite } from '../support/site.ts'

const entities: Readonly<Record<string, string>> = { '&quot;': '"', '&amp;': '&', '&lt;': '<', '&gt;': '>', '&#x27;': "'" }

/** The processes a started site keeps running, each with what Node was given. */
async function processesOf({ child: starter }: Site): Promise<{ pid: number; args: string[] }[]> {
  const found: { pid: number; args: string[] }[] = []
  for (const pid of (await readdir('/proc')).filter((name) => /^\d+$/.test(name))) {
    const [stat = '', command = ''] = await Promise.all(
      ['stat', 'cmdline'].map((name) => readFile(`/proc/${pid}/${name}`, 'utf8').catch(() => '')),
    )
    const parent = Number(stat.slice(stat.lastIndexOf(')') + 2).split(' ')[1])
    if (parent === starter.pid) found.push({ pid: Number(pid), args: command.split('\0').slice(1, -1) })
  }
  return found
}

/** The form that sends a finished draft, read from its page. */
async function sendingForm(site: Site, token: string): Promise<FormData> {
  const page = await (await fetch(`${site.url}/share/check`, { headers: { cookie: `hob-draft=${token}` } })).text()
  const main = /<main[\s\S]*<\/main>/.exec(page)?.[0] ?? ''
  const form = new FormData()
  for (const [, name = '', value = ''] of main.matchAll(/<input type="hidden" name="([^"]*)"(?: value="([^"]*)")?/g))
    form.append(
      name,
      value.replace(/&(?:quot|amp|lt|gt|#x27);/g, (entity) => entities[entity] ?? entity),
    )
  return form
}

/** Sends one form; the reference when it was acknowledged, null when the connection broke. */
async function send(site: Site, token: string, form: FormData): Promise<string | null> {
  try {
    const headers = { cookie: `hob-draft=${token}` }
    const answer = await fetch(`${site.url}/share/check`, { method: 'POST', body: form, headers, redirect: 'manual' })
    if (answer.status !== 303) return null
    const page = await (await fetch(`${site.url}/share/done`, { headers })).text()
    return /HB-[2-9A-Z]{4}-[2-9A-Z]{4}/.exec(page)?.[0] ?? null
  } catch {
    return null
  }
}

async function sendUntilAcknowledged(site: Site, token: string, form: FormData): Promise<string> {
  for (const until = Date.now() + 60_000; Date.now() < until; await pause(300)) {
    const reference = await send(site, token, form)
    if (reference) return reference
  }
  throw new Error('an entry was never acknowledged')
}

const dataDir = path.resolve('.data-test/crash')
let site: Site

beforeAll(async () => {
  await rm(dataDir, { recursive: true, force: true })
  site = await startSite(dataDir, await freePort())
}, 400_000)
afterAll(() => stopSite(site))

test('npm start gives Node the arguments of the containers, for the site and for the worker', async () => {
  const worker = ['--conditions=react-server', 'lib/worker/main.ts']

  expect((await processesOf(site)).map(({ args }) => args)).toEqual(expect.arrayContaining([siteArguments, worker]))
})

test('killing the site while entries are sent loses none that was acknowledged, and doubles none', { timeout: 400_000 }, async () => {
  const databaseUrl = (await readFile(path.join(dataDir, 'database-url'), 'utf8')).trim()
  process.env.DATABASE_URL = databaseUrl
  const { finishedDraft } = await import('../factories/submissions.ts')
  const tokens = await Promise.all(Array.from({ length: 40 }, () => finishedDraft()))
  const forms = new Map<string, FormData>()
  for (const token of tokens) forms.set(token, await sendingForm(site, token))

  const formOf = (token: string) => forms.get(token) ?? new FormData()

  const early = Promise.all(
    tokens.map(async (token, i) => {
      await pause(i * 25)
      return [token, await send(site, token, formOf(token))] as const
    }),
  )
  await pause(400)
  const running = (await processesOf(site)).find(({ args }) => args.includes('server/site.ts'))
  if (!running) throw new Error('no site to kill')
  process.kill(running.pid, 'SIGKILL')
  const acknowledged = new Map((await early).filter((pair): pair is readonly [string, string] => pair[1] !== null))
  const final = new Map(
    await Promise.all(tokens.map(async (token) => [token, await sendUntilAcknowledged(site, token, formOf(token))] as const)),
  )

  expect(acknowledged.size).toBeLessThan(tokens.length)
  for (const [token, reference] of acknowledged) expect(final.get(token)).toBe(reference)
  const database = new pg.Client({ connectionString: databaseUrl })
  await database.connect()
  const { rows } = await database.query<{ reference: string; receipts: number; survey: number }>(`
    select reference, (select count(*)::int from mail where submission_id = s.id and kind = 'receipt') as receipts,
      (select count(*)::int from survey_answers where submission_id = s.id) as survey from submission s`)
  await database.end()
  expect(rows.map((row) => row.reference).sort()).toEqual([...final.values()].sort())
  expect(rows.filter((row) => row.receipts !== 1 || row.survey !== 1)).toEqual([])
})
