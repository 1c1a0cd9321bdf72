import { copyFile, mkdtemp, rm, stat } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { afterAll, expect, test } from 'vitest'
import { db } from '#lib/foundation/db.ts'
import type { Refusal } from '#lib/foundation/refusal.ts'

const data = await mkdtemp(path.join(tmpdir(), 'hob-outside-'))
process.env.DATA_DIR = data
const { useUploadedFilm } = await import('#lib/films/commands/making.ts')
const { publishFilm } = await import('#lib/films/commands/publish.ts')
const { setOutsideTracks } = await import('#lib/films/commands/tracks.ts')
const { ownFile } = await import('#lib/films/own.ts')
const { publishedStory } = await import('#lib/stories/queries.ts')
const { agree, onDesk, openedFilm } = await import('#tests/factories/made-films.ts')

afterAll(() => rm(data, { recursive: true, force: true }))

/** What refused a piece of work, as it was thrown; null when nothing did. */
const refusalOf = (work: Promise<unknown>): Promise<Refusal | null> =>
  work.then(
    () => null,
    (error: unknown) => error as Refusal,
  )

test('a film made elsewhere is asked about as ours is, and needs captions and a transcript of its own', { timeout: 90_000 }, async () => {
  const film = await openedFilm()
  const { id, editor, entry } = film
  const file = path.join(data, 'film.mp4')
  await copyFile('public/films/luis/luis.mp4', file)
  expect(await refusalOf(useUploadedFilm(editor, { id, film: file, poster: null }))).toMatchObject({ code: 'films.no-yes' })
  await agree(film, 'storyboard')
  await copyFile('public/films/luis/luis.mp4', file)
  await useUploadedFilm(editor, { id, film: file, poster: null })
  await expect(stat(file)).rejects.toThrow()

  expect((await onDesk(film)).standing).toMatchObject({ step: 'access', waitsFor: 'editor' })
  expect((await refusalOf(publishFilm(editor, { id, releaseAt: null })))?.values.missing).toBe('captions:en transcript:en release')
  const captions = 'WEBVTT\n\n00:00.000 --> 00:02.000\nA sample.\n'
  const faulty = setOutsideTracks(editor, { id, language: 'en', captions: 'no track', transcript: [] })
  expect(await refusalOf(faulty)).toMatchObject({ code: 'films.track-faulty' })
  await setOutsideTracks(editor, { id, language: 'en', captions, transcript: [{ at: 0, says: 'A sample.' }] })
  const [line] = await db.auditEvent.findMany({
    where: { subjectId: id, action: 'film.tracks-saved' },
    select: { actorId: true, data: true },
  })
  expect(line).toEqual({ actorId: editor.id, data: { language: 'en', captions: true, transcript: 1 } })
  await agree(film, 'film')
  expect(await ownFile(entry.entryKey, 'captions.en.vtt')).toEqual({ text: captions })
  await publishFilm(editor, { id, releaseAt: null })
  const { script } = await onDesk(film)
  const story = await publishedStory(script.slug, 'en', new Date(Date.now() + 3_600_000))
  expect(story?.files.map(({ role, mediaType }) => [role, mediaType])).toEqual([
    ['film', 'video/mp4'],
    ['poster', 'image/png'],
  ])
  expect(story?.transcript).toEqual([{ at: 0, says: 'A sample.' }])
})
