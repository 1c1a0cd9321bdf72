import { renderToStaticMarkup } from 'react-dom/server'
import { expect, test } from 'vitest'
import { fresh } from '#app/_forms/state.ts'
import { ShareForm } from '#app/[locale]/share/form.tsx'
import { locales } from '#lib/i18n/locales.ts'

test.each(locales)('who keeps no cookie gets the first questions again, with what is wrong above them: %s', (locale) => {
  const page = (hasNoCookie: boolean) =>
    renderToStaticMarkup(
      <ShareForm
        {...{ locale, values: {}, change: false, another: false, hasNoCookie, age: '', intro: 'sample intro', aside: null }}
        action={async () => fresh()}
      />,
    )

  expect(page(true)).toMatch(/<title>[^<]+<\/title>.*data-error-summary.*name="country"/s)
  expect(page(true)).not.toContain('sample intro')
  expect(page(false)).not.toContain('data-error-summary')
})
