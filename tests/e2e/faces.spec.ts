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
  expect(await askedBy(page, '/ar/rules', 1440)).toMatchObject({ 'vazirmatn-arabic.woff2': 'link' })
})

test('the Arabic face is asked for the same way, and the spaces between its words are of it', async ({ page }) => {
  expect(await askedBy(page, '/ar/rules', 390)).toMatchObject({ 'vazirmatn-arabic.woff2': 'css' })
  const spaces = await page.evaluate(
    () =>
      document.fonts.check('1rem "Vazirmatn HoB"', ' ') &&
      [...document.fonts].find(({ family }) => family.includes('Vazirmatn HoB'))?.unicodeRange,
  )
  expect(spaces).toMatch(/^U\+20,/)
})

for (const path of ['/', '/rules', '/ar', '/ar/rules', '/ar/results'])
  test(`hardly anything moves when the faces come (${path})`, async ({ page }) => {
    await page.setViewportSize({ width: 412, height: 823 })
    await page.route('**/fonts/*', async (route) => {
      await new Promise((resolve) => setTimeout(resolve, 600))
      await route.continue()
    })
    await page.goto(path)
    await page.evaluate(() => document.fonts.ready)
    const moved = await page.evaluate(
      () =>
        new Promise<number>((resolve) => {
          let sum = 0
          const add = (shifts: PerformanceEntryList) => {
            for (const shift of shifts) sum += (shift as PerformanceEntry & { value: number }).value
          }
          new PerformanceObserver((list) => add(list.getEntries())).observe({ type: 'layout-shift', buffered: true })
          requestAnimationFrame(() => setTimeout(() => resolve(sum), 200))
        }),
    )
    // A tenth is what browsers call good; the stand-ins have the heights of the faces, and nearly their widths.
    expect(moved).toBeLessThan(0.02)
  })

test('on a phone the eras of the history take their faces on in turns, and have them in the end', async ({ page }) => {
  const eras = () =>
    page.locator('.era').evaluateAll((all) => all.map((era) => getComputedStyle(era.querySelector('h3, p') ?? era).fontFamily))
  const ours = (families: readonly string[]) => families.filter((family) => / HoB/.test(family)).length
  await page.setViewportSize({ width: 412, height: 823 })
  await page.goto('/history')
  await page.evaluate(() => {
    for (const turn of document.getAnimations()) turn.currentTime = 0
  })
  const all = (await eras()).length
  expect(ours(await eras())).toBe(1)
  await page.evaluate(() =>
    document
      .getAnimations()
      .find((turn) => turn.effect?.getTiming().delay === 1300)
      ?.finish(),
  )
  expect(ours(await eras())).toBeGreaterThan(1)
  expect(ours(await eras())).toBeLessThan(all)
  await expect.poll(async () => ours(await eras())).toBe(all)

  await page.setViewportSize({ width: 1440, height: 900 })
  await page.reload()
  expect(ours(await eras())).toBe(all)
})
