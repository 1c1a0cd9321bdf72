import { getCACertificates, setDefaultCACertificates } from 'node:tls'
import { brotliCompressSync, gzipSync } from 'node:zlib'
import { afterEach, expect, test } from 'vitest'
import { exchange } from '#lib/foundation/outbound/exchange.ts'
import { isPublicAddress } from '#lib/foundation/outbound/public-address.ts'
import { ask } from '#lib/foundation/outbound.ts'
import { selfSigned } from '#tests/fakes/certificate.ts'
import { rawTrap, type Trap, webTrap } from '#tests/fakes/servers.ts'

const host = 'network.example'
const url = `https://${host}/oembed?url=1`
const open: Trap[] = []

async function kept(made: Promise<Trap>): Promise<Trap> {
  const trap = await made
  open.push(trap)
  return trap
}

afterEach(async () => {
  await Promise.all(open.splice(0).map((trap) => trap.close()))
})

const asked = (standIn: string, more = {}) => ask({ url, allow: [host], standIn, ...more })
const resolvingTo = (...addresses: string[]) => ask({ url, allow: [host], timeoutMs: 300 }, async () => addresses)

test('an answer comes back with its status, the few headers and its text', async () => {
  const trap = await kept(
    webTrap((request, response) => {
      response.writeHead(203, { 'content-type': 'application/json', 'retry-after': '7', 'x-more': 'ignored', 'set-cookie': 'a=b' })
      response.end(JSON.stringify({ path: request.url, host: request.headers.host, words: 'año ✓', accept: request.headers.accept }))
    }),
  )

  const outcome = await asked(trap.base, { accept: 'application/json' })

  expect(outcome).toStrictEqual({
    kind: 'answer',
    status: 203,
    headers: { location: null, contentType: 'application/json', retryAfter: '7' },
    body: JSON.stringify({ path: '/oembed?url=1', host, words: 'año ✓', accept: 'application/json' }),
  })
})

test('nothing packed is asked for, and no cookie, login or referrer is sent', async () => {
  let sent: object = {}
  const trap = await kept(
    webTrap((request, response) => {
      sent = request.headers
      response.end()
    }),
  )

  await asked(trap.base)

  expect(sent).toStrictEqual({
    accept: '*/*',
    'user-agent': 'HumansOfBinance (+http://localhost:3000)',
    host,
    'accept-encoding': 'identity',
    connection: 'close',
  })
})

const notPublic = [
  ...['0.0.0.0', '0.1.2.3', '10.0.0.1', '10.255.255.255', '100.64.0.1', '100.127.255.254', '127.0.0.1', '127.255.0.1', '169.254.169.254'],
  ...[
    '172.16.0.1',
    '172.31.255.255',
    '192.0.0.1',
    '192.0.2.1',
    '192.31.196.1',
    '192.52.193.1',
    '192.88.99.1',
    '192.168.1.1',
    '192.175.48.1',
  ],
  ...['198.18.0.1', '198.19.255.255', '198.51.100.7', '203.0.113.9', '224.0.0.1', '239.1.2.3', '240.0.0.1', '255.255.255.255'],
  ...['::', '::1', '::127.0.0.1', '::ffff:127.0.0.1', '::ffff:8.8.8.8', '::ffff:7f00:1', '64:ff9b::7f00:1', '64:ff9b:1::1', '100::1'],
  ...['2001::1', '2001:10::1', '2001:20::1', '2001:db8::1', '2002:7f00:1::', '2002:c0a8:101::1', '2620:4f:8000::1', '3fff::1', '5f00::1'],
  ...['fc00::1', 'fd12:3456::1', 'fe80::1', 'fe80::1%eth0', 'fec0::1', 'ff02::1', '0:0:0:0:0:0:0:1', '4000::1'],
  ...['', 'localhost', '8.8.8.8.8', '08.8.8.8', '0x7f000001', '2130706433', '127.1'],
]

