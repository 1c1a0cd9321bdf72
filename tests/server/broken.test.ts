import { once } from 'node:events'
import http from 'node:http'
import { type AddressInfo, connect } from 'node:net'
import { promisify } from 'node:util'
import { afterAll, expect, test, vi } from 'vitest'
import { answerBroken } from '#server/door/broken.ts'
import { serverOf } from '#server/door/server.ts'

const server = http
  .createServer({ headersTimeout: 300, requestTimeout: 300, connectionsCheckingInterval: 50 }, ({ url }, response) => {
    if (url === '/half') return void response.writeHead(200, { 'content-length': 9 }).write('half')
    response.end('fine')
  })
  .on('clientError', answerBroken)
  .listen(0, '127.0.0.1')
await once(server, 'listening')
afterAll(() => void server.close())

async function said(words: string): Promise<string> {
  const socket = connect((server.address() as AddressInfo).port, '127.0.0.1')
  socket.write(words)
  let answer = ''
  for await (const chunk of socket) answer += String(chunk)
  return answer
}

test.each([
  ['what is no request', 'HELO there\r\n\r\n', '400 Bad Request'],
  ['too long a header', `GET / HTTP/1.1\r\nhost: x\r\nx-long: ${'x'.repeat(20_000)}\r\n\r\n`, '431 Request Header Fields Too Large'],
  ['a header that never ends', 'GET / HTTP/1.1\r\nhost: x\r\n', '408 Request Timeout'],
])('%s is named by its status, under the strictest policy', async (_, words, status) => {
  const [first, ...headers] = (await said(words)).split('\r\n')

  expect(first).toBe(`HTTP/1.1 ${status}`)
  expect(headers).toContain(`Content-Security-Policy: default-src 'none'; frame-ancestors 'none'`)
  expect(headers).toContain('X-Content-Type-Options: nosniff')
  expect(headers).toContain('Connection: close')
})

test('an answer that has begun is cut off rather than followed by words of another', async () => {
  const socket = connect((server.address() as AddressInfo).port, '127.0.0.1')
  socket.write('GET /half HTTP/1.1\r\nhost: x\r\n\r\n')
  let answer = ''
  socket.on('error', () => {})
  for await (const chunk of socket) {
    if (answer === '') socket.write('HELO there\r\n\r\n')
    answer += String(chunk)
  }

  expect(answer).toMatch(/^HTTP\/1\.1 200 /)
  expect(answer).not.toContain('400 Bad Request')
})

test('a client that resets the tunnel it was refused harms nobody', async () => {
  const strict = serverOf(() => {}).listen(0, '127.0.0.1')
  await once(strict, 'listening')
  const socket = connect((strict.address() as AddressInfo).port, '127.0.0.1').on('error', () => {})
  socket.write('CONNECT x:1 HTTP/1.1\r\nhost: x\r\n\r\n')
  await once(socket, 'data')
  socket.resetAndDestroy()

  await vi.waitFor(async () => expect(await promisify(strict.getConnections.bind(strict))()).toBe(0))
  strict.close()
})

test('a client that never closes its side of a refused connection does not keep it', async () => {
  const strict = serverOf(() => {}).listen(0, '127.0.0.1')
  await once(strict, 'listening')
  const open = { port: (strict.address() as AddressInfo).port, host: '127.0.0.1', allowHalfOpen: true }
  const [tunnel, noise] = [connect(open), connect(open)]
  for (const socket of [tunnel, noise]) socket.on('error', () => {}).resume()
  tunnel.write('CONNECT x:1 HTTP/1.1\r\nhost: x\r\n\r\n')
  noise.write('HELO there\r\n\r\n')
  await Promise.all([once(tunnel, 'end'), once(noise, 'end')])

  await vi.waitFor(async () => expect(await promisify(strict.getConnections.bind(strict))()).toBe(0), 10_000)
  for (const socket of [tunnel, noise]) socket.destroy()
  strict.close()
})
