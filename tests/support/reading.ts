import { randomUUID } from 'node:crypto'
import { readFile } from 'node:fs/promises'
import path from 'node:path'
import type { Page } from '@playwright/test'
import pg from 'pg'
import { askForLink, invite } from './staff.ts'

const dataDir = process.env.DATA_DIR ?? '.data-dev'

/** One statement against the database of the running site. */
async function statement<T extends pg.QueryResultRow>(sql: string, values: readonly unknown[]): Promise<T[]> {
  const client = new pg.Client({ connectionString: (await readFile(path.join(dataDir, 'database-url'), 'utf8')).trim() })
  await client.connect()
  const { rows } = await client.query<T>(sql, [...values])
  await client.end()
  return rows
}

/** Finds an entry eligible without anybody having screened it, so that everybody may still read it. */
export async function findEligible(reference: string): Promise<void> {
  await statement(`update submission set status = 'eligible', status_at = now(), version = version + 1 where reference = $1`, [reference])
}

/** Asks somebody to read an entry that has an approved copy; returns the address of the reading. */
export async function askToRead(reference: string, email: string): Promise<string> {
  const [row] = await statement<{ id: string }>(
    `insert into assignment (id, submission_id, reviewer_id, stage, position, assigned_at)
     select $1, s.id, u.id, 1, 1, now() from submission s, staff_user u where s.reference = $2 and u.email = $3
     on conflict (submission_id, reviewer_id) do update set position = 1 returning id`,
    [randomUUID(), reference, email],
  )
  return `/staff/review/${row?.id}`
}

/** The id of an entry, which no reviewer is ever shown. */
export async function idOf(reference: string): Promise<string> {
  const [row] = await statement<{ id: string }>('select id from submission where reference = $1', [reference])
  return row?.id ?? ''
}

/** Signs a new reviewer in; returns their address. */
export async function signInReviewer(page: Page): Promise<string> {
  const email = await invite('reviewer')
  await page.goto(await askForLink(page, email))
  await page.locator('main form button').click()
  await page.waitForURL(/\/staff$/)
  return email
}
