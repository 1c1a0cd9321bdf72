import { createElement, isValidElement, type ReactElement, type ReactNode } from 'react'
import { expect, test } from 'vitest'
import { SpamPanel, type SpamState } from '#components/staff/spam-panel.tsx'
import { db } from '#lib/foundation/db.ts'
import { translator } from '#lib/i18n/translator.ts'
import { startSession } from '#lib/staff/sessions.ts'
import { invited } from '#tests/factories/staff.ts'
import { openCampaign, sendEntry } from '#tests/factories/submissions.ts'
import { asFormPost } from '#tests/support/request.ts'
import { shownAgain } from '#tests/support/shown-again.ts'

// After the request's surroundings, which they look for when they load.
const { mark } = await import('#app/staff/submissions/[id]/spam/actions.ts')
const { default: EntryPage } = await import('#app/staff/submissions/[id]/page.tsx')

type PanelProps = Parameters<typeof SpamPanel>[0]
type Around = Readonly<{ children?: ReactNode }>

function panelsIn(node: ReactNode): PanelProps[] {
  if (Array.isArray(node)) return node.flatMap(panelsIn)
  if (!isValidElement(node)) return []
  if (node.type === SpamPanel) return [(node as ReactElement<PanelProps>).props]
  return panelsIn((node as ReactElement<Around>).props.children)
}

/** The one spam panel of an entry's page as it is at this moment. */
async function panelOf(cookie: Readonly<Record<string, string>>, reference: string): Promise<PanelProps | undefined> {
  const props = { params: Promise.resolve({ id: reference }), searchParams: Promise.resolve({}) }
  const { value } = await asFormPost(cookie, () => EntryPage(props))
  return panelsIn(value)[0]
}

/** The panel `now`, in answer to the button of the one `before`. */
function answered([before, now]: readonly (PanelProps | undefined)[], state: SpamState): Promise<string> {
  const pages = [before, now]
  return shownAgain<SpamState>((action) => {
    const page = pages.shift()
    return createElement('main', {}, page && createElement(SpamPanel, { ...page, action }))
  }, state)
}

test.each(['reviewer', 'admin'] as const)('who marks an entry that was screened meanwhile is told so: %s', async (role) => {
  await openCampaign()
  const { id, reference } = await sendEntry()
  const cookie = { 'hob-session': (await startSession((await invited(role)).id))?.token ?? '' }
  const form = new FormData()
  form.set('reference', reference)
  const t = translator('en', 'staff')
  const before = await panelOf(cookie, reference)
  await db.submission.update({ where: { id }, data: { status: 'eligible' } })

  const { value } = await asFormPost(cookie, () => mark({ refused: null }, form))
  const now = await panelOf(cookie, reference)
  const html = await answered([before, now], value ?? { refused: null })

  expect(html).toContain('data-error-summary')
  expect(html).toContain(t('spam.refused.moved'))
  expect(html).not.toContain(t('spam.mark'))
  expect(await answered([before, before], { refused: null })).toContain(t('spam.mark'))
  expect(await answered([now, now], { refused: null })).not.toContain('<section')
})
