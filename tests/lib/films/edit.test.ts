import { expect, test } from 'vitest'
import { draftFilm } from '#lib/films/draft/draft.ts'
import {
  addScene,
  changeScene,
  leastBeats,
  mergeScene,
  mostScenes,
  moveScene,
  recast,
  removeScene,
  splitScene,
  splitsOf,
  waysOf,
} from '#lib/films/edit.ts'
import { type Film, plain, type Scene } from '#lib/films/engine/film.ts'
import { ruleProblems } from '#lib/films/script/rules.ts'
import { readScript } from '#lib/films/script/schema.ts'

const story =
  'Sample content. I began late. Every evening I read one lesson at the kitchen table. My neighbours asked me to explain it. ' +
  'We met on Sundays, all of us together. It was hard at first. Now I teach the class, and I still learn.'

const draft = draftFilm({ story, language: 'en', themes: ['learning'], displayName: 'Sample Person', slug: 'sample' }).script

function scene(film: Film, id: string): Scene {
  const found = film.scenes.find((one) => one.id === id)
  if (!found) throw new Error(`no scene ${id}`)
  return found
}
const ids = (film: Film) => film.scenes.map(({ id }) => id)
const problems = (film: Film) => ruleProblems(readScript(film), { story }).filter(({ code }) => !['too-short', 'too-long'].includes(code))

test('the title of the film is changed with its opening, and only what is changed', () => {
  expect(changeScene(draft, 'open', { title: 'A sample title' })).toEqual({ ...draft, title: 'A sample title' })
  expect(changeScene(draft, 'open', { text: 'Somebody' }).title).toBe(draft.title)
})

/** A film with one card of these words of the story between its opening and its end. */
function filmWith(text: string): Film {
  const start = story.indexOf(text)
  const empty = draft.scenes.slice(1, -1).reduce((film, { id }) => (film.scenes.length > 3 ? removeScene(film, id) : film), draft)
  const [, last] = ids(empty)
  const film = addScene(empty, 'open', { excerpt: { from: 'story', start, end: start + text.length, text } })
  return removeScene(film, last ?? '')
}

const cardOf = (film: Film) => film.scenes[1]?.id ?? ''

test('words changed by an editor are marked as theirs and keep what they stand on', () => {
  const film = filmWith('I began late.')
  const changed = changeScene(film, cardOf(film), { text: 'It began late.' })
  expect(scene(changed, cardOf(film))).toMatchObject({ provenance: 'editor', excerpt: { text: 'I began late.' } })
  expect(problems(changed)).toEqual([])
})

test('words put back as they stand in the entry are the storyteller’s again', () => {
  const film = filmWith('I began late.')
  const changed = changeScene(film, cardOf(film), { text: 'It began late.' })
  expect(scene(changeScene(changed, cardOf(film), { text: 'I *began*\nlate.' }), cardOf(film)).provenance).toBe('excerpt')
})

test('a look and a length change nothing about whose words they are', () => {
  const film = filmWith('I began late.')
  const changed = scene(changeScene(film, cardOf(film), { palette: 'night', beats: 12, transition: 'weave' }), cardOf(film))
  expect(changed).toMatchObject({ palette: 'night', beats: 12, transition: 'weave', provenance: 'excerpt' })
})

test('whoever a picture needs joins the cast, the same people every time', () => {
  const film = filmWith('I began late.')
  const row = changeScene(film, cardOf(film), { motif: 'row' })
  expect(scene(row, cardOf(film)).who).toHaveLength(4)
  expect(row.cast).toEqual(changeScene(film, cardOf(film), { motif: 'row' }).cast)
  expect(problems(row)).toEqual([])
  expect(scene(changeScene(row, cardOf(film), { motif: 'mark' }), cardOf(film)).who).toEqual([])
})

test('an emptied caption is left to what the card says', () => {
  const film = filmWith('I began late.')
  const captioned = changeScene(film, cardOf(film), { caption: 'Late, I began.' })
  expect(scene(captioned, cardOf(film)).caption).toBe('Late, I began.')
  expect('caption' in scene(changeScene(captioned, cardOf(film), { caption: '' }), cardOf(film))).toBe(false)
})

test('a card is divided after a sentence, and each half stands where it stands in the entry', () => {
  const film = filmWith('We met on Sundays, all of us together. It was hard at first.')
  const [split] = waysOf(film, cardOf(film)).splits
  expect(split).toMatchObject({ before: 'We met on Sundays, all of us together.', after: 'It was hard at first.' })
  const divided = splitScene(film, cardOf(film), split?.at ?? 0)
  expect(divided.scenes.slice(1, 3).map(({ excerpt }) => excerpt && story.slice(excerpt.start, excerpt.end))).toEqual([
    'We met on Sundays, all of us together.',
    'It was hard at first.',
  ])
  expect(problems(divided)).toEqual([])
})

