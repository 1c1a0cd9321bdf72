import { expect, test } from '@playwright/test'
import { signInAs } from '../support/staff.ts'
import { beginStory, captionFile, scheduleRelease, sendFiles, writeCaptions, writeWords } from '../support/story-desk.ts'

const broken = captionFile.replace('00:02.000', '00:02')

test('an editor makes a story by clicking, sees it as it will be, and it is out at its second', async ({ page, browser }) => {
  await signInAs(page, 'editor')
  const { here, slug } = await beginStory(page)
  await writeWords(page, here, 'en', 'Yesterday’s title')
  await writeWords(page, here, 'en', 'A sample title')
  await writeWords(page, here, 'es', 'Un título de muestra')

  await page.goto(`${here}/captions/en`)
  await page.locator('[name=file]').setInputFiles({ name: 'broken.vtt', mimeType: 'text/vtt', buffer: Buffer.from(broken) })
  await page.getByRole('button', { name: 'Check and save' }).click()
  await expect(page.locator('.errsum')).toContainText('Line 3: this is no time')
  await expect(page.locator('[name=body]')).toHaveValue(broken)
  await writeCaptions(page, here, 'en')
  await writeCaptions(page, here, 'es')
  const [film = ''] = await sendFiles(page, here)

  await page.goto(here)
  await page.getByRole('link', { name: 'Preview' }).click()
  const inSpanish = page.getByRole('complementary').getByRole('link', { name: 'Español' })
  await Promise.all([page.waitForURL(/preview\/es/), inSpanish.click()])
  await expect(page.locator('h1')).toHaveText('Un título de muestra')
  await page.getByRole('button', { name: 'Reproducir', exact: true }).click()
  await expect.poll(() => page.locator('video').evaluate((video: HTMLVideoElement) => video.currentTime)).toBeGreaterThan(0.2)

  const stranger = await (await browser.newContext()).newPage()
  const seen = async (path: string) => (await stranger.request.get(path)).status()
  const named = async () => (await (await stranger.request.get('/stories')).text()).includes(slug)
  const releaseAt = new Date(Math.ceil(Date.now() / 1000) * 1000 + 6000)
  await scheduleRelease(page, here, releaseAt)
  const before = [await seen(`/stories/${slug}`), await seen(film), await named()]
  if (Date.now() < releaseAt.getTime()) expect(before).toEqual([404, 404, false])
  await expect.poll(() => seen(`/stories/${slug}`), { intervals: [250], timeout: 20_000 }).toBe(200)
  expect(Date.now()).toBeGreaterThanOrEqual(releaseAt.getTime())
  expect([await seen(film), await named()]).toEqual([200, true])
  await stranger.goto(`/es/stories/${slug}`)
  await expect(stranger.locator('h1')).toHaveText('Un título de muestra')
  expect((await (await stranger.request.get(`/stories/${slug}/tracks/captions/es`)).text()).trim()).toBe(captionFile.trim())
  await stranger.context().close()

  await page.goto(`${here}/revisions/2`)
  await page.getByRole('button', { name: 'Bring version 2 back' }).click()
  await expect(page.locator('main')).toContainText('Yesterday’s title')
  expect(await (await page.request.get(`/stories/${slug}`)).text()).not.toContain('Yesterday’s title')
})
