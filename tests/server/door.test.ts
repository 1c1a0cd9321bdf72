import type { IncomingMessage } from 'node:http'
import { expect, test } from 'vitest'
import { clientOf, routeOf } from '#server/door/address.ts'
import { troublePage } from '#server/door/answer.ts'
import { asMultipart, readForm } from '#server/door/body.ts'
import { finishPage } from '#server/door/markup.ts'
import { storyOf } from '#server/door/released.ts'

process.env.TRUST_PROXY = '127.0.0.0/8'

test('English has no prefix outside and one inside', () => {
  expect(routeOf('/')).toEqual({ url: '/en', path: '/', locale: 'en' })
  expect(routeOf('/stories/luis?x=1')).toEqual({ url: '/en/stories/luis?x=1', path: '/stories/luis?x=1', locale: 'en' })
  expect(routeOf('/es/stories')).toEqual({ url: '/es/stories', path: '/stories', locale: 'es' })
  expect(routeOf('/ar')).toEqual({ url: '/ar', path: '/', locale: 'ar' })
})

test('the prefix of English and a slash at the end lead to the one address of a page', () => {
  expect(routeOf('/en')?.moved).toBe('/')
  expect(routeOf('/en/stories/?a=b')?.moved).toBe('/stories?a=b')
  expect(routeOf('/es/')?.moved).toBe('/es')
  expect(routeOf('//evil.example/x')?.moved).toBe('/evil.example/x')
})

test('files, staff pages and interfaces keep their address', () => {
  for (const url of [
    '/staff',
    '/staff/submissions?status=submitted',
    '/api/health',
    '/feed.xml',
    '/_next/static/a.js',
    '/films/luis/luis.mp4',
  ])
    expect(routeOf(url)).toMatchObject({ url, locale: 'en' })
})

test('an address that cannot be decoded is refused', () => {
  for (const url of [
    '/%',
    '/%ff',
    '/a%00b',
    '/a\\b',
    '/films/../films/hill/hill.mp4',
    '/a/%2e%2e/b',
    'http://evil.example/',
    `/${'a'.repeat(3000)}`,
  ])
    expect(routeOf(url)).toBeNull()
})

test('nobody is believed about their own address without a trusted proxy', () => {
  const request = {
    headers: { 'x-forwarded-for': '203.0.113.9' },
    socket: { remoteAddress: '::ffff:198.51.100.7' },
  } as unknown as IncomingMessage

  expect(clientOf(request)).toBe('198.51.100.7')
})

test.each([
  ['2001:db8:1:2:3:4:5:6', '2001:db8:1:2::/64'],
  ['2001:DB8:0001:2:ffff::1', '2001:db8:1:2::/64'],
  ['2001:db8::1', '2001:db8:0:0::/64'],
  ['fe80::1%eth0', 'fe80:0:0:0::/64'],
  ['::1', '0:0:0:0::/64'],
])('of the address %s the first half counts', (address, network) => {
  const request = { headers: {}, socket: { remoteAddress: address } } as unknown as IncomingMessage

  expect(clientOf(request)).toBe(network)
})

test.each([
  ['203.0.113.9:51234', '203.0.113.9'],
  ['[2001:db8:1:2::9]:443', '2001:db8:1:2::/64'],
  ['[2001:db8:1:2::9]', '2001:db8:1:2::/64'],
  ['198.51.100.1, 203.0.113.9, 127.0.0.2:80', '203.0.113.9'],
  ['203.0.113.9:port', '127.0.0.1'],
])('a trusted proxy may name the port beside the address: %s', (forwarded, network) => {
  const request = { headers: { 'x-forwarded-for': forwarded }, socket: { remoteAddress: '127.0.0.1' } } as unknown as IncomingMessage

  expect(clientOf(request)).toBe(network)
})

test('a page says after how long the same can be sent again', () => {
  expect(finishPage('<!DOCTYPE html><meta name="hob-status" content="429 37"/>')).toEqual({
    ...{ html: '<!DOCTYPE html>', status: 429, retryAfter: '37' },
  })
  expect(finishPage('<!DOCTYPE html><meta name="hob-status" content="429"/>')).toMatchObject({ status: 429, retryAfter: null })
})

test('a page leaves without the framework and with our modules', () => {
  const page =
    '<!DOCTYPE html><head><meta name="hob-status" content="404"/><link rel="preload" as="script" href="/_next/a.js"/><script src="/_next/a.js" async=""></script></head><script>self.x=1</script><script type="module" src="/modules/player.js"></script><script type="application/ld+json">{}</script>'

  const { html, status } = finishPage(page)

  expect(status).toBe(404)
  expect(html).toBe(
    '<!DOCTYPE html><head></head><script type="module" src="/modules/player.js"></script><script type="application/ld+json">{}</script>',
  )
})

test('of several titles the one that says something is wrong is kept, in the place of the first', () => {
  const page =
    '<head><title>A page</title><meta><title>Error: A page</title><title>A page</title></head><body><svg><title>B</title></svg></body>'
  expect(finishPage(page).html).toBe('<head><title>Error: A page</title><meta></head><body><svg><title>B</title></svg></body>')
  expect(finishPage('<head><title>A page</title></head>').html).toBe('<head><title>A page</title></head>')
})

test('typed words are given back as text, and sent again unchanged', () => {
  const html = troublePage('away', {
    locale: 'es',
    address: '/es/share/story',
    fields: [{ name: 'story', value: '\n</textarea><script>alert(1)</script>' }],
  })

  expect(html).toContain('lang="es"')
  expect(html).not.toContain('<script>')
  expect(html).toContain('&lt;/textarea&gt;&lt;script&gt;')
})

test('a form without its parts in order is refused', async () => {
  const type = 'multipart/form-data; boundary=x'

  expect(await readForm(type, Buffer.from('--x\r\nContent-Disposition: form-data; name="a"\r\n\r\n1\r\n--x--\r\n'))).toEqual([
    { name: 'a', value: '1' },
  ])
  expect(await readForm(type, Buffer.from('--x\r\nContent-Disposition: form-data; name="a"\r\n\r\n1'))).toBeNull()
  expect(await readForm('multipart/form-data', Buffer.from('a=1'))).toBeNull()
})

test('the older kind of form becomes the kind that runs', async () => {
  const { type, body } = await asMultipart(Buffer.from('a=1&story=a%0D%0Ab%20%C3%A9&a=2'))

  expect(await readForm(type, body)).toEqual([
    { name: 'a', value: '1' },
    { name: 'story', value: 'a\r\nb é' },
    { name: 'a', value: '2' },
  ])
})

test('files of a story are known by their address', () => {
  expect(storyOf('/films/hill/hill.mp4')).toBe('hill')
  expect(storyOf('/art/story-hill-wide-dark.svg')).toBe('hill')
  expect(storyOf('/%66ilms/h%69ll/hill.mp4')).toBe('hill')
  expect(storyOf('/art/week-2-unlit.svg')).toBeNull()
})
