import type { Browser, Page } from '@playwright/test'
import { button, done, expect, look, rows, signIn, someone, until } from './desk.ts'

const criteria = ['truth', 'change', 'theme', 'use', 'film'] as const
export type Readers = Map<string, Page>

/** One reviewer at their own browser: signed in once, however many entries they read. */
export async function readerAt(browser: Browser, baseURL: string, readers: Readers, email: string): Promise<Page> {
  const known = readers.get(email)
  if (known) return known
  const page = await signIn(await someone(browser, baseURL), email)
  readers.set(email, page)
  return page
}

type Asked = { id: string; email: string; independent: boolean }

/** Who is asked to read this entry and has not finished. */
export const asked = (reference: string) =>
  rows<Asked>(
    `select a.id, u.email, u.independent from assignment a join staff_user u on u.id = a.reviewer_id join submission s on s.id = a.submission_id
     where s.reference = $1 and a.ended_at is null and not exists (
       select from review r where r.submission_id = a.submission_id and r.reviewer_id = a.reviewer_id and r.completed_at is not null)`,
    [reference],
  )

/** Makes and approves the copy that reviewers read. */
export async function makeCopy(page: Page, reference: string): Promise<void> {
  await page.goto(`/staff/submissions/${reference}/copy`)
  await page.locator('main form button').first().click()
  await page.locator('form[aria-labelledby=editing] button').click()
  await done(page, 'is saved')
  await look(page, 'copy')
  await button(page, 'Approve this copy').click()
  await done(page, 'is approved')
}

/** Scores one entry with the keyboard alone, and goes on to the next. */
export async function scoreByKeys(page: Page, assignment: string, score: number): Promise<void> {
  await page.goto(`/staff/review/${assignment}`)
  for (const row of criteria) {
    await page.locator(`#score-${row}`).focus()
    await page.keyboard.press(String(score))
    await expect(page.locator(`[name=score-${row}][value="${score}"]`)).toBeChecked()
  }
  await page.locator('[name=confidence]').first().focus()
  await page.keyboard.press('Space')
  await page.keyboard.press('ArrowRight')
  await page.locator('h1').first().click()
  await page.keyboard.press('s')
  await page.waitForURL(/after=1|done=all/)
}

/** Whoever is asked to read this entry reads it and gives this score. */
export async function everybodyReads(browser: Browser, baseURL: string, readers: Readers, reference: string, score: number): Promise<void> {
  for (const { id, email } of await asked(reference)) await scoreByKeys(await readerAt(browser, baseURL, readers, email), id, score)
}

/** Steps aside from an entry and waits until somebody else is asked. */
export async function stepAside(page: Page, assignment: string, reference: string): Promise<void> {
  await page.goto(`/staff/review/${assignment}`)
  await look(page, 'reading')
  await page.locator('main details summary').last().click()
  await page.locator('[name=why][value=conflict]').check()
  await button(page, 'Step aside').click()
  await done(page, 'You stepped aside')
  await until(
    () => asked(reference),
    (left) => left.length === 2 && left.every(({ id }) => id !== assignment),
    'somebody else to be asked',
  )
}
