import AxeBuilder from '@axe-core/playwright'
import { expect, type Page, test } from '@playwright/test'

const pages = [
  '/',
  '/stories',
  '/stories/luis',
  '/stories/hill',
  '/history',
  '/history/facts',
  '/history/report',
  '/share',
  '/share/not-eligible?reason=age',
  '/entry',
  '/rules',
  '/privacy',
  '/accessibility',
  '/results',
  '/verify',
  '/nothing',
]
const tags = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice']

async function violations(page: Page): Promise<string[]> {
  const { violations: found } = await new AxeBuilder({ page }).withTags(tags).analyze()
  return found.map(({ id, nodes }) => `${id}: ${nodes.map((node) => node.target.join(' ')).join(', ')}`)
}

for (const prefix of ['', '/es', '/ar'])
  for (const colorScheme of ['light', 'dark'] as const)
    test.describe(`${prefix || '/en'} in the ${colorScheme}`, () => {
      test.use({ colorScheme })
      for (const path of pages)
        test(`axe finds nothing on ${path}`, async ({ page }) => {
          await page.goto(`${prefix}${path}`.replace(/\/$/, '') || '/')

          expect(await violations(page)).toEqual([])
        })
    })

for (const path of pages)
  for (const prefix of ['', '/es', '/ar'])
    test(`${prefix}${path} fits 320 pixels and text of double size`, async ({ page }) => {
      await page.setViewportSize({ width: 320, height: 800 })
      await page.goto(`${prefix}${path}`.replace(/\/$/, '') || '/')
      const wide = () => page.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth)
      expect(await wide()).toBeLessThanOrEqual(0)

      await page.evaluate(() => document.documentElement.style.setProperty('font-size', '200%'))
      expect(await wide()).toBeLessThanOrEqual(0)
    })
