import { expect, test } from '@playwright/test'
import { digitsAt } from '../../lib/staff/totp.ts'
import { askForLink, invite } from '../support/staff.ts'

test('an admin sets up an app, is asked for it at the next sign-in, and a recovery code replaces it once', async ({ page }) => {
  const email = await invite('admin')
  const link = await askForLink(page, email)
  await page.goto(link)
  await page.locator('main form button').click()
  await expect(page.locator('main')).toContainText('You sign in with a mailed link alone.')
  await page.getByRole('link', { name: 'Set up a second factor' }).click()
  await page.getByRole('button', { name: 'Begin' }).click()
  await expect(page.getByRole('img', { name: /setup key/ })).toBeVisible()
  const secret = ((await page.locator('.factor-key').textContent()) ?? '').replaceAll(' ', '')

  await page.locator('[name=code]').fill('000000')
  await page.getByRole('button', { name: 'Turn it on' }).click()
  await expect(page).toHaveTitle(/^Error: /)
  await expect(page.locator('.errsum a')).toHaveAttribute('href', '#code')
  const digits = digitsAt(secret, Date.now())
  await page.locator('[name=code]').fill(digits)
  await page.getByRole('button', { name: 'Turn it on' }).click()
  const codes = await page.locator('.factor-codes li').allTextContents()
  expect(codes).toHaveLength(10)
  await page.getByRole('link', { name: 'I have kept them' }).click()
  await expect(page).toHaveURL(/\/staff$/)
  await expect(page.locator('main')).not.toContainText('mailed link alone')
  await page.goto('/staff/second-factor')
  await expect(page.locator('main')).not.toContainText(codes[0] ?? '')

  await page.goto('/staff')
  await page.getByRole('button', { name: 'Sign out' }).click()
  await page.goto(await askForLink(page, email, link))
  await page.locator('main form button').click()
  for (const path of ['/staff', '/staff/people', '/staff/account']) {
    await page.goto(path)
    await expect(page).toHaveURL(/\/staff\/second-factor$/)
  }
  await page.locator('[name=code]').fill(digits)
  await page.getByRole('button', { name: 'Go on' }).click()
  await expect(page.locator('.errsum')).toContainText('was used before')
  await page.getByRole('link', { name: 'I cannot use my app' }).click()
  await page.locator('[name=code]').fill(codes[0]?.toLowerCase() ?? '')
  await page.getByRole('button', { name: 'Go on' }).click()
  await expect(page).toHaveURL(/\/staff$/)
  await page.goto('/staff/account')
  await expect(page.locator('main')).toContainText('9 recovery codes are left')
})
