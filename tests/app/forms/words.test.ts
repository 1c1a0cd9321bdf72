import { readdirSync, readFileSync } from 'node:fs'
import { expect, test } from 'vitest'
import { problemsOf, refusals } from '#app/_forms/refusals.ts'
import { fieldWords } from '#app/_forms/words.ts'
import { Refusal } from '#lib/foundation/refusal.ts'
import { locales } from '#lib/i18n/locales.ts'
import { postLinkReasons } from '#lib/submissions/post-url.ts'
import { errorCodes } from '#lib/submissions/schema.ts'

const values = { min: 100, max: 4000, count: 4012, character: 'direction', codePoint: 'U+202E' }
const refused = {
  step: 'story',
  reference: 'HB-7K2M-9XQD',
  opensAt: '2025-09-03T00:00:00.000Z',
  closesAt: '2025-10-01T00:00:00.000Z',
  seconds: 90,
}

function refusalsIn(folder: string): string[] {
  const files = readdirSync(folder, { recursive: true, encoding: 'utf8' }).filter(
    (file) => file.endsWith('.ts') && !/staff|screen/.test(file),
  )
  const sources = files.map((file) => readFileSync(`${folder}/${file}`, 'utf8'))
  return sources
    .flatMap((source) =>
      [...source.matchAll(/new Refusal\((?:.*\? )?'([a-z.-]+)'(?: : '([a-z.-]+)')?/g)].flatMap((match) => match.slice(1)),
    )
    .filter(Boolean)
}

test('every refusal a storyteller can meet has words and a way on in the table', () => {
  const thrown = new Set([...refusalsIn('lib/submissions'), ...refusalsIn('app/[locale]/share'), ...refusalsIn('app/[locale]/entry')])

  expect([...thrown].filter((code) => !(code in refusals))).toEqual([])
  expect(thrown.has('draft.missing')).toBe(true)
})

for (const locale of locales) {
  test(`every error of a field has whole words (${locale})`, () => {
    const words = errorCodes.map((code) => fieldWords(locale, { code, values, reason: 'empty' }))

    expect(words.filter((text) => text.trim() === '' || /[{}]|undefined/.test(text))).toEqual([])
  })

  test(`every reason against a link has words of its own (${locale})`, () => {
    const words = postLinkReasons.map((reason) => fieldWords(locale, { code: 'postUrl.refused', reason }))

    expect(new Set(words).size).toBe(postLinkReasons.length)
  })

  test(`every refusal has whole words (${locale})`, () => {
    const words = Object.keys(refusals).flatMap(
      (code) => problemsOf(locale, new Refusal(code, undefined, refused))?.map(({ words }) => words) ?? [''],
    )

    expect(words.filter((text) => text === '' || /[{}]|undefined|Invalid/.test(text))).toEqual([])
  })
}

test('lengths are written with the grouping of the reader', () => {
  expect(fieldWords('en', { code: 'story.too-long', values: { max: 4000, count: 4012 } })).toBe(
    'Your story can have up to 4,000 characters. It has 4,012',
  )
})

test('a post that somebody else has entered leads to another post, or to an objection', () => {
  expect(problemsOf('es', new Refusal('post.taken', 'postUrl'))?.map(({ href }) => href)).toEqual([
    '/es/share/post?change=1',
    '/es/share/check?mine=1',
  ])
})
