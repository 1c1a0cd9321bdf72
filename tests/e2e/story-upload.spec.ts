import { expect, test } from '@playwright/test'
import { signInAs } from '../support/staff.ts'

test('an editor sends a film in pieces, and only its content counts', async ({ page }) => {
  await signInAs(page, 'editor')
  await page.goto('/staff/stories/new')
  await page.locator('[name=slug]').fill(`upload-${Date.now()}`)
  await page.getByRole('button', { name: 'Begin the story' }).click()
  const here = new URL(page.url()).pathname
  await page.goto(`${here}/files`)
  await page.locator('#upload').setInputFiles({ name: 'film.mp4', mimeType: 'video/mp4', buffer: Buffer.from('not a film at all') })
  await page.getByRole('button', { name: 'Upload' }).click()
  await expect(page.locator('[data-status]')).toContainText('This is not an MP4')
  await page.locator('#upload').setInputFiles('public/films/luis/luis.mp4')
  await page.getByRole('button', { name: 'Upload' }).click()
  await expect(page).toHaveURL(/done=file/)
  await expect(page.locator('main')).toContainText('1280 × 720')
  const film = await page.locator('a[href*="/media/"]').getAttribute('href')
  expect((await page.request.get(film ?? '', { headers: { range: 'bytes=0-99' } })).status()).toBe(206)
  const open = (film ?? '').replace(/^.*\/media\//, '/media/')
  expect((await page.request.get(open)).status()).toBe(404)
})

test('a film that arrived whole but was not taken in is sent anew, and only then called uploaded', async ({ page }) => {
  await signInAs(page, 'editor')
  await page.goto('/staff/stories/new')
  await page.locator('[name=slug]').fill(`anew-${Date.now()}`)
  await page.getByRole('button', { name: 'Begin the story' }).click()
  await page.goto(`${new URL(page.url()).pathname}/files`)
  const begun: string[] = []
  page.on('request', (request) => request.method() === 'POST' && request.url().endsWith('/api/uploads') && begun.push(request.url()))
  // The server stops after the last byte: the bytes are there, and nothing has come of them.
  await page.route('**/api/uploads/*', (route) => {
    if (begun.length > 1) return route.continue()
    if (route.request().method() === 'PATCH') return route.abort()
    return route.fulfill({ headers: { 'upload-offset': '17', 'upload-length': '17', 'tus-resumable': '1.0.0' } })
  })
  await page.locator('#upload').setInputFiles('public/films/luis/luis.mp4')
  await page.getByRole('button', { name: 'Upload' }).click()
  await expect(page).toHaveURL(/done=file/, { timeout: 20_000 })
  expect(begun).toHaveLength(2)
  await expect(page.locator('main')).toContainText('1280 × 720')
})

test('nobody else can send a piece', async ({ page, baseURL }) => {
  const headers = { 'tus-resumable': '1.0.0', 'upload-length': '10' }
  expect((await page.request.post('/api/uploads', { headers })).status()).toBe(404)
  await signInAs(page, 'reviewer')
  expect((await page.request.post('/api/uploads', { headers })).status()).toBe(404)
  expect((await page.request.post('/api/uploads', { headers: { ...headers, origin: 'https://elsewhere.example' } })).status()).toBe(403)
  expect((await page.request.fetch(`${baseURL}/api/uploads/none`, { method: 'PUT' })).status()).toBe(405)
})
