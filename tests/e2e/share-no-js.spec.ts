import { type BrowserContext, expect, type Page, test } from '@playwright/test'
import { enterUntilCheck, freshPost, sampleStory, send } from '../support/entering.ts'

const press = (page: Page) => page.locator('main form button.btn').last().click()
const summary = (page: Page) => page.locator('[data-error-summary]')
const someone = () => `storyteller-${Date.now()}-${Math.round(Math.random() * 1e6)}@example.org`

async function answerWho(page: Page, changes: Readonly<Record<string, string>> = {}): Promise<void> {
  await page.goto('/share')
  await page.locator('[name=country]').selectOption('MX')
  for (const [name, value] of Object.entries({ adult: 'yes', affiliated: 'no', binanceUser: 'private', ...changes }))
    await page.locator(`[name=${name}][value=${value}]`).check()
  await press(page)
}

const draftCookie = async (context: BrowserContext) => (await context.cookies()).find(({ name }) => name.endsWith('hob-draft'))

test('a later step leads to the first one that is missing', async ({ page }) => {
  await page.goto('/share/permissions')
  expect(new URL(page.url()).pathname).toBe('/share')

  await answerWho(page)
  await page.goto('/share/check')

  expect(new URL(page.url()).pathname).toBe('/share/post')
})

test('an empty form comes back with a summary that leads to each question', async ({ page }) => {
  await page.goto('/share')
  await press(page)

  await expect(page).toHaveTitle(/^Error: /)
  await expect(summary(page)).toBeFocused()
  await expect(summary(page).getByRole('alert').getByRole('heading')).toHaveText('There is a problem')
  for (const link of await summary(page).getByRole('link').all()) {
    const field = page.locator((await link.getAttribute('href')) ?? '')
    await expect(field).toHaveCount(1)
    const words = await link.textContent()
    await expect(page.locator('.err', { hasText: words ?? '' })).toHaveCount(1)
  }
  await expect(summary(page).getByRole('link')).toHaveCount(4)
})

test('an error is tied to its control, after the hint', async ({ page }) => {
  await answerWho(page)
  await page.locator('[name=postUrl]').fill('https://x.com/somebody')
  await press(page)

  const field = page.locator('[name=postUrl]')
  await expect(field).toHaveAttribute('aria-invalid', 'true')
  await expect(field).toHaveAttribute('aria-describedby', 'postUrl-hint postUrl-error')
  await expect(field).toHaveValue('https://x.com/somebody')
  await expect(page.locator('#postUrl-error')).toContainText('This link goes to a profile')
})

test('everything typed comes back with an error, in any script', async ({ page }) => {
  const story = `كانت البداية صعبة.\nمثال للاختبار 👩‍👩‍👧‍👦 <b>not markup</b> e\u0301 ${sampleStory.slice(0, 40)}`
  await answerWho(page)
  await page.locator('[name=postUrl]').fill(freshPost())
  await press(page)
  await page.locator('[name=story]').fill(story)
  await page.locator('[name=tools][value=payments]').check()
  await page.locator('[name=tools][value=saving]').check()
  for (const theme of ['learning', 'family', 'other']) await page.locator(`[name=themes][value=${theme}]`).check()
  await press(page)

  await expect(page).toHaveTitle(/^Error: /)
  await expect(page.locator('[name=story]')).toHaveValue(story)
  await expect(page.locator('[name=tools]:checked')).toHaveCount(2)
  await expect(page.locator('[name=themes]:checked')).toHaveCount(3)
  await expect(summary(page)).toContainText('Choose no more than 2')
})

test('a story is kept as it was written', async ({ page }) => {
  const story = `سطر أول\nsecond line 👩🏽‍🌾 <script>1</script> & "quotes"\n${sampleStory}`
  await enterUntilCheck(page, { postUrl: freshPost(), email: someone(), story, displayName: 'سمية O’Neill 🌸' })

  await expect(page.locator('.said').first()).toHaveText(story, { useInnerText: true })
  await expect(page.locator('main')).toContainText('سمية O’Neill 🌸')
})

