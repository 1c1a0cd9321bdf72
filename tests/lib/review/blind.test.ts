import { expect, test } from 'vitest'
import { findIdentity, hideFindings, type Identity, piecesOf } from '#lib/review/blind.ts'
import { wordDiff } from '#lib/review/blind-diff.ts'

const person: Identity = {
  displayName: 'Quillamine Zéphyrfold',
  email: 'q.zephyrwind@example.org',
  country: 'PT',
  language: 'pt',
  author: '@quilla_writes',
}
const kinds = (text: string, identity = person) => findIdentity(text, identity).map(({ kind, text: found }) => [kind, found])

test('a name is found whole and in parts, in any letters, with and without its marks', () => {
  expect(kinds('I am QUILLAMINE. My father, Mr Zephyrfold, called me quillamine zéphyrfold.')).toEqual([
    ['name', 'QUILLAMINE'],
    ['name', 'Zephyrfold'],
    ['name', 'quillamine zéphyrfold'],
  ])
})

test('a name may hold any sign', () => {
  for (const name of ['Jean-Luc', 'O’Neil', 'a+b (c) [d] {e} ^$|?*.\\/-', '🌱🌱', '-', '((((', 'J. R.'])
    expect(
      kinds(`Here is ${name} today`, { ...person, displayName: name, author: name, email: `${name}@example.org` }).length,
    ).toBeLessThan(6)
  expect(kinds('I am jean-luc.', { ...person, displayName: 'Jean-Luc' })).toEqual([['name', 'jean-luc']])
})

test('a part of another word is no name', () => {
  expect(kinds('The manana of Anatolia', { ...person, displayName: 'Ana' })).toEqual([])
  expect(kinds('Ana went.', { ...person, displayName: 'Ana' })).toEqual([['name', 'Ana']])
})

test('names are found in scripts that join words or write without spaces', () => {
  expect(kinds('قال لي ومحمد هنا', { ...person, displayName: 'محمد' })).toEqual([['name', 'محمد']])
  expect(kinds('我叫王小明。', { ...person, displayName: '王小明' })).toEqual([['name', '王小明']])
})

test('addresses, links, handles and telephone numbers are found without the full stop behind them', () => {
  const text = 'Mail me@example.org, see https://x.com/me/status/1 or t.me/some_one. Ask @quilla_writes; call +351 912 345 678.'
  expect(kinds(text)).toEqual([
    ['address', 'me@example.org'],
    ['link', 'https://x.com/me/status/1'],
    ['link', 't.me/some_one'],
    ['handle', '@quilla_writes'],
    ['number', '+351 912 345 678'],
  ])
})

test('years, amounts and dates are no telephone numbers', () => {
  expect(kinds('From 2019-2021 I saved 1,500 dollars, since 12/05/2019, at 14:30.')).toEqual([])
})

test('a country is pointed at in any language and stays in the copy', () => {
  const found = findIdentity('I left Portugal.', person)
  expect(found).toMatchObject([{ kind: 'place', text: 'Portugal' }])
  expect(hideFindings('I left Portugal.', found)).toBe('I left Portugal.')
})

test('what is hidden leaves a token, and a copy is shown as words and bars', () => {
  const text = 'I am Quillamine, @quilla_writes.'
  const copy = hideFindings(text, findIdentity(text, person))
  expect(copy).toBe('I am [name], [handle].')
  expect(piecesOf(copy)).toEqual([{ words: 'I am ' }, { hidden: 'name' }, { words: ', ' }, { hidden: 'handle' }, { words: '.' }])
  expect(piecesOf('[nothing] stays')).toEqual([{ words: '[nothing] stays' }])
})

test('texts made to be slow are read at once', () => {
  const started = performance.now()
  for (const text of ['a@'.repeat(20_000), 'a.'.repeat(20_000), '1 '.repeat(20_000), '@'.repeat(40_000), 'quillamine '.repeat(3600)])
    findIdentity(text, person)
  expect(performance.now() - started).toBeLessThan(2000)
})

test('the differences tell every word that went and came, and joined they are the two texts', () => {
  const [before, after] = ['I am Quillamine from here.\n\nA sample.', 'I am [name] from here.\n\nA short sample.']
  const parts = wordDiff(before, after, 'en')
  expect(parts.filter(({ kind }) => kind === 'removed').map(({ text }) => text)).toEqual(['Quillamine'])
  expect(parts.some(({ kind, text }) => kind === 'added' && text === '[name]')).toBe(true)
  const joined = (without: string) =>
    parts
      .filter(({ kind }) => kind !== without)
      .map(({ text }) => text)
      .join('')
  expect([joined('added'), joined('removed')]).toEqual([before, after])
})

test('two long texts with nothing in common are compared at once', () => {
  const started = performance.now()
  const parts = wordDiff('one two '.repeat(2500), 'three four '.repeat(2500), 'en')
  expect(parts.map(({ kind }) => kind)).toContain('removed')
  expect(performance.now() - started).toBeLessThan(3000)
})
