import { beforeEach, expect, test } from 'vitest'
import { answerFilm, askForYes } from '#lib/films/commands/ask.ts'
import { publishFilm } from '#lib/films/commands/publish.ts'
import { saveFilmScript } from '#lib/films/commands/script.ts'
import { setFilmTracks, setOutsideTracks } from '#lib/films/commands/tracks.ts'
import { ownFile, ownFilm } from '#lib/films/own.ts'
import { db } from '#lib/foundation/db.ts'
import { hashText } from '#lib/foundation/ids.ts'
import type { Refusal } from '#lib/foundation/refusal.ts'
import { publishedStory } from '#lib/stories/queries.ts'
import { agree, hashShown, onDesk, openedFilm, releasedFilm, rendered } from '#tests/factories/made-films.ts'
import { openCampaign } from '#tests/factories/submissions.ts'

beforeEach(openCampaign)

/** What refused a piece of work, as it was thrown; null when nothing did. */
const refusalOf = (work: Promise<unknown>): Promise<Refusal | null> =>
  work.then(
    () => null,
    (error: unknown) => error as Refusal,
  )

test('a portrait film made after the release is shown to its storyteller and asked about before it is public', async () => {
  const film = await releasedFilm()
  const { id, editor, entry } = film
  await rendered(film, 'portrait')
  const refused = await refusalOf(publishFilm(editor, { id, releaseAt: null }))
  expect(refused).toMatchObject({ code: 'films.incomplete', values: { missing: 'release' } })
  expect(await ownFilm(entry.entryKey)).toMatchObject({ phase: 'filmAgain', film: { portrait: 'film-portrait.mp4' } })
  expect(await ownFile(entry.entryKey, 'film-portrait.mp4')).toMatchObject({ file: { type: 'video/mp4' } })

  await agree(film, 'film')
  await publishFilm(editor, { id, releaseAt: null })
  const { publication } = await onDesk(film)
  const story = await publishedStory(publication?.slug ?? '', 'en', new Date(Date.now() + 1000))
  expect(story?.files.map(({ role, shape }) => `${role} ${shape}`).sort()).toEqual([
    ...['film portrait', 'film wide', 'poster portrait', 'poster wide'],
  ])
})

test('a portrait film that comes out while the question about the film waits leaves the question standing', async () => {
  const film = await openedFilm()
  const { id, editor, entry } = film
  await agree(film, 'storyboard')
  await rendered(film)
  await askForYes(editor, { id, step: 'film' })
  await rendered(film, 'portrait')

  expect(await ownFilm(entry.entryKey)).toMatchObject({ phase: 'film', film: { portrait: 'film-portrait.mp4', canAgree: true } })
  expect((await onDesk(film)).standing).toMatchObject({ step: 'release', waitsFor: 'storyteller' })
  expect((await onDesk(film)).asks[0]).toMatchObject({ step: 'film', answer: null, waits: true })
  const words = 'Something else.'
  const said = { key: entry.entryKey, step: 'film', hash: await hashShown(entry.entryKey, 'film') } as const
  await answerFilm({ ...said, answer: 'change', words })
  expect(await refusalOf(answerFilm({ ...said, answer: 'yes', words: null }))).toMatchObject({ code: 'film.not-asked' })
})

const outsideFile = (name: string, type: string) => {
  const sha256 = hashText(name)
  return { path: `${sha256.slice(0, 2)}/${sha256}.${type.split('/')[1]}`, sha256, bytes: 1000, type, width: 1280, height: 720 }
}

/** Puts a film made elsewhere, with this poster, in the place of ours. */
const putOutside = (id: string, poster: string) =>
  db.film.update({
    where: { id },
    data: {
      outside: { seconds: 24, film: outsideFile(`film ${id}`, 'video/mp4'), poster: outsideFile(`${poster} ${id}`, 'image/png') },
      outsideAt: new Date(),
    },
  })
const captions = 'WEBVTT\n\n00:00.000 --> 00:02.000\nA sample.\n'

