import { readFile } from 'node:fs/promises'
import path from 'node:path'
import { expect, type Page } from '@playwright/test'
import pg from 'pg'
import { enterUntilCheck, freshPost, send } from './entering.ts'
import { letter } from './outbox.ts'

const dataDir = process.env.DATA_DIR ?? '.data-dev'

async function sql(text: string, values: readonly unknown[] = []): Promise<void> {
  const client = new pg.Client({ connectionString: (await readFile(path.join(dataDir, 'database-url'), 'utf8')).trim() })
  await client.connect()
  await client.query(text, [...values])
  await client.end()
}

/** A selected entry, and the page its storyteller sees. How it is selected is not what is tested here. */
export async function selectedEntry(page: Page): Promise<{ reference: string; email: string; entry: string }> {
  const email = `award-${Date.now()}-${Math.random().toString(36).slice(2)}@example.org`
  await enterUntilCheck(page, { postUrl: freshPost(), email })
  const reference = await send(page)
  const receipt = await letter(dataDir, (mail) => mail.to === email)
  await sql("update submission set status = 'selected', status_at = now() where reference = $1", [reference])
  await sql('update campaign set claim_days = coalesce(claim_days, 14), pay_within_days = coalesce(pay_within_days, 30)')
  return { reference, email, entry: /https?:\/\/\S+\/entry\/[\w-]+/.exec(receipt.text)?.[0] ?? '' }
}

/** Presses a button of the page's own part. */
export async function press(page: Page, name: string): Promise<void> {
  await page.locator('main').getByRole('button', { name, exact: true }).click()
}

/** Proposes an award; returns the path of its page. */
export async function propose(staff: Page, reference: string, amount: string): Promise<string> {
  await staff.goto('/staff/awards/propose')
  await staff.locator('[name=reference]').selectOption(reference)
  await staff.locator('[name=amount]').fill(amount)
  await press(staff, 'Propose this award')
  await expect(staff.getByRole('status')).toContainText('Proposed')
  return new URL(staff.url()).pathname
}

/** The code mailed last to this address. */
export async function codeFor(email: string, known: readonly string[] = []): Promise<string> {
  const digits = (text: string) => /: (\d{8})\b/.exec(text)?.[1] ?? ''
  const mail = await letter(dataDir, ({ to, text }) => to === email && digits(text) !== '' && !known.includes(digits(text)))
  return digits(mail.text)
}
