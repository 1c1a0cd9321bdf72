import { randomUUID } from 'node:crypto'
import { type BrowserContext, expect, type Page, test } from '@playwright/test'
import { letter } from '../support/outbox.ts'
import { signInAs } from '../support/staff.ts'

const dataDir = process.env.DATA_DIR ?? '.data-dev'

async function another(context: BrowserContext): Promise<Page> {
  const own = await context.browser()?.newContext({ javaScriptEnabled: false })
  if (!own) throw new Error('no browser')
  return own.newPage()
}

test('an admin invites somebody, who comes in, changes role, and is removed at once everywhere', async ({ page, context }) => {
  test.slow()
  const email = `invited-${randomUUID()}@example.org`
  await signInAs(page, 'admin')
  await page.goto('/staff/people')
  await page.locator('[name=email]').fill('kim at example')
  await page.locator('[name=name]').fill('Sample Invited')
  await page.getByRole('button', { name: 'Send the invitation' }).click()
  await expect(page).toHaveTitle(/^Error: /)
  await expect(page.locator('.errsum a')).toHaveText([/Enter an email address/, 'Choose a role'])
  await expect(page.locator('[name=name]')).toHaveValue('Sample Invited')
  await page.locator('[name=email]').fill(email)
  await page.locator('[name=role][value=reviewer]').check()
  await page.locator('[name=languages]').fill('es PT-br')
  await page.getByRole('button', { name: 'Send the invitation' }).click()
  await expect(page.getByRole('status')).toContainText('Invited')

  const mail = await letter(dataDir, ({ to }) => to === email)
  const person = await another(context)
  await person.goto(/https?:\S+\/staff\/sign-in\/confirm\S+/.exec(mail.text)?.[0] ?? '')
  await person.locator('main form button').click()
  await expect(person).toHaveURL(/\/staff$/)
  expect((await person.goto('/staff/people'))?.status()).toBe(404)
  await person.goto('/staff/account')

  await page
    .getByRole('row', { name: new RegExp(email) })
    .getByRole('link')
    .click()
  await expect(page.locator('main')).toContainText('Chrome on')
  await page.locator('[name=role][value=editor]').check()
  await page.getByRole('button', { name: 'Save' }).click()
  await expect(page.getByRole('status')).toContainText('every session of this person has ended')
  await person.goto('/staff')
  await expect(person).toHaveURL(/\/staff\/sign-in$/)

  await page.getByRole('button', { name: /^Remove / }).click()
  await expect(page.getByRole('status')).toContainText('Removed')
  await expect(page.getByRole('table', { name: 'Removed people' })).toContainText(email)
})

test('a form that somebody was filling in when they were removed is refused, and gives the words back', async ({ page, context }) => {
  const staff = await another(context)
  await signInAs(page, 'admin')
  await signInAs(staff, 'admin')
  await staff.goto('/staff/campaign/stop')
  await staff.locator('[name=what][value=publishing]').check()
  await staff.locator('[name=reason]').fill('Words that took a while to write')
  await page.goto('/staff/people')
  const who = (await staff.locator('.rail__who a').textContent()) ?? ''
  expect(who).toContain('Sample admin')
  await staff.context().clearCookies()

  await staff.getByRole('button', { name: 'Do it' }).click()

  await expect(staff.locator('h1')).toHaveText('You are signed out')
  await expect(staff.locator('main')).toContainText('Words that took a while to write')
})
