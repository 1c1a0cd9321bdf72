import { expect, test } from '@playwright/test'
import { askTeller, beginFilm, filmEntry, sayYes } from '../support/films.ts'
import { signInAs } from '../support/staff.ts'
import { captionFile } from '../support/story-desk.ts'

test('a film made elsewhere is sent in pieces, gets captions and a transcript of its own, and can be taken away again', async ({
  page,
  context,
}) => {
  test.slow()
  const { reference, entry } = await filmEntry()
  await signInAs(page, 'editor')
  const desk = await beginFilm(page, reference)
  await page.goto(`${desk}/steps`)
  await expect(page.locator('[data-upload]')).toHaveCount(0)
  await askTeller(page, desk, 'Show the storyboard')
  await sayYes(await context.newPage(), entry, 'Yes, this may be made')

  await page.goto(`${desk}/steps`)
  await page.locator('#upload').setInputFiles({ name: 'film.mp4', mimeType: 'video/mp4', buffer: Buffer.from('not a film at all') })
  await page.getByRole('button', { name: 'Upload' }).click()
  await expect(page.locator('[data-status]')).toContainText('This is not an MP4 film.')
  await page.locator('#upload').setInputFiles('public/films/luis/luis.mp4')
  await page.getByRole('button', { name: 'Upload' }).click()
  await expect(page).toHaveURL(/done=uploaded/, { timeout: 30_000 })
  await expect(page.locator('.note[role=status]').first()).toContainText('takes its place')
  for (const name of ['src', 'poster']) {
    const file = (await page.locator('video.film-made').getAttribute(name)) ?? ''
    expect((await page.request.get(file, { headers: { range: 'bytes=0-99' } })).status()).toBe(206)
  }

  await page.getByRole('link', { name: 'Captions (Spanish)' }).click()
  await page.locator('[name=body]').fill(captionFile.replace('00:02.000', '00:02'))
  await page.getByRole('button', { name: 'Check and save' }).click()
  await expect(page.locator('.errsum')).toContainText('Line 3: this is no time')
  await page.locator('[name=body]').fill(captionFile)
  await Promise.all([page.waitForURL(/done=beside/), page.getByRole('button', { name: 'Check and save' }).click()])
  await page.goto(`${desk}/outside/transcript/en`)
  await page.locator('[name=at-0]').fill('0:01')
  await page.locator('[name=says-0]').fill('A sample line')
  await Promise.all([page.waitForURL(/done=beside/), page.getByRole('button', { name: 'Save the transcript' }).click()])
  await page.goto(`${desk}/steps`)
  await expect(page.locator('.checks').first()).toContainText('Captions (Spanish): There')
  await expect(page.locator('.checks').first()).toContainText('Transcript (English): There')

  await Promise.all([page.waitForURL(/done=dropped/), page.getByRole('button', { name: 'Go back to our own film' }).click()])
  await expect(page.locator('video.film-made')).toHaveCount(0)
  expect((await page.request.get(`${desk}/outside/captions/en`)).status()).toBe(404)
})
