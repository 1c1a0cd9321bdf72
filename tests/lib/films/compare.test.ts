import { expect, test } from 'vitest'
import { changesOfScenes, changesOfWords } from '#lib/films/compare.ts'
import { draftFilm } from '#lib/films/draft/draft.ts'
import { changeScene, moveScene } from '#lib/films/edit.ts'
import type { Film } from '#lib/films/engine/film.ts'

const story =
  'Sample content. I began late. Every evening I read one lesson at the kitchen table. My neighbours asked me to explain it. ' +
  'We met on Sundays, all of us together. It was hard at first. Now I teach the class, and I still learn.'
const film = draftFilm({ story, language: 'en', themes: ['learning'], displayName: 'Sample Person', slug: 'sample' }).script
const titled = changeScene(film, 'open', { title: 'A sample title' })
const inSpanish = (title: string, chapter: string): Film => ({
  ...film,
  scenes: film.scenes.map((scene, i) => (i === 1 ? { ...scene, chapter: 'Sample' } : scene)),
  translations: { es: { title, scenes: { 'card-1': { caption: 'Una muestra', chapter } } } },
})

test('a storyteller sees what the film is called, and that it is called otherwise than before', () => {
  expect(changesOfScenes(null, titled).title).toEqual({ text: 'A sample title', stretches: null })
  expect(changesOfScenes(titled, titled).title.stretches).toBeNull()
  const { title, scenes } = changesOfScenes(film, titled)
  expect(title.stretches?.map(({ kind }) => kind)).toContain('second')
  expect(scenes.every(({ change, moved }) => change.kind === 'none' && !moved)).toBe(true)
})

test('a storyteller sees which scene stands elsewhere', () => {
  const moved = (before: Film | null) =>
    changesOfScenes(before, moveScene(film, 'card-1', 'down')).scenes.flatMap((scene) => (scene.moved ? [scene.id] : []))
  expect(moved(film)).toEqual(['card-1'])
  expect(moved(null)).toEqual([])
})

test('words beside a picture that differ are laid over what they were, and the picture is not called another', () => {
  const changed = (more: object) =>
    changesOfScenes(film, { ...film, scenes: film.scenes.map((scene) => (scene.id === 'card-1' ? { ...scene, ...more } : scene)) })
      .scenes.filter(({ change, beside }) => change.kind !== 'none' || beside)
      .map(({ id, change, beside }) => [id, change.kind, beside?.filter(({ kind }) => kind === 'second').map(({ text }) => text)])
  for (const name of ['caption', 'description', 'chapter']) expect(changed({ [name]: 'Sample' })).toEqual([['card-1', 'none', ['Sample']]])
  expect(changed({ palette: 'night' })).toEqual([['card-1', 'picture', undefined]])
  expect(changed({ palette: 'night', caption: 'Sample' })).toEqual([['card-1', 'picture', ['Sample']]])
  expect(changed({ text: 'Sample', caption: 'Sample' })).toEqual([['card-1', 'words', ['Sample']]])
})

test('a title or a chapter that differs in another language is laid over what it was', () => {
  const before = inSpanish('Una muestra', 'Antes')
  expect(changesOfWords(before, before)).toEqual([])
  for (const after of [inSpanish('Otra muestra', 'Antes'), inSpanish('Una muestra', 'Ahora')])
    expect(changesOfWords(before, after).map(({ language }) => language)).toEqual(['es'])
})
