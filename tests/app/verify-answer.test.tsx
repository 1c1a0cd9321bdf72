import { renderToStaticMarkup } from 'react-dom/server'
import { expect, test } from 'vitest'
import { Answer } from '#app/[locale]/verify/answer.tsx'
import type { Verdict } from '#app/[locale]/verify/state.ts'
import type { Locale } from '#lib/i18n/locales.ts'

function shown(verdict: Verdict, locale: Locale = 'en'): string {
  return renderToStaticMarkup(<Answer locale={locale} verdict={verdict} />)
}

test('a message of ours is called genuine, with its day and the end of the reference', () => {
  const html = shown({ known: true, date: '5 September 2025', ending: '9XQD' })
  expect(html).toContain('Genuine: we sent this message on 5 September 2025 about the entry ending <bdi dir="ltr">9XQD</bdi>.')
  expect(html).toContain('role="status"')
})

test('a message of ours that is about no entry names none', () => {
  expect(shown({ known: true, date: '5 September 2025', ending: null })).toContain('It is not about an entry that was sent.')
})

test('a message that is not ours is called so, loudly', () => {
  const html = shown({ known: false, code: 'FAKE' })
  expect(html).toContain('We did not send this')
  expect(html).toContain('role="alert"')
})

test('what was typed is shown as text, in its own direction', () => {
  const html = shown({ known: false, code: '<b>{date}</b> <script>' }, 'ar')
  expect(html).toContain('<bdi dir="ltr">&lt;b&gt;{date}&lt;/b&gt; &lt;script&gt;</bdi>')
})
