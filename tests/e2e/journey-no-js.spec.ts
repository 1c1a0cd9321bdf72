import { expect, test } from '@playwright/test'
import { enterUntilCheck, freshPost, send } from '../support/entering.ts'
import { letter, letters } from '../support/outbox.ts'

const dataDir = process.env.DATA_DIR ?? '.data-dev'

test('an entry goes from the form to its reading, without scripts, on a small screen', async ({ page, browser }) => {
  const email = `journey-${Date.now()}@example.org`
  await enterUntilCheck(page, { postUrl: freshPost(), email })
  const reference = await send(page)

  await page.reload()
  await expect(page.locator('main')).toContainText(reference)
  const receipt = await letter(dataDir, (mail) => mail.to === email)
  expect(receipt.subject).toContain(reference)
  expect(receipt.text).toContain('blue kettle on Sundays')
  const address = /https?:\/\/\S+\/entry\/\S+/.exec(receipt.text)?.[0] ?? ''
  const elsewhere = await (await browser.newContext({ javaScriptEnabled: false })).newPage()
  await elsewhere.goto(address)
  await expect(elsewhere.locator('main')).toContainText('We have your story')

  const staff = await (await browser.newContext({ javaScriptEnabled: false })).newPage()
  await staff.goto(process.env.STAFF_LINK ?? '')
  await staff.locator('main form button').first().click()
  await staff.waitForURL(/\/staff$/)
  await staff.goto('/staff/submissions')
  await staff.locator('[name=q]').fill(reference)
  await staff.locator('[name=q]').press('Enter')
  await staff.locator(`a[href*="${reference}"]`).first().click()
  await expect(staff.locator('main')).toContainText('written for a test')
  await staff.locator('[name=outcome][value=eligible]').check()
  for (const box of await staff.locator('form:has([name=outcome]) input[type=checkbox]').all()) await box.check()
  await staff.locator('form:has([name=outcome]) button[type=submit]').last().click()

  await elsewhere.reload()
  await expect(elsewhere.locator('main')).toContainText('Being read')
  expect((await letters(dataDir)).filter((mail) => mail.to === email)).toHaveLength(1)
})
