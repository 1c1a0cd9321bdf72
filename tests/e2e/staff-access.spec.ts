import AxeBuilder from '@axe-core/playwright'
import { type BrowserContext, expect, type Page, test } from '@playwright/test'
import { enterUntilCheck, freshPost, send } from '../support/entering.ts'
import { signInAs } from '../support/staff.ts'

const tags = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice']

async function violations(page: Page): Promise<string[]> {
  const { violations: found } = await new AxeBuilder({ page }).withTags(tags).analyze()
  return found.map(({ id, nodes }) => `${id}: ${nodes.map((node) => node.target.join(' ')).join(', ')}`)
}

async function speak(context: BrowserContext, language: string, baseURL: string | undefined): Promise<void> {
  await context.addCookies([{ name: 'hob-locale', value: language, url: `${baseURL}/staff` }])
}

test('axe finds nothing on the staff pages, in any language, light or dark, and they fit a small screen', async ({
  page,
  context,
  baseURL,
}) => {
  test.setTimeout(180_000)
  await page.goto('/staff/sign-in')
  expect(await violations(page)).toEqual([])
  await page.goto('/staff/sign-in/confirm?token=none')
  expect(await violations(page)).toEqual([])
  await enterUntilCheck(page, { postUrl: freshPost(), email: `access-${Date.now()}@example.org` })
  const reference = await send(page)
  await signInAs(page, 'admin')

  for (const language of ['en', 'es', 'ar'])
    for (const colorScheme of ['light', 'dark'] as const) {
      await speak(context, language, baseURL)
      await page.emulateMedia({ colorScheme })
      for (const path of [
        '/staff',
        '/staff/submissions?status=all',
        '/staff/submissions?q=HB-2222-2222',
        `/staff/submissions/${reference}`,
        '/staff/nothing',
      ]) {
        await page.goto(path)
        await expect(page.locator('html')).toHaveAttribute('dir', language === 'ar' ? 'rtl' : 'ltr')
        expect([path, language, colorScheme, await violations(page)]).toEqual([path, language, colorScheme, []])
        await page.setViewportSize({ width: 320, height: 800 })
        expect(await page.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth)).toBeLessThanOrEqual(
          0,
        )
        await page.setViewportSize({ width: 1280, height: 800 })
      }
    }

  await page.goto(`/staff/submissions/${reference}`)
  await page.locator('form:has([name=outcome]) button[type=submit]').click()
  await expect(page).toHaveTitle(/: /)
  expect(await violations(page)).toEqual([])
  await expect(page.locator('[data-error-summary]')).toBeFocused()
})
