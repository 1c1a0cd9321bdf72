import { expect, test } from '@playwright/test'
import { readEntries, type SampleSeason } from '../support/season.ts'
import { signInAs } from '../support/staff.ts'

let season: SampleSeason
test.beforeAll(async () => {
  season = await readEntries()
})

test('an admin decides about an entry: refused with what is missing, corrected, recorded, hidden', async ({ page }) => {
  test.setTimeout(180_000)
  await signInAs(page, 'admin')
  await page.goto('/staff/selection')
  await expect(page.getByRole('heading', { name: 'Around the cut' })).toBeVisible()
  await expect(page.getByRole('img', { name: /Normalised .* raw/ }).first()).toBeVisible()

  await page.goto(`/staff/selection/${season.short}`)
  const form = page.locator('form:has([name=outcome])')
  await form.locator('[name=outcome][value=selected]').check()
  await form.locator('[name=note]').fill('A note for colleagues')
  await form.getByRole('button').click()
  await expect(page).toHaveTitle(/^Error: /)
  await expect(page.locator('.errsum a')).toHaveText(['Choose one or two reasons'])
  await form.locator('[name=reasons][value=useful]').check()
  await form.getByRole('button').click()
  await expect(page.locator('.errsum')).toContainText('completed reviews: it has 2, and needs 3')
  await expect(form.locator('[name=outcome][value=selected]')).toBeChecked()
  await expect(form.locator('[name=note]')).toHaveValue('A note for colleagues')

  await page.goto(`/staff/selection/${season.ready}`)
  await form.locator('[name=outcome][value=selected]').check()
  await form.locator('[name=reasons][value=useful]').check()
  await form.getByRole('button').click()
  await expect(page.locator('.note[role=status]')).toContainText('Nobody outside sees it')
  await expect(page.locator('.staff-head .badge')).toHaveText('Selected')
  await page.goto('/staff/selection?decision=selected&places=3')
  await expect(page.getByRole('link', { name: season.ready }).first()).toBeVisible()
})

test('the release names what stands in its way and offers nothing to press', async ({ page }) => {
  await signInAs(page, 'admin')
  await page.goto('/staff/selection/release')

  await expect(page.locator('main')).toContainText('Nobody may be left without an answer')
  await expect(page.locator('main')).toContainText(/\d+ entr(y has|ies have) no decision/)
  await expect(page.getByRole('button', { name: 'Propose this release' })).toHaveCount(0)
})

for (const role of ['reviewer', 'editor'] as const)
  test(`for a ${role} there is no place to choose`, async ({ page }) => {
    await signInAs(page, role)
    for (const path of ['/staff/selection', `/staff/selection/${season.ready}`, '/staff/selection/release']) {
      expect((await page.goto(path))?.status()).toBe(404)
      await expect(page.locator('main')).not.toContainText(season.ready)
    }
    await expect(page.locator('.rail a[href="/staff/selection"]')).toHaveCount(0)
  })
