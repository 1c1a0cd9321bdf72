import type { ReactElement, ReactNode } from 'react'
import { renderToStaticMarkup } from 'react-dom/server'
import { expect, test } from 'vitest'
import { setStop } from '#lib/campaign/commands/stop.ts'
import { invited } from '#tests/factories/staff.ts'
import { openCampaign } from '#tests/factories/submissions.ts'
import { asFormPost } from '#tests/support/request.ts'

// After the request's surroundings, which it looks for when it loads.
const { default: SharePage } = await import('#app/[locale]/share/page.tsx')

/** What somebody reads at the top of the first page. */
async function intro(locale: string): Promise<string> {
  const { value } = await asFormPost({}, () => SharePage({ params: Promise.resolve({ locale }), searchParams: Promise.resolve({}) }))
  return renderToStaticMarkup((value as ReactElement<{ intro: ReactNode }>).props.intro)
}

test('while no entries are taken the first page says so before anybody types, and only then', async () => {
  await openCampaign()
  const admin = await invited('admin')
  expect(await intro('en')).not.toContain('stopped taking entries')

  await setStop(admin, { what: 'entries', stop: true, reason: 'Sample' })
  expect(await intro('en')).toContain('We have stopped taking entries for a while')
  expect(await intro('es')).toContain('Hemos dejado de recibir participaciones')

  await setStop(admin, { what: 'entries', stop: false, reason: 'Sample' })
  await setStop(admin, { what: 'payouts', stop: true, reason: 'Sample' })
  expect(await intro('en')).not.toContain('stopped taking entries')
})
