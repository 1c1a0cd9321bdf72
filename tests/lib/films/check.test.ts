import { expect, test } from 'vitest'
import type { Film, Scene } from '#lib/films/engine/film.ts'
import { checkFilm } from '#lib/films/script/check.ts'
import { canonicalJson, renderKey, scriptHash } from '#lib/films/script/hash.ts'
import { readScript } from '#lib/films/script/schema.ts'
import { filmWithExcerpt, sampleFilm, shippedFilm } from '#tests/factories/films.ts'

const codes = (film: Film, options = {}) => checkFilm(film, options).map(({ scene, code }) => `${scene ?? '-'} ${code}`)
function withScene(film: Film, index: number, change: Partial<Scene>): Film {
  return { ...film, scenes: film.scenes.map((scene, i) => (i === index ? ({ ...scene, ...change } as Scene) : scene)) }
}

test('every shipped film is right', () => {
  for (const slug of ['luis', 'learning', 'family', 'hill', 'samples/sample-arabic'] as const)
    expect([slug, codes(shippedFilm(slug))]).toEqual([slug, []])
})

test('an excerpt has to be what stands in the entry at its place', () => {
  const story = 'I kept a small notebook. It grew.'
  const film = filmWithExcerpt(story, 0, 24)
  expect(codes(film, { sourceText: story })).toEqual([])
  expect(codes(film, { sourceText: 'I kept a large notebook. It grew.' })).toEqual(['1 excerpt-differs'])
  expect(codes(withScene(film, 1, { text: 'I kept a big notebook.' }), { sourceText: story })).toEqual(['1 words-differ'])
  expect(codes(withScene(film, 1, { excerpt: undefined }), { sourceText: story })).toEqual(['1 no-excerpt'])
  expect(codes({ ...film, kind: 'illustrative', label: 'Illustrative film' }, { sourceText: story })).toContain('1 excerpt-of-nobody')
})

test('every card stands on something that is known', () => {
  const film = sampleFilm()
  expect(codes(withScene(film, 1, { facts: [] }))).toEqual(['1 stands-on-nothing'])
  expect(codes(withScene(film, 1, { facts: ['rich'] }))).toEqual(['1 unknown-fact'])
  expect(codes({ ...film, facts: [...film.facts, { id: 'more', says: 'Unused.', from: 'editor' }] })).toEqual(['- unused-fact'])
  expect(codes(withScene(film, 1, { who: ['ghost'] }))).toEqual(['1 unknown-person'])
})

test('a card stays long enough to be read, and says how many beats that takes', () => {
  const film = withScene(sampleFilm(), 1, { text: 'These are rather many words for a card that is gone in two seconds.', beats: 4 })
  const [problem] = checkFilm({ ...film, scenes: film.scenes.map((scene, i) => (i === 2 ? { ...scene, beats: 12 } : scene)) })
  expect(problem).toEqual({ scene: 1, code: 'too-fast', values: { words: 14, beats: 12 } })
})

test('a film opens with a title, closes with its end, and lasts 12 to 90 seconds', () => {
  const film = sampleFilm()
  const [open, middle, end] = film.scenes
  if (!open || !middle || !end) throw new Error('three scenes')
  expect(codes({ ...film, scenes: [{ ...middle, transition: 'cut' }, open, end] })).toEqual(['0 no-title'])
  expect(codes({ ...film, scenes: [open, end, middle] })).toEqual(['2 no-end'])
  expect(codes({ ...film, scenes: [{ ...open, transition: 'pan' }, middle, end] })).toEqual(['0 opens-with-transition'])
  expect(codes({ ...film, scenes: [open, { ...middle, beats: 7 }, end] })).toEqual(['- too-short'])
  expect(codes({ ...film, scenes: [open, { ...middle, id: 'open' }, end] })).toEqual(['1 duplicate-id'])
})

test('an illustrative film carries its label and claims nobody’s years', () => {
  const film = shippedFilm('hill')
  expect(codes({ ...film, label: '' })).toEqual(['- no-label'])
  expect(codes({ ...film, lines: { count: 52, years: true } })).toEqual(['- years-of-nobody'])
  expect(codes({ ...shippedFilm('luis'), lines: { count: 56, years: true } })).toEqual(['1 lines-differ'])
})

test('letters that no face has are named by their script, and nothing is drawn as an empty box', () => {
  const text = 'Une phrase avec ภาษาไทย dedans'
  const problems = checkFilm(withScene(sampleFilm(), 1, { text, beats: 16 }))
  expect(problems).toEqual([{ scene: 1, code: 'missing-font', values: { script: 'Thai' } }])
  for (const fine of ['Łódź, Việt Nam, İstanbul', 'تعلّمت كل يوم', '¿Qué tal? «Bien», 20 €'])
    expect([fine, codes(withScene(sampleFilm(), 1, { text: fine, beats: 16 }))]).toEqual([fine, []])
  expect(checkFilm(withScene(sampleFilm(), 1, { text: 'A sign: ⏁', beats: 16 }))).toEqual([
    { scene: 1, code: 'missing-font', values: { script: '⏁' } },
  ])
})

test('words that fit nowhere name the shapes they do not fit', () => {
  const problems = checkFilm(withScene(sampleFilm(), 1, { text: 'unbreakable'.repeat(9) }))
  expect(problems.map(({ code, shape }) => `${code} ${shape}`)).toEqual([
    'does-not-fit wide',
    'does-not-fit square',
    'does-not-fit portrait',
  ])
})

test('equal scripts have one hash, whatever the order of their keys; engine and shape name a render', () => {
  const film = sampleFilm()
  const turned = JSON.parse(JSON.stringify(film, Object.keys(film).reverse().concat(allKeys(film)))) as Film
  expect(canonicalJson(turned)).toBe(canonicalJson(film))
  expect(scriptHash(sampleFilm(2))).not.toBe(scriptHash(film))
  expect(renderKey(scriptHash(film), 'wide')).not.toBe(renderKey(scriptHash(film), 'square'))
})

function allKeys(value: unknown): string[] {
  if (typeof value !== 'object' || value === null) return []
  return Object.entries(value).flatMap(([key, inner]) => [...allKeys(inner), key])
}

test('a script of another shape is no script', () => {
  expect(() => readScript({ ...sampleFilm(), version: 2 })).toThrow()
  expect(() => readScript({ ...sampleFilm(), lang: 'no language' })).toThrow()
})
