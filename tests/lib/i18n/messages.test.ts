import { IntlMessageFormat } from 'intl-messageformat'
import { expect, test } from 'vitest'
import { type Locale, locales } from '#lib/i18n/locales.ts'
import { messages } from '#lib/i18n/messages/index.ts'

type Tree = { readonly [key: string]: string | Tree }
type Node = ReturnType<IntlMessageFormat['getAst']>[number]

const [literal, argument, number, date, time, select, plural, pound, tag] = [0, 1, 2, 3, 4, 5, 6, 7, 8]

/** Names, which are the same in every language, and words that Spanish happens to share with English. */
const sameEverywhere = new Set([
  'Humans of Binance',
  '{size} kB',
  'CZ',
  'CZ (Changpeng Zhao)',
  'He Yi',
  'No',
  'No.',
  'Error:',
  'Error: {title}',
  'Cookies',
  '{seconds} s',
  'Jacaranda',
  'Agave',
])

const notOurWords = [
  'story worth telling',
  'more than technology',
  'overcoming challenges, seizing',
  'amplify your voice',
  'real stories, real impact',
  'there may be discrepancies',
]

function flat(tree: Tree, path = ''): [string, string][] {
  return Object.entries(tree).flatMap(([key, value]) => {
    const here = path ? `${path}.${key}` : key
    return typeof value === 'string' ? [[here, value] as [string, string]] : flat(value, here)
  })
}

const all = Object.fromEntries(locales.map((locale) => [locale, new Map(flat(messages[locale]))])) as Record<Locale, Map<string, string>>
const translations = locales.filter((locale) => locale !== 'en')

function parsed(message: string, locale: Locale): readonly Node[] {
  return new IntlMessageFormat(message, locale).getAst()
}

function branches(node: Node): readonly (readonly Node[])[] {
  if ('options' in node) return Object.values(node.options).map((option) => option.value)
  return 'children' in node ? [node.children] : []
}

function everyNode(nodes: readonly Node[]): readonly Node[] {
  return nodes.flatMap((node) => [node, ...branches(node).flatMap(everyNode)])
}

/** The names a message takes, each with how it is used: "days plural", "ltr tag", "character select direction|other". */
function uses(message: string, locale: Locale): readonly string[] {
  const kinds: Record<number, string> = {
    [argument]: 'text',
    [number]: 'number',
    [date]: 'date',
    [time]: 'time',
    [plural]: 'plural',
    [tag]: 'tag',
  }
  const found = everyNode(parsed(message, locale)).flatMap((node) => {
    if (node.type === literal || node.type === pound) return []
    if (node.type === select && 'options' in node) return [`${node.value} select ${Object.keys(node.options).sort().join('|')}`]
    return 'value' in node ? [`${node.value} ${kinds[node.type]}`] : []
  })
  return [...new Set(found)].sort()
}

/** Only the words: no names of arguments, no marks. */
function wordsOf(message: string, locale: Locale): string {
  return everyNode(parsed(message, locale))
    .map((node) => (node.type === literal && 'value' in node ? node.value : ' '))
    .join('')
}

function failing(locale: Locale, isWrong: (message: string, key: string) => boolean): string[] {
  return [...all[locale]].filter(([key, message]) => isWrong(message, key)).map(([key, message]) => `${key}: ${message}`)
}

function parses(message: string, locale: Locale): boolean {
  try {
    return parsed(message, locale).length > 0
  } catch {
    return false
  }
}

test.each(locales)('every message in %s can be read by the formatter', (locale) => {
  expect(failing(locale, (message) => !parses(message, locale))).toEqual([])
})

test.each(locales)('no message in %s is empty, and no words begin or end with white space', (locale) => {
  const isSeparator = (message: string) => /^\p{P}\s$/u.test(message)
  expect(failing(locale, (message) => message.trim() === '' || (message !== message.trim() && !isSeparator(message)))).toEqual([])
})

test.each(translations)('%s has exactly the keys of the English original', (locale) => {
  expect([...all[locale].keys()].sort()).toEqual([...all.en.keys()].sort())
})

test.each(translations)('every message in %s takes the same arguments and marks as the English one', (locale) => {
  const different = [...all.en].flatMap(([key, original]) => {
    const [wanted, got] = [uses(original, 'en'), uses(all[locale].get(key) ?? '', locale)]
    return wanted.join(', ') === got.join(', ') ? [] : [`${key}: ${got.join(', ')} instead of ${wanted.join(', ')}`]
  })
  expect(different).toEqual([])
})

test.each(translations)('every message in %s is translated', (locale) => {
  const same = failing(locale, (message, key) => {
    const isWords = /\p{L}/u.test(wordsOf(message, locale).replaceAll('Humans of Binance', ''))
    return message === all.en.get(key) && isWords && !sameEverywhere.has(message)
  })
  expect(same).toEqual([])
})

/** The forms that whole numbers up to a thousand need: Spanish has one more, for millions. */
function formsOf(locale: Locale): readonly string[] {
  const rules = new Intl.PluralRules(locale)
  return [...new Set(Array.from({ length: 1001 }, (_, count) => rules.select(count)))]
}

test.each(locales)('plurals in %s have every form of the language', (locale) => {
  const wanted = formsOf(locale)
  const lacks = (node: Node) => node.type === plural && 'options' in node && wanted.some((form) => !(form in node.options))
  expect(failing(locale, (message) => everyNode(parsed(message, locale)).some(lacks))).toEqual([])
})

test('Arabic plurals have six forms', () => {
  expect(formsOf('ar')).toHaveLength(6)
})

test.each(locales)('no message in %s shouts', (locale) => {
  expect(failing(locale, (message) => /[!¡！]/.test(wordsOf(message, locale)))).toEqual([])
})

test('errors do not plead', () => {
  expect(failing('en', (message, key) => /^(errors|postLink)\./.test(key) && /\bplease\b/i.test(message))).toEqual([])
})

test('no sentence of the announcement is ours', () => {
  const found = locales.flatMap((locale) =>
    failing(locale, (message) => notOurWords.some((phrase) => message.toLowerCase().includes(phrase))),
  )
  expect(found).toEqual([])
})

test('arguments and marks are seen wherever they stand in a message', () => {
  const message = '<b>{name}</b>: {count, plural, one {# day} other {# days of {month}}} {kind, select, a {x} other {y}}'
  expect(uses(message, 'en')).toEqual(['b tag', 'count plural', 'kind select a|other', 'month text', 'name text'])
})
