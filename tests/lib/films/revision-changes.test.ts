import { expect, test } from 'vitest'
import { draftFilm } from '#lib/films/draft/draft.ts'
import { addScene, changeScene, mergeScene, moveScene, recast, removeScene, splitScene, waysOf } from '#lib/films/edit.ts'
import type { Film } from '#lib/films/engine/film.ts'
import { changesBetween, isSame, type SceneChanges } from '#lib/films/revision-changes.ts'

const story =
  'Sample content. I began late. Every evening I read one lesson at the kitchen table. My neighbours asked me to explain it. ' +
  'We met on Sundays, all of us together. It was hard at first. Now I teach the class, and I still learn.'
const film = draftFilm({ story, language: 'en', themes: ['learning'], displayName: 'Sample Person', slug: 'sample' }).script
const ids = film.scenes.map(({ id }) => id)
const [, one = '', two = '', three = ''] = ids

/** The only scene that differs. */
function only(after: Film, before = film): SceneChanges {
  const { scenes } = changesBetween(before, after)
  expect(scenes).toHaveLength(1)
  return scenes[0] as SceneChanges
}
const kept = { moved: false, time: null, look: {}, texts: [], grounds: false }
const spanish = (words: Film['translations'][string]) => ({ ...film, translations: { es: words } })

test('a script beside itself differs in nothing', () => {
  expect(ids.length).toBeGreaterThan(4)
  expect(isSame(changesBetween(film, structuredClone(film)))).toBe(true)
})

test('words are laid over each other word by word, and captions and descriptions on their own', () => {
  const before = changeScene(film, one, { text: 'One old word here' })
  const after = changeScene(before, one, { text: 'One new word here', caption: 'A caption', description: 'A picture', chapter: 'Begin' })
  expect(only(after, before)).toEqual({
    ...kept,
    ...{ id: one, place: { from: 2, to: 2 } },
    texts: [
      {
        text: 'words',
        stretches: [
          { kind: 'same', text: 'One ' },
          { kind: 'first', text: 'old' },
          { kind: 'second', text: 'new' },
          { kind: 'same', text: ' word here' },
        ],
      },
      { text: 'caption', stretches: [{ kind: 'second', text: 'A caption' }] },
      { text: 'description', stretches: [{ kind: 'second', text: 'A picture' }] },
      { text: 'chapter', stretches: [{ kind: 'second', text: 'Begin' }] },
    ],
  })
  expect(only(changeScene(film, one, { text: 'Words of an editor' })).look).toEqual({ whose: { from: 'excerpt', to: 'editor' } })
})

test('a mark of emphasis, small words below a title and the invitation at the end are words of the card', () => {
  const marked = only(changeScene(film, one, { text: `*${film.scenes[1]?.text.replaceAll('*', '')}` }))
  expect(marked.texts.map(({ text }) => text)).toEqual(['words'])
  expect(only(changeScene(film, ids[0] ?? '', { sub: 'Small words' })).texts.map(({ text }) => text)).toEqual(['words'])
  expect(only(changeScene(film, ids.at(-1) ?? '', { cta: 'Come along' })).texts.map(({ text }) => text)).toEqual(['words'])
})

test('picture, colours, entrance and length are named from what to what', () => {
  const before = changeScene(film, one, { motif: 'walk', palette: 'maize', transition: 'pan', beats: 8, side: 'beside' })
  const after = changeScene(before, one, { motif: 'house', palette: 'tide', transition: 'weave', beats: 10, side: 'top' })
  const seconds = (beats: number) => (beats * 60) / film.music.bpm
  const { time, look } = only(after, before)
  expect(time).toEqual({ from: seconds(8), to: seconds(10) })
  expect(look).toMatchObject({
    motif: { from: 'walk', to: 'house' },
    palette: { from: 'maize', to: 'tide' },
    transition: { from: 'pan', to: 'weave' },
    side: { from: 'beside', to: 'top' },
  })
  expect(look.who?.from).toHaveLength(1)
  expect(look.who?.to).toHaveLength(2)
})

