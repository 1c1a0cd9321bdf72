import { renderToStaticMarkup } from 'react-dom/server'
import { expect, test } from 'vitest'
import { Cut } from '#components/selection/cut.tsx'
import { Orders } from '#components/selection/orders.tsx'
import { locales } from '#lib/i18n/locales.ts'
import { messages } from '#lib/i18n/messages/index.ts'
import { translator } from '#lib/i18n/translator.ts'
import { type DecisionErrorCode, parseDecision } from '#lib/review/selection/decision-form.ts'
import { lacksFor, outcomes, reasonsFor, reasonsOf, reasonTags } from '#lib/review/selection/schema.ts'
import type { Candidate, Lab } from '#lib/review/selection/views.ts'

const codes: readonly DecisionErrorCode[] = [
  ...([
    'outcome.missing',
    'place.wrong',
    'reasons.missing',
    'reasons.too-many',
    'reasons.do-not-fit',
    'note.too-long',
    'note.forbidden',
  ] as const),
]

function candidate(place: number, parts: readonly number[]): Candidate {
  const mean = parts.reduce((sum, part) => sum + part, 0) / Math.max(1, parts.length)
  const score = { normalised: parts.length > 0 ? mean : null, raw: parts.length > 0 ? mean - 10 : null, range: 0, humanTruth: 3 }
  return {
    ...{
      entry: `e${place}`,
      reference: `HB-2222-222${place + 1}`,
      count: parts.length,
      parts,
      ...score,
      hasIndependent: false,
      independent: null,
    },
    ...{ status: 'eligible', language: 'en', themes: [], country: 'PT', region: 'open', place, rawPlace: place, chance: 0.5, openFlags: 0 },
    ...{ decision: null, lacks: [] },
  }
}

function lab(candidates: readonly Candidate[], more: Partial<Lab> = {}): Lab {
  const nobody = { readers: [], scales: { overall: { mean: 0, spread: 0 }, by: new Map() }, seed: '' }
  return { candidates, places: 2, unsure: null, resamples: 1000, entering: [], leaving: [], moved: 0, ...nobody, ...more }
}

test.each(locales)('every error of a decision, every reason and outcome has words in %s', (locale) => {
  const [t, results] = [translator(locale, 'selection'), translator(locale, 'results')]
  for (const code of codes) expect(t(`form.errors.${code}`).length).toBeGreaterThan(5)
  for (const tag of reasonTags) expect(results(`reason.${tag}`)).toBe(messages[locale].results.reason[tag])
  for (const outcome of outcomes) expect(t(`outcome.${outcome}`).length).toBeGreaterThan(2)
})

test('each outcome has reasons of its own, and every reason fits one', () => {
  expect(reasonTags.filter((tag) => !outcomes.some((outcome) => reasonsFor[outcome].includes(tag)))).toEqual([])
  expect(reasonsFor.selected.filter((tag) => reasonsFor.not_selected.includes(tag))).toEqual([])
  expect(reasonsOf(['useful', 'gone-from-the-list'])).toEqual(['useful'])
})

test('what an entry lacks depends on what it is to become', () => {
  const standing = { reviews: 2, independent: 0, openFlags: 1 }
  expect(lacksFor('selected', standing)).toEqual(['reviews', 'independent', 'flag'])
  expect(lacksFor('reserve', standing)).toEqual(['reviews', 'independent', 'flag'])
  expect(lacksFor('not_selected', standing)).toEqual([])
  expect(lacksFor('not_selected', { ...standing, reviews: 1 })).toEqual(['reviews'])
  expect(lacksFor('selected', { reviews: 3, independent: 1, openFlags: 0 })).toEqual([])
})

test('a place counts for a reserve only', () => {
  const values = { outcome: 'reserve', place: '3', reasons: ['few-places'], note: '', seen: 'none' }
  expect(parseDecision(values)).toMatchObject({ ok: true, decided: { place: 3 } })
  expect(parseDecision({ ...values, place: '' })).toMatchObject({ ok: true, decided: { place: null } })
  expect(parseDecision({ ...values, outcome: 'not_selected' })).toMatchObject({ ok: true, decided: { place: null } })
  expect(parseDecision({ ...values, place: '1.5' })).toMatchObject({ ok: false, errors: { place: 'place.wrong' } })
})

test('the picture of the cut says its numbers in words, and leaves out who was not read', () => {
  const html = renderToStaticMarkup(<Cut locale="en" lab={lab([candidate(1, [400, 420]), candidate(2, [390, 395]), candidate(3, [])])} />)

  expect(html).toContain('aria-label="Normalised 410.0, raw 400.0, scores from 400.0 to 420.0"')
  expect(html.indexOf('Cut after place 2')).toBeGreaterThan(html.indexOf('HB-2222-2223'))
  expect(html).not.toContain('HB-2222-2224')
  expect(html).not.toMatch(/NaN|Infinity/)
})

test.each(locales)('while no entry was read twice the cut is not called sure, nor counted out, in %s', (locale) => {
  const unknown = lab([candidate(1, [400]), candidate(2, [300]), candidate(3, [200])], { unsure: { from: 1, to: 3 }, resamples: 0 })
  const html = renderToStaticMarkup(<Cut locale={locale} lab={unknown} />)

  expect(html).toContain(`<p class="note note--warn">${messages[locale].selection.cutUnknown}</p>`)
})

test('before anybody was read there is no picture, and no order that differs', () => {
  expect(renderToStaticMarkup(<Cut locale="en" lab={lab([candidate(1, [])])} />)).toContain('no entry has been read')
  expect(renderToStaticMarkup(<Orders locale="en" lab={lab([candidate(1, [])])} />)).toContain('Both orders have the same first 2')
})
