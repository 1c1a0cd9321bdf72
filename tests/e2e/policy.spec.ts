import { createHash } from 'node:crypto'
import { expect, type Page, test } from '@playwright/test'

const responses: readonly {
  what: string
  path: string
  status: number
  method?: string
  headers?: Record<string, string>
  data?: string
}[] = [
  { what: 'a page', path: '/', status: 200 },
  { what: 'a translated page', path: '/ar/history', status: 200 },
  { what: 'a form', path: '/share', status: 200 },
  { what: 'the staff sign-in', path: '/staff/sign-in', status: 200 },
  { what: 'a missing page', path: '/es/nothing', status: 404 },
  { what: 'an unknown entry', path: '/entry/not-a-key', status: 404 },
  { what: 'a missing file', path: '/nothing.txt', status: 404 },
  { what: 'a module', path: '/modules/player.js', status: 200 },
  { what: 'a picture', path: '/icon.svg', status: 200 },
  { what: 'a film', path: '/films/luis/luis.mp4', status: 200 },
  { what: 'the feed', path: '/feed.xml', status: 200 },
  { what: 'the health', path: '/api/health', status: 200 },
  { what: 'a method that is not one', path: '/', status: 405, method: 'DELETE' },
  {
    what: 'a form of the wrong kind',
    path: '/share',
    status: 415,
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    data: '{}',
  },
  {
    what: 'a broken form',
    path: '/share',
    status: 400,
    method: 'POST',
    headers: { 'content-type': 'multipart/form-data; boundary=x' },
    data: '--x\r\nnonsense',
  },
  {
    what: 'a form from another site',
    path: '/share',
    status: 403,
    method: 'POST',
    headers: { origin: 'https://evil.example', 'content-type': 'multipart/form-data; boundary=x' },
    data: '--x--\r\n',
  },
  {
    what: 'far too much',
    path: '/share',
    status: 413,
    method: 'POST',
    headers: { 'content-type': 'multipart/form-data; boundary=x' },
    data: 'a'.repeat(1_100_000),
  },
  { what: 'an address that cannot be read', path: '/%ff', status: 400 },
]

for (const { what, path, status, method = 'GET', headers = {}, data } of responses)
  test(`the policy stands on ${what}`, async ({ request }) => {
    const response = await request.fetch(path, { method, headers, maxRedirects: 0, ...(data === undefined ? {} : { data }) })

    expect(response.status()).toBe(status)
    const policy = response.headers()['content-security-policy'] ?? ''
    expect(policy).toContain("default-src 'none'")
    expect(policy).toContain("script-src 'self';")
    expect(policy).not.toContain('unsafe')
    expect(response.headers()['x-content-type-options']).toBe('nosniff')
    expect(response.headers()['x-powered-by']).toBeUndefined()
  })

const pages = [
  '/',
  '/stories',
  '/stories/luis',
  '/history',
  '/history/facts',
  '/share',
  '/entry',
  '/rules',
  '/privacy',
  '/accessibility',
  '/verify',
  '/staff/sign-in',
  '/nothing',
]

for (const path of pages)
  test(`nothing but our own small modules runs on ${path}`, async ({ page }) => {
    const problems: string[] = []
    page.on('console', (message) => {
      if (message.type() === 'error' && !/404 \(Not Found\)/.test(message.text())) problems.push(message.text())
    })
    page.on('pageerror', (error) => problems.push(error.message))
    const outside: string[] = []
    page.on('request', (request) => {
      if (
        new URL(request.url()).origin !== new URL(page.url() === 'about:blank' ? request.url() : page.url()).origin &&
        !request.url().startsWith('data:')
      )
        outside.push(request.url())
    })

    await page.goto(path)

    const scripts = await page
      .locator('script')
      .evaluateAll((all) => all.map((script) => script.getAttribute('src') ?? script.getAttribute('type') ?? 'inline'))
    expect(scripts.filter((script) => !script.startsWith('/modules/') && script !== 'application/ld+json')).toEqual([])
    expect(await page.locator('[style], [onclick], [onload], [onerror]').count()).toBe(0)
    expect(problems).toEqual([])
    expect(outside).toEqual([])
  })

