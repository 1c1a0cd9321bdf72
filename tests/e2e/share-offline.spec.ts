import { expect, type Page, test } from '@playwright/test'
import { enterUntilCheck, freshPost, sampleStory, send } from '../support/entering.ts'

const story = `${sampleStory}\nكانت البداية صعبة. 👩‍👩‍👧‍👦`
const press = (page: Page) => page.locator('main form button.btn[type=submit]').last().click()
const notice = (page: Page) => page.locator('[data-keep]')

type Step = Readonly<{
  path: string
  texts: Readonly<Record<string, string>>
  choices: Readonly<Record<string, string>>
  ticks: readonly string[]
}>

const steps = (): readonly Step[] => [
  {
    path: '/share',
    texts: {},
    choices: { country: 'MX' },
    ticks: ['[name=adult][value=yes]', '[name=affiliated][value=no]', '[name=binanceUser][value=no]'],
  },
  { path: '/share/post', texts: { postUrl: freshPost(), postText: 'The words of my post' }, choices: {}, ticks: [] },
  {
    path: '/share/story',
    texts: { story },
    choices: { storyLanguage: 'ar' },
    ticks: ['[name=themes][value=family]', '[name=othersShown][value=no]'],
  },
  {
    path: '/share/you',
    texts: { displayName: 'سمية O’Neill', email: `offline-${Date.now()}@example.org`, phrase: 'blue kettle', needs: 'None.' },
    choices: {},
    ticks: [],
  },
  { path: '/share/permissions', texts: {}, choices: {}, ticks: ['[name=acceptRules]', '[name=permitReading]', '[name=film][value=ask]'] },
]

async function fill(page: Page, { texts, choices, ticks }: Step): Promise<void> {
  for (const [name, value] of Object.entries(texts)) await page.locator(`[name=${name}]`).fill(value)
  for (const [name, value] of Object.entries(choices)) await page.locator(`[name=${name}]`).selectOption(value)
  for (const tick of ticks) await page.locator(tick).check()
}

async function isAllThere(page: Page, { texts, choices, ticks }: Step): Promise<void> {
  for (const [name, value] of Object.entries({ ...texts, ...choices })) await expect(page.locator(`[name=${name}]`)).toHaveValue(value)
  for (const tick of ticks) await expect(page.locator(tick)).toBeChecked()
}

const arrives = (page: Page, path: string) => page.waitForURL((url) => url.pathname === path)

test('the network goes at each step and comes back, and nothing is gone', async ({ page, context }) => {
  test.slow()
  await page.goto('/share')
  for (const [index, step] of steps().entries()) {
    await fill(page, step)
    await context.setOffline(true)
    await page.waitForFunction(() => !navigator.onLine)
    await press(page)
    await expect(notice(page)).toBeVisible()
    expect(new URL(page.url()).pathname).toBe(step.path)
    await isAllThere(page, step)

    await context.setOffline(false)
    await page.reload()
    await isAllThere(page, step)
    await press(page)
    await arrives(page, steps()[index + 1]?.path ?? '/share/check')
  }
  await context.setOffline(true)
  await page.waitForFunction(() => !navigator.onLine)
  await press(page)
  await expect(notice(page)).toBeVisible()
  await context.setOffline(false)
  await expect(notice(page)).toBeHidden()
  await press(page)
  await arrives(page, '/share/done')
  await expect(page.locator('main')).toContainText(/HB-[2-9A-Z]{4}-[2-9A-Z]{4}/)
})

test('an answer that is lost on its way, unknown to the browser, is sent by reloading, or there again when somebody comes back', async ({
  page,
}) => {
  test.slow()
  await page.goto('/share')
  for (const [index, step] of steps().entries()) {
    await fill(page, step)
    await page.route('**/share**', (route) => (route.request().method() === 'POST' ? route.abort('connectionreset') : route.continue()))
    await press(page)
    await expect.poll(() => page.url()).toContain('chrome-error')
    await page.unroute('**/share**')
    if (index % 2 === 0) {
      await page.goto(step.path)
      await isAllThere(page, step)
      await press(page)
    } else await page.reload()
    await arrives(page, steps()[index + 1]?.path ?? '/share/check')
  }
})

test('what is typed is still there in another language, and gone from the browser once the story is sent', async ({ page }) => {
  test.slow()
  const email = `language-${Date.now()}@example.org`
  await enterUntilCheck(page, { postUrl: freshPost(), email })
  await page.goto('/share/story?change=1')
  await page.locator('[name=story]').fill(story)
  await page.locator('[name=themes][value=other]').check()
  await page.goto('/ar/share/story?change=1')
  await expect(page.locator('[name=story]')).toHaveValue(story)
  await expect(page.locator('[name=themes][value=other]')).toBeChecked()
  expect(await page.evaluate(() => [localStorage.length, Object.keys(sessionStorage).some((key) => key.startsWith('hob-keep'))])).toEqual([
    0,
    true,
  ])
  await press(page)
  await arrives(page, '/ar/share/check')
  await send(page)

  expect(await page.evaluate(() => Object.keys(sessionStorage).filter((key) => key.startsWith('hob-keep')))).toEqual([])
})

test('what was accepted is not written over by what was typed before', async ({ page, context }) => {
  test.slow()
  await page.goto('/share')
  for (const step of steps().slice(0, 2)) {
    await fill(page, step)
    await press(page)
  }
  await arrives(page, '/share/story')
  await page.goBack()
  await page.locator('[name=postText]').fill('A first try')
  const other = await context.newPage()
  await other.goto('/share/post')
  await other.locator('[name=postText]').fill('Written in another tab')
  await press(other)
  await arrives(other, '/share/story')

  await page.waitForTimeout(500)
  await page.reload()

  await expect(page.locator('[name=postText]')).toHaveValue('Written in another tab')
})
