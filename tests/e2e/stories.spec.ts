import AxeBuilder from '@axe-core/playwright'
import { expect, test } from '@playwright/test'

const label = /Illustrative film: not a real person’s story/
test('a list without a match is accessible and says what to do', async ({ page }) => {
  await page.goto('/stories?theme=community')

  await expect(page.getByRole('status')).toHaveText('No stories match')
  const { violations } = await new AxeBuilder({ page }).withTags(['wcag2a', 'wcag2aa', 'wcag21aa', 'wcag22aa', 'best-practice']).analyze()
  expect(violations.map(({ id }) => id)).toEqual([])
})

test('the home page leads to the film, the entry and the history', async ({ page }) => {
  await page.goto('/')

  await expect(page.getByRole('link', { name: 'Watch Luis’s story' })).toHaveAttribute('href', '/stories/luis')
  await expect(page.getByRole('link', { name: 'Share your story today' }).first()).toHaveAttribute('href', '/share')
  await expect(page.getByRole('heading', { name: /8,000 USDC/ })).toBeVisible()
  await expect(page.getByRole('link', { name: 'Read the history' })).toHaveAttribute('href', '/history')
})

test('name and menu share one row on narrow phones', async ({ page }) => {
  for (const width of [360, 375])
    for (const path of ['/', '/es', '/ar']) {
      await page.setViewportSize({ width, height: 700 })
      await page.goto(path)
      await page.evaluate(() => document.fonts.ready)
      const [name, menu] = await Promise.all(['.mark', '.menu summary'].map((part) => page.locator(`header ${part}`).boundingBox()))
      expect(menu?.y, `${path} at ${width}`).toBeLessThan((name?.y ?? 0) + (name?.height ?? 0))
    }
})

test('every film about nobody real says so on home, in the list and on its page', async ({ page }) => {
  for (const path of ['/', '/stories']) {
    await page.goto(path)
    await expect(page.locator('.frieze').getByText(label)).toHaveCount(3)
  }
  for (const slug of ['learning', 'family', 'hill']) {
    await page.goto(`/stories/${slug}`)
    await expect(page.locator('.story-head').getByText(label)).toBeVisible()
  }
  await page.goto('/stories/luis')
  await expect(page.locator('.story-head').getByText(label)).toHaveCount(0)
})

test('with scripts off the list narrows by its address', async ({ browser }) => {
  const page = await (await browser.newContext({ javaScriptEnabled: false })).newPage()
  await page.goto('/stories')

  await page.getByLabel('Theme').selectOption('family')
  await page.getByRole('button', { name: 'Show stories' }).click()

  expect(new URL(page.url()).search).toBe('?theme=family&language=')
  await expect(page.getByRole('status')).toHaveText('1 story matches')
  await expect(page.locator('.frieze h2')).toHaveText(['Row by row'])
  await page.getByRole('link', { name: 'Show every story' }).click()
  await expect(page.locator('.frieze h2')).toHaveCount(4)
  await page.context().close()
})

test('a filter nobody offered counts as not chosen', async ({ page }) => {
  await page.goto('/stories?theme=%00&language=xx')

  await expect(page.locator('.frieze h2')).toHaveCount(4)
})

test('a story nobody knows is not found, in words', async ({ page }) => {
  const response = await page.goto('/stories/nobody')

  expect(response?.status()).toBe(404)
  await expect(page.getByRole('heading', { level: 1 })).toBeVisible()
})

test('each story leads to the one before and the one after', async ({ page }) => {
  await page.goto('/stories/luis')
  await page.getByRole('link', { name: 'Watch Beginning again' }).click()

  await expect(page.getByRole('heading', { level: 1 })).toHaveText('Beginning again')
  await expect(page.getByRole('link', { name: /^Watch (?!Luis’s)/ })).toHaveText([/Row by row/, /Luis, 57/])
})

test('sharing needs no script of anybody else', async ({ page }) => {
  const hosts = new Set<string>()
  page.on('request', (request) => hosts.add(new URL(request.url()).host))
  await page.goto('/stories/luis')

  for (const name of ['WhatsApp', 'Telegram', 'X', 'Facebook'])
    await expect(page.getByRole('link', { name, exact: true })).toHaveAttribute('href', /^https:\/\/.*stories%2Fluis/)
  await expect(page.getByRole('button', { name: 'Copy link' })).toBeVisible()
  expect(hosts.size).toBe(1)
})

test('the hero follows the chosen theme whatever the device prefers', async ({ page, context, baseURL }) => {
  await context.addCookies([{ name: 'hob-theme', value: 'light', url: baseURL ?? 'http://localhost' }])
  await page.emulateMedia({ colorScheme: 'dark' })

  await page.goto('/')

  const shown = await page.locator('.hero__art img').evaluate((image: HTMLImageElement) => image.currentSrc)
  expect(shown).toMatch(/-light\.svg$/)
})

test('the feed holds every film with its files', async ({ request }) => {
  const response = await request.get('/feed.xml')
  const text = await response.text()

  expect(response.headers()['content-type']).toBe('application/atom+xml; charset=utf-8')
  expect(text.match(/<entry>/g)).toHaveLength(4)
  expect(text.match(/rel="enclosure"/g)).toHaveLength(9)
})

test('the site map names every page in every language', async ({ request }) => {
  const text = await (await request.get('/sitemap.xml')).text()

  expect(text).toMatch(/<loc>[^<]*\/ar\/stories\/luis<\/loc>/)
  expect(text).toMatch(/hreflang="es" href="[^"]*\/es\/stories\/luis"/)
})