test.each(notPublic)('%j is not a public address, and a host that has it is not asked', async (address) => {
  expect(isPublicAddress(address)).toBe(false)
  expect(await resolvingTo(address)).toStrictEqual({ kind: 'refused', why: 'not-public' })
})

test.each([
  '1.1.1.1',
  '8.8.8.8',
  '100.63.255.255',
  '100.128.0.1',
  '172.15.0.1',
  '172.32.0.1',
  '192.167.1.1',
  '223.255.255.1',
  '2606:4700::1111',
])('%s is a public address', (address) => {
  expect(isPublicAddress(address)).toBe(true)
})

test('one address that is not public spoils all the others of a host', async () => {
  expect(await resolvingTo('8.8.8.8', '2606:4700::1111', '10.0.0.1')).toStrictEqual({ kind: 'refused', why: 'not-public' })
})

test('a name is resolved once, so a name server that changes its mind is not heard', async () => {
  const answers = [['1.1.1.1'], ['127.0.0.1'], ['127.0.0.1']]
  let questions = 0

  const outcome = await ask({ url, allow: [host], timeoutMs: 300 }, async () => {
    questions += 1
    return answers.shift() ?? []
  })

  expect(outcome.kind).toBe('unreachable')
  expect(questions).toBe(1)
})

test('a connection goes to the address that was checked, whatever the name means to this machine', async () => {
  const trap = await kept(webTrap((_, response) => response.end('reached')))
  const to = (name: string, address: string) =>
    exchange({
      url: new URL(`https://${name}/`),
      route: { kind: 'route', secure: false, host: name, port: trap.port, addresses: [address] },
      headers: {},
      maxBytes: 100,
      signal: AbortSignal.timeout(300),
    })

  expect(await to('nobody.invalid', '127.0.0.1')).toMatchObject({ body: 'reached' })
  expect(await to('localhost', '192.0.2.1')).toMatchObject({ kind: 'unreachable' })
  expect(trap.connections()).toBe(1)
})

const badAddresses = [
  `http://${host}/`,
  `ftp://${host}/`,
  `file:///etc/passwd`,
  'data:text/plain,x',
  `https://user@${host}/`,
  `https://user:secret@${host}/`,
  `https://:secret@${host}/`,
  `https://${host}:8443/`,
  `https://${host}:22/`,
  'https://127.0.0.1/',
  'https://2130706433/',
  'https://0x7f.1/',
  'https://[::1]/',
  'https://[::ffff:127.0.0.1]/',
  'https://',
  'network.example',
  '',
  `https://${host}/${'a'.repeat(5_000)}`,
]

test.each(badAddresses)('%.60j is refused before anything is resolved', async (address) => {
  let questions = 0
  const allow = [host, '127.0.0.1', '[::1]', '[::ffff:7f00:1]']

  const outcome = await ask({ url: address, allow }, async () => {
    questions += 1
    return ['8.8.8.8']
  })

  expect([outcome, questions]).toStrictEqual([{ kind: 'refused', why: 'bad-address' }, 0])
})

test.each(['other.example', `www.${host}`, `${host}.evil.example`, `evil${host}`, `${host}.`, 'localhost', 'nеtwork.example'])(
  'a host that is not on the list is not asked: %s',
  async (other) => {
    const trap = await kept(webTrap((_, response) => response.end()))

    const outcome = await ask({ url: `https://${other}/`, allow: [host], standIn: trap.base })

    expect(outcome).toStrictEqual({ kind: 'refused', why: 'not-allowed' })
    expect(trap.connections()).toBe(0)
  },
)

test('the usual port written out, and capitals in the host, are the same address', async () => {
  const trap = await kept(webTrap((_, response) => response.end('here')))

  expect(await ask({ url: 'https://NETWORK.Example:443/', allow: [host], standIn: trap.base })).toMatchObject({ body: 'here' })
})

