import { type BrowserContext, expect, type Page, test } from '@playwright/test'
import { enterUntilCheck, freshPost, send } from '../support/entering.ts'
import { letter, letters } from '../support/outbox.ts'

const dataDir = process.env.DATA_DIR ?? '.data-dev'

/** The form of the page as it would be sent, ready to be sent again and again. */
async function formOf(page: Page): Promise<Record<string, string>> {
  return page.evaluate(() =>
    Object.fromEntries(
      [...new FormData([...document.querySelectorAll<HTMLFormElement>('main form')].at(-1))].map(([name, value]) => [name, String(value)]),
    ),
  )
}

async function sendOften(context: BrowserContext, url: string, form: Record<string, string>, times: number): Promise<(string | null)[]> {
  const answers = await Promise.all(Array.from({ length: times }, () => context.request.post(url, { multipart: form })))
  return Promise.all(answers.map(async (answer) => /HB-[2-9A-Z]{4}-[2-9A-Z]{4}/.exec(await answer.text())?.[0] ?? null))
}

test('the same form sent twenty times at once is one entry, one receipt, one reference', async ({ page, context }) => {
  const email = `twenty-${Date.now()}@example.org`
  await enterUntilCheck(page, { postUrl: freshPost(), email })

  const references = await sendOften(context, page.url(), await formOf(page), 20)

  expect(references[0]).toMatch(/^HB-/)
  expect(new Set(references).size).toBe(1)
  await letter(dataDir, (mail) => mail.to === email)
  expect((await letters(dataDir)).filter((mail) => mail.to === email)).toHaveLength(1)
})

test('going back and sending again gives the same reference', async ({ page }) => {
  await enterUntilCheck(page, { postUrl: freshPost(), email: `back-${Date.now()}@example.org` })
  const reference = await send(page)

  await page.goBack()
  await page.goto('/share/check')

  await page.waitForURL(/\/share\/done/)
  await expect(page.locator('main')).toContainText(reference)
})

test('one post in another spelling is not taken twice', async ({ page, browser }) => {
  const post = freshPost()
  await enterUntilCheck(page, { postUrl: post, email: `first-${Date.now()}@example.org` })
  await send(page)

  const other = await (await browser.newContext()).newPage()
  await enterUntilCheck(other, {
    postUrl: post.replace('x.com/sample', 'mobile.twitter.com/another').concat('?s=20'),
    email: `second-${Date.now()}@example.org`,
  })
  await other.locator('main form button[type=submit]').last().click()

  await expect(other.locator('main')).toContainText('There is a problem')
  expect(await other.locator('main').textContent()).not.toMatch(/HB-[2-9A-Z]{4}-/)
})
