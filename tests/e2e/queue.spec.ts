import AxeBuilder from '@axe-core/playwright'
import { expect, type Page, test } from '@playwright/test'
import { enterUntilCheck, freshPost, sampleStory, send } from '../support/entering.ts'
import { signInAs } from '../support/staff.ts'

async function violations(page: Page): Promise<string[]> {
  const { violations: found } = await new AxeBuilder({ page })
    .withTags(['wcag2a', 'wcag2aa', 'wcag21aa', 'wcag22aa', 'best-practice'])
    .analyze()
  return found.map(({ id, nodes }) => `${id}: ${nodes.map((node) => node.target.join(' ')).join(', ')}`)
}

/** A list of two entries that nobody else's test touches, as an admin sees it. */
async function listOfTwo(page: Page): Promise<{ older: string; newer: string }> {
  const word = `w${crypto.randomUUID().replaceAll('-', '').slice(0, 12)}`
  const references: string[] = []
  for (const number of [1, 2]) {
    await page.context().clearCookies()
    await enterUntilCheck(page, {
      postUrl: freshPost(),
      email: `${word}@example.org`,
      story: `${sampleStory} My word is ${word}, number ${number}.`,
    })
    references.push(await send(page))
  }
  await signInAs(page, 'admin')
  await page.goto(`/staff/submissions?q=${word}`)
  return { older: references[0] ?? '', newer: references[1] ?? '' }
}

const linkOf = (page: Page, reference: string) => page.getByRole('link', { name: reference })
const boxOf = (page: Page, reference: string) => page.locator(`[name=entry][value^="${reference}."]`)

test('J and K move, X ticks, Enter opens, ? explains, and nothing of it while somebody types', async ({ page }) => {
  const { older, newer } = await listOfTwo(page)
  await page.keyboard.press('j')
  await expect(linkOf(page, newer)).toBeFocused()
  await page.keyboard.press('j')
  await expect(linkOf(page, older)).toBeFocused()
  await page.keyboard.press('j')
  await expect(linkOf(page, older)).toBeFocused()
  await page.keyboard.press('x')
  await expect(boxOf(page, older)).toBeChecked()
  await expect(page.locator('[data-ticked]')).toHaveText('1 selected')
  await page.keyboard.press('k')
  await expect(linkOf(page, newer)).toBeFocused()

  await page.keyboard.press('?')
  await expect(page.getByRole('dialog', { name: 'Keyboard shortcuts' })).toBeVisible()
  expect(await violations(page)).toEqual([])
  await page.keyboard.press('j')
  await page.keyboard.press('Escape')
  await expect(page.getByRole('dialog')).toHaveCount(0)

  await page.locator('[name=q]').fill('')
  await page.locator('[name=q]').pressSequentially('jxk?')
  await expect(page.locator('[name=q]')).toHaveValue('jxk?')
  await expect(page.locator('[name=q]')).toBeFocused()
  await linkOf(page, newer).focus()
  await page.keyboard.press('Control+x')
  await expect(boxOf(page, newer)).not.toBeChecked()
  await page.keyboard.press('Enter')
  await expect(page).toHaveURL(new RegExp(`/staff/submissions/${newer}$`))
})

test('one box ticks all', async ({ page }) => {
  const { older, newer } = await listOfTwo(page)
  const all = page.getByRole('checkbox', { name: 'Select all entries on this page' })
  await all.check()
  await expect(boxOf(page, older)).toBeChecked()
  await expect(page.locator('[data-ticked]')).toHaveText('2 selected')
  await boxOf(page, newer).uncheck()
  expect(await all.evaluate((box) => (box as HTMLInputElement).indeterminate)).toBe(true)
  expect(await violations(page)).toEqual([])
})

test('a switch turns the keys off, and it stays off', async ({ page }) => {
  const { newer } = await listOfTwo(page)
  const address = page.url()
  await page.getByRole('button', { name: 'Turn shortcuts off' }).click()
  await expect(page.getByRole('button', { name: 'Turn shortcuts on' })).toBeVisible()
  await page.goto(address)
  await page.keyboard.press('j')
  await expect(linkOf(page, newer)).not.toBeFocused()
  await page.keyboard.press('?')
  await expect(page.getByRole('dialog')).toHaveCount(0)

  await page.getByRole('button', { name: 'Turn shortcuts on' }).click()
  await expect(page.getByRole('button', { name: 'Turn shortcuts off' })).toBeVisible()
  await page.keyboard.press('j')
  await expect(page.locator('tr[data-row] th a').first()).toBeFocused()
})

test('an export comes as a file, whole and never kept', async ({ page }) => {
  await signInAs(page, 'admin')
  await page.goto('/staff/submissions')
  await page.locator('.queue-exports > summary').click()
  const [file] = await Promise.all([page.waitForEvent('download'), page.locator('.queue-exports a').first().click()])
  expect(file.suggestedFilename()).toMatch(/^humans-of-binance-submissions-safe-.*\.csv$/)
  const answer = await page.request.get('/api/exports/submissions.csv?variant=full')
  expect(answer.headers()['cache-control']).toBe('private, no-store')
  expect(answer.headers()['content-length']).toBeUndefined()
  expect((await answer.body()).subarray(0, 3)).toEqual(Buffer.from([0xef, 0xbb, 0xbf]))
})
