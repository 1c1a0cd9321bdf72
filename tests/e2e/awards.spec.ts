import AxeBuilder from '@axe-core/playwright'
import { expect, type Page, test } from '@playwright/test'
import { codeFor, press, propose, selectedEntry } from '../support/awards.ts'
import { signInAs } from '../support/staff.ts'

async function axe(page: Page): Promise<void> {
  const { violations } = await new AxeBuilder({ page }).analyze()
  expect(violations.map(({ id, nodes }) => [id, nodes[0]?.html])).toEqual([])
  const wide = await page.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth)
  expect([new URL(page.url()).pathname, wide]).toEqual([new URL(page.url()).pathname, 0])
}

test('every page of awards is clean to axe and fits a small screen, in three languages', async ({ page, browser }) => {
  test.slow()
  const { reference, email, entry } = await selectedEntry(page)
  const [first, second] = [await (await browser.newContext()).newPage(), await (await browser.newContext()).newPage()]
  for (const staff of [first, second]) await signInAs(staff, 'admin')
  const path = await propose(first, reference, '1.23')
  await second.goto(path)
  await press(second, 'Confirm this award')
  await press(second, 'Open it to the storyteller')
  await expect(second.getByRole('status')).toContainText('Opened')
  await page.setViewportSize({ width: 320, height: 800 })
  await second.setViewportSize({ width: 320, height: 800 })

  for (const below of ['', '/propose', '/ledger', '/payments?chainId=x&wrong=chainId&wrong=token']
    .map((end) => `/staff/awards${end}`)
    .concat(path)) {
    await second.goto(below)
    await axe(second)
  }
  for (const prefix of ['', '/es', '/ar']) {
    const own = entry.replace('/entry/', `${prefix}/entry/`)
    await page.goto(`${own}/award`)
    await axe(page)
    await page.goto(`${own}/award/claim`)
    await page.locator('main form button[type=submit]').click()
    await expect(page.locator('.errsum')).toBeVisible()
    await axe(page)
    await page.goto(`${own}/award/decline`)
    await axe(page)
  }
  await page.goto(`${entry}/award`)
  await press(page, 'Send me a code to decline it')
  await page.locator('[name=code]').fill(await codeFor(email))
  await press(page, 'Decline my award')
  await expect(page.getByRole('status')).toContainText('declined')
})
