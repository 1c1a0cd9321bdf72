import { expect, test } from 'vitest'
import { comparisonKey, countGraphemes, findForbidden, hasVisible, normaliseText, type TextKind } from '#lib/foundation/text.ts'

const family = '👨‍👩‍👧‍👦'
const scotland = '\u{1f3f4}\u{e0067}\u{e0062}\u{e0073}\u{e0063}\u{e0074}\u{e007f}'

test.each([
  ['', 0],
  ['abc', 3],
  [family, 1],
  ['👩🏽‍🚀👍🏿', 2],
  ['🇧🇷🇮🇳', 2],
  [scotland, 1],
  ['❤️', 1],
  ['1️⃣', 1],
  ['e\u0301', 1],
  ['a\u0300\u0301\u0302', 1],
  ['مَرْحَبًا', 5],
  ['नमस्ते', 3],
  ['สวัสดี', 4],
  ['한국어', 3],
  ['日本語', 3],
  ['a\nb', 3],
  ['\ud800', 1],
])('%j counts as %i characters', (text, count) => {
  expect(countGraphemes(text)).toBe(count)
})

test('text is stored with composed letters, plain line ends and no white space around it', () => {
  expect(normaliseText(' \t\r\ncafe\u0301\r\nsecond\rthird\n\n  fourth \u3000\n')).toBe('café\nsecond\nthird\n\n  fourth')
})

test.each([
  ['emoji', `${family} 👩🏽‍🚀 ${scotland} 🇧🇷`],
  ['Arabic with marks of direction', 'قصتي \u200fHumans\u200e مَعَ العملات \u061c!'],
  ['Hebrew with embeddings, overrides and isolates', '\u202bשלום \u202dabc\u202c\u202c \u2067x\u2069'],
  ['Persian with a non-joiner', 'می\u200cخواهم'],
  ['Devanagari with a joiner', 'क\u094d\u200dष'],
  ['combining marks with no composed form', 'q\u0307\u0323'.normalize('NFC')],
  ['markup', '<b>not bold</b> & <script>alert(1)</script>'],
  ['inner white space', 'a  b\t\tc\n\n\nd\u00a0e'],
  ['old ideographs with variation selectors', '葛\u{e0100}'],
])('%s survives a round trip through a block unchanged', (_, text) => {
  expect(normaliseText(text)).toBe(text)
  expect(normaliseText(normaliseText(text))).toBe(text)
  expect(findForbidden(text, 'block')).toBeNull()
})

const both: TextKind[] = ['line', 'block']

test.each([
  [0x00, 'nul', both],
  [0x01, 'control', both],
  [0x0b, 'control', both],
  [0x0c, 'control', both],
  [0x0d, 'control', both],
  [0x1b, 'control', both],
  [0x1f, 'control', both],
  [0x7f, 'control', both],
  [0x85, 'control', both],
  [0x9f, 'control', both],
  [0xfeff, 'control', both],
  [0xd800, 'surrogate', both],
  [0xdbff, 'surrogate', both],
  [0xdc00, 'surrogate', both],
  [0xdfff, 'surrogate', both],
  [0xfffd, 'replacement', both],
  [0xfdd0, 'noncharacter', both],
  [0xfdef, 'noncharacter', both],
  [0xfffe, 'noncharacter', both],
  [0xffff, 'noncharacter', both],
  [0x1fffe, 'noncharacter', both],
  [0x10ffff, 'noncharacter', both],
  [0xe0001, 'tag', both],
  [0xe0041, 'tag', both],
  [0xe007f, 'tag', both],
  [0x09, 'control', ['line']],
  [0x0a, 'control', ['line']],
  [0x2028, 'line-separator', ['line']],
  [0x2029, 'line-separator', ['line']],
  [0x202a, 'direction', ['line']],
  [0x202d, 'direction', ['line']],
  [0x202e, 'direction', ['line']],
  [0x2066, 'direction', ['line']],
  [0x2069, 'direction', ['line']],
] as [number, string, TextKind[]][])('the code point %i is refused as %s in %j fields', (codePoint, name, kinds) => {
  const text = `né 👍${String.fromCodePoint(codePoint)}z`

  for (const kind of both) expect(findForbidden(text, kind)).toEqual(kinds.includes(kind) ? { codePoint, name } : null)
})

test.each([
  0x20, 0x7e, 0xa0, 0xad, 0x61c, 0x200b, 0x200c, 0x200d, 0x200e, 0x200f, 0x2060, 0xfdcf, 0xfdf0, 0xfe0f, 0xfffc, 0x1f600, 0xe0100, 0x10fffd,
])('the code point %i is accepted in both kinds of field', (codePoint) => {
  for (const kind of both) expect(findForbidden(`a${String.fromCodePoint(codePoint)}b`, kind)).toBeNull()
})

test('the first forbidden character is the one that is named', () => {
  expect(findForbidden('ok\u0007\u0000', 'line')).toEqual({ codePoint: 7, name: 'control' })
})

test.each([
  ['a whole regional flag', scotland, null],
  ['a flag followed by words', `${scotland}Alba`, null],
  ['tags without the flag', scotland.slice(2), 0xe0067],
  ['a flag without its end', scotland.slice(0, -2), 0xe0067],
  ['a flag with too few tags', '\u{1f3f4}\u{e0067}\u{e007f}', 0xe0067],
  ['a flag that carries a message', `\u{1f3f4}${'\u{e0068}'.repeat(7)}\u{e007f}`, 0xe0068],
  ['a flag with capital tags', '\u{1f3f4}\u{e0047}\u{e0042}\u{e0053}\u{e007f}', 0xe0047],
  ['a second run of tags after a flag', `${scotland}\u{e0061}`, 0xe0061],
])('%s', (_, text, codePoint) => {
  expect(findForbidden(text, 'block')?.codePoint ?? null).toBe(codePoint)
})

test.each([
  ['a', true],
  ['٣', true],
  ['.', true],
  ['👍', true],
  [' \u200b x', true],
  ['', false],
  [' \n\t\u3000\u00a0', false],
  ['\u200b\u200d\u2060\u00ad\u200f', false],
  ['\u3164\u115f\uffa0', false],
  ['\u2800\u2800', false],
  ['\ufe0f\u034f', false],
  ['\ud800', false],
])('%j has something to see: %s', (text, answer) => {
  expect(hasVisible(text)).toBe(answer)
})

test.each([
  ['Ｌｕｉｓ', 'luis'],
  ['ﬁne', 'FINE'],
  ['STRASSE', 'straße'],
  ['ΟΔΟΣ', 'οδος'],
  ['cafe\u0301', 'CAFÉ'],
  ['①', '1'],
])('%s and %s compare as equal', (one, other) => {
  expect(comparisonKey(one)).toBe(comparisonKey(other))
  expect(comparisonKey(comparisonKey(one))).toBe(comparisonKey(one))
})

test('different words do not compare as equal', () => {
  expect(comparisonKey('ana')).not.toBe(comparisonKey('anna'))
  expect(comparisonKey('peña')).not.toBe(comparisonKey('pena'))
})

test('long hostile text is checked in time that grows with its length only', () => {
  const started = performance.now()

  for (const unit of ['\u{1f3f4}', '\u0301', '\u200b', ' ', 'ﷺ', '\n']) {
    const text = `a${unit.repeat(200_000)}b`
    findForbidden(text, 'block')
    hasVisible(text)
    normaliseText(text)
    comparisonKey(text)
  }

  expect(performance.now() - started).toBeLessThan(3000)
})
