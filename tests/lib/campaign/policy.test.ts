import { expect, test } from 'vitest'
import { countryCodes, isCountry } from '#lib/campaign/countries.ts'
import { ineligibilityRule, ineligibilityRules, sectionOf } from '#lib/campaign/ineligibility.ts'
import { entryWindow } from '#lib/campaign/policy.ts'
import { ruleSections } from '#lib/campaign/sections.ts'
import { locales } from '#lib/i18n/locales.ts'
import { rulesHash, seededRules } from '#prisma/seed/campaign.ts'

const opensAt = new Date('2025-09-03T00:00:00Z')
const closesAt = new Date('2025-10-01T00:00:00Z')
const before = (at: Date) => new Date(at.getTime() - 1)

test('entries are taken from the opening instant until just before the closing one', () => {
  expect(entryWindow({ opensAt, closesAt }, before(opensAt))).toBe('before')
  expect(entryWindow({ opensAt, closesAt }, opensAt)).toBe('open')
  expect(entryWindow({ opensAt, closesAt }, before(closesAt))).toBe('open')
  expect(entryWindow({ opensAt, closesAt }, closesAt)).toBe('closed')
})

test('without a closing date entries stay open', () => {
  expect(entryWindow({ opensAt, closesAt: null }, new Date('2099-01-01T00:00:00Z'))).toBe('open')
})

test('every country has its own name in every language', () => {
  for (const locale of locales) {
    const names = new Intl.DisplayNames([locale], { type: 'region', fallback: 'none' })
    const named = countryCodes.map((code) => names.of(code))
    expect(new Set(named).size).toBe(249)
    expect(named).not.toContain(undefined)
  }
  expect(isCountry('PT')).toBe(true)
  expect(isCountry('ZZ')).toBe(false)
})

test('every reason for an entry that is not eligible rests on a section of the rules', () => {
  for (const rule of ineligibilityRules) expect(ruleSections).toContain(sectionOf(rule))
  expect(ineligibilityRule('no-hashtag')).toBe('no-hashtag')
  expect(ineligibilityRule('toString')).toBeNull()
})

test.each(locales)('the rules in %s have every section, in order, with as many paragraphs as the original', (locale) => {
  const shape = (of: typeof locale) => seededRules[of].map(({ id, paragraphs }) => [id, paragraphs.length])

  expect(shape(locale)).toStrictEqual(shape('en'))
  expect(seededRules[locale].map(({ id }) => id)).toStrictEqual([...ruleSections])
  for (const { heading, paragraphs } of seededRules[locale]) for (const words of [heading, ...paragraphs]) expect(words.trim()).toBe(words)
})

test('another word anywhere in the rules is another hash', () => {
  const [first, ...rest] = seededRules.en
  if (!first) throw new Error('no rules')

  expect(rulesHash([{ ...first, heading: `${first.heading}.` }, ...rest])).not.toBe(rulesHash(seededRules.en))
  expect(rulesHash([...rest, first])).not.toBe(rulesHash(seededRules.en))
})
