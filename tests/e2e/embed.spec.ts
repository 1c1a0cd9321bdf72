import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { expect, test } from '@playwright/test'

test('a film plays in a frame of another site, found by its oEmbed', async ({ page, request, baseURL }) => {
  const head = await (await request.get('/stories/luis')).text()
  const found = /<link rel="alternate" type="application\/json\+oembed" href="([^"]+)"/.exec(head)?.[1] ?? ''
  const asked = new URL(found.replaceAll('&amp;', '&'))
  const { html, type } = (await (await request.get(asked.pathname + asked.search)).json()) as { html: string; type: string }
  const site = createServer((_, answer) => answer.setHeader('content-type', 'text/html').end(`<title>Elsewhere</title>${html}`))
  await new Promise<void>((done) => site.listen(0, '127.0.0.1', done))

  await page.goto(`http://127.0.0.1:${(site.address() as AddressInfo).port}/`)
  const frame = page.frameLocator('iframe')
  await frame.getByRole('button', { name: 'Play', exact: true }).click()

  await expect.poll(() => frame.locator('video').evaluate((video: HTMLVideoElement) => video.currentTime)).toBeGreaterThan(0.2)
  expect(type).toBe('video')
  expect(new URL(asked).origin).toBe(new URL(baseURL ?? '').origin)
  site.close()
})

test('only the frame of a film may be framed, and only a film has one', async ({ request }) => {
  const policy = async (path: string) => (await request.get(path)).headers()

  expect((await policy('/stories/luis/embed'))['content-security-policy']).toContain('frame-ancestors *')
  expect((await policy('/stories/luis/embed'))['x-frame-options']).toBeUndefined()
  expect((await policy('/stories/luis'))['content-security-policy']).toContain("frame-ancestors 'none'")
  expect((await policy('/share'))['x-frame-options']).toBe('DENY')
  expect((await request.get('/stories/nobody/embed')).status()).toBe(404)
  expect((await request.get('/oembed?url=https%3A%2F%2Felsewhere.example%2Fstories%2Fluis')).status()).toBe(404)
})
