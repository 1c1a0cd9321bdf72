import { type BrowserContext, expect, type Page, test } from '@playwright/test'
import { codeFor, press, propose, selectedEntry } from '../support/awards.ts'
import { letter } from '../support/outbox.ts'
import { signInAs } from '../support/staff.ts'

const dataDir = process.env.DATA_DIR ?? '.data-dev'
const address = '0x5aAeb6053F3E94C9b9A09f33669435E7Ef1BeAed'
const phrase = 'abandon abandon abandon abandon abandon abandon abandon abandon abandon abandon abandon about'

async function another(context: BrowserContext): Promise<Page> {
  const own = await context.browser()?.newContext({ javaScriptEnabled: false })
  if (!own) throw new Error('no browser')
  return own.newPage()
}

test('two admins, a code by mail and no script: an award from proposal to payment', async ({ page, context }) => {
  test.slow()
  const { reference, email, entry } = await selectedEntry(page)
  const [first, second] = [await another(context), await another(context)]
  await signInAs(first, 'admin')
  await signInAs(second, 'admin')

  await first.goto('/staff/awards/propose')
  await first.locator('[name=amount]').fill('1,2')
  await press(first, 'Propose this award')
  await expect(first).toHaveTitle(/^Error: /)
  await expect(first.locator('.errsum a')).toHaveText(['Choose an entry', /Enter an amount/])
  await expect(first.locator('[name=amount]')).toHaveValue('1,2')
  const path = await propose(first, reference, '12.34')
  await expect(first.getByText('You proposed this award')).toBeVisible()
  await expect(first.getByRole('button', { name: 'Confirm this award' })).toHaveCount(0)

  expect((await page.goto(`${entry}/award`))?.status()).toBe(200)
  await expect(page.locator('main')).toContainText('As soon as your award can be claimed')
  await second.goto(path)
  await press(second, 'Confirm this award')
  await press(second, 'Open it to the storyteller')
  await expect(second.getByRole('status')).toContainText('Opened')
  const invitation = await letter(dataDir, ({ to, subject }) => to === email && subject.includes('can be claimed'))
  expect(invitation.text).toContain('12.34 USDC')
  expect(invitation.text).toContain('blue kettle on Sundays')

  await page.goto(/https?:\/\/\S+\/award\b/.exec(invitation.text)?.[0] ?? '')
  await press(page, 'Send me a code to claim it')
  await expect(page).toHaveURL(/\/award\/claim$/)
  const code = await codeFor(email)
  await page.locator('[name=code]').fill('00000000')
  await page.locator('[name=kind][value=address]').check()
  await page.locator('[name=network]').selectOption('base')
  await page.locator('[name=address]').fill(phrase)
  await press(page, 'Claim my award')
  await expect(page).toHaveTitle(/^Error: /)
  await expect(page.locator('.errsum')).toContainText('seed phrase')
  expect(await page.content()).not.toContain('abandon')
  await page.locator('[name=code]').fill('00000000')
  await page.locator('[name=address]').fill(address)
  await page.locator('[name=understood]').check()
  await press(page, 'Claim my award')
  await expect(page.locator('.errsum')).toContainText('This code is wrong')
  await expect(page.locator('[name=address]')).toHaveValue(address)
  await page.locator('[name=code]').fill(code)
  await press(page, 'Claim my award')
  await expect(page.getByRole('status')).toContainText('Your award is claimed')
  await expect(page.locator('main')).not.toContainText(address)

  await second.goto(path)
  await second.getByRole('link', { name: 'See payout details' }).click()
  await expect(second.locator('main')).toContainText(address)
  await second.goto(path)
  await press(second, 'Record: handed to the checks')
  await press(second, 'Record: cleared')
  const csv = await second.request.get('/staff/awards/payout.csv')
  expect(csv.headers()).toMatchObject({ 'content-disposition': expect.stringContaining('attachment'), 'cache-control': 'no-store' })
  expect(await csv.text()).toContain(`${reference},12.34,USDC,address,base,${address}`)
  await second.goto(path)
  await press(second, 'Record the payment')
  await expect(second.locator('.errsum')).toContainText('Enter the payment reference')
  await second.locator('[name=paymentReference]').fill(`0x${'ab'.repeat(32)}`)
  await press(second, 'Record the payment')
  await expect(second.getByRole('status')).toContainText('Recorded as paid')

  await page.goto(entry)
  await expect(page.locator('main')).toContainText('Your award of 12.34 USDC')
  await page.getByRole('link', { name: 'See my award' }).click()
  await expect(page.locator('main')).toContainText(`0x${'ab'.repeat(32)}`)
})

test('sharing by a template shows who gets what, names what is wrong, and proposes nothing by itself', async ({ page, context }) => {
  const { reference } = await selectedEntry(page)
  const staff = await another(context)
  await signInAs(staff, 'admin')
  await staff.goto('/staff/awards/propose')
  await press(staff, 'Show who gets what')
  await expect(staff.locator('.errsum')).toContainText('Choose how to share')
  await staff.locator('[name=template][value=tiers]').check()
  await staff.locator(`[name=place-${reference}]`).fill('1')
  await press(staff, 'Show who gets what')
  await expect(staff.locator('.errsum')).toContainText('does not fit')
  await staff.locator('[name=template][value=equal]').check()
  await press(staff, 'Show who gets what')
  await expect(staff.getByRole('button', { name: 'Propose this award' })).toBeVisible()
  await staff.goto('/staff/awards/ledger')
  await expect(staff.locator('main')).toContainText('The book is balanced')
  await staff.goto('/staff/awards')
})

test('awards, their files and a claim are nothing for anybody else', async ({ page, context, playwright, baseURL }) => {
  const { entry } = await selectedEntry(page)
  const reviewer = await another(context)
  await signInAs(reviewer, 'reviewer')
  const nobody = await playwright.request.newContext({ baseURL: baseURL ?? '' })
  const paths = [
    '',
    '/propose',
    '/ledger',
    '/payments',
    '/payout.csv',
    '/payout-safe.json?chainId=1&token=0x0',
    '/00000000-0000-7000-8000-000000000000/payout',
  ]

  for (const below of paths) {
    const [theirs, none] = [
      await reviewer.request.get(`/staff/awards${below}`),
      await nobody.get(`/staff/awards${below}`, { maxRedirects: 0 }),
    ]
    expect([below, theirs.status(), none.status(), none.headers().location]).toEqual([below, 404, 307, '/staff/sign-in'])
  }
  expect((await page.goto(`${entry}/award/claim`))?.status()).toBe(404)
  expect((await page.goto(`${new URL(entry).origin}/entry/no-such-key/award`))?.status()).toBe(404)
})
