import { expect, type Page, test } from '@playwright/test'
import { enterUntilCheck, freshPost, send } from '../support/entering.ts'
import { letter } from '../support/outbox.ts'

const dataDir = process.env.DATA_DIR ?? '.data-dev'

async function check(page: Page, code: string): Promise<void> {
  await page.locator('[name=code]').fill(code)
  await page.locator('main form button').click()
}

test('the code of a receipt is called genuine, one that was made up is not', async ({ page }) => {
  const email = `verify-${Date.now()}@example.org`
  await enterUntilCheck(page, { postUrl: freshPost(), email })
  const reference = await send(page)
  const receipt = await letter(dataDir, (mail) => mail.to === email)
  const code = /[0-9A-Z]{4}-[0-9A-Z]{4}-[0-9A-Z]{4}/.exec(receipt.text)?.[0] ?? ''

  await page.goto('/verify')
  await check(page, code.toLowerCase())

  await expect(page.getByRole('status')).toContainText(`about the entry ending ${reference.slice(-4)}`)
  await expect(page).toHaveTitle('This code is genuine | Humans of Binance')
  await check(page, 'FAKE-FAKE-FAKE')
  await expect(page.getByRole('alert')).toContainText('We did not send this')
  await expect(page.locator('[name=code]')).toHaveValue('FAKE-FAKE-FAKE')
})

test('an empty code is an error that leads to the field', async ({ page }) => {
  await page.goto('/es/verify')
  await check(page, '  ')

  await expect(page).toHaveTitle(/^Error: /)
  await page.getByRole('link', { name: 'Escribe el código del mensaje' }).click()
  await expect(page).toHaveURL(/#code$/)
  await expect(page.locator('[name=code]')).toHaveAttribute('aria-invalid', 'true')
})

for (const path of ['/rules', '/privacy', '/accessibility', '/results', '/verify'])
  for (const locale of ['', '/es', '/ar'])
    test(`${locale}${path} stands without scripts and fits a small screen`, async ({ page }) => {
      const answer = await page.goto(locale + path)
      expect(answer?.status()).toBe(200)
      await expect(page.locator('h1')).toHaveCount(1)
      await expect(page).toHaveTitle(/\| Humans of Binance$/)
      await page.setViewportSize({ width: 320, height: 800 })
      expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBe(320)
    })

test('each section of the rules can be linked to, and a version that does not exist is not found', async ({ page }) => {
  await page.goto('/rules')
  for (const link of await page.locator('nav[aria-labelledby=contents] a').all())
    await expect(page.locator((await link.getAttribute('href')) ?? '')).toHaveCount(1)
  await expect(page.locator('#prize-pool')).toContainText('8,000 USDC')
  expect((await page.goto('/rules?version=1'))?.status()).toBe(200)
  for (const version of ['99', '0', 'x', '1&version=2']) expect((await page.goto(`/rules?version=${version}`))?.status()).toBe(404)
})