test('a page for everybody brings its styles along, and its policy allows exactly those; a page for one person links to them', async ({
  request,
}) => {
  for (const [path, isKept] of [
    ['/', true],
    ['/ar/rules', true],
    ['/share', true],
    ['/entry', false],
  ] as const) {
    const answer = await request.get(path)
    const html = await answer.text()
    const hashes = [...html.matchAll(/<style>([\s\S]*?)<\/style>/g)].map(
      ([, css = '']) => `'sha256-${createHash('sha256').update(css).digest('base64')}'`,
    )
    expect([path, hashes.length > 0, /<link rel="stylesheet"/.test(html)]).toEqual([path, isKept, !isKept])
    expect(answer.headers()['content-security-policy']).toContain(`; style-src ${["'self'", ...hashes].join(' ')};`)
  }
})

test('a page keeps its scripts below twelve thousand bytes', async ({ page }) => {
  let bytes = 0
  page.on('response', async (response) => {
    if (response.url().includes('/modules/')) bytes += (await response.body()).length
  })

  await page.goto('/stories/luis')
  await page.waitForLoadState('networkidle')

  expect(bytes).toBeGreaterThan(0)
  expect(bytes).toBeLessThan(12_000)
})

const compared = [
  'display',
  'position',
  'color',
  'background',
  'border',
  'border-radius',
  'font',
  'text-align',
  'text-decoration',
  'padding',
  'margin',
  'flex',
  'gap',
  'grid-template',
  'opacity',
  'transform',
  'overflow',
  'list-style',
  'cursor',
  'fill',
  'stroke',
  'z-index',
]

/** What changes when this sheet takes the place of the rules a page brought along: elements, what is drawn before and after them, and rings around what has the focus. */
const changedBy = (page: Page, sheet: string) =>
  page.evaluate(
    async ({ href, properties }) => {
      const ringOf = (element: HTMLElement) => {
        element.focus({ preventScroll: true })
        const { outline, outlineOffset, boxShadow } = getComputedStyle(element)
        return [`${element.tagName}.${element.getAttribute('class')} in focus`, [outline, outlineOffset, boxShadow].join()]
      }
      const look = () => [
        ...[...document.querySelectorAll<HTMLElement>('a[href], button, input, select, summary, video')].map(ringOf),
        ...[...document.querySelectorAll('body, body *')].flatMap((element) =>
          [null, '::before', '::after'].map((part) => {
            const style = getComputedStyle(element, part)
            const name = `${element.tagName}.${element.getAttribute('class')} ${part ?? ''}`
            if (part && style.content === 'none') return [name, '']
            const { x, y, width, height } = element.getBoundingClientRect()
            return [name, [x, y, width, height, ...properties.map((property) => style.getPropertyValue(property))].join()]
          }),
        ),
      ]
      const before = look()
      const link = Object.assign(document.createElement('link'), { rel: 'stylesheet', href })
      await new Promise((loaded) => {
        link.onload = loaded
        document.head.append(link)
      })
      document.querySelector('head style')?.remove()
      return look().flatMap(([name, style], index) => (style === before[index]?.[1] ? [] : [name]))
    },
    { href: sheet, properties: compared },
  )

test('a page with the rules it needs looks as it would with all of them', async ({ page }) => {
  const whole = /<link rel="stylesheet" href="([^"]+\.css)"/.exec(await (await page.request.get('/verify')).text())?.[1] ?? ''
  for (const [path, colorScheme, media] of [
    ['/ar', 'dark', 'screen'],
    ['/stories/luis', 'light', 'print'],
    ['/results', 'dark', 'screen'],
    ['/share', 'light', 'screen'],
  ] as const) {
    await page.emulateMedia({ colorScheme, media, reducedMotion: 'reduce' })
    await page.goto(path)
    await page.keyboard.press('Tab') // from here on what has the focus shows it
    expect([path, await changedBy(page, whole)]).toEqual([path, []])
  }
})
