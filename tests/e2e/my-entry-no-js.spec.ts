import { readFile } from 'node:fs/promises'
import AxeBuilder from '@axe-core/playwright'
import { expect, type Page, test } from '@playwright/test'
import { enterUntilCheck, freshPost, send } from '../support/entering.ts'
import { letter, letters } from '../support/outbox.ts'
import { signInAs } from '../support/staff.ts'

const dataDir = process.env.DATA_DIR ?? '.data-dev'

const tags = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice']

test.use({ javaScriptEnabled: false })

/** Sends an entry and opens its page by the link in the receipt. */
async function entered(page: Page, prefix = ''): Promise<{ address: string; email: string; reference: string }> {
  const email = `my-entry-${Date.now()}-${Math.random().toString(36).slice(2, 8)}@example.org`
  await enterUntilCheck(page, { postUrl: freshPost(), email, prefix, displayName: 'Sample Quillamine' })
  const reference = await send(page)
  const { text } = await letter(dataDir, (mail) => mail.to === email)
  const address = new URL(/https?:\/\/\S+\/entry\/\S+/.exec(text)?.[0] ?? '').pathname.replace(/^\/(es|ar)(?=\/)/, '')
  await page.goto(prefix + address)
  return { address: prefix + address, email, reference }
}

test('an entry is corrected by its storyteller; what is wrong keeps every word typed', async ({ page }) => {
  const { address } = await entered(page)
  await page.locator('aside a[href$="/edit"]').click()
  await page.locator('[name=story]').fill('Too short')
  await page.locator('[name=displayName]').fill('Sample Renamed')
  await page.locator('main form button[type=submit]').click()

  await expect(page).toHaveTitle(/^Error: /)
  await expect(page.locator('[name=story]')).toHaveValue('Too short')
  await expect(page.locator('[name=displayName]')).toHaveValue('Sample Renamed')
  await expect(page.locator('.errsum a')).toHaveAttribute('href', '#story')
  await page.locator('[name=story]').fill(`${'A corrected sample story, written for a test. '.repeat(3)}End.`)
  await page.locator('main form button[type=submit]').click()

  await page.waitForURL(`**${address}?done=edited`)
  await expect(page.locator('[role=status]')).toContainText('Your changes are saved')
  await expect(page.locator('main')).toContainText('A corrected sample story')
  await expect(page.locator('main')).toContainText('Sample Renamed')
})

test('a change from a page opened earlier is told, keeps its words, and can then be sent', async ({ page, context }) => {
  const { address } = await entered(page)
  const other = await context.newPage()
  for (const tab of [page, other]) await tab.goto(`${address}/edit`)
  await other.locator('[name=displayName]').fill('First')
  await other.locator('main form button[type=submit]').click()
  await other.waitForURL(/done=edited/)

  await page.locator('[name=displayName]').fill('Second')
  await page.locator('main form button[type=submit]').click()
  await expect(page.locator('.errsum')).toContainText('has changed since')
  await expect(page.locator('[name=displayName]')).toHaveValue('Second')
  await page.locator('main form button[type=submit]').click()

  await page.waitForURL(/done=edited/)
  await expect(page.locator('main')).toContainText('Second')
})

test('an entry is withdrawn and comes back', async ({ page }) => {
  const { address, email } = await entered(page)
  await page.locator('aside a[href$="/withdraw"]').click()
  await page.locator('main form button[type=submit]').click()

  await page.waitForURL(/done=withdrawn/)
  await expect(page.locator('h1')).toHaveText('Withdrawn')
  await letter(dataDir, (mail) => mail.to === email && mail.subject.includes('withdrawn'))
  await page.locator('main form button[type=submit]').click()

  await page.waitForURL(/done=restored/)
  await expect(page.locator('h1')).toHaveText('We have your story')
  await page.goto(`${address}/withdraw`)
  await expect(page.locator('main form')).toHaveCount(1)
})

test('each permission is given and taken back by one press, alone', async ({ page }) => {
  const { address } = await entered(page)
  await page.goto(`${address}/permissions`)
  const news = page.locator('section:has(> h2#news)')
  await expect(news).toContainText('You do not allow this')

  await news.locator('button').click()
  await page.waitForURL(/saved=1/)
  await expect(news).toContainText('You allow this')
  await expect(page.locator('section:has(> h2#show-post)')).toContainText('You do not allow this')
  await news.locator('button').click()
  await expect(news).toContainText('You do not allow this')
  await page.locator('section:has(> h2#film) button[value=no]').click()
  await expect(page.locator('section:has(> h2#film) button[value=no]')).toHaveCount(0)
  await expect(page.locator('section:has(> h2#film) button')).toHaveCount(2)
})

