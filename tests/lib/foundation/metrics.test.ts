import { expect, test } from 'vitest'
import { countRequest, metricsText, placeOf, setGauge } from '#lib/foundation/metrics.ts'

test('an address is counted by its part of the site, never by itself', () => {
  expect(['/', '/share/post', '/entry/SECRET', '/staff?q=name', '/nothing/here', 'odd'].map(placeOf)).toEqual([
    'home',
    'share',
    'entry',
    'staff',
    'other',
    'home',
  ])
})

test('answers are counted with place, method and status, and timed', async () => {
  countRequest({ path: '/entry/SECRET', method: 'GET', status: 404, milliseconds: 20 })
  countRequest({ path: '/entry/SECRET', method: 'BREW', status: 405, milliseconds: 1 })
  setGauge('hob_test', 'A gauge of a test.', 7)

  const { text } = await metricsText()

  expect(text).toContain('hob_http_requests_total{place="entry",method="GET",status="404"} 1')
  expect(text).toContain('hob_http_requests_total{place="entry",method="other",status="405"} 1')
  expect(text).toContain('hob_http_request_seconds_bucket{le="0.025",place="entry"} 2')
  expect(text).toContain('hob_test 7')
  expect(text).not.toContain('SECRET')
})
