import AxeBuilder from '@axe-core/playwright'
import { type BrowserContext, expect, type Page, test } from '@playwright/test'
import { freshPost } from '../support/entering.ts'
import { askToRead, eligibleEntry, idOf, signInReviewer } from '../support/reading.ts'
import { signInAs } from '../support/staff.ts'

test.setTimeout(280_000)

async function another(context: BrowserContext, javaScriptEnabled = false): Promise<Page> {
  const own = await context.browser()?.newContext({ javaScriptEnabled, viewport: { width: 360, height: 740 } })
  if (!own) throw new Error('no browser')
  return own.newPage()
}

/** The same page, opened by the same person where scripts run, as axe is one. */
async function axe(page: Page): Promise<void> {
  const own = await page
    .context()
    .browser()
    ?.newContext({ javaScriptEnabled: true, storageState: await page.context().storageState(), viewport: page.viewportSize() })
  if (!own) throw new Error('no browser')
  const twin = await own.newPage()
  await twin.goto(page.url())
  const { violations } = await new AxeBuilder({ page: twin }).analyze()
  expect(violations.map(({ id, nodes }) => [id, nodes[0]?.html])).toEqual([])
  await own.close()
}

/** Words that tell who one storyteller is. */
function person() {
  const word = () =>
    Math.random()
      .toString(36)
      .replace(/[^a-z]/g, '')
      .slice(0, 7)
      .padEnd(6, 'q')
  const [first, last] = [`Quil${word()}`, `Zeph${word()}`]
  return { name: `${first} ${last}`, first, last, email: `${first.toLowerCase()}.${Date.now()}@example.org`, post: freshPost() }
}
type Person = ReturnType<typeof person>

/** An entry that tells who wrote it in its words, found eligible. */
async function entryOf(who: Person): Promise<string> {
  const story = `Sample content for a test. My name is ${who.name}, write to ${who.email}. The bus took two hours on Sundays, and my sister ${who.last} waited with tea, every single week of that year.`
  return eligibleEntry({ ...who, story })
}

async function saveCopy(page: Page, reference: string): Promise<void> {
  await page.goto(`/staff/submissions/${reference}/copy`)
  await page.locator('main form button').first().click()
  await page.locator('form[aria-labelledby=editing] button').click()
}

async function scoreAll(page: Page, score: number): Promise<void> {
  for (const row of ['truth', 'change', 'theme', 'use', 'film'])
    await page.locator(`[name=score-${row}][value="${score}"]`).check({ force: true })
  await page.locator('[name=confidence][value="2"]').check()
}

test('a copy is prepared, approved, read and scored by somebody who never learns who wrote it', async ({ context }) => {
  const who = person()
  const reference = await entryOf(who)
  const [maker, reader] = [await another(context), await another(context)]
  await signInReviewer(maker)
  const email = await signInReviewer(reader)

  await maker.goto(`/staff/submissions/${reference}/copy`)
  for (const told of [who.first, who.last, who.email]) expect(await maker.content()).not.toContain(told)
  await axe(maker)
  await saveCopy(maker, reference)
  await expect(maker.getByRole('status')).toContainText('Copy 1 is saved')
  await expect(maker.locator('.copy-diff del').first()).toContainText(who.name)
  await expect(maker.locator('.copy-diff ins').first()).toContainText('[name]')
  await axe(maker)
  await maker.getByRole('button', { name: 'Approve this copy' }).click()
  await expect(maker.getByRole('status')).toContainText('Copy 1 is approved')

  const address = await askToRead(reference, email)
  await reader.goto('/staff/review')
  await axe(reader)
  await reader.locator(`a[href="${address}"]`).first().click()
  await axe(reader)
  await reader.locator('[name=score-truth][value="4"]').check({ force: true })
  await reader.getByRole('button', { name: 'Save and next' }).click()
  await expect(reader).toHaveTitle(/^Error: /)
  await expect(reader.locator('.errsum')).toContainText('Score “Change”')
  await expect(reader.locator('[name=score-truth][value="4"]')).toBeChecked()
  await reader.getByRole('button', { name: 'Save draft' }).click()
  await expect(reader.getByRole('status').first()).toContainText('Draft saved')
  await scoreAll(reader, 4)
  await reader.locator('[name=note]').fill('A private thought.')
  await reader.getByRole('button', { name: 'Complete' }).click()
  await expect(reader.getByRole('status').first()).toContainText('Your review counts')
  await reader.goto('/staff/review')
  await expect(reader.locator('#done ~ ol')).toContainText('Done')
})

