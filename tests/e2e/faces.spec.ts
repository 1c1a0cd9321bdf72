import { expect, type Page, test } from '@playwright/test'

/** The faces a first visit asked for, by what named them: the head of the page (`link`) or its style (`css`). */
async function askedBy(page: Page, path: string, width: number): Promise<Record<string, string>> {
  await page.setViewportSize({ width, height: 844 })
  await page.goto(path)
  await page.evaluate(() => document.fonts.ready)
  return page.evaluate(() => {
    const files = performance.getEntriesByType('resource') as PerformanceResourceTiming[]
    const faces = files.filter(({ name }) => name.endsWith('.woff2'))
    return Object.fromEntries(faces.map(({ name, initiatorType }) => [name.slice(name.lastIndexOf('/') + 1), initiatorType]))
  })
}

const latin = ['atkinson-text.woff2', 'bricolage-display-fixed.woff2']

test('a phone shows the words before it asks for the faces', async ({ page }) => {
  expect(await askedBy(page, '/rules', 390)).toEqual(Object.fromEntries(latin.map((file) => [file, 'css'])))
})

test('a wide screen asks for the faces first', async ({ page }) => {
  expect(await askedBy(page, '/rules', 1440)).toEqual(Object.fromEntries(latin.map((file) => [file, 'link'])))
})

test('Arabic words wait for their face, and the spaces between them are of the same face', async ({ page }) => {
  expect(await askedBy(page, '/ar/rules', 390)).toMatchObject({ 'vazirmatn-arabic.woff2': 'link' })
  const spaces = await page.evaluate(
    () =>
      document.fonts.check('1rem "Vazirmatn HoB"', ' ') &&
      [...document.fonts].find(({ family }) => family.includes('Vazirmatn'))?.unicodeRange,
  )
  expect(spaces).toMatch(/^U\+20,/)
})
