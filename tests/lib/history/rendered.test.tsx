import { renderToStaticMarkup } from 'react-dom/server'
import { expect, test } from 'vitest'
import { AboutHistory } from '#components/history/about.tsx'
import { BadgeLegend } from '#components/history/badge-legend.tsx'
import { Entry } from '#components/history/entry.tsx'
import { Era } from '#components/history/era.tsx'
import { FactTable } from '#components/history/fact-table.tsx'
import { FilterResult, Filters } from '#components/history/filters.tsx'
import { readFilters } from '#lib/history/filters.ts'
import { type ClaimRow, entryView, factView, isRowShown } from '#lib/history/present.ts'
import { eraIds } from '#lib/history/schema.ts'
import type { Locale } from '#lib/i18n/locales.ts'
import { translator } from '#lib/i18n/translator.ts'
import { eraTexts } from '#prisma/seed/history/texts/index.ts'
import { seededIn } from '#prisma/seed/languages.ts'
import { hiddenClaim, storedClaims } from '#tests/factories/history.ts'

const rows = storedClaims()

function entriesMarkup(locale: Locale, claims: readonly ClaimRow[] = rows): string {
  const t = translator(locale, 'history')
  const entries = claims.filter((row) => row.placement !== 'fact_table').flatMap((row) => entryView(row, locale) ?? [])
  const eras = eraIds.map((id) => ({
    id,
    name: { text: eraTexts[locale][id].name, lang: null },
    intro: { text: eraTexts[locale][id].intro, lang: null },
    introSources: [],
    entries: entries.filter((entry) => entry.eraId === id),
  }))
  return renderToStaticMarkup(eras.map((era, index) => <Era key={era.id} era={era} first={index === 0} locale={locale} t={t} />))
}

function factsMarkup(locale: Locale, claims: readonly ClaimRow[] = rows): string {
  const facts = claims
    .filter((row) => row.placement === 'fact_table')
    .flatMap((row) => factView({ ...row, sameAs: claims.find(({ id }) => id === row.sameAsId) ?? null }, locale) ?? [])
  return renderToStaticMarkup(<FactTable facts={facts} locale={locale} t={translator(locale, 'history')} />)
}

function everything(locale: Locale, claims: readonly ClaimRow[] = rows): string {
  const t = translator(locale, 'history')
  const rest = renderToStaticMarkup([<AboutHistory key="about" locale={locale} t={t} />, <BadgeLegend key="key" t={t} />])
  return entriesMarkup(locale, claims) + factsMarkup(locale, claims) + rest
}

const text = (markup: string) => markup.replace(/<[^>]+>/g, ' ')

test('what is on hold or never to be published does not reach the page, even written up and sourced', () => {
  const planted = [hiddenClaim('no', 'A planted falsehood'), hiddenClaim('hold', 'A planted rumour')]
  const facts = planted.map((row) => ({ ...row, id: `${row.id}-fact`, placement: 'fact_table' }))
  expect(everything('en', [...rows, ...planted, ...facts])).not.toContain('planted')
  expect(everything('en', [...rows, ...planted.map((row) => ({ ...row, publish: 'with_note' }))])).toContain('A planted rumour')
})

test('no retelling of a hidden claim is on the page', () => {
  const page = text(everything('en'))
  const hidden = rows.filter((row) => !isRowShown(row)).flatMap((row) => row.texts.flatMap(({ saysPost }) => saysPost ?? []))
  expect(hidden.length).toBeGreaterThan(60)
  expect(hidden.filter((words) => page.includes(words))).toEqual([])
})

