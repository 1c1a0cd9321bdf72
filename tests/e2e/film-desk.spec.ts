import AxeBuilder from '@axe-core/playwright'
import { expect, type Page, test } from '@playwright/test'
import { beginFilm, filmEntry } from '../support/films.ts'
import { signInAs } from '../support/staff.ts'

test.setTimeout(120_000)

const violations = async (page: Page) => (await new AxeBuilder({ page }).analyze()).violations.map(({ id, nodes }) => [id, nodes[0]?.html])
const at = async (page: Page) => Number(await page.locator('[data-do=seek]').inputValue())

test('the film is scrubbed with slider and keys in three shapes, saves by itself, and every page of it is accessible', async ({ page }) => {
  const errors: string[] = []
  page.on('pageerror', (error) => errors.push(error.message))
  const { reference } = await filmEntry()
  await signInAs(page, 'editor')
  await page.goto('/staff/films')
  expect(await violations(page)).toEqual([])
  const desk = await beginFilm(page, reference)
  await page.goto(`${desk}?scene=card-2`)
  await expect(page.locator('[data-film-player]')).toHaveAttribute('data-ready', '', { timeout: 30_000 })
  expect(await violations(page)).toEqual([])

  const canvas = page.locator('canvas')
  const before = await at(page)
  await canvas.focus()
  await page.keyboard.press('ArrowRight')
  expect(await at(page)).toBeCloseTo(before + 0.5, 1)
  await page.keyboard.press('j')
  expect(await at(page)).toBeCloseTo(before - 1.5, 1)
  await page.keyboard.press('Home')
  expect(await at(page)).toBe(0)
  await page.keyboard.press('k')
  await expect(page.locator('[data-playing]')).toBeVisible()
  await expect.poll(() => at(page)).toBeGreaterThan(0.2)
  await page.keyboard.press('k')
  await page.locator('[name=shape][value=portrait]').check()
  expect(await canvas.evaluate((drawn) => (drawn as HTMLCanvasElement).height)).toBe(1920)

  const shown = () => canvas.evaluate((drawn) => (drawn as HTMLCanvasElement).toDataURL().length)
  await page.locator('#text').focus()
  const here = await at(page)
  await page.keyboard.press('k')
  expect(await page.locator('[data-playing]').isVisible()).toBe(false)
  await page.locator('#text').fill('Words of an editor')
  await expect.poll(() => at(page)).not.toBe(here)
  const drawn = await shown()
  await page.locator('[name=palette]').selectOption('night')
  await expect.poll(shown).not.toBe(drawn)
  await expect(page.locator('[data-whose=editor]')).toBeVisible()
  await expect(page.locator('[data-autosave]')).toContainText('Saved by itself as version', { timeout: 30_000 })
  await page.reload()
  await expect(page.locator('#text')).toHaveValue('Words of an editor')

  for (const part of ['steps', 'words/es']) {
    await page.goto(`${desk}/${part}`)
    expect([part, await violations(page)]).toEqual([part, []])
  }
  expect(errors).toEqual([])
})
