import { beforeEach, expect, test } from 'vitest'
import { publishFilm, unscheduleFilm } from '#lib/films/commands/publish.ts'
import { saveFilmScript } from '#lib/films/commands/script.ts'
import { setFilmTracks } from '#lib/films/commands/tracks.ts'
import type { Film } from '#lib/films/engine/film.ts'
import { db } from '#lib/foundation/db.ts'
import { newId } from '#lib/foundation/ids.ts'
import type { Refusal } from '#lib/foundation/refusal.ts'
import { removeFile } from '#lib/stories/commands/files.ts'
import { scheduleStory } from '#lib/stories/commands/publish.ts'
import { restoreRevision } from '#lib/stories/commands/restore.ts'
import { saveStory } from '#lib/stories/commands/save.ts'
import type { Part, StoryContent } from '#lib/stories/editing/content.ts'
import { storyOnDesk } from '#lib/stories/editing/queries.ts'
import { publishedStory } from '#lib/stories/queries.ts'
import { agree, type OpenedFilm, onDesk, openedFilm, releasedFilm, rendered } from '#tests/factories/made-films.ts'
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

const taught = 'A course showed me another way'

async function rework(film: OpenedFilm, change: (script: Film) => Film): Promise<void> {
  const { script, version } = await onDesk(film)
  await saveFilmScript(film.editor, { id: film.id, version, script: change(script) })
}

/** Publishes a film its storyteller said yes to as it is now. */
async function published(film: OpenedFilm, releaseAt: Date | null): Promise<void> {
  await agree(film, 'storyboard')
  await rendered(film)
  await agree(film, 'film')
  await publishFilm(film.editor, { id: film.id, releaseAt })
}

/** A film in English and Spanish that was on the calendar once, with its story as it lay there then. */
async function filmOnceDated() {
  const film = await openedFilm()
  await rework(film, (script) => ({ ...script, title: 'The first title' }))
  const { script, version } = await onDesk(film)
  const scenes = Object.fromEntries(script.scenes.map((scene) => [scene.id, { caption: `Una muestra de ${scene.id} para ver` }]))
  await setFilmTracks(film.editor, { id: film.id, version, language: 'es', title: 'El primer título', scenes })
  await published(film, inHours(2))
  await unscheduleFilm(film.editor, { id: film.id })
  const dated = { ...film, storyId: (await onDesk(film)).publication?.id ?? '' }
  const { content, head } = await deskOf(dated)
  expect(content.texts).toMatchObject({
    en: { title: 'The first title', summary: expect.stringContaining(taught) },
    es: { title: 'El primer título' },
  })
  const { english: _, ...words } = content.texts.en ?? { title: '', summary: '', pictureText: '', name: null, place: null, english: null }
  return { ...dated, words, head }
}

/** Takes a sentence and the words of another language out, and gives the film another title. */
const withoutCourse = (script: Film): Film => ({
  ...{ ...script, title: 'The second title', translations: {} },
  scenes: script.scenes.filter(({ text }) => !text?.replaceAll('*', '').includes(taught)),
})

test('a film published again takes its earlier title and the sentence its storyteller had taken out off the story', {
  timeout: 60_000,
}, async () => {
  const film = await filmOnceDated()
  await rework(film, withoutCourse)
  await published(film, null)
  const { content } = await deskOf(film)
  expect(content.texts).toMatchObject({ en: { title: 'The second title', summary: expect.stringContaining('Before, I sent money home') } })
  const seen = await publishedStory((await onDesk(film)).script.slug, 'en', inHours(1))
  expect(seen).toMatchObject({ title: 'The second title' })
  for (const gone of ['The first title', taught, 'primer título', 'Una muestra de'])
    expect(JSON.stringify([content, { ...seen, previous: null }])).not.toContain(gone)
})

test('words an editor wrote about a film stay when it is published again, without a sentence it no longer says', {
  timeout: 60_000,
}, async () => {
  const film = await filmOnceDated()
  const { editor, storyId, words, head } = film
  const save = (base: number, value: Partial<typeof words>) =>
    saveStory(editor, { storyId, part: { part: 'text', locale: 'en', value: { ...words, ...value } }, base })
  const own = { summary: 'Somebody learns to send money and tells the neighbours.', place: 'A sample town' }
  const base = await save(head, own)
  await rework(film, withoutCourse)
  await published(film, inHours(2))
  expect((await deskOf(film)).content.texts).toEqual({
    en: expect.objectContaining({ ...own, title: 'The second title', english: null }),
  })

  await unscheduleFilm(editor, { id: film.id })
  await save(base + 1, { title: 'An editor’s title', summary: `Our words. ${taught}, and I practised with small amounts.` })
  await publishFilm(editor, { id: film.id, releaseAt: inHours(2) })
  const { title, summary } = (await deskOf(film)).content.texts.en ?? {}
  expect(title).toBe('An editor’s title')
  expect(summary).not.toContain(taught)
})
