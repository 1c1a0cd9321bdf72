import { expect, test } from '@playwright/test'
import { enterUntilCheck, freshPost } from '../support/entering.ts'

test('words for a post are chosen by site and language, without scripts', async ({ page }) => {
  await page.goto('/share/post/help')
  await page.locator('[name=platform]').selectOption('bluesky')
  await page.locator('[name=in]').selectOption('es')
  await page.locator('main form button').click()

  await expect(page).toHaveURL(/platform=bluesky&in=es$/)
  const words = page.getByRole('textbox', { name: 'Copy this and finish it in your own words' })
  await expect(words).toHaveValue(/#HumansOfBinance #concurso\nParticipo en un concurso que organiza Binance\.$/)
  await expect(page.locator('main')).toContainText(/\d+ of 300 characters are used, as Bluesky counts them/)
  const open = page.getByRole('link', { name: 'Open Bluesky with these words' })
  await expect(open).toHaveAttribute('href', /^https:\/\/bsky\.app\/intent\/compose\?text=.*%23HumansOfBinance/)
  await expect(open).toHaveAttribute('rel', 'noreferrer')
})

test('a site that takes no words from elsewhere says what to do, and none chosen is said to be missing', async ({ page }) => {
  await page.goto('/share/post/help?platform=tiktok&in=ar')
  await expect(page.locator('main')).toContainText('open the TikTok app')
  await expect(page.locator('textarea')).toHaveAttribute('lang', 'ar')

  await page.goto('/share/post/help?platform=')
  await expect(page.locator('.err')).toContainText('Choose the site where you want to post')
  await expect(page.locator('textarea')).toHaveCount(0)
})

test('the way to these words leaves what is typed where it is', async ({ page, context }) => {
  await enterUntilCheck(page, { postUrl: freshPost(), email: `help-${Date.now()}@example.org` })
  await page.goto('/share/post?change=1')
  await page.locator('[name=postText]').fill('Half a sentence')
  await page.getByText('I have not posted yet').click()
  const [help] = await Promise.all([context.waitForEvent('page'), page.getByRole('link', { name: 'Get the words for one site' }).click()])

  await expect(help.getByRole('heading', { level: 1 })).toHaveText('Words for your post')
  await expect(page.locator('[name=postText]')).toHaveValue('Half a sentence')
})

test('a post from before the campaign is named kindly, and sent all the same', async ({ page }) => {
  await enterUntilCheck(page, {
    postUrl: `https://x.com/sample/status/${1_900_000_000_000_000_000n + BigInt(Date.now()) * 1000n}`,
    email: `early-${Date.now()}@example.org`,
  })

  await expect(page.locator('main')).toContainText('Your post seems to be from')
  await expect(page.getByRole('link', { name: 'enter a newer post' })).toHaveAttribute('href', '/share/post?change=1#postUrl')
  await page.locator('main form button.btn').last().click()
  await page.waitForURL(/share\/done/)
})
