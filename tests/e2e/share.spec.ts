import AxeBuilder from '@axe-core/playwright'
import { expect, type Page, test } from '@playwright/test'
import { enterUntilCheck, freshPost, sampleStory, send } from '../support/entering.ts'

const tags = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice']
const steps = ['/share/post', '/share/story', '/share/you', '/share/permissions'] as const
const someone = () => `storyteller-${Date.now()}-${Math.round(Math.random() * 1e6)}@example.org`
const press = (page: Page) => page.locator('main form button.btn').last().click()

async function violations(page: Page): Promise<string[]> {
  await page.waitForLoadState('load')
  const { violations: found } = await new AxeBuilder({ page }).withTags(tags).analyze()
  return found.map(({ id, nodes }) => `${page.url()} ${id}: ${nodes.map((node) => node.target.join(' ')).join(', ')}`)
}

async function tooWide(page: Page): Promise<number> {
  await page.waitForLoadState('load')
  return page.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth)
}

test('the summary of errors takes the focus, and its links lead into the fields', async ({ page }) => {
  await page.goto('/share')
  await press(page)
  await expect(page.locator('[data-error-summary]')).toBeFocused()

  await page.getByRole('link', { name: 'Choose the country' }).click()

  await expect(page.locator('#country')).toBeFocused()
})

test('a whole entry is sent with the keyboard alone', async ({ page }) => {
  const keys = page.keyboard
  const tabTo = async (selector: string) => {
    for (let press = 0; press < 60; press += 1) {
      if (await page.locator(selector).evaluate((element) => element === document.activeElement)) return
      await keys.press('Tab')
    }
    throw new Error(`${selector} cannot be reached with Tab`)
  }
  const choose = async (selector: string) => {
    await tabTo(selector)
    await keys.press('Space')
  }
  const type = async (selector: string, text: string) => {
    await tabTo(selector)
    await keys.type(text)
  }
  const goOn = async (path: RegExp) => {
    await tabTo('main form button[type=submit]')
    await keys.press('Enter')
    await page.waitForURL(path)
  }

  await page.goto('/share')
  await type('#country', 'Mex')
  await choose('#adult')
  await choose('#affiliated')
  await choose('#binanceUser')
  await goOn(/share\/post/)
  await type('#postUrl', freshPost())
  await goOn(/share\/story/)
  await type('#story', sampleStory)
  await type('#storyLanguage', 'English')
  await choose('#othersShown')
  await goOn(/share\/you/)
  await type('#displayName', 'Sample Person')
  await type('#email', someone())
  await goOn(/share\/permissions/)
  await choose('#acceptRules')
  await choose('#permitReading')
  await choose('#film')
  await goOn(/share\/check/)
  await goOn(/share\/done/)
  await expect(page.locator('main')).toContainText(/HB-[2-9A-Z]{4}-[2-9A-Z]{4}/)
})

for (const prefix of ['', '/es', '/ar'])
  for (const colorScheme of ['light', 'dark'] as const)
    test.describe(`${prefix || '/en'} in the ${colorScheme}`, () => {
      test.use({ colorScheme, viewport: { width: 390, height: 800 } })

      test('axe finds nothing on any step, its errors, the receipt or the entry', async ({ page }) => {
        test.slow()
        const found: string[] = []
        await page.goto(`${prefix}/share`)
        await press(page)
        found.push(...(await violations(page)))
        await enterUntilCheck(page, { postUrl: freshPost(), email: someone(), prefix })
        found.push(...(await violations(page)))
        for (const step of steps) {
          await page.goto(`${prefix}${step}?change=1`)
          found.push(...(await violations(page)))
          for (const text of await page.locator('main input.input, main textarea').all()) await text.fill('\u202e')
          await press(page)
          if (new URL(page.url()).pathname.endsWith(step)) found.push(...(await violations(page)))
        }
        await page.goto(`${prefix}/share/check`)
        await send(page)
        found.push(...(await violations(page)))
        await page.locator('a[href*="/entry/"]').click()
        found.push(...(await violations(page)))

        expect(found).toEqual([])
      })
    })

for (const prefix of ['', '/es', '/ar'])
  test(`every step fits 320 pixels and text of double size (${prefix || '/en'})`, async ({ page }) => {
    test.slow()
    const wide: string[] = []
    const measure = async () => {
      await page.setViewportSize({ width: 320, height: 800 })
      if ((await tooWide(page)) > 0) wide.push(`${page.url()} at 320`)
      await page.evaluate(() => document.documentElement.style.setProperty('font-size', '200%'))
      if ((await tooWide(page)) > 0) wide.push(`${page.url()} at 200 %`)
    }
    await page.goto(`${prefix}/share`)
    await press(page)
    await measure()
    await enterUntilCheck(page, { postUrl: freshPost(), email: someone(), prefix, story: `${'ل'.repeat(300)} ${'w'.repeat(300)}` })
    for (const path of [...steps, '/share/check']) {
      await page.goto(`${prefix}${path}`)
      await measure()
    }
    await send(page)
    await measure()
    await page.locator('a[href*="/entry/"]').click()
    await page.waitForURL(/\/entry\//)
    const entry = page.url()
    await measure()
    for (const part of ['edit', 'permissions', 'withdraw', 'erase']) {
      await page.goto(`${entry}/${part}`)
      await measure()
    }

    expect(wide).toEqual([])
  })

test('the counter counts characters as people see them', async ({ page }) => {
  await enterUntilCheck(page, { postUrl: freshPost(), email: someone() })
  await page.goto('/share/story?change=1')
  await page.locator('#story').fill('👩‍👩‍👧‍👦e\u0301')

  await expect(page.locator('[data-counts=story]')).toHaveText('Characters: 2 of 4,000')
})

test('ready words for a post can be copied', async ({ page, context }) => {
  await context.grantPermissions(['clipboard-read', 'clipboard-write'])
  await enterUntilCheck(page, { postUrl: freshPost(), email: someone() })
  await page.goto('/share/post')
  await page.getByText('I have not posted yet').click()
  await page.getByRole('button', { name: 'Copy these lines' }).click()

  expect(await page.evaluate(() => navigator.clipboard.readText())).toContain('#HumansOfBinance')
  await expect(page.getByRole('status').filter({ hasText: 'Copied' })).toBeVisible()
})

test('the receipt can be printed from a button', async ({ page }) => {
  await enterUntilCheck(page, { postUrl: freshPost(), email: someone() })
  await send(page)

  await expect(page.getByRole('button', { name: 'Print or save this page' })).toBeVisible()
  await expect(page.locator('.panel__art svg')).toBeVisible()
})
