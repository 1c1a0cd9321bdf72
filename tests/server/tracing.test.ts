import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { SpanStatusCode, trace } from '@opentelemetry/api'
import { expect, test } from 'vitest'
import { startTracing } from '#server/tracing.ts'

test('a trace says how long what took, and nothing of whom', async () => {
  const bodies: string[] = []
  const collector = createServer((request, response) => {
    const parts: Buffer[] = []
    request
      .on('data', (part: Buffer) => parts.push(part))
      .on('end', () => {
        bodies.push(Buffer.concat(parts).toString('utf8'))
        response.end('{}')
      })
  })
  await new Promise<void>((done) => collector.listen(0, '127.0.0.1', done))
  const flush = startTracing(`http://127.0.0.1:${(collector.address() as AddressInfo).port}/`)

  const span = trace.getTracer('test').startSpan('GET /en/entry/SECRETKEY1234?mail=somebody@example.org')
  span.setAttributes({
    'http.target': '/entry/SECRETKEY1234?mail=somebody@example.org',
    'net.peer.ip': '203.0.113.7',
    'http.status_code': 200,
  })
  span.recordException(new Error('Key (email)=(somebody@example.org) exists'))
  span.setStatus({ code: SpanStatusCode.ERROR, message: 'no letter to somebody@example.org' })
  span.end()
  await flush()
  collector.close()

  const sent = bodies.join('')
  expect(sent).toContain('humans-of-binance')
  expect(sent).toContain('http.status_code')
  expect(sent).toContain('"code":2')
  expect(sent).not.toMatch(/SECRETKEY|somebody|203\.0\.113/)
})
