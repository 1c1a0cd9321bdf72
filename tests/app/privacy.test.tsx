import { globSync, readFileSync } from 'node:fs'
import { renderToStaticMarkup } from 'react-dom/server'
import { expect, test } from 'vitest'
import { CookieTable } from '#app/[locale]/privacy/tables.tsx'
import { locales } from '#lib/i18n/locales.ts'
import { messages } from '#lib/i18n/messages/index.ts'
import { translator } from '#lib/i18n/translator.ts'

/** Every cookie the code names, without what binds it to the host. */
function cookiesNamed(): string[] {
  const names = globSync('app/**/*.{ts,tsx}', { cwd: new URL('../..', import.meta.url).pathname })
    .filter((file) => !file.includes('privacy'))
    .flatMap((file) => [...readFileSync(new URL(`../../${file}`, import.meta.url), 'utf8').matchAll(/'(hob-[a-z]+)'/g)])
    .map(([, name = '']) => name)
  return [...new Set(names)].sort()
}

test.each(locales)('the privacy page has a row for each cookie this site can set (%s)', (locale) => {
  const html = renderToStaticMarkup(<CookieTable t={translator(locale, 'privacy')} />)
  const rows = [...html.matchAll(/hob-[a-z]+/g)].map(([name]) => name).sort()
  expect(rows).toEqual(cookiesNamed())
  expect(rows).toHaveLength(5)
})

test('the privacy page says what stays in the browser and is not sent', () => {
  expect(messages.en.privacy.cookies.text).toContain('There are five')
  expect(messages.en.privacy.cookies.browser).toContain('Neither is sent to us.')
})
