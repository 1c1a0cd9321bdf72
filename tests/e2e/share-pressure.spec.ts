import { createHash } from 'node:crypto'
import { readFile } from 'node:fs/promises'
import path from 'node:path'
import { type Browser, expect, type Page, test } from '@playwright/test'
import pg from 'pg'
import { enterUntilCheck, freshPost } from '../support/entering.ts'

const press = (page: Page) => page.locator('main form button.btn[type=submit]').last().click()
const someone = () => `pressure-${Date.now()}-${Math.round(Math.random() * 1e6)}@example.org`

async function pressed(networks: readonly string[], hits: number): Promise<void> {
  const client = new pg.Client({
    connectionString: (await readFile(path.join(process.env.DATA_DIR ?? '.data-dev', 'database-url'), 'utf8')).trim(),
  })
  await client.connect()
  for (const network of networks) {
    const key = `send-entry:${createHash('sha256').update(network).digest('base64url').slice(0, 22)}`
    await client.query('delete from rate_limit where key = $1', [key])
    if (hits > 0)
      await client.query(
        'insert into rate_limit (key, slot, hits) values ($1, floor(extract(epoch from clock_timestamp()) / 3600)::bigint, $2)',
        [key, hits],
      )
  }
  await client.end()
}

/** A network of their own, so that only these tests are under pressure. */
const from = '198.19.7.7'
const own = [from]

async function checkPage(browser: Browser, javaScriptEnabled: boolean): Promise<Page> {
  const context = await browser.newContext({ javaScriptEnabled })
  const page = await context.newPage()
  await enterUntilCheck(page, { postUrl: freshPost(), email: someone(), from })
  return page
}

test.describe.configure({ mode: 'serial' })
test.slow()

test('in quiet times the page carries no riddle', async ({ browser }) => {
  await pressed(own, 0)
  const page = await checkPage(browser, true)

  await expect(page.locator('[data-riddle]')).toHaveCount(0)
  await press(page)
  await page.waitForURL(/share\/done/)
})

test('under pressure a browser with scripts solves the riddle by itself and sends at once', async ({ browser }) => {
  await pressed(own, 200)
  const page = await checkPage(browser, true)

  await expect(page.locator('[data-riddle]')).toHaveCount(1)
  await press(page)
  await page.waitForURL(/share\/done/)
})

test('under pressure and without scripts, haste is asked to wait and told how long; at a human pace it is sent', async ({ browser }) => {
  await pressed(own, 200)
  const page = await checkPage(browser, false)

  const [answer] = await Promise.all([page.waitForResponse((response) => response.request().method() === 'POST'), press(page)])
  expect([answer.status(), answer.headers()['retry-after']]).toEqual([429, '20'])
  await expect(page).toHaveTitle(/^Error: /)
  await expect(page.locator('[data-error-summary]')).toContainText('Wait half a minute, then press the button again')

  await page.waitForTimeout(20_500)
  await press(page)
  await page.waitForURL(/share\/done/)
  await expect(page.locator('main')).toContainText(/HB-[2-9A-Z]{4}-[2-9A-Z]{4}/)
})

test('beyond the limit nothing is lost either', async ({ browser }) => {
  await pressed(own, 0)
  const page = await checkPage(browser, false)
  await pressed(own, 240)

  const [answer] = await Promise.all([page.waitForResponse((response) => response.request().method() === 'POST'), press(page)])
  expect(answer.status()).toBe(429)
  expect(Number(answer.headers()['retry-after'])).toBeGreaterThan(0)

  await pressed(own, 0)
  await press(page)
  await page.waitForURL(/share\/done/)
})
