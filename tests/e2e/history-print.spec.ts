import { expect, test } from '@playwright/test'

test('paper gets every source of the history, and the screen is as it was before', async ({ page }) => {
  await page.goto('/history')
  const folded = page.locator('details.more:not([open])')
  const before = await folded.count()
  await page.locator('details.more summary').first().click()
  await expect(folded).toHaveCount(before - 1)

  await page.evaluate(() => dispatchEvent(new Event('beforeprint')))
  await expect(folded).toHaveCount(0)
  await page.evaluate(() => dispatchEvent(new Event('afterprint')))
  await expect(folded).toHaveCount(before - 1)
})
