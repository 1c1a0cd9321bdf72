import { expect, test } from '@playwright/test'
import { enterUntilCheck, freshPost, send } from '../support/entering.ts'
import { signInAs } from '../support/staff.ts'

test('what a program sends stands apart for staff, with reasons, until somebody brings it back', async ({ page, browser }) => {
  await page.goto('/share')
  await page.locator('main form [name=website]').fill('https://bait.example', { force: true })
  await page.locator('[name=country]').selectOption('MX')
  for (const value of ['adult][value=yes', 'affiliated][value=no', 'binanceUser][value=no']) await page.locator(`[name=${value}]`).check()
  await page.locator('main form button.btn').last().click()
  await enterUntilCheck(page, { postUrl: freshPost(), email: `spam-${Date.now()}@example.org` })
  const reference = await send(page)
  const staff = await (await browser.newContext({ javaScriptEnabled: false })).newPage()
  await signInAs(staff, 'reviewer')
  await staff.goto(`/staff/submissions/${reference}`)

  await expect(staff.getByRole('heading', { name: 'In the spam lane' })).toBeVisible()
  await expect(staff.locator('main')).toContainText('The box that only programs see was filled in')
  await staff.getByRole('button', { name: 'Not spam' }).click()
  await expect(staff.locator('main')).toContainText('Taken out of the spam lane by Sample reviewer')

  await staff.getByRole('button', { name: 'Mark as spam' }).click()
  await expect(staff.locator('main')).toContainText('Set apart by Sample reviewer')
})
