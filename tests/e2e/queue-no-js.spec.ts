import { type Browser, expect, type Page, test } from '@playwright/test'
import { enterUntilCheck, freshPost, sampleStory, send } from '../support/entering.ts'
import { signInAs } from '../support/staff.ts'

/** Somebody of staff at a browser of their own, with scripts off. */
async function at(browser: Browser, role: 'admin' | 'reviewer'): Promise<Page> {
  const context = await browser.newContext({ javaScriptEnabled: false, viewport: { width: 360, height: 740 } })
  const page = await context.newPage()
  await signInAs(page, role)
  return page
}

/** Some entries of one person, found by the one word that only their stories hold. */
async function entered(browser: Browser, count: number, more: { displayName?: string; postUrl?: string } = {}) {
  const word = `w${crypto.randomUUID().replaceAll('-', '').slice(0, 12)}`
  const email = `${word}@example.org`
  const references: string[] = []
  for (let sent = 0; sent < count; sent += 1) {
    const page = await (await browser.newContext({ javaScriptEnabled: false })).newPage()
    await enterUntilCheck(page, { postUrl: freshPost(), email, story: `${sampleStory} My word is ${word}, number ${sent}.`, ...more })
    references.push(await send(page))
    await page.context().close()
  }
  return { word, email, references }
}

const boxOf = (page: Page, reference: string) => page.locator(`[name=entry][value^="${reference}."]`)

async function openBulk(page: Page): Promise<void> {
  await page.locator('.queue-bulk > summary').click()
}

test('entries are found by a word, by part of an address and by the beginning of a reference', async ({ browser }) => {
  const { word, email, references } = await entered(browser, 1)
  const [reference = ''] = references
  const admin = await at(browser, 'admin')
  for (const typed of [word, word.toUpperCase(), email.slice(2, 14), reference.slice(0, 10), reference]) {
    await admin.goto('/staff/submissions')
    await admin.locator('[name=q]').fill(typed)
    await admin.getByRole('button', { name: 'Apply' }).click()
    await expect(admin.getByRole('link', { name: reference })).toBeVisible()
  }
  await admin.goto(`/staff/submissions?status=all&q=${word}&platform=reddit`)
  await expect(admin.locator('main')).toContainText('No entries to show')
})

test('a list keeps its filters under a name, for one person alone', async ({ browser }) => {
  const [admin, other] = [await at(browser, 'admin'), await at(browser, 'admin')]
  await admin.goto('/staff/submissions?status=needs_info&theme=family&lane=spam')
  await admin.locator('.queue-views > summary').click()
  await admin.getByRole('button', { name: 'Save this view' }).click()
  await expect(admin).toHaveTitle(/^Error: /)
  await expect(admin.locator('.errsum a')).toHaveText('Enter a name for the view')
  await admin.locator('[name=name]').fill('Family, asked <b>')
  await admin.getByRole('button', { name: 'Save this view' }).click()

  await admin.goto('/staff/submissions')
  await admin.getByRole('link', { name: 'Family, asked <b>' }).click()
  await expect(admin).toHaveURL(/status=needs_info&theme=family&lane=spam/)
  await expect(admin.locator('[name=status]')).toHaveValue('needs_info')
  await other.goto('/staff/submissions')
  await expect(other.locator('main')).not.toContainText('Family, asked')

  await admin.getByRole('button', { name: 'Remove Family, asked <b>' }).click()
  await expect(admin.getByRole('link', { name: 'Family, asked <b>' })).toHaveCount(0)
})

test('several entries are screened at once, and what somebody else changed meanwhile is left and said', async ({ browser }) => {
  const { word, references } = await entered(browser, 3)
  const [first = '', second = '', third = ''] = references
  const [admin, reviewer] = [await at(browser, 'admin'), await at(browser, 'reviewer')]
  await admin.goto(`/staff/submissions?q=${word}`)
  await openBulk(admin)
  await admin.getByRole('button', { name: 'Record for all selected entries' }).click()
  await expect(admin).toHaveTitle(/^Error: /)
  await expect(admin.locator('.errsum')).toContainText('Select at least one entry')
  await boxOf(admin, first).check()
  await boxOf(admin, second).check()
  await admin.locator('[name=outcome][value=eligible]').check()
  await admin.locator('[name=note]').fill('Looked at both')
  await admin.getByRole('button', { name: 'Record for all selected entries' }).click()
  await expect(admin.locator('.errsum')).toContainText('Tick all four checks')
  await expect(boxOf(admin, first)).toBeChecked()
  await expect(boxOf(admin, third)).not.toBeChecked()
  await expect(admin.locator('[name=note]')).toHaveValue('Looked at both')

  await reviewer.goto(`/staff/submissions/${second}`)
  await reviewer.locator('[name=outcome][value=ineligible]').check()
  await reviewer.locator('[name=rule]').selectOption('no-hashtag')
  await reviewer.locator('form:has([name=outcome]) button[type=submit]').click()
  await expect(reviewer.getByRole('status')).toContainText('Recorded')
  for (const box of await admin.locator('[name=checks]').all()) await box.check()
  await admin.getByRole('button', { name: 'Record for all selected entries' }).click()

  const report = admin.locator('section:has(#report)')
  await expect(report).toContainText('1 entry was recorded. 1 entry was changed by somebody else meanwhile')
  await expect(report.locator('li', { hasText: first })).toContainText('recorded by you')
  await expect(report.locator('li', { hasText: second })).toContainText('Sample reviewer changed it last')
  await expect(report).not.toContainText(third)
  await admin.goto(`/staff/submissions/${second}`)
  await expect(admin.locator('.staff-head .badge')).toHaveText('Not eligible')
  await admin.goto(`/staff/submissions/${third}`)
  await expect(admin.locator('.staff-head .badge')).toHaveText('New')
})

