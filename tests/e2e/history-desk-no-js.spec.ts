import { expect, type Page, test } from '@playwright/test'
import { letter } from '../support/outbox.ts'
import { signInAs } from '../support/staff.ts'

const dataDir = process.env.DATA_DIR ?? '.data-dev'
// Entries that no other test touches.
const [reported, corrected] = ['co-ceo-2025', 'memoir-2026']

async function press(page: Page, name: string): Promise<void> {
  await page.locator('main').getByRole('button', { name, exact: true }).click()
}

async function narrow(page: Page): Promise<void> {
  expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(360)
}

test('a visitor reports an error from an entry, and gets one answer when staff deal with it', async ({ page, context }) => {
  const [email, what] = [
    `report-${Date.now()}-${Math.random().toString(36).slice(2)}@example.org`,
    `The month is wrong, sample ${Date.now()}.`,
  ]
  await page.goto(`/history/${reported}`)
  await page
    .locator(`#${reported}`)
    .getByRole('link', { name: /^Report an error/ })
    .click()
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('Report an error')
  await page.locator('[name=source]').fill('somewhere')
  await press(page, 'Send the report')
  await expect(page).toHaveTitle(/^Error: /)
  await expect(page.locator('.errsum')).toContainText('Write what is wrong')
  await expect(page.locator('[name=source]')).toHaveValue('somewhere')
  await page.locator('[name=what]').fill(what)
  await page.locator('[name=source]').fill('paper.example/a')
  await page.locator('[name=email]').fill(email)
  await press(page, 'Send the report')
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('Thank you. We have your report')
  await narrow(page)

  const staff = await context.newPage()
  await signInAs(staff, 'editor')
  await staff.goto('/staff/history/reports')
  await staff.getByRole('row', { name: what }).getByRole('link').click()
  await expect(staff.locator('main')).toContainText('https://paper.example/a')
  await expect(staff.locator('main')).not.toContainText(email)
  await staff.locator('[name=outcome]').selectOption('answered')
  await press(staff, 'Save')
  await expect(staff).toHaveTitle(/^Error: /)
  await staff.locator('[name=answer]').fill('The month is right: see the source.')
  await press(staff, 'Save')
  await expect(staff.locator('.note[role=status]')).toContainText('The report is answered')
  await narrow(staff)
  const mail = await letter(dataDir, ({ to }) => to === email)
  expect(mail.text).toContain('> The month is right: see the source.')
})

test('an editor corrects an entry, readers are told, the other editor sees both texts, and it goes down and comes back', async ({
  page,
  context,
}) => {
  await signInAs(page, 'editor')
  const here = `/staff/history/${corrected}`
  const second = await context.newPage()
  await second.goto(`${here}/words/en`)
  await page.goto(`${here}/words/en`)
  const before = await page.locator('[name=record]').inputValue()
  const note = `A sample note ${Date.now()}`
  await page.locator('[name=note]').fill(`${note} $BNB`)
  await press(page, 'Save the words')
  await expect(page.locator('.errsum')).toContainText('Fill this in')
  await page.locator('[name=reason]').fill('A sample reason')
  await page.locator('[name=told-en]').fill(`${note}, told`)
  await press(page, 'Save the words')
  await expect(page.locator('.errsum')).toContainText('The words name a coin by its ticker')
  await page.locator('[name=note]').fill(note)
  await press(page, 'Save the words')
  await expect(page.locator('.note[role=status]')).toContainText('Saved as version')
  await narrow(page)

  await second.locator('[name=note]').fill('Of another editor')
  await second.locator('[name=reason]').fill('Another reason')
  await press(second, 'Save the words')
  await expect(second).toHaveTitle(/^Error: /)
  await expect(second.locator('#conflict del')).toContainText(['sample'])
  await expect(second.locator('[name=note]')).toHaveValue('Of another editor')

  await page.goto(`/history/${corrected}`)
  await expect(page.locator(`#${corrected}`)).toContainText(`${note}, told`)
  await expect(page.locator(`#${corrected}`)).toContainText(before.slice(0, 40))

  await page.goto(`${here}/standing`)
  await page.locator('[name=reason]').fill('A sample reason')
  await press(page, 'Take it down')
  await expect(page.locator('.note[role=status]')).toContainText('The entry is taken down')
  expect((await second.goto(`/history/${corrected}`))?.status()).toBe(404)
  await page.getByRole('link', { name: 'Bring it back' }).click()
  await page.locator('[name=reason]').fill('A sample reason')
  await press(page, 'Bring it back')
  await expect(page.locator('.note[role=status]')).toContainText('The entry is back')
  await expect(page.getByRole('table', { name: /Changes/ })).toContainText('Taken down or brought back')
})
