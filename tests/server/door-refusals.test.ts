import { once } from 'node:events'
import { request as ask, createServer, type IncomingMessage } from 'node:http'
import { type AddressInfo, connect } from 'node:net'
import { afterAll, expect, test } from 'vitest'
import { openDoor } from '#server/door/door.ts'

/** In place of Next: no page for HEAD, a page that asks for 404 in its markup, a short line for a form it cannot read. */
const server = createServer(
  openDoor(async (request, response) => {
    for await (const _ of request);
    if (request.headers['x-tell'])
      return void response.writeHead(200, { 'content-type': 'application/json' }).end(JSON.stringify(request.headers))
    if (request.url?.startsWith('/modules/'))
      return void response
        .writeHead(200, { 'content-type': 'application/javascript' })
        .end(request.method === 'HEAD' ? undefined : `let ${'a'.repeat(2_000)}`)
    if (request.method === 'POST')
      return void response.writeHead(400, { 'content-type': 'text/plain' }).end('Invalid Server Action request.')
    response.writeHead(200, { 'content-type': 'text/html; charset=utf-8' })
    response.end(request.method === 'HEAD' ? undefined : '<!DOCTYPE html><meta name="hob-status" content="404"/><p>Nothing here</p>')
  }, true),
).listen(0, '127.0.0.1')
await once(server, 'listening')
afterAll(() => void server.close())
const site = `http://127.0.0.1:${(server.address() as AddressInfo).port}`

async function send(path: string, fields: Readonly<Record<string, string>>) {
  const body = new FormData()
  for (const [name, value] of Object.entries(fields)) body.append(name, value)
  const answer = await fetch(site + path, { method: 'POST', body, redirect: 'manual' })
  return { status: answer.status, html: await answer.text() }
}

/** Where an address is said to have moved to; sent byte by byte, as no browser would. */
async function movedTo(address: string): Promise<[string | undefined, string | undefined]> {
  const socket = connect(Number(new URL(site).port), '127.0.0.1')
  socket.write(Buffer.from(`GET ${address} HTTP/1.1\r\nhost: x\r\nconnection: close\r\n\r\n`, 'latin1'))
  let answer = ''
  for await (const chunk of socket) answer += String(chunk)
  return [answer.split(' ', 2)[1], /^location: (.*)\r$/im.exec(answer)?.[1]]
}

test('an address that moved keeps its query as it was sent', async () => {
  expect(await movedTo('/stories/?q=50%')).toEqual(['308', '/stories?q=50%'])
  expect(await movedTo('/en/stories?x=a%26b%20c')).toEqual(['308', '/stories?x=a%26b%20c'])
  expect(await movedTo('/en/stories/%e2%82%ac?q=%ff')).toEqual(['308', '/stories/%e2%82%ac?q=%ff'])
})

test('asking only for the headers of a page that is not there says so', async () => {
  const answer = await new Promise<{ status: number | undefined; length: string | undefined; bytes: number }>((resolve, reject) => {
    ask(`${site}/entry/unknown`, { method: 'HEAD' }, (response) => {
      let bytes = 0
      response.on('data', (chunk: Buffer) => {
        bytes += chunk.length
      })
      response.on('end', () => resolve({ status: response.statusCode, length: response.headers['content-length'], bytes }))
    })
      .on('error', reject)
      .end()
  })

  expect(answer).toEqual({ status: 404, length: String('<!DOCTYPE html><p>Nothing here</p>'.length), bytes: 0 })
})

