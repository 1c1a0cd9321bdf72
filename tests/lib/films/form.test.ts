import { expect, test } from 'vitest'
import { parseScene, parseTracks, readValues, sceneDifferences } from '#lib/films/form.ts'
import { sampleFilm } from '#tests/factories/films.ts'

const look = { motif: 'walk', palette: 'tide', beats: '8' }

test('a scene form is read as it stands, and what it does not have stays untouched', () => {
  const form = new FormData()
  for (const [name, value] of Object.entries({ ...look, text: ' Two\r\nlines ', caption: '' })) form.append(name, value)
  expect(parseScene(readValues(form))).toEqual({
    ok: true,
    value: { text: 'Two\nlines', caption: '', motif: 'walk', palette: 'tide', beats: 8 },
  })
})

test('every wrong answer of a scene form is named', () => {
  const read = parseScene({
    motif: 'nothing',
    palette: 'tide',
    beats: '40',
    text: '',
    chapter: 'x'.repeat(61),
    hashtag: 'no sign',
    value: '0',
  })
  expect(read).toEqual({
    ok: false,
    errors: { text: 'missing', chapter: 'tooLong', hashtag: 'hashtag', motif: 'choice', beats: 'choice', value: 'number' },
  })
})

test('captions of another language need a title, and their scenes are told by the names of the fields', () => {
  const words = { 'caption-open': 'Hola', 'description-open': '', 'caption-end': '' }
  expect(parseTracks(words)).toEqual({ ok: false, errors: { title: 'missing' } })
  expect(parseTracks({ ...words, title: 'Muestra' })).toEqual({
    ok: true,
    value: {
      title: 'Muestra',
      scenes: { open: { caption: 'Hola', chapter: '', description: '' }, end: { caption: '', chapter: '', description: '' } },
    },
  })
  expect(parseTracks({ 'caption-open': 'x'.repeat(241), title: 'Muestra' })).toEqual({ ok: false, errors: { 'caption-open': 'tooLong' } })
})

test('what was typed is laid over the scene as somebody else left it; a scene that is gone has no differences', () => {
  const film = sampleFilm()
  const [scene] = film.scenes
  if (!scene) throw new Error('no scene')
  const stretches = sceneDifferences(film, scene.id, { text: 'Other words' })
  expect(stretches.some(({ kind, text }) => kind === 'second' && text.includes('Other'))).toBe(true)
  expect(sceneDifferences(film, 'nowhere', { text: 'Other words' })).toEqual([])
})