test('all that is held can be read and downloaded, then erased, and nothing of it is left', async ({ page }) => {
  const { address, email, reference } = await entered(page)
  await page.locator('aside a[href$="/held"]').click()
  await expect(page.locator('main')).toContainText(email)
  await expect(page.locator('main')).toContainText('blue kettle on Sundays')
  const [download] = await Promise.all([page.waitForEvent('download'), page.locator('a[download]').click()])
  const file = JSON.parse(await readFile(await download.path(), 'utf8'))
  expect(download.suggestedFilename()).toContain(reference)
  expect(file.entry).toMatchObject({ reference, email, phrase: 'blue kettle on Sundays', displayName: 'Sample Quillamine' })
  const response = await page.request.get(`${address}/held.json`)
  expect(response.headers()).toMatchObject({ 'cache-control': expect.stringContaining('no-store') })

  await page.goto(`${address}/erase`)
  await page.locator('main form button[type=submit]').click()
  await expect(page).toHaveTitle(/^Error: /)
  await page.locator('[name=sure]').check()
  await page.locator('main form button[type=submit]').click()

  await page.waitForURL(/\/entry\/erased/)
  for (const below of ['', '/edit', '/withdraw', '/permissions', '/held', '/held.json', '/erase', '/appeal'])
    expect([below, (await page.request.get(address + below)).status()]).toEqual([below, 404])
  await expect.poll(async () => (await letters(dataDir)).filter((mail) => mail.to === email).length).toBe(0)
})

for (const prefix of ['', '/es', '/ar'])
  test(`every page of an entry is free of what axe finds (${prefix || '/en'})`, async ({ page, browser }) => {
    const { address } = await entered(page, prefix)
    const withScripts = await (await browser.newContext({ javaScriptEnabled: true })).newPage()
    for (const below of ['', '/edit', '/withdraw', '/permissions', '/held', '/erase']) {
      await withScripts.goto(address + below)
      const { violations } = await new AxeBuilder({ page: withScripts }).withTags(tags).analyze()
      expect([below, violations.map(({ id, nodes }) => `${id} ${nodes[0]?.html}`)]).toEqual([below, []])
    }
  })

test('an answer sent after the entry left the contest on another device keeps its words, and the way back is there', async ({
  browser,
  page,
}) => {
  const { address, reference } = await entered(page)
  const staff = await (await browser.newContext({ javaScriptEnabled: false })).newPage()
  await signInAs(staff, 'reviewer')
  await staff.goto(`/staff/submissions/${reference}`)
  await staff.locator('[name=outcome][value=question]').check()
  await staff.locator('[name=question]').fill('In which year was that?')
  await staff.locator('form:has([name=outcome]) button[type=submit]').click()
  await expect(staff.getByRole('status')).toContainText('Recorded')
  await staff.context().close()
  await page.reload()
  await expect(page.locator('main')).toContainText('In which year was that?')
  const other = await page.context().newPage()
  await other.goto(`${address}/withdraw`)
  await other.locator('main form button[type=submit]').click()
  await other.waitForURL(/done=withdrawn/)
  await other.close()

  await page.locator('[name=answer]').fill('In sample year nineteen.')
  await page.locator('main form button[type=submit]').first().click()

  await expect(page.locator('.errsum')).toContainText('This question cannot be answered any more')
  await expect(page.locator('[name=answer]')).toHaveValue('In sample year nineteen.')
  await page.goto(address)
  await expect(page.locator('[name=answer]')).toHaveCount(0)
  const late = await page.context().newPage()
  await late.goto(address)
  await page.locator('main form button[type=submit]').click()
  await page.waitForURL(/done=restored/)
  await page.locator('[name=answer]').fill('In sample year nineteen.')
  await page.locator('main form button[type=submit]').first().click()
  await page.waitForURL(/answered=1/)
  // The way back on a page from before is refused in words, not with a question of ours to answer.
  await late.locator('main form button[type=submit]').click()
  await expect(late.locator('.errsum')).toContainText('not withdrawn')
  await expect(late.locator('[name=answer]')).toHaveCount(0)
})