test('another poster of a film made elsewhere is asked about anew', async () => {
  const film = await openedFilm()
  const { id, editor } = film
  await agree(film, 'storyboard')
  await putOutside(id, 'first')
  await setOutsideTracks(editor, { id, language: 'en', captions, transcript: [{ at: 0, says: 'A sample.' }] })
  await agree(film, 'film')
  expect((await onDesk(film)).missing).toEqual([])
  await putOutside(id, 'second')
  expect((await onDesk(film)).missing).toEqual([{ lack: 'release', language: null }])
})

test('the words in every language are shown with the question about the film', async () => {
  const film = await openedFilm()
  const { id, editor, entry } = film
  const { script, version } = await onDesk(film)
  const [, second] = script.scenes
  const scenes = script.scenes.map((scene) => (scene === second ? { ...scene, chapter: 'A sample chapter' } : scene))
  await saveFilmScript(editor, { id, version, script: { ...script, scenes } })
  await agree(film, 'storyboard')
  await rendered(film)
  const words = { caption: 'Palabras de muestra', chapter: 'Capítulo de muestra', description: 'Imagen de muestra' }
  await setFilmTracks(editor, {
    id,
    version: version + 1,
    language: 'es',
    title: 'Título de muestra',
    scenes: { [second?.id ?? '']: words },
  })
  await askForYes(editor, { id, step: 'film' })

  const shown = (await ownFilm(entry.entryKey))?.film?.words
  expect(shown?.map(({ language, title }) => [language, title])).toEqual([
    ['en', script.title],
    ['es', 'Título de muestra'],
  ])
  expect(shown?.map(({ lines }) => lines[1])).toMatchObject([
    { chapter: 'A sample chapter' },
    { chapter: words.chapter, says: words.caption, shows: words.description },
  ])
})

test('the words of a film made elsewhere are shown in every language, the captions where there is nothing else', async () => {
  const film = await openedFilm()
  const { id, editor, entry } = film
  await agree(film, 'storyboard')
  await putOutside(id, 'first')
  const lines = { es: [{ at: 0, says: 'Una muestra.', shows: 'Una imagen.' }], en: [{ at: 0, chapter: 'One', says: 'A sample.' }] }
  for (const language of ['es', 'en'] as const) await setOutsideTracks(editor, { id, language, captions, transcript: lines[language] })
  await setOutsideTracks(editor, { id, language: 'ar', captions: captions.replace('A sample.', 'عينة.') })
  await askForYes(editor, { id, step: 'film' })

  expect((await ownFilm(entry.entryKey))?.film?.words).toEqual([
    { language: 'en', title: (await onDesk(film)).script.title, lines: lines.en },
    { language: 'ar', title: null, lines: [{ at: 0, says: 'عينة.' }] },
    { language: 'es', title: null, lines: lines.es },
  ])
})

test('a film made elsewhere that changed after the yes says so, where nothing can show what differs', async () => {
  const film = await openedFilm()
  const { id, editor, entry } = film
  const letter = async () =>
    (await db.mail.findFirstOrThrow({ where: { submissionId: entry.id }, orderBy: [{ createdAt: 'desc' }, { id: 'desc' }] })).text
  const write = (says: string) => setOutsideTracks(editor, { id, language: 'en', captions, transcript: [{ at: 0, says }] })
  const own = async () => (await ownFilm(entry.entryKey))?.film
  await agree(film, 'storyboard')
  await putOutside(id, 'first')
  await write('A sample.')
  await askForYes(editor, { id, step: 'film' })
  expect(await own()).toMatchObject({ canAgree: true, differsUnseen: false })
  await agree(film, 'film')
  await write('Another sample.')
  expect(await own()).toMatchObject({ canAgree: true, changes: [], differsUnseen: true })
  await askForYes(editor, { id, step: 'film' })
  expect(await letter()).not.toContain('The page shows what differs')
  await agree(film, 'film')
  expect(await own()).toMatchObject({ canAgree: false, differsUnseen: false })

  const { script, version } = await onDesk(film)
  await saveFilmScript(editor, { id, version, script: { ...script, title: 'Another title' } })
  await askForYes(editor, { id, step: 'storyboard' })
  expect(await letter()).toContain('The page shows what differs')
})
