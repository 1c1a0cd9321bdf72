import { expect, type Page, test } from '@playwright/test'
import { askTeller, beginFilm, filmEntry, releaseIn, sayYes, shorten } from '../support/films.ts'
import { signInAs } from '../support/staff.ts'

test.setTimeout(300_000)

const done = (page: Page) => page.locator('.note[role=status]').first()

async function saveWords(page: Page, desk: string, words: string): Promise<void> {
  await page.goto(`${desk}?scene=card-1`)
  await page.locator('#text').fill(words)
  await page.getByRole('button', { name: 'Save this scene' }).click()
  await expect(done(page)).toContainText('Saved as version')
}

async function writeSpanish(page: Page, desk: string): Promise<void> {
  await page.goto(`${desk}/words/es`)
  await page.locator('[name=title]').fill('Una muestra')
  for (const caption of await page.locator('[name^=caption-]').all()) await caption.fill('Una línea de muestra.')
  await page.getByRole('button', { name: 'Save these words' }).click()
  await expect(done(page)).toContainText('The words are saved')
}

async function make(page: Page, desk: string): Promise<void> {
  await page.goto(`${desk}/steps`)
  await page.getByRole('button', { name: 'Make the film: Wide' }).click()
  await expect(done(page)).toContainText('The film is being made')
  await expect(async () => {
    await page.goto(`${desk}/steps`)
    await expect(page.locator('.film-renders')).toContainText('Wide: Made')
  }).toPass({ timeout: 200_000, intervals: [3_000] })
}

test('an entry becomes a film by clicking: draft, edits, two yeses, captions in two languages, and public at its second', async ({
  page,
  context,
}) => {
  const { reference, entry } = await filmEntry()
  const teller = await context.newPage()
  await signInAs(page, 'editor')
  const desk = await beginFilm(page, reference)
  await shorten(page, desk)
  await saveWords(page, desk, 'A sample of an editor’s words')
  await askTeller(page, desk, 'Show the storyboard')
  await sayYes(teller, entry, 'Yes, this may be made')
  await writeSpanish(page, desk)
  await make(page, desk)

  await page.getByRole('button', { name: 'Publish at once' }).click()
  await expect(page).toHaveTitle(/^Error: /)
  await expect(page.locator('.errsum')).toContainText('Still missing: the storyteller’s release of this film.')
  await askTeller(page, desk, 'Show the film')
  await sayYes(teller, entry, 'Yes, you may show it')

  await page.goto(`${desk}/steps`)
  await page.locator('[name=at]').fill('2099-01-01T12:00')
  await page.getByRole('button', { name: 'Schedule the film' }).click()
  await expect(done(page)).toContainText('The film is scheduled')
  const story = await releaseIn(reference, 6)
  expect((await page.request.get(story)).status()).toBe(404)
  await expect.poll(async () => (await page.request.get(story)).status(), { timeout: 30_000 }).toBe(200)
  await page.goto(story)
  await expect(page.locator('track[kind=captions]')).toHaveCount(2)
  await expect(page.locator('[data-line]').first()).toBeVisible()
  await teller.goto(`${entry}/film`)
  await expect(teller.locator('main')).toContainText('has been public since')
})

test('a sentence changed after the yes: publishing is refused, and the storyteller sees what differs and is asked again', async ({
  page,
  context,
}) => {
  const { reference, entry } = await filmEntry()
  const teller = await context.newPage()
  await signInAs(page, 'editor')
  const desk = await beginFilm(page, reference)
  await saveWords(page, desk, 'A first sample sentence')
  await askTeller(page, desk, 'Show the storyboard')
  await sayYes(teller, entry, 'Yes, this may be made')
  await page.goto(`${desk}/steps`)
  await expect(page.locator('.film-asks')).toContainText('Holds for what is on the desk')

  await saveWords(page, desk, 'A second sample sentence')
  await page.goto(`${desk}/steps`)
  await expect(page.locator('.film-asks')).toContainText('The script has changed since')
  await page.getByRole('button', { name: 'Publish at once' }).click()
  await expect(page.locator('.errsum')).toContainText('the storyteller’s yes to this storyboard')
  await teller.goto(`${entry}/film`)
  await expect(teller.locator('.own-diff del')).toContainText('first')
  await expect(teller.locator('.own-diff ins')).toContainText('second')
  await sayYes(teller, entry, 'Yes, this may be made')
  await page.goto(`${desk}/steps`)
  await expect(page.locator('.film-asks')).toContainText('Holds for what is on the desk')
})
