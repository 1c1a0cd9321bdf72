import { type BrowserContext, expect, type Page, test } from '@playwright/test'
import { enterUntilCheck, freshPost, send } from '../support/entering.ts'
import { letter } from '../support/outbox.ts'
import { askForLink, invite, signInAs } from '../support/staff.ts'

const dataDir = process.env.DATA_DIR ?? '.data-dev'

/** An entry, and the page its storyteller sees. */
async function entered(page: Page): Promise<{ reference: string; email: string; address: string }> {
  const email = `staff-${Date.now()}-${Math.random().toString(36).slice(2)}@example.org`
  await enterUntilCheck(page, { postUrl: freshPost(), email })
  const reference = await send(page)
  const receipt = await letter(dataDir, (mail) => mail.to === email)
  return { reference, email, address: /https?:\/\/\S+\/entry\/\S+/.exec(receipt.text)?.[0] ?? '' }
}

async function another(context: BrowserContext): Promise<Page> {
  const own = await context.browser()?.newContext({ javaScriptEnabled: false })
  if (!own) throw new Error('no browser')
  return own.newPage()
}

test('without a session every staff page leads to the sign-in page, whether it exists or not', async ({ page, request }) => {
  for (const path of ['/staff', '/staff/submissions', '/staff/submissions/HB-2222-2222', '/staff/people', '/staff/no/such/page']) {
    const answer = await request.get(path, { maxRedirects: 0 })
    expect([path, answer.status(), answer.headers().location]).toEqual([path, 307, '/staff/sign-in'])
    await page.goto(path)
    await expect(page).toHaveURL(/\/staff\/sign-in$/)
  }
  const answer = await request.get('/staff/sign-in')
  expect(answer.headers()['cache-control']).toContain('no-store')
  expect(await answer.text()).toContain('noindex')
})

test('a mailed link is not used up by opening it, works once, and signing out ends it all', async ({ page, context }) => {
  const link = await askForLink(page, await invite('reviewer'))
  expect(link).not.toContain('@')
  await page.request.get(link)
  await page.goto(link)
  await page.locator('main form button').click()
  await expect(page).toHaveURL(/\/staff$/)
  const cookie = (await context.cookies()).find(({ name }) => name.endsWith('hob-session'))
  expect(cookie).toMatchObject({ httpOnly: true, sameSite: 'Lax' })

  const elsewhere = await another(context)
  await elsewhere.goto(link)
  await expect(elsewhere.locator('h1')).toHaveText('This link no longer works')
  await expect(elsewhere.locator('main form')).toHaveCount(0)

  await page.getByRole('button', { name: 'Sign out' }).click()
  await expect(page.getByRole('status')).toHaveText('You are signed out.')
  if (cookie) await context.addCookies([cookie])
  await page.goto('/staff/submissions')
  await expect(page).toHaveURL(/\/staff\/sign-in$/)
})

test('asking for a link gives every address the same answer, and a wrong one back', async ({ page }) => {
  await page.goto('/staff/sign-in')
  await page.locator('[name=email]').fill('not an address')
  await page.locator('main form button').click()
  await expect(page).toHaveTitle(/^Error: /)
  await expect(page.locator('.errsum a')).toHaveAttribute('href', '#email')
  await expect(page.locator('[name=email]')).toHaveValue('not an address')

  await page.locator('[name=email]').fill('nobody@example.org')
  await page.locator('main form button').click()
  await expect(page.locator('h1')).toHaveText('Check your email')
})

