import { beforeEach, expect, test } from 'vitest'
import { publishFilm, unscheduleFilm } from '#lib/films/commands/publish.ts'
import { db } from '#lib/foundation/db.ts'
import { newId } from '#lib/foundation/ids.ts'
import type { Refusal } from '#lib/foundation/refusal.ts'
import { removeFile } from '#lib/stories/commands/files.ts'
import { scheduleStory } from '#lib/stories/commands/publish.ts'
import { restoreRevision } from '#lib/stories/commands/restore.ts'
import { saveStory } from '#lib/stories/commands/save.ts'
import type { Part, StoryContent } from '#lib/stories/editing/content.ts'
import { storyOnDesk } from '#lib/stories/editing/queries.ts'
import { type OpenedFilm, onDesk, releasedFilm } from '#tests/factories/made-films.ts'
import { type AnswerOverrides, openCampaign } from '#tests/factories/submissions.ts'

beforeEach(openCampaign)

const inHours = (hours: number) => new Date(Date.now() + hours * 3_600_000)
/** What refused a piece of work, as it was thrown; null when nothing did. */
const refusalOf = (work: Promise<unknown>): Promise<Refusal | null> =>
  work.then(
    () => null,
    (error: unknown) => error as Refusal,
  )

/** The story of a film that was scheduled and taken off the calendar again, as it lies on its desk. */
async function storyOfFilm(overrides: AnswerOverrides = {}): Promise<OpenedFilm & { storyId: string }> {
  const film = await releasedFilm(overrides)
  await publishFilm(film.editor, { id: film.id, releaseAt: inHours(2) })
  await unscheduleFilm(film.editor, { id: film.id })
  return { ...film, storyId: (await onDesk(film)).publication?.id ?? '' }
}

async function deskOf({ editor, storyId }: Awaited<ReturnType<typeof storyOfFilm>>) {
  const story = await storyOnDesk(editor, storyId)
  if (!story) throw new Error('the story is gone')
  return story
}

test('a double press sets one date with one letter, and a tab that saw none neither moves it nor publishes at once', async () => {
  const film = await releasedFilm()
  const [id, at] = [film.id, inHours(2)]
  const press = (releaseAt: Date | null) => publishFilm(film.editor, { id, releaseAt, sawNoDate: true })
  expect(await Promise.all([press(at), press(at)])).toEqual([at, at])
  expect(await db.mail.count({ where: { submissionId: film.entry.id, kind: 'film-scheduled' } })).toBe(1)
  expect(await db.auditEvent.count({ where: { subjectId: id, action: 'film.scheduled' } })).toBe(1)

  for (const other of [null, inHours(3)]) expect(await refusalOf(press(other))).toMatchObject({ code: 'films.dated' })
  expect((await onDesk(film)).publication).toMatchObject({ releaseAt: at })
  await unscheduleFilm(film.editor, { id })
  const out = await press(null)
  expect(await press(null)).toEqual(out)
  expect(await db.mail.count({ where: { submissionId: film.entry.id, kind: 'film-scheduled' } })).toBe(2)
})

test('film, tracks and transcript of a film’s story are not changed beside its storyteller, titles are', async () => {
  const film = await storyOfFilm()
  const { editor, storyId } = film
  const { head, content, filmId } = await deskOf(film)
  expect(filmId).toBe(film.id)
  const save = (part: Part) => refusalOf(saveStory(editor, { storyId, part, base: head }))
  const track = 'WEBVTT\n\n00:00.000 --> 00:02.000\nOther words\n'
  const parts: Part[] = [
    { part: 'captions', locale: 'en', value: track },
    { part: 'chapters', locale: 'en', value: track },
    { part: 'descriptions', locale: 'es', value: track },
    { part: 'transcript', locale: 'en', value: [{ at: 0, says: 'Other words' }] },
    { part: 'film', value: { ...content.film, files: [] } },
  ]
  for (const part of parts) expect(await save(part)).toMatchObject({ code: 'story.ofFilm' })
  const poster = content.film.files.find(({ role }) => role === 'poster')?.path ?? ''
  expect(await refusalOf(removeFile(editor, { storyId, base: head, path: poster }))).toMatchObject({ code: 'story.ofFilm' })

  const words = content.texts.en ?? { title: '', summary: '', pictureText: '', name: null, place: null }
  const named = { part: 'text', locale: 'en', value: { ...words, name: 'Another name' } } as const
  expect(await save(named)).toMatchObject({ code: 'story.ofFilm' })
  expect(await save({ part: 'text', locale: 'en', value: { ...words, title: 'A better title' } })).toBeNull()
  expect((await deskOf(film)).content).toEqual({ ...content, texts: { en: { ...words, title: 'A better title' } } })
})

test('the story of a film stays a storyteller’s', async () => {
  const film = await storyOfFilm()
  const { head, content } = await deskOf(film)
  const part = { part: 'facts', value: { ...content.facts, kind: 'illustrative' } } as const
  const refused = await refusalOf(saveStory(film.editor, { storyId: film.storyId, part, base: head }))
  expect(refused).toMatchObject({ code: 'story.kindFixed', field: 'kind' })
})

/** Puts a revision with other captions under a story, as one from before the rule may lie there. */
async function olderWords(film: Awaited<ReturnType<typeof storyOfFilm>>): Promise<{ number: number; content: StoryContent }> {
  const { head, content } = await deskOf(film)
  const body = 'WEBVTT\n\n00:00.000 --> 00:02.000\nWords nobody released\n'
  const other = { ...content, captions: { en: { body, english: null } } }
  const [first, second] = [head + 1, head + 2]
  const row = { storyId: film.storyId, kind: 'saved', staffId: film.editor.id, at: new Date() }
  await db.storyRevision.create({ data: { ...row, id: newId(), number: first, content: other } })
  await db.storyRevision.create({ data: { ...row, id: newId(), number: second, content } })
  await db.storyDesk.update({ where: { storyId: film.storyId }, data: { head: second } })
  return { number: first, content }
}

test('a revision with other words than its storyteller released is neither published nor brought back with them', async () => {
  const film = await storyOfFilm()
  const { editor, storyId } = film
  const { number, content } = await olderWords(film)
  const { version, head } = await deskOf(film)
  const refused = await refusalOf(scheduleStory(editor, { storyId, number, releaseAt: inHours(2), version }))
  expect(refused).toMatchObject({ code: 'story.ofFilm' })
  await restoreRevision(editor, { storyId, number, base: head })
  expect((await deskOf(film)).content).toEqual(content)
})

test('a title with a name its storyteller withholds is not published', async () => {
  const film = await storyOfFilm({ permissions: { publishName: false } })
  const { editor, storyId } = film
  const { head, content, version } = await deskOf(film)
  const words = content.texts.en ?? { title: '', summary: '', pictureText: '', name: null, place: null }
  const titled = { part: 'text', locale: 'en', value: { ...words, title: 'The way of a SAMPLE storyteller' } } as const
  const number = await saveStory(editor, { storyId, part: titled, base: head })
  const refused = await refusalOf(scheduleStory(editor, { storyId, number, releaseAt: inHours(2), version }))
  expect(refused).toMatchObject({ code: 'story.nameHeld' })
  await scheduleStory(editor, { storyId, number: head, releaseAt: inHours(2), version })
})