test('a card of one sentence is divided after its clauses', () => {
  expect(splitsOf('Now I teach the class, and I still learn.', 'en').map(({ after }) => after)).toEqual(['and I still learn.'])
  expect(splitsOf('I began late.', 'en')).toEqual([])
})

test('a mark of emphasis that a cut falls into is closed and opened again', () => {
  const whole = filmWith('We met on Sundays, all of us together. It was hard at first.')
  const id = cardOf(whole)
  const film = changeScene(whole, id, { text: 'We met on Sundays, all of us *together. It was* hard at first.' })
  const divided = splitScene(film, id, waysOf(film, id).splits[0]?.at ?? 0)
  const texts = divided.scenes.slice(1, 3).map(({ text }) => text)
  expect(texts).toEqual(['We met on Sundays, all of us *together.*', '*It was* hard at first.'])
})

test('a card divided and put together again says what it said, in the storyteller’s own words', () => {
  const film = filmWith('We met on Sundays, all of us together. It was hard at first.')
  const id = cardOf(film)
  const whole = mergeScene(splitScene(film, id, waysOf(film, id).splits[0]?.at ?? 0), id, { story })
  expect(scene(whole, id)).toEqual(scene(film, id))
})

test('cards that are no neighbours in the entry become an editor’s words when they are put together', () => {
  const film = filmWith('I began late.')
  const start = story.indexOf('It was hard at first.')
  const both = addScene(film, cardOf(film), { excerpt: { from: 'story', start, end: start + 21, text: 'It was hard at first.' } })
  const merged = mergeScene(both, cardOf(film), { story })
  expect(scene(merged, cardOf(film))).toMatchObject({ provenance: 'editor', text: 'I began late. It was hard at first.' })
  expect(problems(merged)).toEqual([])
})

test('the opening and the end stay where they are, whole', () => {
  const none = { up: false, down: false, merge: false, remove: false, splits: [] }
  expect(waysOf(draft, 'open')).toEqual(none)
  expect(waysOf(draft, 'end')).toEqual(none)
  const [, first] = ids(draft)
  expect(waysOf(draft, first ?? '').up).toBe(false)
  expect(() => moveScene(draft, first ?? '', 'up')).toThrow('films.cannot')
  expect(() => removeScene(draft, 'end')).toThrow('films.cannot')
  expect(() => changeScene(draft, 'nowhere', {})).toThrow('films.cannot')
})

test('a card moves one place, and back', () => {
  const [, first, second] = ids(draft)
  const moved = moveScene(draft, first ?? '', 'down')
  expect(ids(moved).slice(1, 3)).toEqual([second, first])
  expect(ids(moveScene(moved, first ?? '', 'up'))).toEqual(ids(draft))
})

test('a new card after the end stands before it, in a colour its neighbours do not have', () => {
  const added = addScene(draft, 'end', { text: 'A sample line.', fact: 'hashtag' })
  const card = added.scenes.at(-2)
  expect(card).toMatchObject({ text: 'A sample line.', provenance: 'editor', facts: ['hashtag'] })
  expect([added.scenes.at(-3)?.palette, added.scenes.at(-1)?.palette]).not.toContain(card?.palette)
  expect(() => addScene(draft, 'end', { text: 'A sample line.', fact: 'nothing' })).toThrow('films.cannot')
})

test('a film has no more scenes than a script may hold', () => {
  let film = draft
  while (film.scenes.length < mostScenes) film = addScene(film, 'end', { text: 'A sample line.', fact: 'hashtag' })
  expect(() => addScene(film, 'end', { text: 'One more.', fact: 'hashtag' })).toThrow('films.cannot')
  expect(waysOf(film, cardOf(film)).splits).toEqual([])
})

test('every new card leaves the time to read it', () => {
  const film = filmWith('Every evening I read one lesson at the kitchen table.')
  for (const one of film.scenes) expect(one.beats).toBeGreaterThanOrEqual(leastBeats(film, one))
  expect(problems(film)).toEqual([])
})

test('what was said about a removed card in another language goes with it', () => {
  const [, first] = ids(draft)
  const said = {
    ...draft,
    translations: { es: { title: 'Muestra', scenes: { [first ?? '']: { caption: 'Hola' }, end: { caption: 'Fin' } } } },
  }
  expect(removeScene(said, first ?? '').translations.es?.scenes).toEqual({ end: { caption: 'Fin' } })
})

test('only somebody in the film can be given another look', () => {
  expect(recast(draft, 'teller', { head: 'brim', cloth: 'tide' }).cast.teller).toMatchObject({ head: 'brim', cloth: 'tide' })
  expect(() => recast(draft, 'nobody', { head: 'brim', cloth: 'tide' })).toThrow('films.cannot')
  expect(plain(draft.title)).toBe('Sample Person')
})