test('of two scenes that change places one is moved, and no other scene', () => {
  expect(only(moveScene(film, one, 'down'))).toEqual({ ...kept, id: one, moved: true, place: { from: 2, to: 3 } })
})

test('a scene taken out stands where it stood, with its words; a new one where it stands', () => {
  const without = removeScene(film, two)
  const gone = only(without)
  expect(gone).toMatchObject({ id: two, moved: false, place: { from: 3, to: null } })
  expect(gone.texts[0]?.stretches.every(({ kind }) => kind === 'first')).toBe(true)
  const added = only(film, without)
  expect(added).toMatchObject({ id: two, moved: false, place: { from: null, to: 3 } })
  expect(added.texts[0]?.stretches.every(({ kind }) => kind === 'second')).toBe(true)
  const both = changesBetween(film, changeScene(removeScene(film, one), three, { palette: 'night' }))
  expect(both.scenes.map(({ id }) => id)).toEqual([one, three])
})

test('people who look different are named, and who is new or gone', () => {
  const [key = ''] = Object.keys(film.cast)
  const { people } = changesBetween(film, recast(film, key, { head: 'brim', cloth: 'night' }))
  expect(people).toEqual([{ number: 1, from: film.cast[key], to: { ...film.cast[key], head: 'brim', cloth: 'night' } }])
  const more = changeScene(film, one, { motif: 'row' })
  const fresh = changesBetween(film, more).people
  expect(fresh.length).toBe(Object.keys(more.cast).length - Object.keys(film.cast).length)
  expect(fresh.every(({ from, to }) => from === null && to !== null)).toBe(true)
})

test('words of another language differ scene by scene, also those of a scene that is gone', () => {
  const before = spanish({ title: 'Muestra', scenes: { [one]: { caption: 'Una línea' }, [two]: { caption: 'Otra' } } })
  const after = removeScene(spanish({ title: 'La muestra', scenes: { [one]: { caption: 'Una frase' }, [two]: { caption: 'Otra' } } }), two)
  const { languages } = changesBetween(before, after)
  expect(languages).toMatchObject([
    {
      language: 'es',
      scenes: [
        { id: one, place: { from: 2, to: 2 } },
        { id: two, place: { to: null } },
      ],
    },
  ])
  expect(languages[0]?.title?.map(({ kind }) => kind)).toContain('second')
  expect(changesBetween(before, film).languages[0]?.scenes).toHaveLength(2)
})

test('with the pace of the music every scene has another length', () => {
  const { pace, scenes } = changesBetween(film, { ...film, music: { ...film.music, bpm: film.music.bpm + 10 } })
  expect(pace).toEqual({ from: film.music.bpm, to: film.music.bpm + 10 })
  expect(scenes.map(({ time }) => time !== null)).toEqual(ids.map(() => true))
})

test('whatever is changed, something is named', () => {
  const split = waysOf(film, one).splits[0]
  const changed: Film[] = [
    ...[{ title: 'Another' }, { label: 'Another' }, { seed: film.seed + 1 }, { slug: 'another' }, { facts: [] }].map((part) => ({
      ...film,
      ...part,
    })),
    ...[{ music: { ...film.music, mood: 'none' as const } }, { lines: { count: 30, years: false } }].map((part) => ({ ...film, ...part })),
    ...[mergeScene(film, one, { story }), split ? splitScene(film, one, split.at) : removeScene(film, one)],
    addScene(film, one, { text: 'Words of an editor', fact: film.facts[0]?.id ?? '' }),
    { ...film, scenes: film.scenes.map((scene) => ({ ...scene, facts: [] })) },
    { ...film, scenes: film.scenes.flatMap((scene) => (scene.id === one ? [scene, scene] : [scene])) },
    { ...film, scenes: film.scenes.map((scene) => ({ ...scene, who: ['nobody-known'] })) },
    spanish({ title: 'Muestra', scenes: { [one]: {} } }),
  ]
  for (const next of changed) expect([isSame(changesBetween(film, next)), isSame(changesBetween(next, film))]).toEqual([false, false])
  expect(isSame(changesBetween(spanish({ title: 'M', scenes: {} }), spanish({ title: 'M', scenes: { [one]: {} } })))).toBe(false)
})
