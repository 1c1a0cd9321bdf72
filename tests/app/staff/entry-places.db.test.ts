import type { ReactElement, ReactNode } from 'react'
import { renderToStaticMarkup } from 'react-dom/server'
import { expect, test } from 'vitest'
import { startSession } from '#lib/staff/sessions.ts'
import { makeEligible } from '#tests/factories/review.ts'
import { invited } from '#tests/factories/staff.ts'
import { asFormPost } from '#tests/support/request.ts'

// After the request's surroundings, which it looks for when it loads.
const { default: EntryPage } = await import('#app/staff/submissions/[id]/page.tsx')

/** Where the head of an entry's page leads this member of staff. */
async function ways(role: 'reviewer' | 'admin', reference: string): Promise<string[]> {
  const session = { 'hob-session': (await startSession((await invited(role)).id))?.token ?? '' }
  const { value } = await asFormPost(session, () =>
    EntryPage({ params: Promise.resolve({ id: reference }), searchParams: Promise.resolve({}) }),
  )
  const [head] = (value as ReactElement<{ children: readonly ReactNode[] }>).props.children
  return [...renderToStaticMarkup(head).matchAll(/href="([^"]+)"/g)].map(([, href]) => href ?? '')
}

test('an entry leads to its copy, its decision and its letters, where there are such and for who may see them', async () => {
  const [eligible, waiting, told] = [
    await makeEligible(),
    await makeEligible({ status: 'submitted' }),
    await makeEligible({ status: 'not_selected' }),
  ]
  const list = '/staff/submissions'
  const [copy, choosing] = [`${list}/${eligible.reference}/copy`, `/staff/selection/${eligible.reference}`]
  const out = (reference: string) => `${list}/${reference}/disqualify`
  const mails = (reference: string) => `/staff/mail?q=${reference}`

  expect(await ways('admin', eligible.reference)).toEqual([copy, choosing, mails(eligible.reference), out(eligible.reference), list])
  expect(await ways('reviewer', eligible.reference)).toEqual([copy, list])
  expect(await ways('admin', waiting.reference)).toEqual([mails(waiting.reference), out(waiting.reference), list])
  expect(await ways('admin', told.reference)).toEqual([
    `/staff/selection/${told.reference}`,
    mails(told.reference),
    out(told.reference),
    list,
  ])
})
