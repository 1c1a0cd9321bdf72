import { randomUUID } from 'node:crypto'
import { readFile } from 'node:fs/promises'
import path from 'node:path'
import { expect, type Page } from '@playwright/test'
import pg from 'pg'
import { letter } from './outbox.ts'

const dataDir = process.env.DATA_DIR ?? '.data-dev'

/** Invites somebody to the running site, from a network that asked for no link yet; returns their address. Nobody real. */
export async function invite(role: 'reviewer' | 'editor' | 'admin'): Promise<string> {
  const email = `${role}-${randomUUID()}@example.org`
  const client = new pg.Client({ connectionString: (await readFile(path.join(dataDir, 'database-url'), 'utf8')).trim() })
  await client.connect()
  await client.query('insert into staff_user (id, email, name, role) values ($1, $2, $3, $4)', [
    randomUUID(),
    email,
    `Sample ${role}`,
    role,
  ])
  await client.query("delete from rate_limit where key like 'sign-in-network:%'")
  await client.end()
  return email
}

/** Asks for a sign-in link and returns the address in the mail: another than `before`, for who asked already. */
export async function askForLink(page: Page, email: string, before = 'none'): Promise<string> {
  await page.goto('/staff/sign-in')
  await page.locator('[name=email]').fill(email)
  await page.locator('main form button').click()
  await page.waitForURL(/sent=1/)
  const mail = await letter(dataDir, ({ to, text }) => to === email && text.includes('/staff/sign-in/confirm') && !text.includes(before))
  return /https?:\S+\/staff\/sign-in\/confirm\S+/.exec(mail.text)?.[0] ?? ''
}

/** Signs a new member of staff in, the way they would. */
export async function signInAs(page: Page, role: 'reviewer' | 'editor' | 'admin'): Promise<void> {
  await page.goto(await askForLink(page, await invite(role)))
  await page.locator('main form button').click()
  await expect(page).toHaveURL(/\/staff$/)
}
