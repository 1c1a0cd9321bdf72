import { readFile } from 'node:fs/promises'
import { expect, type Page } from '@playwright/test'

/** Captions with one sample line. */
export const captionFile = 'WEBVTT\n\n00:00.000 --> 00:02.000\nA sample line\n'

/** Begins a story nobody began before; returns its page on the desk and its slug. The editor is signed in. */
export async function beginStory(page: Page): Promise<{ here: string; slug: string }> {
  await page.goto('/staff/stories')
  await page.getByRole('link', { name: 'New story' }).click()
  const slug = `journey-${crypto.randomUUID().slice(0, 13)}`
  await page.locator('[name=slug]').fill(slug)
  await Promise.all([page.waitForURL(/done=begun/), page.getByRole('button', { name: 'Begin the story' }).click()])
  return { here: new URL(page.url()).pathname, slug }
}

/** Saves words and a transcript of one line. */
export async function writeWords(page: Page, here: string, language: 'en' | 'es', title: string): Promise<void> {
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

/** Saves captions of one line. */
export async function writeCaptions(page: Page, here: string, language: 'en' | 'es'): Promise<void> {
  await page.goto(`${here}/captions/${language}`)
  await page.locator('[name=body]').fill(captionFile)
  await Promise.all([page.waitForURL(/done=saved/), page.getByRole('button', { name: 'Check and save' }).click()])
}

/** Sends a film and a poster nobody sent before; returns their public addresses. */
export async function sendFiles(page: Page, here: string): Promise<string[]> {
  await page.goto(`${here}/files`)
  // A box that players skip is put at the end of the film, a word after the end of the picture.
  const film = await fresh('public/films/family/family.mp4', '\0\0\0\x10free')
  await send(page, { count: 1, name: 'film.mp4', mimeType: 'video/mp4', buffer: film })
  await send(page, { count: 2, name: 'poster.png', mimeType: 'image/png', buffer: await fresh('public/icon-512.png', '') })
  const links = await page.locator('.story-files a').evaluateAll((all) => all.map((link) => link.getAttribute('href') ?? ''))
  return links.map((link) => link.replace(/^.*\/media\//, '/media/'))
}

async function fresh(path: string, ending: string): Promise<Buffer> {
  return Buffer.concat([await readFile(path), Buffer.from(ending + crypto.randomUUID().slice(0, 8))])
}

/** Sends the file that makes this many on the desk. */
async function send(page: Page, { count, ...file }: { count: number; name: string; mimeType: string; buffer: Buffer }): Promise<void> {
  await page.locator('#upload').setInputFiles(file)
  await page.getByRole('button', { name: 'Upload' }).click()
  await expect(page.locator('.story-files li')).toHaveCount(count, { timeout: 30_000 })
}

/** Sets the release: an instant, or without one the far day at noon. Returns the instant. */
export async function scheduleRelease(page: Page, here: string, at?: Date): Promise<Date> {
  await page.goto(here)
  await page.locator('[name=at]').fill('2099-01-01T12:00')
  await page.getByRole('button', { name: 'Check the release' }).click()
  const agreed = page.locator('input[name=at]')
  await expect(agreed).toHaveValue(/^2099-01-01T/)
  // The form speaks in minutes; the instant that is agreed to is any second.
  if (at)
    await agreed.evaluate((field: HTMLInputElement, value) => {
      field.value = value
    }, at.toISOString())
  const instant = new Date(await agreed.inputValue())
  await Promise.all([page.waitForURL(/done=scheduled/), page.getByRole('button', { name: /^Schedule version/ }).click()])
  return instant
}
