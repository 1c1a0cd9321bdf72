import { renderToStaticMarkup } from 'react-dom/server'
import { expect, test } from 'vitest'
import { DisqualifyForm } from '#components/staff/disqualify-form.tsx'
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
