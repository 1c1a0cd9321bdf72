import { appendFile, copyFile, mkdtemp, readdir, rm, stat } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { afterAll, expect, test } from 'vitest'
import { db } from '#lib/foundation/db.ts'
import type { Refusal } from '#lib/foundation/refusal.ts'

const data = await mkdtemp(path.join(tmpdir(), 'hob-outside-'))
process.env.DATA_DIR = data
const { dropUploadedFilm, useUploadedFilm } = await import('#lib/films/commands/making.ts')
const { publishFilm } = await import('#lib/films/commands/publish.ts')
const { seenOf, setOutsideTracks } = await import('#lib/films/commands/tracks.ts')
const { eraseEntry } = await import('#lib/submissions/commands/erase.ts')
const { ownFile } = await import('#lib/films/own.ts')
const { publishedStory } = await import('#lib/stories/queries.ts')
const { agree, onDesk, openedFilm } = await import('#tests/factories/made-films.ts')

afterAll(() => rm(data, { recursive: true, force: true }))

const sampleTrack = 'WEBVTT\n\n00:00.000 --> 00:02.000\nA sample.\n'

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
  const faulty = setOutsideTracks(editor, { id, language: 'en', captions: 'no track', transcript: [] })
  expect(await refusalOf(faulty)).toMatchObject({ code: 'films.track-faulty' })
  await setOutsideTracks(editor, { id, language: 'en', captions: sampleTrack, transcript: [{ at: 0, says: 'A sample.' }] })
  const [line] = await db.auditEvent.findMany({
    where: { subjectId: id, action: 'film.tracks-saved' },
    select: { actorId: true, data: true },
  })
  expect(line).toEqual({ actorId: editor.id, data: { language: 'en', captions: true, transcript: 1 } })
  await agree(film, 'film')
  expect(await ownFile(entry.entryKey, 'captions.en.vtt')).toEqual({ text: sampleTrack })
  await publishFilm(editor, { id, releaseAt: null })
  const { script } = await onDesk(film)
  const story = await publishedStory(script.slug, 'en', new Date(Date.now() + 3_600_000))
  expect(story?.files.map(({ role, mediaType }) => [role, mediaType])).toEqual([
    ['film', 'video/mp4'],
    ['poster', 'image/png'],
  ])
  expect(story?.transcript).toEqual([{ at: 0, says: 'A sample.' }])
})

test('only an MP4 takes the place of ours, as a story is not published without one', async () => {
  const film = await openedFilm()
  await agree(film, 'storyboard')
  const file = path.join(data, 'film.webm')
  await copyFile('public/films/luis/luis.webm', file)
  const refusal = await refusalOf(useUploadedFilm(film.editor, { id: film.id, film: file, poster: null }))
  expect(refusal).toMatchObject({ code: 'upload.refused', values: { fault: 'type' } })
  expect((await onDesk(film)).outside).toBeNull()
})

let films = 0

/** A film like no other, made elsewhere. */
async function filmFile(): Promise<string> {
  const file = path.join(data, 'film.mp4')
  await copyFile('public/films/luis/luis.mp4', file)
  films += 1
  // A box that players skip.
  await appendFile(file, Buffer.from([0, 0, 0, 12, ...Buffer.from('free'), films, 0, 0, 0]))
  return file
}

/** A picture like no other. */
async function posterFile(): Promise<string> {
  const file = path.join(data, 'poster.png')
  await copyFile('public/art/story-luis-og.png', file)
  await appendFile(file, String(films))
  return file
}

const knownFiles = async () => (await db.mediaFile.findMany({ select: { path: true } })).map((one) => one.path).sort()
const storedFiles = async () => (await readdir(path.join(data, 'media'), { recursive: true })).filter((name) => /\.\w+$/.test(name)).sort()

test('a film made elsewhere that another replaces, or that is taken away, is kept no longer', { timeout: 60_000 }, async () => {
  const film = await openedFilm()
  const { id, editor } = film
  await agree(film, 'storyboard')
  const before = await knownFiles()
  await useUploadedFilm(editor, { id, film: await filmFile(), poster: null })
  const first = (await onDesk(film)).outside
  await useUploadedFilm(editor, { id, film: await filmFile(), poster: null })
  const second = (await onDesk(film)).outside
  // The drawn poster is that of the film before, which is still needed.
  expect(before).toContain(second?.poster?.path)
  expect(await knownFiles()).toEqual([...before, second?.film.path].sort())
  expect(second?.film.path).not.toBe(first?.film.path)
  await dropUploadedFilm(editor, { id })
  expect(await knownFiles()).toEqual(before)
})

test('a film that is refused leaves nothing in the store', { timeout: 60_000 }, async () => {
  const { id, editor } = await openedFilm()
  const before = await storedFiles()
  expect(await refusalOf(useUploadedFilm(editor, { id, film: await filmFile(), poster: null }))).toMatchObject({ code: 'films.no-yes' })
  const wrong = { id, film: await filmFile(), poster: await filmFile() }
  expect(await refusalOf(useUploadedFilm(editor, wrong))).toMatchObject({ code: 'upload.refused' })
  expect(await storedFiles()).toEqual(before)
})

test('an erased entry takes along every film its story ever had', { timeout: 60_000 }, async () => {
  const film = await openedFilm()
  const { id, editor, entry } = film
  await agree(film, 'storyboard')
  const before = await knownFiles()
  await setOutsideTracks(editor, { id, language: 'en', captions: sampleTrack, transcript: [{ at: 0, says: 'A sample.' }] })
  const publishAnother = async () => {
    await useUploadedFilm(editor, { id, film: await filmFile(), poster: await posterFile() })
    await agree(film, 'film')
    await publishFilm(editor, { id, releaseAt: new Date(Date.now() + 3_600_000) })
  }
  await publishAnother()
  await publishAnother()
  expect(await knownFiles()).toHaveLength(before.length + 4)
  await eraseEntry(entry.entryKey)
  expect(await knownFiles()).toEqual(before)
})

test('of two people who write captions at once one is told that the other did', async () => {
  const { id, editor } = await openedFilm()
  const save = (captions: string, seen: string) => refusalOf(setOutsideTracks(editor, { id, language: 'en', captions, seen }))
  const other = sampleTrack.replace('A sample.', 'Another sample.')
  const refused = await Promise.all([save(sampleTrack, seenOf('')), save(other, seenOf(''))])
  expect(refused.filter((one) => one?.code === 'films.changed')).toHaveLength(1)
  const { captions } = await db.filmTrack.findFirstOrThrow({ where: { filmId: id } })
  expect(captions).toBe(refused[0] ? other : sampleTrack)

  expect(await save(captions, seenOf(''))).toBeNull()
  expect(await save('', seenOf(captions))).toBeNull()
  const lines = [{ at: 0, says: 'A sample.' }]
  const write = (says: string) =>
    refusalOf(setOutsideTracks(editor, { id, language: 'en', transcript: [{ at: 0, says }], seen: seenOf([]) }))
  expect([await write('A sample.'), await write('A sample.'), (await write('Another.'))?.code]).toEqual([null, null, 'films.changed'])
  expect((await db.filmTrack.findFirstOrThrow({ where: { filmId: id } })).transcript).toEqual(lines)
})
