import { expect, type Page, test } from '@playwright/test'
import { beginFilm, filmEntry } from '../support/films.ts'
import { signInAs } from '../support/staff.ts'

test.setTimeout(120_000)

const done = (page: Page) => page.locator('.note[role=status]').first()
const wide = (page: Page) => page.evaluate(() => document.documentElement.scrollWidth)
const cards = (page: Page) => page.locator('.film-strip__words').allTextContents()

test('an editor begins a film from the board and rearranges its scenes with buttons alone', async ({ page }) => {
  const { reference } = await filmEntry()
  await signInAs(page, 'editor')
  const desk = await beginFilm(page, reference)
  const drafted = await cards(page)
  expect(drafted.length).toBeGreaterThan(4)

  await page.locator('a[data-cut=card-1]').click()
  await expect(page.locator('#scene-heading')).toHaveText(/^Scene 2 of/)
  await page.getByRole('button', { name: 'Move later' }).click()
  await expect(done(page)).toContainText('Saved as version 2')
  expect((await cards(page)).slice(1, 3)).toEqual([drafted[2], drafted[1]])

  await page.getByRole('button', { name: 'Take out this scene' }).click()
  await expect(done(page)).toContainText('Saved as version 3')
  expect(await cards(page)).not.toContain(drafted[1])

  await page.locator('[name=sentence]').selectOption({ index: 1 })
  await page.getByRole('button', { name: 'Add the scene' }).click()
  await expect(done(page)).toContainText('Saved as version 4')
  await expect(page.locator('[data-whose]:not([hidden]) .badge')).toHaveText('Own words')

  await page.locator('#text').fill('Words of an editor')
  await page.locator('[name=palette]').selectOption('night')
  await page.getByRole('button', { name: 'Save this scene' }).click()
  await expect(done(page)).toContainText('Saved as version 5')
  await expect(page.locator('[data-whose]:not([hidden]) .badge')).toHaveText('Editor')
  expect(await wide(page)).toBeLessThanOrEqual(360)

  await page.getByRole('button', { name: 'Undo: back to version 4' }).click()
  await expect(done(page)).toContainText('Saved as version 6')
  expect(await cards(page)).not.toContain('Words of an editor')
  await page.goto('/staff/films')
  await expect(page.locator(`.film-job a[href="${desk}"]`)).toContainText(reference)
  expect(await wide(page)).toBeLessThanOrEqual(360)
})

test('what is wrong is named with the way to its scene, and wrong answers come back as they were typed', async ({ page }) => {
  const { reference } = await filmEntry()
  await signInAs(page, 'editor')
  const desk = await beginFilm(page, reference)

  await page.goto(`${desk}?scene=card-2`)
  await page.locator('#text').fill('x'.repeat(201))
  await page.getByRole('button', { name: 'Save this scene' }).click()
  await expect(page).toHaveTitle(/^Error: /)
  await expect(page.locator('.errsum')).toContainText('Use fewer characters')
  await expect(page.locator('#text')).toHaveValue('x'.repeat(201))

  await page.locator('#text').fill('One two three four five six seven eight nine ten eleven twelve')
  await page.locator('[name=beats]').selectOption('4')
  await page.getByRole('button', { name: 'Save this scene' }).click()
  await expect(done(page)).toContainText('Saved as version 2')
  await page.goto(desk)
  await page.getByRole('link', { name: /^Scene 3: too short to be read/ }).click()
  await expect(page.locator('#scene-heading')).toHaveText(/^Scene 3 of/)
  await page.goto(`${desk}/steps`)
  await page.getByRole('button', { name: 'Show the storyboard' }).click()
  await expect(page).toHaveTitle(/^Error: /)
})

test('the second of two editors sees both texts, and their own stay until they save again', async ({ page, context }) => {
  const { reference } = await filmEntry()
  await signInAs(page, 'editor')
  const desk = await beginFilm(page, reference)
  const second = await context.newPage()
  await page.goto(`${desk}?scene=card-2`)
  await second.goto(`${desk}?scene=card-2`)

  await page.locator('#text').fill('Words of one editor')
  await page.getByRole('button', { name: 'Save this scene' }).click()
  await expect(done(page)).toContainText('Saved as version 2')
  await second.locator('#text').fill('Words of another editor')
  await second.getByRole('button', { name: 'Save this scene' }).click()
  await expect(second).toHaveTitle(/^Error: /)
  await expect(second.locator('#conflict del')).toContainText('one')
  await expect(second.locator('#conflict ins')).toContainText('another')
  await expect(second.locator('#text')).toHaveValue('Words of another editor')
  await second.getByRole('button', { name: 'Save this scene' }).click()
  await expect(done(second)).toContainText('Saved as version 3')
})
