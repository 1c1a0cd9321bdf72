import { renderToStaticMarkup } from 'react-dom/server'
import { expect, test } from 'vitest'
import { PostCheck } from '#components/submissions/post-check.tsx'
import { locales } from '#lib/i18n/locales.ts'
import { messages } from '#lib/i18n/messages/index.ts'
import { type PostCheckView, postCheckDetails, postCheckOutcomes } from '#lib/submissions/post-checks/view.ts'

const at = new Date('2025-09-08T14:02:00Z')
const bare: PostCheckView = { outcome: 'not-found', detail: null, at, title: null, author: null, leadsTo: null }
const render = (check: PostCheckView | null, locale: (typeof locales)[number] = 'en') =>
  renderToStaticMarkup(<PostCheck locale={locale} check={check} />)

test('every outcome and every detail has its words in every language, and none is left over', () => {
  for (const locale of locales) {
    const { check } = messages[locale].postLink
    expect(Object.keys(check.outcome)).toEqual([...postCheckOutcomes])
    expect(Object.keys(check.means)).toEqual([...postCheckOutcomes])
    expect(Object.keys(check.detail)).toEqual([...postCheckDetails])
    for (const outcome of postCheckOutcomes) expect(render({ ...bare, outcome }, locale)).toContain(check.means[outcome])
    for (const detail of postCheckDetails) expect(render({ ...bare, detail }, locale)).toContain(check.detail[detail])
  }
})

test('a post that was never checked says so', () => {
  expect(render(null)).toContain('has not been checked yet')
})

test('words of the network are shown as text, whatever they hold', () => {
  const html = render({ ...bare, title: '<script>alert(1)</script>', author: '"><img src=x onerror=alert(1)>' })

  expect(html).toContain('<bdi>&lt;script&gt;alert(1)&lt;/script&gt;</bdi>')
  expect(html).not.toContain('<img')
})

test('where a short link leads is a link, with its time and the entries that hold the same post', () => {
  const url = 'https://x.com/i/status/1963000000000000000'

  const html = render({ ...bare, leadsTo: { url, postedAt: new Date('2025-09-02T21:56:51Z'), alsoIn: ['HB-7K2M-9XQD'] } })

  expect(html).toContain(`href="${url}"`)
  expect(html).toContain('dateTime="2025-09-02T21:56:51.000Z"')
  expect(html).toContain('href="/staff/submissions/HB-7K2M-9XQD"')
})

test('what is not known takes no row', () => {
  expect(render(bare).match(/<dt>/g)).toHaveLength(1)
})
