import AxeBuilder from '@axe-core/playwright'
import { expect, type Page, test } from '@playwright/test'
import { readEntries } from '../support/season.ts'
import { signInAs } from '../support/staff.ts'

async function violations(page: Page): Promise<string[]> {
  const { violations: found } = await new AxeBuilder({ page })
    .withTags(['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'])
    .analyze()
  return found.map(({ id, nodes }) => `${id}: ${nodes.map((node) => node.target.join(' ')).join(', ')}`)
}

test('choosing and releasing: axe finds nothing, in two languages, light and dark, and nothing is wider than a phone', async ({ page }) => {
  test.setTimeout(180_000)
  const { ready } = await readEntries()
  await signInAs(page, 'admin')
  for (const [language, colorScheme, width] of [
    ['en', 'light', 1440],
    ['ar', 'dark', 320],
  ] as const) {
    await page.context().addCookies([{ name: 'hob-locale', value: language, url: new URL(page.url()).origin }])
    await page.emulateMedia({ colorScheme })
    await page.setViewportSize({ width, height: 900 })
    for (const path of ['/staff/selection', `/staff/selection/${ready}`, '/staff/selection/release']) {
      await page.goto(path, { timeout: 60_000 })
      expect([path, language, await violations(page)]).toEqual([path, language, []])
      expect([path, await page.evaluate(() => document.documentElement.scrollWidth)]).toEqual([path, width])
    }
  }
})

test('a decision is made with the keyboard alone', async ({ page }) => {
  test.setTimeout(120_000)
  const { ready } = await readEntries()
  await signInAs(page, 'admin')
  await page.goto(`/staff/selection/${ready}`, { timeout: 60_000 })
  await page.locator('[name=outcome][value=selected]').focus()
  await page.keyboard.press('Space')
  await page.keyboard.press('Tab')
  await page.keyboard.press('Space')
  await expect(page.locator('[name=reasons]').first()).toBeChecked()
  await page.locator('[name=note]').focus()
  await page.keyboard.press('Tab')
  await page.keyboard.press('Enter')
  await page.waitForURL(/done=1/, { timeout: 60_000 })
  await expect(page.locator('.note[role=status]')).toContainText('Decided')
})
