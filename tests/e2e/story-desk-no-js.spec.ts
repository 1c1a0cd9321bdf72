import { expect, type Page, test } from '@playwright/test'
import { signInAs } from '../support/staff.ts'

const good = 'WEBVTT\n\n00:00.000 --> 00:02.000\nA sample line\n'
const broken = 'WEBVTT\n\n00:00.000 --> 00:02\nA sample line\n\n00:05.000 --> 00:04.000\nAnother\n'

async function begin(page: Page): Promise<string> {
  await signInAs(page, 'editor')
  await page.goto('/staff/stories')
  await page.getByRole('link', { name: 'New story' }).click()
  await page.locator('[name=slug]').fill(`sample-${Date.now()}-${Math.floor(Math.random() * 1e6)}`)
  await page.getByRole('button', { name: 'Begin the story' }).click()
  await expect(page.locator('.note[role=status]')).toHaveText(/The story is begun/)
  return new URL(page.url()).pathname
}

async function saveText(page: Page, here: string, language: 'en' | 'es', title: string): Promise<void> {
  await page.goto(`${here}/text/${language}`)
  await page.locator('[name=title]').fill(title)
  await page.locator('[name=summary]').fill('A sample summary.')
  await page.locator('[name=pictureText]').fill('A sample picture.')
  await page.getByRole('button', { name: 'Save the words' }).click()
  await expect(page.locator('.note[role=status]')).toHaveText(/Saved as version/)
}

test('an editor writes a story with captions in two languages, and is told what is missing before it can go live', async ({ page }) => {
  const here = await begin(page)
  await saveText(page, here, 'en', 'A sample title')
  await saveText(page, here, 'es', 'Un título de muestra')
  await page.goto(`${here}/transcript/en`)
  await page.locator('[name=at-0]').fill('0:00')
  await page.locator('[name=says-0]').fill('A sample line')
  await page.getByRole('button', { name: 'Save the transcript' }).click()
  for (const language of ['en', 'es']) {
    await page.goto(`${here}/captions/${language}`)
    await page.locator('[name=file]').setInputFiles({ name: 'sample.vtt', mimeType: 'text/vtt', buffer: Buffer.from(good) })
    await page.getByRole('button', { name: 'Check and save' }).click()
    await expect(page.locator('main')).toContainText('1 cue, no faults')
  }
  await page.goto(`${here}/preview/es`)
  await expect(page.locator('html')).toHaveAttribute('lang', 'es')
  await expect(page.locator('h1')).toHaveText('A sample title')
  await page.goto(here)
  await page.getByRole('link', { name: 'Check, and publish at once' }).click()
  await page.getByRole('button', { name: /^Publish version/ }).click()
  await expect(page).toHaveTitle(/^Error: /)
  await expect(page.locator('.errsum')).toContainText('Film, wide, as MP4, Poster')
  expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(360)
})

test('a broken caption file names its lines, keeps its words, and is put right in place', async ({ page }) => {
  const here = await begin(page)
  await page.goto(`${here}/captions/en`)
  await page.locator('[name=file]').setInputFiles({ name: 'broken.vtt', mimeType: 'text/vtt', buffer: Buffer.from(broken) })
  await page.getByRole('button', { name: 'Check and save' }).click()
  await expect(page).toHaveTitle(/^Error: /)
  await expect(page.locator('.errsum')).toContainText('Line 3: this is no time')
  await expect(page.locator('.errsum')).toContainText('Line 6: the cue ends before it begins')
  await expect(page.locator('[name=body]')).toHaveValue(broken)
  await page.locator('[name=body]').fill(good)
  await page.getByRole('button', { name: 'Check and save' }).click()
  await expect(page.locator('main')).toContainText('1 cue, no faults')
})

test('the second of two editors sees both texts, keeps theirs, and can save again; an earlier version comes back', async ({
  page,
  context,
}) => {
  const here = await begin(page)
  await saveText(page, here, 'en', 'First title')
  const second = await context.newPage()
  await second.goto(`${here}/text/en`)
  await saveText(page, here, 'en', 'Title of one')
  await second.locator('[name=title]').fill('Title of other')
  await second.getByRole('button', { name: 'Save the words' }).click()
  await expect(second).toHaveTitle(/^Error: /)
  await expect(second.locator('#conflict del')).toContainText('one')
  await expect(second.locator('#conflict ins')).toContainText('other')
  await expect(second.locator('[name=title]')).toHaveValue('Title of other')
  await second.getByRole('button', { name: 'Save the words' }).click()
  await expect(second.locator('.note[role=status]')).toHaveText(/Saved as version 4/)

  await page.goto(`${here}/revisions/2`)
  await page.getByRole('button', { name: 'Bring version 2 back' }).click()
  await expect(page.locator('main')).toContainText('First title')
})
