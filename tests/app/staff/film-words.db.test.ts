import { beforeAll, expect, test } from 'vitest'
import { db } from '#lib/foundation/db.ts'
import { type OpenedFilm, onDesk, openedFilm } from '#tests/factories/made-films.ts'
import { openCampaign } from '#tests/factories/submissions.ts'
import { asFormPost } from '#tests/support/request.ts'

const { saveTracks } = await import('#app/staff/films/[id]/words/[language]/actions.ts')
const { saveCaptions } = await import('#app/staff/films/[id]/outside/[part]/[language]/actions.ts')
const { setFilmTracks, setOutsideTracks, seenOf } = await import('#lib/films/commands/tracks.ts')
const { untouched } = await import('#lib/films/form.ts')
const { startSession } = await import('#lib/staff/sessions.ts')
const stories = await import('#lib/stories/editing/form.ts')

let cookies: Record<string, string>
let film: OpenedFilm

beforeAll(async () => {
  await openCampaign()
  film = await openedFilm()
  cookies = { 'hob-session': (await startSession(film.editor.id))?.token ?? '' }
})

const track = (words: string) => `WEBVTT\n\n00:00.000 --> 00:02.000\n${words}\n`

function formOf(fields: Readonly<Record<string, string>>): FormData {
  const form = new FormData()
  for (const [name, value] of Object.entries({ film: film.id, ...fields })) form.set(name, value)
  return form
}

test('what somebody else wrote in a language is replaced only by who was told of it', async () => {
  const scenes = { 'card-1': { caption: 'Una muestra' } }
  await setFilmTracks(film.editor, { id: film.id, version: 1, language: 'es', title: 'Una muestra', scenes })
  const typed = { language: 'es', title: 'Otra', 'caption-card-1': 'Otra muestra' }
  const send = async (fields: Readonly<Record<string, string>>) =>
    (await asFormPost(cookies, () => saveTracks(untouched, formOf({ ...typed, ...fields })))).value

  expect((await send({ version: '1', title: 'x'.repeat(81) }))?.values).toMatchObject({ version: '1' })
  const told = await send({ version: '1' })
  expect(told).toMatchObject({ refused: 'films.changed', values: typed })
  expect(told?.values).not.toHaveProperty('version')
  await send({ version: '2' })
  expect((await onDesk(film)).script.translations.es?.title).toBe('Otra')
})

test('captions somebody else wrote for a film made elsewhere are replaced only by who was told of it', async () => {
  await setOutsideTracks(film.editor, { id: film.id, language: 'en', captions: track('One') })
  const send = async (base: string, body: string) =>
    (await asFormPost(cookies, () => saveCaptions(stories.untouched, formOf({ locale: 'en', base, body })))).value

  expect((await send(seenOf(''), 'no track'))?.values).toMatchObject({ base: seenOf('') })
  const told = await send(seenOf(''), track('Two'))
  expect(told).toMatchObject({ refused: 'changed', values: { body: track('Two').trim() } })
  expect(told?.values).not.toHaveProperty('base')
  await send(seenOf(track('One')), track('Two'))
  expect((await db.filmTrack.findFirstOrThrow({ where: { filmId: film.id } })).captions).toBe(track('Two'))
})

test('captions chosen as a file come back as text when somebody saved others meanwhile', async () => {
  await setOutsideTracks(film.editor, { id: film.id, language: 'es', captions: track('Una') })
  const form = formOf({ locale: 'es', base: seenOf(''), body: '' })
  form.set('file', new File([track('Dos').replaceAll('\n', '\r\n')], 'es.vtt', { type: 'text/vtt' }))
  const told = (await asFormPost(cookies, () => saveCaptions(stories.untouched, form))).value
  expect(told).toMatchObject({ refused: 'changed', values: { body: track('Dos') } })
  expect(told?.values).not.toHaveProperty('base')
})

test('who is told of a colleague translating meanwhile has the words of the colleague wherever they changed nothing', async () => {
  const { id, editor } = await openedFilm()
  const [first, second] = (await onDesk({ id, editor })).script.scenes.map((scene) => scene.id)
  const scenes = { [`${first}`]: { caption: 'Una muestra', description: 'Una tarjeta' } }
  await setFilmTracks(editor, { id, version: 1, language: 'es', title: 'Una', scenes })
  const theirs = { ...scenes, [`${second}`]: { caption: 'Otra muestra' } }
  await setFilmTracks(editor, { id, version: 2, language: 'es', title: 'Otra', scenes: theirs })

  const typed = { [`caption-${first}`]: 'La primera', [`description-${first}`]: '' }
  const unchanged = { title: 'Una', [`caption-${second}`]: '', [`description-${second}`]: '' }
  const form = formOf({ film: id, language: 'es', version: '2', ...typed, ...unchanged })
  const told = (await asFormPost(cookies, () => saveTracks(untouched, form))).value
  expect(told).toEqual({ ...untouched, refused: 'films.changed', values: { film: id, language: 'es', ...typed } })
})