test('asking only for the headers of a file tells no length and no tag that are not those of the file', async () => {
  const headersOf = async (method: string) => {
    const { headers } = await fetch(`${site}/modules/player.js`, { method })
    return { length: headers.get('content-length'), tag: headers.get('etag') }
  }
  const whole = await headersOf('GET')

  expect(whole.tag).toMatch(/^W\//)
  expect([null, whole.length]).toContain((await headersOf('HEAD')).length)
  expect([null, whole.tag]).toContain((await headersOf('HEAD')).tag)
})

test('a client gets no coding it refuses', async () => {
  const codingFor = async (accepts: string) => {
    const answer = await new Promise<IncomingMessage>((resolve, reject) =>
      ask(`${site}/modules/long.js`, { headers: { 'accept-encoding': accepts } }, resolve)
        .on('error', reject)
        .end(),
    )
    answer.resume()
    return answer.headers['content-encoding']
  }

  expect(await codingFor('gzip, br')).toBe('br')
  expect(await codingFor('br;q=0, gzip')).toBe('gzip')
  expect(await codingFor('BR;Q=0.0, GZIP;q=0.5')).toBe('gzip')
  expect(await codingFor('gzip;q=0')).toBeUndefined()
  expect(await codingFor('vibrant')).toBeUndefined()
})

test('a form that lost its hidden part gives the words back', async () => {
  const { status, html } = await send('/share/story', { story: 'Two <b>lines</b>\nof words' })

  expect(status).toBe(400)
  expect(html).toContain('Two &lt;b&gt;lines&lt;/b&gt;')
  expect(html).toContain('href="/share/story"')
})

test('a form that is too large is refused and gives the words back', async () => {
  const story = 'x'.repeat(1_500_000)
  const { status, html } = await send('/es/share/story', { story })

  expect(status).toBe(413)
  expect(html).toContain('lang="es"')
  expect(html).toContain(`>\n${story}</textarea>`)
  expect(html).not.toContain('<form')
})

test('a form that is not finished when it is too large is told so, and the connection ends', async () => {
  const socket = connect(Number(new URL(site).port), '127.0.0.1')
  const chunks: Buffer[] = []
  socket.on('data', (chunk) => chunks.push(chunk))
  const part = Buffer.alloc(64 * 1024, 'x')
  socket.write(
    'POST /share/story HTTP/1.1\r\nhost: x\r\ncontent-type: multipart/form-data; boundary=b\r\ntransfer-encoding: chunked\r\n\r\n',
  )
  const sending = setInterval(() => {
    for (let count = 0; count < 32; count += 1) socket.write(Buffer.concat([Buffer.from('10000\r\n'), part, Buffer.from('\r\n')]))
  }, 5)
  await new Promise((resolve) => socket.on('error', resolve).on('end', resolve).on('close', resolve))
  clearInterval(sending)
  socket.destroy()

  const answer = Buffer.concat(chunks).toString()
  expect(answer).toMatch(/^HTTP\/1\.1 413 /)
  expect(answer).toMatch(/\r\nconnection: close\r\n/i)
  expect(answer).toContain('</html>')
})

test('a form larger than anybody writes is refused unread', async () => {
  const { status, html } = await send('/share/story', { story: 'x'.repeat(5_000_000) })

  expect(status).toBe(413)
  expect(html).not.toContain('xxxx')
})

const empty = `${'--b\r\ncontent-disposition: form-data; name="a"\r\n\r\n\r\n'.repeat(5_000)}--b--\r\n`
test.each([
  ['application/x-www-form-urlencoded', 'a&'.repeat(20_000)],
  ['multipart/form-data; boundary=b', empty],
  ['multipart/form-data; x-boundary=another; boundary=b', empty],
  ['multipart/form-data; x="; boundary=another"; boundary="b"', empty],
  ['multipart/form-data; boundary=another, multipart/form-data; boundary=b', empty],
])('a form of more fields than any of ours has is refused before anybody takes it apart: %s', async (type, body) => {
  const answer = await fetch(`${site}/share/story`, { method: 'POST', body, headers: { 'content-type': type } })

  expect(answer.status).toBe(413)
  expect(await answer.text()).not.toContain('<textarea')
})

test('behind a proxy that names another host, Next is told that a form of ours comes from this site', async () => {
  const told = async (path: string, origin: string) => {
    const body = new FormData()
    body.append('story', 'words')
    const answer = await fetch(site + path, { method: 'POST', body, headers: { origin, 'x-tell': 'yes' } })
    return answer.ok ? ((await answer.json()) as { origin: string; host: string }) : answer.status
  }

  const { host } = new URL(site)
  expect(await told('/share/story', 'http://localhost:3000')).toMatchObject({ origin: `http://${host}`, host })
  expect(await told('/staff/people', 'http://localhost:3000')).toMatchObject({ origin: `http://${host}`, host })
  expect(await told('/api/auth/callback', 'http://localhost:3000')).toMatchObject({ origin: 'http://localhost:3000', host })
  expect(await told('/share/story', 'http://elsewhere.example')).toBe(403)
})