test('the page carries no ticker, no tag and no price multiple', () => {
  for (const locale of seededIn) {
    const page = text(everything(locale))
    expect(page).not.toMatch(/\$[A-Z]{2,6}\b/)
    expect(page).not.toMatch(/(^|\s)#\p{Letter}/u)
    expect(page).not.toMatch(/\b\d[\d,.]*\s?x\b|\b\w+fold\b|\bBNB (at|to|from) \$?\d/i)
  }
})

test('no link on the page carries a referral or a tracker', () => {
  const links = [...everything('en').matchAll(/href="(https?:[^"]+)"/g)].map(([, address]) => address ?? '')
  expect(links.length).toBeGreaterThan(80)
  expect(links.filter((address) => /[?&;#](ref|referr\w*|utm_\w+|guce_\w+|guccounter|sh)=/i.test(address))).toEqual([])
})

test('every outbound link tells the other site nothing and lends it no weight', () => {
  const anchors = [...everything('en').matchAll(/<a [^>]*href="https?:[^>]*>/g)].map(([tag]) => tag)
  expect(anchors.filter((tag) => !tag.includes('rel="noopener nofollow"'))).toEqual([])
})

test('the fact, the record and the mark come before what the post says, and that before the sources', () => {
  const t = translator('en', 'history')
  const entries = rows.flatMap((row) => entryView(row, 'en') ?? []).filter((entry) => entry.saysPost)
  expect(entries.length).toBeGreaterThan(40)
  for (const entry of entries) {
    const markup = renderToStaticMarkup(<Entry entry={entry} locale="en" t={t} />)
    const order = ['-h"', '<p>', 'class="badge', 'What the post says', 'Sources ('].map((part) => markup.indexOf(part))
    expect(order).toEqual([...order].sort((a, b) => a - b))
    expect(order).not.toContain(-1)
  }
})

test('in the table the row is headed by the verified subject', () => {
  const firstCells = [...factsMarkup('en').matchAll(/<tr id="[^"]+"><th scope="row"><span>([^<]+)</g)]
  expect(firstCells).toHaveLength(25)
})

test('every badge has words', () => {
  for (const locale of seededIn) {
    const badges = [...everything(locale).matchAll(/<span class="badge[^"]*">(.*?)<\/span>/g)].map(([, inside]) =>
      text(inside ?? '').trim(),
    )
    expect(badges.length).toBeGreaterThan(60)
    expect(badges.filter((words) => words === '')).toEqual([])
  }
})

test('every entry on the page has a public source', () => {
  const entries = rows.flatMap((row) => entryView(row, 'en') ?? [])
  expect(entries.filter((entry) => entry.sources.length === 0).map(({ id }) => id)).toEqual([])
})

test('every entry is an article under its own id with a heading', () => {
  const markup = entriesMarkup('en')
  const ids = [...markup.matchAll(/<article class="entry" id="([^"]+)" data-p="\w+" aria-labelledby="([^"]+)"/g)]
  expect(new Set(ids.map(([, id]) => id)).size).toBe(ids.length)
  expect(ids.filter(([, , heading]) => !markup.includes(`<h3 id="${heading}"`))).toEqual([])
})

test('what the post leaves out says so, and makes no claim for the post', () => {
  const entry = rows.flatMap((row) => (row.id === 'pardon-2025' ? (entryView(row, 'en') ?? []) : []))[0]
  if (!entry) throw new Error('The entry is gone')
  const markup = renderToStaticMarkup(<Entry entry={entry} locale="en" t={translator('en', 'history')} />)
  expect(markup).toContain('Not in the post')
  expect(markup).not.toContain('What the post says')
})

test('an entry that lacks the language of the reader is shown in English and marked so', () => {
  const row = rows.find(({ id }) => id === 'hack-2019')
  if (!row) throw new Error('The entry is gone')
  const entry = entryView({ ...row, texts: row.texts.filter(({ locale }) => locale === 'en') }, 'ar')
  if (!entry) throw new Error('The entry is not shown')
  const markup = renderToStaticMarkup(<Entry entry={entry} locale="ar" t={translator('ar', 'history')} />)
  expect(markup).toMatch(/<h3 id="hack-2019-h" lang="en" dir="ltr">7,000 bitcoin/)
})

test('no element carries a style or a script of its own', () => {
  expect(everything('ar')).not.toMatch(/ style=| on\w+=|<script/)
})

test('the filters are a form that asks for an address and keep what was chosen', () => {
  const filters = readFilters({ person: 'cz', topic: 'funding' })
  const markup = renderToStaticMarkup(<Filters filters={filters} locale="es" t={translator('es', 'history')} />)
  expect(markup).toContain('<form class="filters" action="/es/history" method="get">')
  expect(markup).toMatch(/<input type="radio" name="person" checked="" value="cz"\/>/)
  expect(markup).toContain('<option value="funding" selected="">')
})

test('the number of entries is a status, and an unused filter is named', () => {
  const t = translator('en', 'history')
  const result = (count: number) =>
    renderToStaticMarkup(<FilterResult filters={readFilters({ person: 'nobody' })} count={count} locale="en" t={t} />)
  expect(result(1)).toContain('<p role="status" class="small muted">1 entry, oldest first</p>')
  expect(result(9)).toContain('9 entries, oldest first')
  expect(result(9)).toContain('We do not have the founder in this address')
  expect(result(0)).toContain('No entries match these filters')
})