test('nothing a reviewer can reach holds a trace of who wrote an entry, and a trace in the copy would be seen', async ({
  context,
  baseURL,
}) => {
  const who = person()
  const reference = await entryOf(who)
  const [maker, reader] = [await another(context), await another(context)]
  await signInReviewer(maker)
  const email = await signInReviewer(reader)
  await saveCopy(maker, reference)
  await maker.getByRole('button', { name: 'Approve this copy' }).click()
  await expect(maker.getByRole('status')).toContainText('approved')
  const address = await askToRead(reference, email)
  const traces = [
    who.first,
    who.last,
    who.email,
    who.post,
    who.post.split('/').at(-1) ?? '',
    'blue kettle',
    'Mexico',
    await idOf(reference),
  ]
  const found = async (html: string) => traces.filter((trace) => html.toLowerCase().includes(trace.toLowerCase()))
  const own = { origin: new URL(baseURL ?? '').origin }

  const pages = ['/staff', '/staff/review', address, `${address}?saved=1`, '/staff/review/copies', `/staff/submissions/${reference}/copy`]
  for (const path of pages) {
    const answer = await reader.request.get(path)
    expect([path, await found(await answer.text())]).toEqual([path, []])
    expect([path, await found(JSON.stringify(answer.headers()))]).toEqual([path, []])
  }
  expect(await (await reader.request.get(address)).text()).not.toContain(reference)
  expect(await (await reader.request.get('/staff/review')).text()).not.toContain(reference)
  expect((await reader.request.get(`/staff/review/${await idOf(reference)}`)).status()).toBe(404)
  expect((await reader.request.get('/staff/review/overview')).status()).toBe(404)

  await reader.goto(address)
  const fields = await reader
    .locator('form[data-review] input[type=hidden]')
    .evaluateAll((inputs) => inputs.map((input) => [(input as HTMLInputElement).name, (input as HTMLInputElement).value] as const))
  for (const intent of ['auto', 'save', 'complete', 'next', 'nonsense']) {
    const multipart = { ...Object.fromEntries(fields), intent, 'score-truth': '3' }
    const answer = await reader.request.post(address, { multipart, headers: own })
    expect([intent, await found(await answer.text())]).toEqual([intent, []])
  }

  await maker.goto(`/staff/submissions/${reference}/copy`)
  await maker.locator('#story').fill(`A copy that tells too much: ${who.name}.`)
  await maker.locator('form[aria-labelledby=editing] button').click()
  await maker.getByRole('button', { name: 'Approve this copy' }).click()
  await expect(maker.locator('.errsum')).toContainText('who wrote it')
  await maker.locator('[name=looked]').check()
  await maker.getByRole('button', { name: 'Approve this copy' }).click()
  await expect(maker.getByRole('status')).toContainText('Copy 2 is approved')
  expect(await found(await (await reader.request.get(address)).text())).toEqual([who.first, who.last])
})

test('who steps aside loses the entry, and a form sent by nobody, an editor, another reviewer or another site changes nothing', async ({
  context,
  playwright,
  baseURL,
}) => {
  const reference = await entryOf(person())
  const [maker, reader, other, editor] = [await another(context), await another(context), await another(context), await another(context)]
  await signInReviewer(maker)
  const email = await signInReviewer(reader)
  await signInReviewer(other)
  await signInAs(editor, 'editor')
  await saveCopy(maker, reference)
  await maker.getByRole('button', { name: 'Approve this copy' }).click()
  await expect(maker.getByRole('status')).toContainText('approved')
  const address = await askToRead(reference, email)
  await reader.goto(address)
  const fields = await reader
    .locator('form[data-review] input[type=hidden]')
    .evaluateAll((inputs) => inputs.map((input) => [(input as HTMLInputElement).name, (input as HTMLInputElement).value] as const))
  const multipart = { ...Object.fromEntries(fields), intent: 'save', 'score-truth': '1' }
  const own = { origin: new URL(baseURL ?? '').origin }
  const nobody = await playwright.request.newContext({ baseURL: baseURL ?? '' })

  expect((await nobody.post(address, { multipart, maxRedirects: 0, headers: own })).status()).toBe(403)
  for (const stranger of [other, editor, maker])
    expect((await stranger.request.post(address, { multipart, headers: own })).status()).toBe(404)
  expect((await reader.request.post(address, { multipart, headers: { origin: 'https://evil.example' } })).status()).toBe(403)
  await reader.goto(address)
  await expect(reader.locator('[data-saved-before]')).toContainText('Nothing is saved yet')

  await reader.locator('summary').click()
  await reader.getByRole('button', { name: 'Step aside' }).click()
  await expect(reader.locator('.errsum')).toContainText('Choose why you step aside')
  await reader.locator('[name=why][value=conflict]').check()
  await reader.getByRole('button', { name: 'Step aside' }).click()
  await expect(reader.getByRole('status').first()).toContainText('You stepped aside')
  expect((await reader.goto(address))?.status()).toBe(404)
})

test('with scripts the page saves by itself, listens to keys, and stops when told to', async ({ context }) => {
  const reference = await entryOf(person())
  const [maker, reader] = [await another(context), await another(context, true)]
  await signInReviewer(maker)
  const email = await signInReviewer(reader)
  await saveCopy(maker, reference)
  await maker.getByRole('button', { name: 'Approve this copy' }).click()
  await expect(maker.getByRole('status')).toContainText('approved')
  const address = await askToRead(reference, email)
  await reader.goto(address)
  const errors: string[] = []
  reader.on('pageerror', (error) => errors.push(error.message))

  await reader.locator('#score-truth').focus()
  await reader.keyboard.press('4')
  await expect(reader.locator('[data-saving-state]')).toContainText('Saved', { timeout: 30_000 })
  await reader.reload()
  await expect(reader.locator('[name=score-truth][value="4"]')).toBeChecked()

  await reader.getByRole('button', { name: 'Turn shortcuts off' }).click()
  await reader.locator('#score-change').focus()
  await reader.keyboard.press('5')
  await expect(reader.locator('[name=score-change][value="5"]')).not.toBeChecked()
  await reader.reload()
  await expect(reader.getByText('Shortcuts are off')).toBeVisible()

  await reader.context().clearCookies()
  await reader.locator('[name=score-use][value="2"]').check({ force: true })
  await expect(reader.locator('[data-saving-state]')).toContainText('you are signed out', { timeout: 30_000 })
  expect(errors).toEqual([])
})
