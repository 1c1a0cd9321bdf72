import { expect, test } from '@playwright/test'
import { hostileTexts } from '../factories/hostile.ts'

// Every second one: all of them go through the same actions against a database, in tests/lib/submissions/hostile.db.test.ts.
const texts = hostileTexts.filter((_, index) => index % 2 === 0).slice(0, 50)

test('fifty hostile texts over HTTP are answered with words, never with a fault', async ({ request, baseURL }) => {
  test.slow()
  const wrong: string[] = []
  for (const [name, text] of texts) {
    const page = await (await request.get('/share')).text()
    const main = /<main[\s\S]*<\/main>/.exec(page)?.[0] ?? ''
    const hidden = [...main.matchAll(/<input type="hidden" name="([^"]*)"(?: value="([^"]*)")?/g)].map(([, field = '', value = '']) => [
      field,
      value.replaceAll('&quot;', '"').replaceAll('&#x27;', "'").replaceAll('&lt;', '<').replaceAll('&gt;', '>').replaceAll('&amp;', '&'),
    ])
    const form = new FormData()
    for (const [field = '', value = ''] of hidden) form.append(field, value)
    for (const field of ['country', 'adult', 'affiliated', 'binanceUser', '__proto__']) form.append(field, text)
    const answer = await fetch(`${baseURL}/share`, { method: 'POST', body: form, redirect: 'manual' })
    const body = await answer.text()
    if (![200, 413].includes(answer.status) || /Internal Server Error|__next_error__/.test(body)) wrong.push(`${name}: ${answer.status}`)
    if (answer.status === 200 && !body.includes('data-error-summary')) wrong.push(`${name}: no error named`)
  }

  expect(wrong).toEqual([])
})