test('whoever comes second to an entry is told who changed it, and how', async ({ browser }) => {
  const { references } = await entered(browser, 1)
  const [first, second] = [await at(browser, 'reviewer'), await at(browser, 'admin')]
  for (const staff of [first, second]) await staff.goto(`/staff/submissions/${references[0]}`)
  for (const box of await first.locator('[name=checks]').all()) await box.check()
  await first.locator('[name=outcome][value=eligible]').check()
  await first.locator('form:has([name=outcome]) button[type=submit]').click()
  await expect(first.locator('main')).toContainText('This entry is read blind')

  await second.locator('[name=outcome][value=ineligible]').check()
  await second.locator('[name=rule]').selectOption('unsafe')
  await second.locator('form:has([name=outcome]) button[type=submit]').click()

  await expect(second.locator('.errsum')).toContainText('The last change: found eligible, by Sample reviewer')
})

test('of an entry that is read blind, nothing a reviewer can reach tells who wrote it', async ({ browser }) => {
  const handle = `planted${Date.now()}`
  const postUrl = `https://x.com/${handle}/status/${2001950365332000000n + BigInt(Date.now() % 1_000_000_000) * 1000n}`
  const { word, email, references } = await entered(browser, 1, { displayName: 'Zebulina Quixworth', postUrl })
  const [reference = ''] = references
  const [admin, reviewer] = [await at(browser, 'admin'), await at(browser, 'reviewer')]
  const addresses = [
    ...['status=all', 'status=eligible', `q=${reference}`, `q=${reference.slice(0, 10)}`, `status=all&q=${word}`, `status=all&q=${email}`],
    ...[`status=all&q=${email.slice(0, 9)}`, 'status=all&q=Zebulina', 'status=eligible&platform=x', 'status=eligible&country=MX'],
    ...['status=eligible&region=open', 'status=eligible&check=not-checkable-yet', 'status=eligible&flag=safety', `screened=${reference}`],
  ].map((query) => `/staff/submissions?${query}`)
  const others = [
    `/staff/submissions/${reference}`,
    `/staff/submissions/${reference}?done=eligible`,
    `/staff/submissions/${reference}/appeal`,
    '/staff',
  ]
  const files = ['submissions.csv', 'submissions.json', 'reviews.csv', 'audit.csv', 'submissions.csv?variant=full'].map(
    (file) => `/api/exports/${file}`,
  )
  const planted = ['Zebulina', 'Quixworth', handle, postUrl, `My word is ${word}`, email]
  const traces = async (page: Page) => {
    const found: string[] = []
    for (const path of [...addresses, ...others, ...files]) {
      const body = await (await page.request.get(path)).text()
      // What somebody typed into the search stands in its field again.
      const said = body.replaceAll(/<input[^>]*name="q"[^>]*>/g, '').replaceAll(/q=[^"&]*/g, '')
      found.push(...planted.filter((words) => said.includes(words)).map((words) => `${path}: ${words}`))
    }
    return found
  }

  await admin.goto(`/staff/submissions/${reference}`)
  for (const box of await admin.locator('[name=checks]').all()) await box.check()
  await admin.locator('[name=outcome][value=eligible]').check()
  await admin.locator('[name=note]').fill(`A note that names Zebulina`)
  await admin.locator('form:has([name=outcome]) button[type=submit]').click()
  await expect(admin.getByRole('status')).toContainText('Recorded')

  expect(await traces(reviewer)).toEqual([])
  // It would be seen: the same pages show it to whoever may know.
  expect((await traces(admin)).length).toBeGreaterThan(5)
  for (const query of [`status=all&q=${word}`, `status=all&q=Zebulina`, 'status=eligible&platform=x'])
    expect([
      query,
      (await (await reviewer.request.get(`/staff/submissions?${query}`)).text()).includes(`/staff/submissions/${reference}`),
    ]).toEqual([query, false])
  await reviewer.goto(`/staff/submissions?q=${reference}`)
  const row = reviewer.locator('tr', { has: reviewer.getByRole('link', { name: reference }) })
  await expect(row).toContainText('Eligible')
  await expect(row).not.toContainText('Mexico')
  await expect(row.getByText('hidden, the entry is read blind')).toHaveCount(2)
})

test('the record is there for admins, says who did what, and Verify says that it holds', async ({ browser }) => {
  const [admin, reviewer] = [await at(browser, 'admin'), await at(browser, 'reviewer')]
  await reviewer.goto('/staff/audit')
  await expect(reviewer.locator('h1')).toHaveText('There is nothing here')

  await admin.goto('/staff/audit?action=staff.signed-in')
  await expect(admin.locator('table.audit tbody tr').first()).toContainText('staff.signed-in')
  await admin.getByRole('button', { name: 'Verify the record' }).click()
  await expect(admin.locator('section:has(#verdict)')).toContainText('The record is as it was written')
  await expect(admin.locator('.audit-hash')).toHaveText(/^[0-9a-f]{64}$/)
  await expect(admin.locator('table.audit tbody tr').first()).toContainText('audit.verified')
})
