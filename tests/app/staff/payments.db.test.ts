import type { ReactElement, ReactNode } from 'react'
import { renderToStaticMarkup } from 'react-dom/server'
import { expect, test } from 'vitest'
import { startSession } from '#lib/staff/sessions.ts'
import { invited } from '#tests/factories/staff.ts'
import { asFormPost } from '#tests/support/request.ts'

// After the request's surroundings, which it looks for when it loads.
const { default: PaymentsPage } = await import('#app/staff/awards/payments/page.tsx')

async function page(query: Readonly<Record<string, string | string[]>>): Promise<string> {
  const session = { 'hob-session': (await startSession((await invited('admin')).id))?.token ?? '' }
  const { value } = await asFormPost(session, () =>
    PaymentsPage({ params: Promise.resolve({}), searchParams: Promise.resolve(query) } as PageProps<'/staff/awards/payments'>),
  )
  return renderToStaticMarkup((value as ReactElement<{ children: ReactNode }>).props.children)
}

test('a file asked for while payments are stopped leads to a page that says so, as does one asked for wrongly', async () => {
  const stopped = await page({ wrong: 'stopped' })
  expect(stopped).toContain('<title>Error: ')
  expect(stopped).toMatch(/There is a problem.*Payments are stopped/s)

  const mistyped = await page({ wrong: ['chainId', 'token'], chainId: 'x' })
  expect(mistyped.match(/<a href="#(chainId|token)"/g)).toHaveLength(2)
  expect(await page({})).not.toContain('There is a problem')
})

test('the button of the table lets the answer decide whether it is kept: a page that says why not is shown', async () => {
  expect(/<a[^>]*href="\/staff\/awards\/payout.csv"[^>]*>/.exec(await page({}))?.[0]).not.toContain('download')
})