test.each([
  'http://localhost:1',
  'http://192.168.0.1',
  'https://network.example',
  'ftp://127.0.0.1',
  'http://a:b@127.0.0.1',
  'nowhere',
  '',
])('a stand-in that is not this machine by number is refused: %j', async (standIn) => {
  expect(await asked(standIn)).toStrictEqual({ kind: 'refused', why: 'bad-address' })
})

test('a redirect is told, not followed', async () => {
  const inside = await kept(webTrap((_, response) => response.end('inside')))
  const trap = await kept(webTrap((_, response) => response.writeHead(302, { location: `${inside.base}/secret` }).end()))

  const outcome = await asked(trap.base)

  expect(outcome).toMatchObject({ kind: 'answer', status: 302, headers: { location: `${inside.base}/secret` } })
  expect(inside.connections()).toBe(0)
})

test('a body that is announced as too large is refused unread, and one that grows too large is cut off', async () => {
  const announced = await kept(
    webTrap((_, response) => {
      response.writeHead(200, { 'content-length': 300_000_000 })
      response.write('a')
    }),
  )
  let written = 0
  const growing = await kept(
    webTrap((_, response) => {
      const block = Buffer.alloc(64 * 1024, 'a')
      const more = () => {
        while (!response.destroyed && written < 300_000_000) {
          written += block.length
          if (!response.write(block)) return response.once('drain', more)
        }
        response.end()
      }
      more()
    }),
  )

  expect(await asked(announced.base)).toStrictEqual({ kind: 'unreachable', why: 'too-large' })
  expect(await asked(growing.base)).toStrictEqual({ kind: 'unreachable', why: 'too-large' })
  expect(written).toBeLessThan(30_000_000)
})

test('a body of exactly the limit is taken, one byte more is not', async () => {
  const trap = await kept(webTrap((request, response) => response.end('a'.repeat(request.url?.includes('more') ? 1_001 : 1_000))))
  const of = (path: string) => ask({ url: `https://${host}/${path}`, allow: [host], standIn: trap.base, maxBytes: 1_000 })

  expect(await of('')).toMatchObject({ kind: 'answer', status: 200 })
  expect(await of('more')).toStrictEqual({ kind: 'unreachable', why: 'too-large' })
})

test('headers without end are cut off', async () => {
  const trap = await kept(rawTrap((socket) => socket.write(`HTTP/1.1 200 OK\r\nx: ${'a'.repeat(100_000)}`)))

  expect(await asked(trap.base)).toStrictEqual({ kind: 'unreachable', why: 'too-large' })
})

test.each([
  ['br', brotliCompressSync('words')],
  ['gzip', gzipSync('words')],
  ['Identity, br', brotliCompressSync('words')],
  ['unknown', Buffer.from('words')],
])('a body encoded as %s is refused unread', async (encoding, body) => {
  const trap = await kept(webTrap((_, response) => response.writeHead(200, { 'content-encoding': encoding }).end(body)))

  expect(await asked(trap.base)).toStrictEqual({ kind: 'unreachable', why: 'encoded' })
})

test('a body packed for the way is refused too, and one that says it is not packed is taken', async () => {
  const packed = await kept(rawTrap((socket) => socket.end('HTTP/1.1 200 OK\r\ntransfer-encoding: gzip\r\n\r\nwords')))
  const plain = await kept(webTrap((_, response) => response.writeHead(200, { 'content-encoding': 'identity' }).end('words')))

  expect(await asked(packed.base)).toMatchObject({ kind: 'unreachable' })
  expect(await asked(plain.base)).toMatchObject({ body: 'words' })
})

