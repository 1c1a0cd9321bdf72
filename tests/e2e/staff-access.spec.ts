import { existsSync } from 'node:fs'
import AxeBuilder from '@axe-core/playwright'
import { type BrowserContext, expect, type Page, test } from '@playwright/test'
import { may, staffRoutes } from '../../lib/staff/permissions.ts'
import { enterUntilCheck, freshPost, send } from '../support/entering.ts'
import { signInAs } from '../support/staff.ts'

const tags = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice']
const paths = ['/staff', '/staff/submissions?status=all', '/staff/submissions?q=HB-2222-2222', '/staff/mail', '/staff/nothing']

/** Looked at in one language each way round. */
const desks = ['review', 'selection', 'awards', 'people', 'campaign', 'account', 'audit', 'insights', 'stories', 'history', 'films'].map(
  (desk) => `/staff/${desk}`,
)

async function violations(page: Page): Promise<string[]> {
  const { violations: found } = await new AxeBuilder({ page }).withTags(tags).analyze()
  return found.map(({ id, nodes }) => `${id}: ${nodes.map((node) => node.target.join(' ')).join(', ')}`)
}

let reference = ''
let signedIn: Awaited<ReturnType<BrowserContext['storageState']>>

test.beforeAll(async ({ browser }) => {
  const page = await browser.newPage()
  await enterUntilCheck(page, { postUrl: freshPost(), email: `access-${Date.now()}-${process.pid}@example.org` })
  reference = await send(page)
  await signInAs(page, 'admin')
  signedIn = await page.context().storageState()
  await page.close()
})

test('axe finds nothing on the way in', async ({ page }) => {
  for (const path of ['/staff/sign-in', '/staff/sign-in?sent=1', '/staff/sign-in/confirm?token=none']) {
    await page.goto(path)

    expect([path, await violations(page)]).toEqual([path, []])
  }
})

for (const language of ['en', 'es', 'ar'])
  for (const colorScheme of ['light', 'dark'] as const)
    test(`axe finds nothing on the staff pages in ${language} in the ${colorScheme}, and they fit a small screen`, async ({
      browser,
      baseURL,
    }) => {
      test.slow()
      const context = await browser.newContext({ storageState: signedIn, colorScheme })
      await context.addCookies([{ name: 'hob-locale', value: language, url: `${baseURL}/staff` }])
      const page = await context.newPage()
      const more = (language === 'en' && colorScheme === 'light') || (language === 'ar' && colorScheme === 'dark') ? desks : []
      for (const path of [...paths, ...more, `/staff/submissions/${reference}`]) {
        await page.setViewportSize({ width: 1280, height: 800 })
        await page.goto(path)
        await expect(page.locator('html')).toHaveAttribute('dir', language === 'ar' ? 'rtl' : 'ltr')

        expect([path, await violations(page)]).toEqual([path, []])
        await page.setViewportSize({ width: 320, height: 800 })
        const wide = await page.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth)
        expect([path, wide]).toEqual([path, 0])
      }
      await context.close()
    })

test('a screening form with errors is as accessible, and takes the focus to what is wrong', async ({ browser }) => {
  const context = await browser.newContext({ storageState: signedIn })
  const page = await context.newPage()
  await page.goto(`/staff/submissions/${reference}`)
  await page.locator('form:has([name=outcome]) button[type=submit]').click()

  await expect(page).toHaveTitle(/^Error: /)
  await expect(page.locator('[data-error-summary]')).toBeFocused()
  expect(await violations(page)).toEqual([])
  await context.close()
})

const roles = ['reviewer', 'editor', 'admin'] as const
/** Every page of the back office with sample values in place of its parameters. */
const doors = Object.entries(staffRoutes).flatMap(([route, verb]) =>
  verb === 'anybody' || verb === 'any-staff'
    ? []
    : [{ route, verb, path: route.replaceAll(/\[\w+\]/g, '01a2b3c4-0000-7000-8000-000000000000') }],
)

test('without a session every page leads to the sign-in page', async ({ playwright, baseURL }) => {
  const nobody = await playwright.request.newContext({ baseURL: baseURL ?? '' })
  const forged = await playwright.request.newContext({
    baseURL: baseURL ?? '',
    extraHTTPHeaders: { cookie: `hob-session=${'a'.repeat(43)}` },
  })

  for (const { path, route } of doors.filter((door) => door.path.startsWith('/staff')))
    for (const who of [nobody, forged]) {
      const answer = await who.get(path, { maxRedirects: 0 })
      // A file that a page shows is nowhere for nobody; a page, or a file to keep, leads to the way in.
      const ways = existsSync(`app${route}/route.ts`) ? ['404', '307 /staff/sign-in'] : ['307 /staff/sign-in']
      expect(ways, path).toContain([answer.status(), answer.headers().location].filter(Boolean).join(' '))
    }
  // What is no page does not even say that it is there.
  expect((await nobody.get('/api/exports/submissions.csv', { maxRedirects: 0 })).status()).toBe(404)
})

for (const role of roles)
  test(`of every page ${role} finds exactly what the table opens, and nothing else is there`, async ({ page }) => {
    test.slow()
    await signInAs(page, role)
    const actor = { kind: 'staff', id: '', role, email: '', name: null, independent: false } as const

    for (const { route, verb, path } of doors) {
      const status = (await page.request.get(path, { maxRedirects: 0 })).status()
      const found = may(actor, verb) && !route.includes('[')
      // Of what has an address of its own, nobody has this one: it is 404 for all.
      // Asked for without a chain, the file for payment leads to the form that asks for one.
      expect([path, status]).toEqual([path, found ? (path.endsWith('payout-safe.json') ? 303 : 200) : 404])
    }
  })
