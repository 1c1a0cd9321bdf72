import { once } from 'node:events'
import { readFileSync } from 'node:fs'
import { type AddressInfo, connect } from 'node:net'
import { setTimeout as pause } from 'node:timers/promises'
import { afterAll, expect, test, vi } from 'vitest'
import { openDoor } from '#server/door/door.ts'
import { serverOf } from '#server/door/server.ts'

/** In place of Next: says what it was asked for, and listens for upgrades as Next does. */
const server = serverOf(
  openDoor(async (request, response) => {
    for await (const _ of request);
    if (request.url === '/fault.txt') throw new Error('sample')
    response.writeHead(200, { 'content-type': 'application/json' })
    const { host, origin, 'x-middleware-prefetch': prefetch, 'content-security-policy': policy } = request.headers
    response.end(JSON.stringify({ url: request.url, host, origin, prefetch, policy }))
  }, true),
)
  .on('upgrade', (_, socket) => void socket.end())
  .listen(0, '127.0.0.1')
await once(server, 'listening')
afterAll(() => void server.close())
const { port } = server.address() as AddressInfo

/** Sends lines as they are, and reads until the connection ends. */
async function said(...lines: readonly string[]): Promise<{ status: number; head: string; body: string }> {
  const socket = connect(port, '127.0.0.1')
  socket.write(`${lines.join('\r\n')}\r\n\r\n`, 'latin1')
  let answer = ''
  for await (const chunk of socket) answer += String(chunk)
  const [head = '', ...body] = answer.split('\r\n\r\n')
  return { status: Number(head.split(' ', 2)[1]), head, body: body.join('') }
}

test.each([
  ['no host', 'GET / HTTP/1.1'],
  ['an empty host', 'GET / HTTP/1.1', 'Host:'],
  ['two hosts', 'GET / HTTP/1.1', 'Host: a', 'Host: b'],
  ['a host that is none', 'GET / HTTP/1.1', 'Host: a[b c'],
  ['a host with a name before it', 'GET / HTTP/1.1', 'Host: a@b'],
])('a request with %s is refused, under the policy of every answer', async (_, ...lines) => {
  const { status, head } = await said(...lines, 'Connection: close')

  expect(status).toBe(400)
  expect(head).toMatch(/^content-security-policy: default-src 'none'/im)
})

test.each(['stories.example', 'stories.example:8443', 'my_site:3000', '127.0.0.1', '[::1]:3000'])('the host %s is one', async (host) => {
  expect((await said('GET /feed.xml HTTP/1.1', `Host: ${host}`, 'Connection: close')).body).toContain(`"host":"${host}"`)
})

test('an old program names no host, and gets that of the site', async () => {
  const form = ['Content-Type: application/x-www-form-urlencoded', 'Content-Length: 3', '', 'a=1']

  expect((await said('POST /share HTTP/1.0', ...form)).body).toContain('"host":"localhost:3000","origin":"http://localhost:3000"')
})

test('an address with the site in front of it is the same address; one with another site is refused', async () => {
  const { body } = await said('GET http://x:1/feed.xml?a=1 HTTP/1.1', 'Host: x:1', 'Connection: close')

  expect(body).toContain('"url":"/feed.xml?a=1"')
  expect((await said('GET http://x:1 HTTP/1.1', 'Host: x:1', 'Connection: close')).body).toContain('"url":"/en"')
  expect((await said('GET http://evil.example/ HTTP/1.1', 'Host: x:1', 'Connection: close')).status).toBe(400)
})

test('no header of a client makes Next write another page for it, or none', async () => {
  const odd = ['X-Middleware-Prefetch: 1', `Content-Security-Policy: script-src 'nonce-sample'`]

  expect((await said('GET /feed.xml HTTP/1.1', 'Host: x', 'Connection: close', ...odd)).body).not.toMatch(/prefetch|policy/)
})

test('an offer to speak another protocol is passed over', async () => {
  const { status } = await said('GET /feed.xml HTTP/1.1', 'Host: x', 'Connection: Upgrade, close', 'Upgrade: h2c')

  expect(status).toBe(200)
})

test.each([
  ['405', ['CONNECT x:443 HTTP/1.1', 'Host: x']],
  ['417', ['GET / HTTP/1.1', 'Host: x', 'Expect: tea', 'Connection: close']],
])('what nobody offers is answered with %s, under the strictest policy', async (wanted, lines) => {
  const { status, head } = await said(...lines)

  expect(String(status)).toBe(wanted)
  expect(head.includes('Allow: GET, HEAD, POST')).toBe(status === 405)
  expect(head).toContain(`Content-Security-Policy: default-src 'none'; frame-ancestors 'none'`)
})

test('what fails behind the door is a plain page, even where no database was named', async () => {
  const { status, head, body } = await said('GET /fault.txt HTTP/1.1', 'Host: x', 'Connection: close')

  expect(status).toBe(503)
  expect(head).toMatch(/^retry-after: \d+/im)
  expect(body).toContain('</html>')
})

test('who goes away in the middle of a form is no fault of ours', async () => {
  const written: string[] = []
  const listening = vi.spyOn(process.stderr, 'write').mockImplementation((line) => written.push(String(line)) > 0)
  const socket = connect(port, '127.0.0.1')
  const head = ['POST /share HTTP/1.1', 'Host: x', 'Content-Type: multipart/form-data; boundary=b', 'Content-Length: 99', '', 'half']
  socket.write(head.join('\r\n'))
  await pause(100)
  socket.destroy()
  await vi.waitFor(() => expect(written.join('')).toContain('"status":499'))
  await pause(100)
  listening.mockRestore()

  expect(written.filter((line) => line.includes('"level":"error"'))).toEqual([])
})

test('a proxy lets go of a connection that rests before the site does: no form is sent into one that closes', () => {
  const kept = /^\s*keepalive (\d+)s$/m.exec(readFileSync('deploy/proxy/Caddyfile', 'utf8'))

  expect(Number(kept?.[1]) * 1_000).toBeLessThan(server.keepAliveTimeout)
  expect(server.keepAliveTimeout).toBeGreaterThan(60_000) // nginx, and the balancers of clouds
})
