import { mkdir, readFile } from 'node:fs/promises'
import path from 'node:path'
import { setTimeout as pause } from 'node:timers/promises'
import { expect as atOnce, type Browser, type Page } from '@playwright/test'
import pg from 'pg'
import { letter, letters } from '../support/outbox.ts'
import { askForLink, invite } from '../support/staff.ts'

export const dataDir = process.env.DATA_DIR ?? '.data-dev'
/** Waits as long as a busy machine may take. */
export const expect = atOnce.configure({ timeout: 20_000 })

const pictures = process.env.SEASON_PICTURES ?? null

/** What the walk may look up to know where to click; it changes nothing. */
export async function rows<T extends pg.QueryResultRow>(sql: string, values: readonly unknown[] = []): Promise<T[]> {
  const client = new pg.Client({ connectionString: (await readFile(path.join(dataDir, 'database-url'), 'utf8')).trim() })
  await client.connect()
  const found = await client.query<T>(sql, [...values])
  await client.end()
  return found.rows
}

/** Asks again until the answer fits, for half a minute. */
export async function until<T>(ask: () => Promise<T>, fits: (answer: T) => boolean, what: string): Promise<T> {
  for (const end = Date.now() + 30_000; Date.now() < end; await pause(300)) {
    const answer = await ask()
    if (fits(answer)) return answer
  }
  throw new Error(`waited in vain for ${what}`)
}

/** A browser of one person. Every page load and click that asks the site may take a while on a busy machine. */
export async function someone(browser: Browser, baseURL: string): Promise<Page> {
  const context = await browser.newContext({ baseURL, viewport: { width: 1440, height: 900 } })
  context.setDefaultTimeout(30_000)
  return context.newPage()
}

export async function signIn(page: Page, email: string): Promise<Page> {
  const earlier = (await letters(dataDir)).find(({ to, text }) => to === email && text.includes('/staff/sign-in/confirm'))
  await page.goto(await askForLink(page, email, /confirm\?token=[\w-]+/.exec(earlier?.text ?? '')?.[0]))
  await page.locator('main form button').click()
  await expect(page).toHaveURL(/\/staff$/)
  return page
}

export const staff = async (browser: Browser, baseURL: string, role: 'reviewer' | 'admin') =>
  signIn(await someone(browser, baseURL), await invite(role))

/** The page as it is now, wide and on a phone, where pictures are asked for; always: that nothing is wider than a phone. */
export async function look(page: Page, name: string): Promise<void> {
  if (pictures) await mkdir(pictures, { recursive: true })
  for (const width of [1440, 390]) {
    await page.setViewportSize({ width, height: 900 })
    if (pictures) await page.screenshot({ path: path.join(pictures, `${name}-${width}.png`), fullPage: true })
    const wide = await page.evaluate(() => document.documentElement.scrollWidth)
    expect([name, wide <= width]).toEqual([name, true])
  }
  await page.setViewportSize({ width: 1440, height: 900 })
}

/** The note that says what was done. */
export const done = (page: Page, words: string | RegExp) => expect(page.locator('main [role=status]').first()).toContainText(words)

export const button = (page: Page, name: string | RegExp) =>
  page
    .locator('main')
    .getByRole('button', { name, ...(typeof name === 'string' && { exact: true }) })
    .first()

/** The link to an entry in the letter with these words that went to this address. */
export async function entryLink(to: string, words: string): Promise<string> {
  const mail = await letter(dataDir, (one) => one.to === to && one.subject.includes(words))
  return /https?:\/\/[^\s/]+(\/\S*entry\/[\w-]+)/.exec(mail.text)?.[1] ?? ''
}

export const sent = async (words: string) => (await letters(dataDir)).filter(({ subject }) => subject.includes(words))