for (const [reason, changes] of [
  ['age', { adult: 'no' }],
  ['affiliated', { affiliated: 'yes' }],
] as const)
  test(`nothing is kept of somebody who cannot enter because of ${reason}`, async ({ page, context }) => {
    await answerWho(page, changes)

    expect(new URL(page.url()).pathname + new URL(page.url()).search).toBe(`/share/not-eligible?reason=${reason}`)
    await expect(page.locator('main')).toContainText('We have not kept any of your answers')
    expect(await draftCookie(context)).toBeUndefined()
  })

test('changing one answer comes back to all of them', async ({ page }) => {
  await enterUntilCheck(page, { postUrl: freshPost(), email: someone() })

  await page.getByRole('link', { name: 'Change your name' }).click()
  await page.locator('[name=displayName]').fill('Another Name')
  await press(page)

  expect(new URL(page.url()).pathname).toBe('/share/check')
  await expect(page.locator('main')).toContainText('Another Name')
})

test('an answer changed into a wrong one keeps its way back', async ({ page }) => {
  await enterUntilCheck(page, { postUrl: freshPost(), email: someone() })
  await page.goto('/share/you?change=1')
  await page.locator('[name=email]').fill('nowhere')
  await press(page)
  await page.locator('[name=email]').fill(someone())
  await press(page)

  expect(new URL(page.url()).pathname).toBe('/share/check')
})

test('nothing is ticked beforehand, and no answer about a film chosen', async ({ page }) => {
  await answerWho(page)
  await page.locator('[name=postUrl]').fill(freshPost())
  await press(page)
  await page.locator('[name=story]').fill(sampleStory)
  await page.locator('[name=storyLanguage]').selectOption('es')
  await page.locator('[name=othersShown][value=no]').check()
  await press(page)
  await page.locator('[name=displayName]').fill('Sample Person')
  await page.locator('[name=email]').fill(someone())
  await press(page)

  await expect(page.locator('main input:checked')).toHaveCount(0)
  await press(page)
  await expect(summary(page).getByRole('link')).toHaveCount(3)
})

test('after sending, every step leads to the receipt', async ({ page }) => {
  await enterUntilCheck(page, { postUrl: freshPost(), email: someone() })
  const reference = await send(page)

  for (const step of ['', '/post', '/story', '/you', '/permissions', '/check']) {
    await page.goto(`/share${step}`)
    expect(new URL(page.url()).pathname).toBe('/share/done')
  }
  await expect(page.locator('main')).toContainText(reference)
})

test('the receipt without an entry says where to look', async ({ page }) => {
  await page.goto('/share/done')

  await expect(page.getByRole('heading', { level: 1 })).toHaveText('No entry in this browser')
  await expect(page.getByRole('link', { name: 'Send me my link' })).toHaveAttribute('href', '/entry')
})

test('another story can be sent from the same browser', async ({ page }) => {
  await enterUntilCheck(page, { postUrl: freshPost(), email: someone() })
  const first = await send(page)

  await page.getByRole('link', { name: 'I have another story' }).click()
  await page.locator('[name=country]').selectOption('PT')
  for (const [name, value] of [
    ['adult', 'yes'],
    ['affiliated', 'no'],
    ['binanceUser', 'no'],
  ])
    await page.locator(`[name=${name}][value=${value}]`).check()
  await press(page)

  expect(new URL(page.url()).pathname).toBe('/share/post')
  await expect(page.locator('main')).not.toContainText(first)
})

test('what was typed survives the loss of the draft', async ({ page, context }) => {
  await answerWho(page)
  await context.clearCookies()
  await page.locator('[name=postUrl]').fill('https://x.com/i/status/1963000000000000001')
  await page.locator('[name=postText]').fill('The words of my post')
  await press(page)

  await expect(summary(page)).toContainText('Copy what you wrote here')
  await expect(page.locator('[name=postText]')).toHaveValue('The words of my post')
})

