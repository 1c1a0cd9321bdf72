import { readFileSync } from 'node:fs'
import { runMigrations } from 'graphile-worker'
import { beforeAll, expect, test } from 'vitest'
import { GET } from '#app/api/metrics/route.ts'
import { db } from '#lib/foundation/db.ts'
import { env } from '#lib/foundation/env.ts'
import { countRequest } from '#lib/foundation/metrics.ts'

beforeAll(async () => {
  await runMigrations({ connectionString: process.env.DATABASE_URL ?? '' })
  countRequest({ path: '/', method: 'GET', status: 200, milliseconds: 1 })
})

const read = (file: string) => readFileSync(new URL(`../${file}`, import.meta.url), 'utf8')
const alerts = read('deploy/prometheus/alerts.yml')
const dashboard = read('deploy/grafana/dashboard.json')
const asked = [
  ...[...alerts.matchAll(/^\s*expr: (.*)$/gm)].map(([, expression = '']) => expression),
  ...[...dashboard.matchAll(/^\s*"expr": (".*"),?$/gm)].map(([, expression = '""']) => JSON.parse(expression) as string),
]

async function told(): Promise<string> {
  const answer = await GET(
    new Request('http://localhost/api/metrics', { headers: { authorization: `Bearer ${env().METRICS_TOKEN ?? ''}` } }),
  )
  expect(answer.status).toBe(200)
  return answer.text()
}

test('every name and label that an alert or the dashboard asks for is one the site tells', async () => {
  const text = await told()
  expect(asked.length).toBeGreaterThan(15)
  const names = new Set(asked.flatMap((expression) => expression.match(/\b(?:hob|process|nodejs)_[a-z0-9_]+/g) ?? []))
  const labels = new Set(asked.flatMap((expression) => [...expression.matchAll(/\b(?:by \(|\{)([a-z]+)/g)].map(([, label]) => label)))

  for (const name of names) expect(text).toMatch(new RegExp(`^${name}(?:\\{| )`, 'm'))
  labels.delete('job') // Prometheus names it itself
  for (const label of labels) expect(text).toMatch(new RegExp(`[{,]${label}="`))
})

test('the runbook says of every alert what to do, and of none that is not there', () => {
  const rung = [...alerts.matchAll(/- alert: (\w+)/g)].map(([, name]) => name)
  const [, table = ''] = read('docs/runbook.md').split('## What an alert means')
  const explained = [...table.matchAll(/^\| ([A-Z]\w+) \|/gm)].map(([, name]) => name)

  expect(explained).toEqual(rung)
})

test('while the database is away the site still tells what it counted, and nothing old of what waits', async () => {
  expect(await told()).toMatch(/^hob_database_up 1$/m)
  await db.$executeRaw`alter table mail rename to mail_away`
  const text = await told().finally(() => db.$executeRaw`alter table mail_away rename to mail`)

  expect(text).toMatch(/^hob_database_up 0$/m)
  expect(text).toMatch(/^hob_http_requests_total\{.*\} 1$/m)
  expect(text).not.toMatch(/^hob_(?:mail|jobs|worker)_/m)
  expect(await told()).toMatch(/^hob_mail_unsent \d/m)
})
