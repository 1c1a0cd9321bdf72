import { randomUUID } from 'node:crypto'
import { readFile } from 'node:fs/promises'
import path from 'node:path'
import { expect, test } from '@playwright/test'
import pg from 'pg'
import { letters } from '../support/outbox.ts'
import { signInAs } from '../support/staff.ts'

const dataDir = process.env.DATA_DIR ?? '.data-dev'
const key = 'a1B2c3D4e5F6g7H8i9J0kL'

/** A letter no mail server took, in the running site. Nobody real. */
async function deadLetter(): Promise<{ id: string; to: string }> {
  const [id, to] = [randomUUID(), `dead-${randomUUID()}@example.org`]
  const client = new pg.Client({ connectionString: (await readFile(path.join(dataDir, 'database-url'), 'utf8')).trim() })
  await client.connect()
  await client.query(
    `insert into mail (id, kind, recipient, locale, subject, text, html, code, state, attempts, last_error, created_at)
     values ($1, 'entry-link', $2, 'en', 'The link to your entry', $3, $4, $5, 'failed', 12, 'connect ECONNREFUSED 127.0.0.1:25', now())`,
    [
      id,
      to,
      `Sample letter: http://localhost/entry/${key}`,
      `<!doctype html><html lang="en"><head><title>Sample</title></head><body><h1 style="color:rgb(1, 2, 3)">Sample</h1><a href="http://localhost/entry/${key}">x</a></body></html>`,
      randomUUID(),
    ],
  )
  await client.end()
  return { id, to }
}

test('an admin finds a letter that could not be sent, reads why, and sends it again once', async ({ page, context }) => {
  const { id, to } = await deadLetter()
  await signInAs(page, 'admin')
  await page.goto('/staff/mail')
  await page.locator('[name=q]').fill(to)
  await page.locator('[name=state]').selectOption('failed')
  await page.getByRole('button', { name: 'Apply' }).click()
  await expect(page.getByRole('row')).toHaveCount(2)
  await expect(page.locator('main')).toContainText('The mail server could not be reached.')

  await page.getByRole('link', { name: 'The link to your entry' }).click()
  await expect(page.locator('h1')).toHaveText('The link to your entry')
  await expect(page.locator('main')).toContainText('http://localhost/entry/…')
  expect(await page.content()).not.toContain(key)
  expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(360)

  const second = await context.newPage()
  await second.goto(page.url())
  await page.getByRole('button', { name: 'Send again' }).click()
  await expect(page.getByRole('status')).toHaveText('The letter is back in the queue.')
  await second.getByRole('button', { name: 'Send again' }).click()
  await expect(second).toHaveTitle(/^Error: /)
  await expect(second.locator('.errsum')).toContainText('it waits, or was sent in the meantime')

  await expect.poll(async () => (await letters(dataDir)).filter((letter) => letter.to === to).length).toBe(1)
  const [sent] = (await letters(dataDir)).filter((letter) => letter.to === to)
  expect(sent?.headers['Message-ID']).toContain(id)
})

test('the letter as it is laid out stands alone: styled, without secrets, unable to run or lead anywhere', async ({ page }) => {
  const { id } = await deadLetter()
  await signInAs(page, 'admin')
  await page.goto(`/staff/mail/${id}`)
  await page.getByRole('link', { name: 'See the letter as it is laid out' }).click()
  await expect(page.locator('h1')).toHaveCSS('color', 'rgb(1, 2, 3)')
  expect(await page.content()).not.toContain(key)
  const answer = await page.request.get(`/staff/mail/${id}/as-seen`)
  expect(answer.headers()['content-security-policy']).toMatch(/^default-src 'none'; style-src 'unsafe-inline'; sandbox;/)
  expect(answer.headers()['cache-control']).toContain('no-store')
})

test('nobody but an admin finds the outbox, a letter or its layout', async ({ page }) => {
  const { id } = await deadLetter()
  expect((await page.request.get(`/staff/mail/${id}/as-seen`, { maxRedirects: 0 })).status()).toBe(307)
  await signInAs(page, 'reviewer')
  for (const place of ['/staff/mail', `/staff/mail/${id}`, `/staff/mail/${id}/as-seen`])
    expect([place, (await page.request.get(place)).status()]).toEqual([place, 404])
})
