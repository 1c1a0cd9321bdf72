import { beforeEach, expect, test } from 'vitest'
import { answerFilm, askForYes } from '#lib/films/commands/ask.ts'
import { publishFilm } from '#lib/films/commands/publish.ts'
import { setOutsideTracks } from '#lib/films/commands/tracks.ts'
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

test('another poster of a film made elsewhere is asked about anew', async () => {
  const film = await openedFilm()
  const { id, editor } = film
  await agree(film, 'storyboard')
  const put = (poster: string) =>
    db.film.update({
      where: { id },
      data: {
        outside: { seconds: 24, film: outsideFile(`film ${id}`, 'video/mp4'), poster: outsideFile(`${poster} ${id}`, 'image/png') },
        outsideAt: new Date(),
      },
    })
  await put('first')
  const captions = 'WEBVTT\n\n00:00.000 --> 00:02.000\nA sample.\n'
  await setOutsideTracks(editor, { id, language: 'en', captions, transcript: [{ at: 0, says: 'A sample.' }] })
  await agree(film, 'film')
  expect((await onDesk(film)).missing).toEqual([])
  await put('second')
  expect((await onDesk(film)).missing).toEqual([{ lack: 'release', language: null }])
})
