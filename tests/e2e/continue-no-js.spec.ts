import { type Browser, expect, type Page, test } from '@playwright/test'
import { freshPost, sampleStory } from '../support/entering.ts'
import { letter, letters } from '../support/outbox.ts'

const dataDir = process.env.DATA_DIR ?? '.data-dev'

async function next(page: Page): Promise<void> {
  await page.locator('main form button[type=submit]').last().click()
}

/** A browser of its own: another device. */
async function device(browser: Browser): Promise<Page> {
  return (await browser.newContext({ javaScriptEnabled: false })).newPage()
}

async function begin(page: Page, prefix = ''): Promise<void> {
  await page.goto(`${prefix}/share`)
  await page.locator('[name=country]').selectOption('MX')
  await page.locator('[name=adult][value=yes]').check()
  await page.locator('[name=affiliated][value=no]').check()
  await page.locator('[name=binanceUser][value=private]').check()
  await next(page)
  await page.waitForURL(/\/share\/post/)
}

/** Asks for a link on this device; gives the address that the mail carries. */
async function askForLink(page: Page, email: string, prefix = ''): Promise<string> {
  const before = (await letters(dataDir)).filter((mail) => mail.to === email).map((mail) => mail.headers['Message-ID'])
  await page.goto(`${prefix}/share/continue`)
  await page.locator('[name=email]').fill(email)
  await next(page)
  await page.waitForURL(/\/share\/continue\?sent=1/)
  const mail = await letter(dataDir, (one) => one.to === email && !before.includes(one.headers['Message-ID']))
  return /https?:\/\/\S+\/share\/continue\/\S+/.exec(mail.text)?.[0] ?? ''
}

test('an entry begun on one device is finished on another through a mailed link, without scripts', async ({ page, browser }) => {
  const email = `continue-${Date.now()}@example.org`
  await begin(page)
  const postUrl = freshPost()
  await page.locator('[name=postUrl]').fill(postUrl)
  await next(page)
  await page.waitForURL(/\/share\/story/)

  await page.goto('/share/continue')
  await page.locator('[name=email]').fill('name@')
  await next(page)
  await expect(page).toHaveTitle(/^Error: /)
  await expect(page.locator('[name=email]')).toHaveValue('name@')

  const address = await askForLink(page, email)
  const phone = await device(browser)
  await phone.goto(address)
  await phone.reload()
  await next(phone)
  await phone.waitForURL(/\/share\/story/)
  await phone.goto('/share/post')
  await expect(phone.locator('[name=postUrl]')).toHaveValue(postUrl)

  await phone.goto('/share/story')
  await phone.locator('[name=story]').fill(sampleStory)
  await phone.locator('[name=storyLanguage]').selectOption('en')
  await phone.locator('[name=othersShown][value=no]').check()
  await next(phone)
  await phone.waitForURL(/\/share\/you/)
  await page.goto('/share/story')
  await expect(page.locator('[name=story]')).toHaveValue(sampleStory)

  await phone.locator('[name=displayName]').fill('Sample Person')
  await phone.locator('[name=email]').fill(email)
  await next(phone)
  await phone.waitForURL(/\/share\/permissions/)
  await phone.locator('[name=acceptRules]').check()
  await phone.locator('[name=permitReading]').check()
  await phone.locator('[name=film][value=ask]').check()
  await next(phone)
  await phone.waitForURL(/\/share\/check/)
  await next(phone)
  await phone.waitForURL(/\/share\/done/)
  const reference = /HB-[2-9A-Z]{4}-[2-9A-Z]{4}/.exec((await phone.locator('main').textContent()) ?? '')?.[0] ?? 'no reference'

  await page.goto('/share/story')
  await page.waitForURL(/\/share\/done/)
  await expect(page.locator('main')).toContainText(reference)
  await page.locator('main a[href*="/entry/"]').first().click()
  await page.waitForURL(/\/entry\//)
  await expect(page.locator('main')).toContainText('We have your story')
})

test('a used link, an older one and one that never was each say why they open nothing', async ({ page, browser }) => {
  const email = `ended-${Date.now()}@example.org`
  await begin(page, '/es')
  const older = await askForLink(page, email, '/es')
  const newer = await askForLink(page, email, '/es')
  expect(older).toContain('/es/share/continue/')
  const phone = await device(browser)

  expect((await phone.goto(older))?.status()).toBe(410)
  await expect(phone.locator('h1')).toHaveText('Hay un enlace más reciente')
  await phone.goto(newer)
  await next(phone)
  await phone.waitForURL(/\/es\/share\/post/)
  expect((await phone.goto(newer))?.status()).toBe(410)
  await expect(phone.locator('h1')).toHaveText('Este enlace ya se ha usado')
  await expect(phone.locator('main .btns a').first()).toHaveAttribute('href', '/es/share/post')
  expect((await phone.goto('/ar/share/continue/never-made'))?.status()).toBe(404)
  await expect(phone.locator('h1')).toHaveText('لا نعرف هذا الرابط')
})

test('a browser without a draft is told that there is nothing to continue', async ({ page }) => {
  await page.goto('/share/continue')
  await expect(page.locator('h1')).toHaveText('Nothing to continue in this browser')
  await expect(page.locator('main form')).toHaveCount(0)
})

test('a browser that holds another entry is warned before it is replaced', async ({ page, browser }) => {
  await begin(page)
  const address = await askForLink(page, `replaces-${Date.now()}@example.org`)
  await page.goto(address)
  await expect(page.locator('main')).toContainText('has these answers already')

  const other = await device(browser)
  await begin(other)
  await other.goto(address)
  await expect(other.locator('main')).toContainText('holds another entry')
})
