import type { Page } from '@playwright/test'

/** Sample answers; nobody's real ones. */
export const sampleStory =
  'This is sample content written for a test. I learned to keep my own books, one evening at a time, and then showed my neighbours how. It took two years and a lot of tea.'

type Answers = Readonly<{ postUrl: string; email: string; prefix?: string; story?: string; displayName?: string; from?: string }>

let counted = 0

/** A public post address nobody used before in this run. */
export function freshPost(): string {
  counted += 1
  return `https://x.com/sample/status/${2001950365332000000n + BigInt(Date.now() % 1_000_000_000) * 1000n + BigInt(counted)}`
}

/** A sample story that is not word for word one that was sent before: the same one again and again is what programs send. */
function freshStory(): string {
  return `${sampleStory} On that day I wrote down ${crypto.randomUUID().replaceAll('-', ' ')}.`
}

/** An address that nobody has (a network for documents, as in RFC 2544), so that no sample storyteller uses up the permits of another. */
function freshAddress(): string {
  const part = () => Math.floor(Math.random() * 256)
  return `198.18.${part()}.${part()}`
}

async function next(page: Page): Promise<void> {
  await page.locator('main form button[type=submit]').last().click()
}

/** Answers every step of an entry up to the page that shows all answers, without needing scripts. */
export async function enterUntilCheck(
  page: Page,
  { postUrl, email, prefix = '', story = freshStory(), displayName = 'Sample Person', from = freshAddress() }: Answers,
): Promise<void> {
  await page.setExtraHTTPHeaders({ 'x-forwarded-for': from })
  await page.goto(`${prefix}/share`)
  await page.locator('[name=country]').selectOption('MX')
  await page.locator('[name=adult][value=yes]').check()
  await page.locator('[name=affiliated][value=no]').check()
  await page.locator('[name=binanceUser][value=private]').check()
  await next(page)
  await page.waitForURL(/\/share\/post/)
  await page.locator('[name=postUrl]').fill(postUrl)
  await next(page)
  await page.waitForURL(/\/share\/story/)
  await page.locator('[name=story]').fill(story)
  await page.locator('[name=storyLanguage]').selectOption('en')
  await page.locator('[name=themes][value=learning]').check()
  await page.locator('[name=othersShown][value=no]').check()
  await next(page)
  await page.waitForURL(/\/share\/you/)
  await page.locator('[name=displayName]').fill(displayName)
  await page.locator('[name=email]').fill(email)
  await page.locator('[name=phrase]').fill('blue kettle on Sundays')
  await next(page)
  await page.waitForURL(/\/share\/permissions/)
  await page.locator('[name=acceptRules]').check()
  await page.locator('[name=permitReading]').check()
  await page.locator('[name=film][value=ask]').check()
  await next(page)
  await page.waitForURL(/\/share\/check/)
}

/** Sends the entry from the page that shows all answers; returns its reference. */
export async function send(page: Page): Promise<string> {
  await next(page)
  await page.waitForURL(/\/share\/done/)
  const reference = /HB-[2-9A-Z]{4}-[2-9A-Z]{4}/.exec((await page.locator('main').textContent()) ?? '')?.[0]
  if (!reference) throw new Error('no reference on the receipt page')
  return reference
}
