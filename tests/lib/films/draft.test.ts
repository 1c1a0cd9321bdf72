import fc from 'fast-check'
import { expect, test } from 'vitest'
import { candidatesOf } from '#lib/films/draft/choose.ts'
import { draftFilm } from '#lib/films/draft/draft.ts'
import { heldReason } from '#lib/films/draft/held-out.ts'
import { clausesOf, sentencesOf } from '#lib/films/draft/sentences.ts'
import { plain } from '#lib/films/engine/film.ts'
import { checkFilm } from '#lib/films/script/check.ts'

// Sample content, written for tests: nobody's real words.
const english = `I repaired radios in a small shop for twenty years. When nobody brought radios any more, I was afraid. My neighbour Maria told me about a course. I started with one lesson every evening, after closing the shop. At first I understood very little, but I kept a notebook and wrote every word down. A man promised 300% profit. I made $50 in a week. See https://example.com for more. Write to sample@example.org. My daughter laughs at my notebook. Now we meet in the shop every Thursday and learn together.`
const spanish = `Trabajé treinta años en el mercado y un día me quedé sin puesto. Al principio tuve mucho miedo. Empecé a estudiar por las noches, con un cuaderno y mucha paciencia. Mi hija Carmen me ayudó. Gané 200 dólares en un mes. Cada martes nos juntamos y aprendemos juntos.`
const arabic = `بدأت أتعلم كل مساء بعد العمل. كان الطريق صعبًا في البداية. كتبت كل شيء في دفتر صغير. ربحت 500 دولار في أسبوع. اليوم أشرح ما تعلمته خطوة بعد خطوة.`

const entry = (story: string, language: string) => ({ story, language, themes: ['learning' as const], displayName: 'Sample' })

test('a draft shows the entry’s own words, verbatim, in their order, and passes every check', () => {
  for (const [story, language] of [
    [english, 'en'],
    [spanish, 'es'],
    [arabic, 'ar'],
  ] as const) {
    const { script } = draftFilm(entry(story, language))
    expect([language, checkFilm(script, { sourceText: story })]).toEqual([language, []])
    const excerpts = script.scenes.flatMap(({ excerpt }) => excerpt ?? [])
    expect(excerpts.length).toBeGreaterThan(2)
    expect(excerpts.map(({ start }) => start)).toEqual([...excerpts.map(({ start }) => start)].sort((a, b) => a - b))
    for (const { start, end, text } of excerpts) expect(story.slice(start, end)).toBe(text)
    expect(script.kind).toBe('storyteller')
    expect(script.lines.years).toBe(false)
  }
})

test('the same entry always gives the same draft', () => {
  expect(draftFilm(entry(english, 'en'))).toEqual(draftFilm(entry(english, 'en')))
})

test('what must not be shown is held out with its place and its reason, and is on no card', () => {
  const { script, heldOut } = draftFilm(entry(english, 'en'))
  expect(heldOut.map(({ reason, text }) => `${reason}: ${text}`)).toEqual([
    'named-person: My neighbour Maria told me about a course.',
    'return: A man promised 300% profit.',
    'amount: I made $50 in a week.',
    'link: See https://example.com for more.',
    'contact: Write to sample@example.org.',
    'other-person: My daughter laughs at my notebook.',
  ])
  for (const { start, end, text } of heldOut) expect(english.slice(start, end)).toBe(text)
  const shown = script.scenes.map(({ text }) => plain(text)).join(' ')
  for (const { text } of heldOut) expect(shown).not.toContain(text)
})

test('reasons are found in several languages', () => {
  const found = (cases: readonly (readonly [text: string, lang: string])[]) => cases.map(([text, lang]) => heldReason(text, lang))
  expect(
    found([
      ['Dupliqué mi dinero en un mes.', 'es'],
      ['ربحت كثيرًا من التداول.', 'ar'],
      ['我投资了。', 'zh'],
      ['It went up 3x.', 'en'],
    ]),
  ).toEqual(Array(4).fill('return'))
  expect(
    found([
      ['Pagué 1.500 pesos.', 'es'],
      ['دفعت ٥٠٠ دولار.', 'ar'],
      ['花了300元。', 'zh'],
      ['It cost €20.', 'en'],
      ['It was two thousand dollars.', 'en'],
    ]),
  ).toEqual(Array(5).fill('amount'))
  expect(
    found([
      ['Búscame en @muestra_test.', 'es'],
      ['Read example.com today.', 'en'],
    ]),
  ).toEqual(Array(2).fill('link'))
  expect(
    found([
      ['Llama al +34 600 000 000.', 'es'],
      ['راسلني على واتساب.', 'ar'],
      ['Send it to 0x00000000000000000000.', 'en'],
    ]),
  ).toEqual(Array(3).fill('contact'))
  expect(
    found([
      ['Then Carlos came by.', 'en'],
      ['Se llama Rosa.', 'es'],
      ['اسمه كريم.', 'ar'],
      ['We asked Dr. Ortiz.', 'en'],
      ['Ana Pérez said yes.', 'en'],
    ]),
  ).toEqual(Array(5).fill('named-person'))
  expect(
    found([
      ['Mi hermana se rió.', 'es'],
      ['ساعدتني أمي.', 'ar'],
      ['我妈妈笑了。', 'zh'],
      ['My best friend came.', 'en'],
    ]),
  ).toEqual(Array(4).fill('other-person'))
})

test('harmless sentences are not held out', () => {
  for (const [text, lang] of [
    ['I learned it through Binance Academy on a Monday.', 'en'],
    ['I grew up in Manila and still live near Cebu.', 'en'],
    ['Ich lernte jeden Abend in der Küche.', 'de'],
    ['Everything was new to me.', 'en'],
    ['Aprendí despacio, cada noche.', 'es'],
    ['كتبت كل شيء في دفتر صغير.', 'ar'],
    ['Sample came to class with me, and I am Sample.', 'en'],
  ] as const)
    expect([text, heldReason(text, lang, 'Sample')]).toEqual([text, null])
})

test('an entry with nothing to show still becomes a film an editor can begin with', () => {
  const { script, heldOut } = draftFilm({ story: 'My wife Ana made 300% profit.', language: 'en', themes: [] })
  expect(heldOut).toHaveLength(1)
  expect(script.scenes).toHaveLength(3)
  expect(checkFilm(script)).toEqual([])
})

const anyText = fc
  .array(
    fc.oneof(
      fc.string({ unit: 'grapheme', maxLength: 40 }),
      fc.constantFrom('. ', '! ', '\n\n', '，', '。', ', ', ' — ', 'Mr. ', ' كل يوم. ', ' I learn. '),
    ),
    { maxLength: 30 },
  )
  .map((parts) => parts.join(''))

test('sentences and clauses are contiguous pieces of any text, in order, and miss nothing but white space', () => {
  fc.assert(
    fc.property(anyText, (text) => {
      const pieces = sentencesOf(text, 'en').flatMap((sentence) => clausesOf(text, sentence))
      let at = 0
      for (const { start, end, text: own } of pieces) {
        expect(text.slice(start, end)).toBe(own)
        expect(text.slice(at, start).trim()).toBe('')
        at = end
      }
      expect(text.slice(at).trim()).toBe('')
    }),
    { numRuns: 150 },
  )
})

test('whatever is typed, a card’s words stand in the entry at the place it names', () => {
  fc.assert(
    fc.property(anyText, (text) => {
      for (const { start, end, text: own } of candidatesOf(text, 'en', '').candidates) expect(text.slice(start, end)).toBe(own)
    }),
    { numRuns: 150 },
  )
})
