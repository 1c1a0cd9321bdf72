import { expect, test } from 'vitest'
import { GET } from '#app/api/metrics/route.ts'
import { env } from '#lib/foundation/env.ts'

const ask = (authorization?: string) =>
  GET(new Request('http://localhost/api/metrics', { headers: authorization ? { authorization } : {} }))

test('metrics are there for who holds the token, and not there for anybody else', async () => {
  const token = env().METRICS_TOKEN ?? ''
  expect(token).not.toBe('')

  expect([(await ask()).status, (await ask('Bearer ')).status, (await ask('Bearer wrong')).status, (await ask(token)).status]).toEqual([
    404, 404, 404, 404,
  ])
  const answer = await ask(`Bearer ${token}`)
  expect(answer.status).toBe(200)
  const text = await answer.text()
  for (const name of [
    'hob_mail_unsent',
    'hob_mail_dead',
    'hob_mail_oldest_seconds',
    'hob_jobs_waiting',
    'hob_jobs_failed',
    'process_cpu_seconds_total',
  ])
    expect(text).toMatch(new RegExp(`^${name} \\d`, 'm'))
})