test('a reviewer finds an entry, asks, and the storyteller sees it; an editor finds nothing', async ({ page, context }) => {
  const { reference, email, address } = await entered(page)
  const staff = await another(context)
  await signInAs(staff, 'reviewer')
  await staff.goto('/staff/submissions')
  await staff.locator('[name=q]').fill(` ${reference.toLowerCase().replaceAll('-', ' ')} `)
  await staff.getByRole('button', { name: 'Apply' }).click()
  await staff.getByRole('link', { name: reference }).click()
  await expect(staff.locator('main')).toContainText('written for a test')
  await expect(staff.locator('main')).not.toContainText(email)
  await expect(staff.locator('main')).not.toContainText('Sample Person')
  await expect(staff.locator('main')).not.toContainText('blue kettle')
  await expect(staff.locator('a[target=_blank]')).toHaveAttribute('rel', 'noopener noreferrer nofollow')

  const form = staff.locator('form:has([name=outcome])')
  await form.locator('[name=outcome][value=question]').check()
  await form.locator('[name=note]').fill('A note for colleagues')
  await form.locator('button[type=submit]').click()
  await expect(staff).toHaveTitle(/^Error: /)
  await expect(staff.locator('.errsum a')).toHaveText(['Write the question for the storyteller'])
  await expect(form.locator('[name=note]')).toHaveValue('A note for colleagues')
  await expect(form.locator('[name=outcome][value=question]')).toBeChecked()
  await form.locator('[name=question]').fill('Who took the photograph?')
  await form.locator('button[type=submit]').click()
  await expect(staff.getByRole('status')).toContainText('Recorded')

  const mail = await letter(dataDir, ({ to, subject }) => to === email && subject.includes('need something'))
  expect(mail.text).toContain('Who took the photograph?')
  expect(mail.text).toContain('blue kettle on Sundays')
  await page.goto(address)
  await expect(page.locator('main')).toContainText('Who took the photograph?')
  await expect(page.locator('main')).not.toContainText('A note for colleagues')

  const editor = await another(context)
  await signInAs(editor, 'editor')
  for (const path of ['/staff/submissions', `/staff/submissions/${reference}`]) expect((await editor.goto(path))?.status()).toBe(404)
  await expect(editor.locator('main')).not.toContainText(reference)
})

test('of two reviewers with the same entry open, the second is shown what the first recorded', async ({ page, context }) => {
  const { reference } = await entered(page)
  const [first, second] = [await another(context), await another(context)]
  for (const staff of [first, second]) {
    await signInAs(staff, 'reviewer')
    await staff.goto(`/staff/submissions/${reference}`)
  }
  const decide = async (staff: Page, outcome: string) => {
    for (const box of await staff.locator('[name=checks]').all()) await box.check()
    await staff.locator(`[name=outcome][value=${outcome}]`).check()
    await staff.locator('[name=rule]').selectOption('unsafe')
    await staff.locator('[name=note]').fill(`Note about ${outcome}`)
    await staff.locator('form:has([name=outcome]) button[type=submit]').click()
  }

  await decide(first, 'eligible')
  await decide(second, 'ineligible')

  await expect(first.getByRole('status')).toContainText('Recorded: eligible')
  await expect(second.locator('.errsum')).toContainText('changed while you were looking at it')
  await expect(second.locator('main')).toContainText('Note about ineligible')
  await expect(second.locator('main')).toContainText('its status is Eligible')
})

test('a screening form sent by nobody, by an editor or from another site changes nothing', async ({
  page,
  context,
  playwright,
  baseURL,
}) => {
  const { reference } = await entered(page)
  const staff = await another(context)
  await signInAs(staff, 'reviewer')
  await staff.goto(`/staff/submissions/${reference}`)
  const hidden = await staff
    .locator('form:has([name=outcome]) input[type=hidden]')
    .evaluateAll((inputs) => inputs.map((input) => [(input as HTMLInputElement).name, (input as HTMLInputElement).value] as const))
  const multipart = { ...Object.fromEntries(hidden), outcome: 'ineligible', rule: 'unsafe' }
  const editor = await another(context)
  await signInAs(editor, 'editor')
  const nobody = await playwright.request.newContext({ baseURL: baseURL ?? '' })
  const path = `/staff/submissions/${reference}`
  const own = { origin: new URL(baseURL ?? '').origin }

  const refused = await nobody.post(path, { multipart, maxRedirects: 0, headers: own })
  const missing = await editor.request.post(path, { multipart, maxRedirects: 0, headers: own })
  const foreign = await staff.request.post(path, { multipart, maxRedirects: 0, headers: { origin: 'https://evil.example' } })

  expect(refused.status()).toBe(403)
  expect(await refused.text()).toContain('href="/staff/sign-in"')
  expect(missing.status()).toBe(404)
  expect(foreign.status()).toBe(403)
  await staff.goto(path)
  await expect(staff.locator('.staff-head .badge')).toHaveText('New')
})
