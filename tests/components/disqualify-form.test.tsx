import { renderToStaticMarkup } from 'react-dom/server'
import { expect, test } from 'vitest'
import { DisqualifyForm } from '#components/staff/disqualify-form.tsx'
import { DisqualifyProposal } from '#components/staff/disqualify-proposal.tsx'
import { locales } from '#lib/i18n/locales.ts'

const same = async () => ({ values: { rule: '', note: '', sure: '' }, errors: {}, refused: null })

test('the form that disqualifies asks for a rule, a note and a tick; an entry that cannot leave has none', () => {
  for (const locale of locales) {
    const shown = (canLeave: boolean) =>
      renderToStaticMarkup(<DisqualifyForm {...{ locale, reference: 'HB-7K2M-9XQD', version: 3, canLeave, action: same }} />)
    for (const name of ['rule', 'note', 'sure', 'reference', 'version']) {
      expect(shown(true)).toContain(`name="${name}"`)
      expect(shown(false)).not.toContain(`name="${name}"`)
    }
    expect(shown(true)).toContain('value="not-own-story"')
    expect(shown(true)).not.toMatch(/disqualify\.|undefined/)
  }
})

test('a proposal is confirmed by another admin only, of an entry that is as it was, and can always be dropped', () => {
  const proposal = { id: 'p', rule: 'promotion', note: 'It sells a course.', by: 'Sample admin', at: '5 June 2026' } as const
  for (const locale of locales) {
    const shown = (how: Readonly<{ isOwn: boolean; hasMoved: boolean }>) =>
      renderToStaticMarkup(
        <DisqualifyProposal
          {...{ locale, reference: 'HB-7K2M-9XQD', proposal: { ...proposal, ...how }, action: async () => ({ refused: null }) }}
        />,
      )
    const pages = [
      shown({ isOwn: false, hasMoved: false }),
      shown({ isOwn: true, hasMoved: false }),
      shown({ isOwn: false, hasMoved: true }),
    ]
    expect(pages.map((page) => page.includes('value="confirm"'))).toEqual([true, false, false])
    for (const page of pages) {
      expect(page).toContain('value="drop"')
      expect(page).toMatch(/Sample admin.*5 June 2026/)
      expect(page).not.toMatch(/disqualify\.|undefined/)
    }
  }
})
