import { readFile } from 'node:fs/promises'
import { expect, type Page, test } from '@playwright/test'
import { signInAs } from '../support/staff.ts'

const good = 'WEBVTT\n\n00:00.000 --> 00:02.000\nA sample line\n'
const broken = good.replace('00:02.000', '00:02')

/** A file nobody sent before: a box that players skip is put at the end of the film, a word after the end of the picture. */
async function fresh(path: string, ending: Buffer): Promise<Buffer> {
  return Buffer.concat([await readFile(path), ending, Buffer.from(crypto.randomUUID().slice(0, 8))])
}

/** Sends the file that makes this many on the desk. */
async function send(page: Page, { count, ...file }: { count: number; name: string; mimeType: string; buffer: Buffer }): Promise<void> {
  await page.locator('#upload').setInputFiles(file)
  await page.getByRole('button', { name: 'Upload' }).click()
  await expect(page.locator('.story-files li')).toHaveCount(count, { timeout: 30_000 })
}

async function words(page: Page, here: string, language: 'en' | 'es', title: string): Promise<void> {
  await page.goto(`${here}/text/${language}`)
  await page.locator('[name=title]').fill(title)
  await page.locator('[name=summary]').fill('A sample summary.')
  await page.locator('[name=pictureText]').fill('A sample picture.')
  await Promise.all([page.waitForURL(/done=saved/), page.getByRole('button', { name: 'Save the words' }).click()])
  await page.goto(`${here}/transcript/${language}`)
  await page.locator('[name=at-0]').fill('0:00')
  await page.locator('[name=says-0]').fill('A sample line')
  await Promise.all([page.waitForURL(/done=saved/), page.getByRole('button', { name: 'Save the transcript' }).click()])
}

async function captions(page: Page, here: string, language: 'en' | 'es'): Promise<void> {
  await page.goto(`${here}/captions/${language}`)
  await page.locator('[name=body]').fill(good)
  await Promise.all([page.waitForURL(/done=saved/), page.getByRole('button', { name: 'Check and save' }).click()])
}

test('an editor makes a story by clicking, sees it as it will be, and it is out at its second', async ({ page, browser }) => {
  await signInAs(page, 'editor')
  await page.goto('/staff/stories')
  await page.getByRole('link', { name: 'New story' }).click()
  const slug = `journey-${Date.now()}`
  await page.locator('[name=slug]').fill(slug)
  await Promise.all([page.waitForURL(/done=begun/), page.getByRole('button', { name: 'Begin the story' }).click()])
  const here = new URL(page.url()).pathname

  await words(page, here, 'en', 'Yesterday’s title')
  await words(page, here, 'en', 'A sample title')
  await words(page, here, 'es', 'Un título de muestra')

  await page.goto(`${here}/captions/en`)
  await page.locator('[name=file]').setInputFiles({ name: 'broken.vtt', mimeType: 'text/vtt', buffer: Buffer.from(broken) })
  await page.getByRole('button', { name: 'Check and save' }).click()
  await expect(page.locator('.errsum')).toContainText('Line 3: this is no time')
  await expect(page.locator('[name=body]')).toHaveValue(broken)
  await captions(page, here, 'en')
  await captions(page, here, 'es')

  await page.goto(`${here}/files`)
  const film = await fresh('public/films/family/family.mp4', Buffer.from('\0\0\0\x10free'))
  await send(page, { count: 1, name: 'film.mp4', mimeType: 'video/mp4', buffer: film })
  const poster = await fresh('public/icon-512.png', Buffer.alloc(0))
  await send(page, { count: 2, name: 'poster.png', mimeType: 'image/png', buffer: poster })

  await page.goto(here)
  await page.getByRole('link', { name: 'Preview' }).click()
  const inSpanish = page.getByRole('complementary').getByRole('link', { name: 'Español' })
  await Promise.all([page.waitForURL(/preview\/es/), inSpanish.click()])
  await expect(page.locator('h1')).toHaveText('Un título de muestra')
  await page.getByRole('button', { name: 'Reproducir', exact: true }).click()
  const player = page.locator('video')
  await expect.poll(() => player.evaluate((video: HTMLVideoElement) => video.currentTime)).toBeGreaterThan(0.2)
  const address = await player.evaluate((video: HTMLVideoElement) => new URL(video.currentSrc).pathname.replace(/^.*\/media\//, '/media/'))

  const stranger = await (await browser.newContext()).newPage()
  const seen = async (path: string) => (await stranger.request.get(path)).status()
  const names = async () => (await (await stranger.request.get('/stories')).text()).includes(slug)
  await page.goto(here)
  await page.locator('[name=at]').fill('2099-01-01T12:00')
  await page.getByRole('button', { name: 'Check the release' }).click()
  // The form speaks in minutes; the instant that is agreed to is any second.
  const releaseAt = new Date(Math.ceil(Date.now() / 1000) * 1000 + 6000)
  await page.locator('input[name=at]').evaluate((field: HTMLInputElement, at) => {
    field.value = at
  }, releaseAt.toISOString())
  await Promise.all([page.waitForURL(/done=scheduled/), page.getByRole('button', { name: /^Schedule version/ }).click()])
  const before = [await seen(`/stories/${slug}`), await seen(address), await names()]
  if (Date.now() < releaseAt.getTime()) expect(before).toEqual([404, 404, false])
  await expect.poll(() => seen(`/stories/${slug}`), { intervals: [250], timeout: 20_000 }).toBe(200)
  expect(Date.now()).toBeGreaterThanOrEqual(releaseAt.getTime())
  expect([await seen(address), await names()]).toEqual([200, true])
  await stranger.goto(`/es/stories/${slug}`)
  await expect(stranger.locator('h1')).toHaveText('Un título de muestra')
  expect((await (await stranger.request.get(`/stories/${slug}/tracks/captions/es`)).text()).trim()).toBe(good.trim())
  await stranger.context().close()

  await page.goto(`${here}/revisions/2`)
  await page.getByRole('button', { name: 'Bring version 2 back' }).click()
  await expect(page.locator('main')).toContainText('Yesterday’s title')
  expect(await (await page.request.get(`/stories/${slug}`)).text()).not.toContain('Yesterday’s title')
})