test('a step left open in another tab does not change what was sent', async ({ page, context }) => {
  await enterUntilCheck(page, { postUrl: freshPost(), email: someone() })
  const old = await context.newPage()
  await old.goto('/share/story?change=1')
  await send(page)

  await old.locator('[name=story]').fill(`${sampleStory} Written too late.`)
  await press(old)

  await expect(summary(old)).toContainText('This entry has been sent already')
  await expect(old.locator('[name=story]')).toHaveValue(`${sampleStory} Written too late.`)
})

test('a program that fills every field gets the usual thank-you, and its bait is kept nowhere', async ({ page }) => {
  const email = someone()
  await page.goto('/share')
  await page.locator('main form [name=website]').fill('https://bait.example', { force: true })
  await page.locator('[name=country]').selectOption('MX')
  for (const value of ['adult][value=yes', 'affiliated][value=no', 'binanceUser][value=no']) await page.locator(`[name=${value}]`).check()
  await press(page)
  expect(new URL(page.url()).pathname).toBe('/share/post')

  await enterUntilCheck(page, { postUrl: freshPost(), email })
  const reference = await send(page)

  await expect(page.getByRole('heading', { level: 1 })).toHaveText('We have your story')
  await page.getByRole('link', { name: 'See my entry' }).click()
  await expect(page.locator('main')).toContainText(reference)
  await expect(page.locator('main')).not.toContainText(/spam|program|bait/i)
})

test('Spanish and Arabic forms answer in their language and stay in it', async ({ page }) => {
  await page.goto('/ar/share')
  await press(page)
  await expect(page).toHaveTitle(/^خطأ: /)
  await expect(summary(page).getByRole('heading')).toHaveText('هناك مشكلة')

  await enterUntilCheck(page, { postUrl: freshPost(), email: someone(), prefix: '/es' })
  expect(new URL(page.url()).pathname).toBe('/es/share/check')
  await expect(page.getByRole('button', { name: 'Enviar mi historia' })).toBeVisible()
})

test('asking for a link is answered alike for a known and an unknown address', async ({ page }) => {
  const known = someone()
  await enterUntilCheck(page, { postUrl: freshPost(), email: known })
  await send(page)

  const answers = []
  for (const email of [known, someone()]) {
    await page.goto('/entry')
    await page.locator('[name=email]').fill(email)
    await press(page)
    answers.push({ url: page.url(), words: await page.locator('main').textContent() })
  }

  expect(answers[0]).toEqual(answers[1])
  expect(answers[0]?.words).toContain('If an entry was sent with the address you gave')
})

test('an address that cannot be one is said to be wrong, and kept', async ({ page }) => {
  await page.goto('/entry')
  await page.locator('[name=email]').fill('name@')
  await press(page)

  await expect(page).toHaveTitle(/^Error: /)
  await expect(page.locator('[name=email]')).toHaveValue('name@')
})

test('a link that opens nothing is a page that does not exist', async ({ page }) => {
  const response = await page.goto('/entry/AAAAAAAAAAAAAAAAAAAAAA')

  expect(response?.status()).toBe(404)
})

test('the page of an entry is kept out of search and shows no step of staff', async ({ page }) => {
  await enterUntilCheck(page, { postUrl: freshPost(), email: someone() })
  const reference = await send(page)
  await page.getByRole('link', { name: 'See my entry' }).click()

  await expect(page.getByRole('heading', { level: 1 })).toHaveText('We have your story')
  await expect(page.locator('main')).toContainText(reference)
  await expect(page.locator('meta[name=robots]').first()).toHaveAttribute('content', /noindex/)
  await expect(page.locator('main [aria-current=step]')).toContainText('We have your story')
  await expect(page.locator('main')).not.toContainText(/screening|eligible|review/i)
})