test('one deadline holds for everything: silence, a drip of headers, a drip of the body, a name that does not resolve', async () => {
  const silent = await kept(rawTrap(() => {}))
  const drip = (head: string) => (socket: { write: (text: string) => void; destroyed: boolean }) => {
    socket.write(head)
    const timer = setInterval(() => (socket.destroyed ? clearInterval(timer) : socket.write('a')), 20)
  }
  const slowHeaders = await kept(rawTrap(drip('HTTP/1.1 200 OK\r\nx: ')))
  const slowBody = await kept(rawTrap(drip('HTTP/1.1 200 OK\r\ncontent-length: 100000\r\n\r\n')))
  const began = performance.now()

  const outcomes = await Promise.all([
    ...[silent, slowHeaders, slowBody].map(({ base }) => asked(base, { timeoutMs: 250 })),
    ask({ url, allow: [host], timeoutMs: 250 }, () => new Promise(() => {})),
  ])

  expect(outcomes.map((outcome) => 'why' in outcome && outcome.why)).toStrictEqual(['timeout', 'timeout', 'timeout', 'timeout'])
  expect(performance.now() - began).toBeLessThan(1_500)
})

test('a host without an address, and a name server that fails, are told apart from no answer', async () => {
  expect(await resolvingTo()).toStrictEqual({ kind: 'unreachable', why: 'dns' })
  expect(
    await ask({ url, allow: [host] }, async () => {
      throw new Error('SERVFAIL')
    }),
  ).toStrictEqual({ kind: 'unreachable', why: 'dns' })
  expect(await ask({ url: 'https://nobody.invalid/', allow: ['nobody.invalid'] })).toStrictEqual({ kind: 'unreachable', why: 'dns' })
})

test('a name that does not resolve in its own time counts as without an address', async () => {
  const began = performance.now()

  const outcome = await ask({ url, allow: [host] }, () => new Promise(() => {}))

  expect(outcome).toStrictEqual({ kind: 'unreachable', why: 'dns' })
  expect(performance.now() - began).toBeLessThan(4_000)
})

test('a closed port, a connection cut short and an answer that is no HTTP have their names', async () => {
  const closed = await webTrap((_, response) => response.end())
  await closed.close()
  const cut = await kept(rawTrap((socket) => socket.end('HTTP/1.1 200 OK\r\ncontent-length: 50\r\n\r\nhalf')))
  const reset = await kept(rawTrap((socket) => socket.resetAndDestroy()))
  const noise = await kept(rawTrap((socket) => socket.end('220 mail.example ESMTP\r\n')))

  expect(await asked(closed.base)).toStrictEqual({ kind: 'unreachable', why: 'connect' })
  for (const { base } of [cut, reset, noise]) expect(await asked(base)).toStrictEqual({ kind: 'unreachable', why: 'closed' })
})

test('a certificate has to be valid for the host that is asked, whoever answers', async () => {
  const [right, wrong, unknown] = [selfSigned(host), selfSigned('other.example'), selfSigned(host)]
  const servers = await Promise.all(
    [right, wrong, unknown].map((certificate) => kept(webTrap((_, response) => response.end('ours'), certificate))),
  )
  const plain = await kept(webTrap((_, response) => response.end('plain')))
  const before = getCACertificates('default')
  setDefaultCACertificates([...before, right.cert, wrong.cert])

  const outcomes = await Promise.all([...servers.map(({ base }) => base), plain.base.replace('http:', 'https:')].map((base) => asked(base)))

  setDefaultCACertificates(before)
  expect(outcomes).toStrictEqual([
    expect.objectContaining({ kind: 'answer', body: 'ours' }),
    { kind: 'unreachable', why: 'tls' },
    { kind: 'unreachable', why: 'tls' },
    { kind: 'unreachable', why: 'tls' },
  ])
  expect(servers.map((server) => server.requests().length)).toStrictEqual([1, 0, 0])
})

test('checks for certificates stay on when the process was told to drop them', async () => {
  const trap = await kept(webTrap((_, response) => response.end('ours'), selfSigned(host)))
  process.env.NODE_TLS_REJECT_UNAUTHORIZED = '0'

  const outcome = await asked(trap.base)

  delete process.env.NODE_TLS_REJECT_UNAUTHORIZED
  expect(outcome).toStrictEqual({ kind: 'unreachable', why: 'tls' })
})
