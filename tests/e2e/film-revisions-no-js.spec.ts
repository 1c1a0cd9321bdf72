import AxeBuilder from '@axe-core/playwright'
import { expect, type Page, test } from '@playwright/test'
import { beginFilm, filmEntry } from '../support/films.ts'
import { signInAs } from '../support/staff.ts'

test.setTimeout(120_000)

const done = (page: Page) => page.locator('.note[role=status]').first()
const wide = (page: Page) => page.evaluate(() => document.documentElement.scrollWidth)

async function save(page: Page, desk: string, words: string): Promise<void> {
  await page.goto(`${desk}?scene=card-1`)
  await page.locator('#text').fill(words)
  await page.getByRole('button', { name: 'Save this scene' }).click()
  await expect(done(page)).toContainText('Saved as version')
}

/** What axe finds on the page, opened again where scripts run. */
async function violationsOf(page: Page): Promise<unknown[]> {
  const storageState = await page.context().storageState()
  const own = await page.context().browser()?.newContext({ javaScriptEnabled: true, storageState, viewport: page.viewportSize() })
  if (!own) throw new Error('no browser')
  const twin = await own.newPage()
  await twin.goto(page.url())
  expect(await twin.title()).toBe(await page.title())
  const { violations } = await new AxeBuilder({ page: twin }).analyze()
  await own.close()
  return violations.map(({ id, nodes }) => [id, nodes[0]?.html])
}

test('an editor sees what each version changed, lays two over each other, and brings one back', async ({ page, context }) => {
  const { reference } = await filmEntry()
  await signInAs(page, 'editor')
  const desk = await beginFilm(page, reference)
  await save(page, desk, 'One old sample sentence')
  await save(page, desk, 'One new sample sentence')

  await page.getByRole('link', { name: 'Versions', exact: true }).click()
  await expect(page.locator('tbody tr')).toHaveCount(3)
  await page.getByRole('link', { name: 'Words of 1 scene', exact: true }).click()
  await expect(page.locator('#compared')).toHaveText('From version 2 to version 3')
  await expect(page.locator('#changes ~ section del')).toHaveText('In version 2: old')
  await expect(page.locator('#changes ~ section ins')).toHaveText('In version 3: new')
  expect(await wide(page)).toBeLessThanOrEqual(360)
  expect(await violationsOf(page)).toEqual([])

  await page.locator('[name=with]').selectOption('1')
  await page.getByRole('button', { name: 'Compare' }).click()
  await expect(page.locator('#compared')).toHaveText('From version 1 to version 2')
  const late = await context.newPage()
  await late.goto(page.url())
  await page.getByRole('button', { name: 'Bring back version 2' }).click()
  await expect(done(page)).toContainText('The earlier version is back. Saved as version 4.')
  await expect(page.locator('.film-strip')).toContainText('One old sample sentence')

  await save(page, desk, 'One later sample sentence')
  await late.getByRole('button', { name: 'Bring back version 2' }).click()
  await expect(late).toHaveTitle(/^Error: /)
  await expect(late.locator('.errsum')).toContainText('This film was saved since you opened this page')
  await page.goto(`${desk}/revisions`)
  await expect(page.locator('tbody tr')).toHaveCount(5)
  expect((await page.goto(`${desk}/revisions/77`))?.status()).toBe(404)
})
