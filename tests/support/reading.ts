import { randomBytes, randomUUID } from 'node:crypto'
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

export type Told = Readonly<{ name: string; email: string; post: string; story: string }>

const letters = '23456789ABCDEFGHJKMNPQRSTVWXYZ'
const code = () => Array.from({ length: 4 }, () => letters[Math.floor(Math.random() * letters.length)]).join('')
const hash = () => randomBytes(32).toString('hex')

/** An eligible entry of this person, whole, that nobody has screened, so that everybody may still read it; returns its reference. */
export async function eligibleEntry({ name, email, post, story }: Told): Promise<string> {
  const [id, reference] = [randomUUID(), `HB-${code()}-${code()}`]
  await statement(
    `with entry as (
       insert into submission (id, campaign_id, reference, idempotency_key, status, status_at, submitted_at, version, locale, country, platform,
         post_key, post_url, post_canonical, post_soft, post_text, story, story_language, display_name, anonymous, email, phrase)
       select $1::uuid, id, $2, $1::text, 'eligible', now(), now(), 2, 'en', 'MX', 'x', 'x:' || $3, $3, $3, false, 'My post. #HumansOfBinance', $4, 'en', $5, false, $6,
         'blue kettle on Sundays' from campaign returning id
     ), survey as (
       insert into survey_answers (submission_id, adult, affiliated, region, binance_user, themes, tools, others_shown)
       select id, true, false, 'open', 'private', array['learning'], array['academy'], 'no' from entry
     ), consents as (
       insert into consent_event (id, submission_id, purpose, answer, text_hash, rules_version, locale, at)
       select gen_random_uuid(), id, purpose, 'yes', $7, case purpose when 'rules' then 1 end, 'en', now() from entry, unnest(array['rules', 'reading', 'film']) purpose
     ), link as (
       insert into entry_key (key_hash, submission_id, created_at) select $7, id, now() from entry
     ), audit as (
       insert into audit_event (at, actor_kind, action, subject_kind, subject_id) select now(), 'storyteller', 'submission.received', 'submission', id::text from entry
     )
     insert into mail (id, kind, recipient, locale, subject, text, html, code, submission_id, created_at)
     select gen_random_uuid(), 'receipt', $6, 'en', 'Sample', 'Sample', '', $2, id, now() from entry`,
    [id, reference, post, story, name, email, hash()],
  )
  return reference
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
