import { execFileSync } from 'node:child_process'
import { existsSync, readFileSync } from 'node:fs'
import { expect, test } from 'vitest'
import { defaultLocale, direction, localeNames, locales, scriptOf, tags } from '#lib/i18n/locales.ts'
import { messages } from '#lib/i18n/messages/index.ts'

const sources = execFileSync(
  'git',
  ['ls-files', '--cached', '--others', '--exclude-standard', 'app', 'components', 'lib', 'server', 'public/modules'],
  {
    encoding: 'utf8',
  },
)
  .split('\n')
  .filter((file) => /\.(ts|tsx|js|mjs)$/.test(file) && !file.startsWith('lib/i18n/') && existsSync(file))
  .map((file) => ({ file, source: readFileSync(file, 'utf8') }))

/** Lists with a reason of their own: each falls back to English for any other language. */
const ownLists = ['lib/films/tracks/pictures.ts', 'lib/films/draft/draft.ts', 'lib/review/blind.ts']

test('the list of languages stands in one file, and every other place reads it there', () => {
  const listed = sources.filter(({ source }) => /['"]es['"],\s*['"]ar['"]|\bes:\s*['"][^'"]*['"],\s*ar:\s*['"]/.test(source))
  expect(listed.map(({ file }) => file).filter((file) => !ownLists.includes(file))).toEqual([])
})

test('no page asks which language it is in, only what the language is like', () => {
  const asked = sources.filter(({ source }) => /\b(?:locale|lang|language)\s*[!=]==\s*['"](?:es|ar)['"]/.test(source))
  expect(asked.map(({ file }) => file)).toEqual([])
})

test('every language has words, a name of its own, and a tag that writes Latin digits', () => {
  expect(Object.keys(messages).sort()).toEqual([...locales].sort())
  expect(locales[0]).toBe(defaultLocale)
  expect(new Set(Object.values(localeNames)).size).toBe(locales.length)
  for (const locale of locales) {
    expect(Intl.getCanonicalLocales(locale)).toEqual([locale])
    expect(new Intl.NumberFormat(tags[locale]).format(7)).toBe('7')
  }
})

test('a language is written from the side its letters are written from', () => {
  for (const locale of locales) {
    const isRight = ['Arab', 'Hebr', 'Thaa', 'Syrc', 'Nkoo', 'Adlm', 'Rohg'].includes(scriptOf(locale))
    expect([locale, direction(locale)]).toEqual([locale, isRight ? 'rtl' : 'ltr'])
  }
})
