import { beforeEach, expect, test } from 'vitest'
import { campaignId } from '#lib/campaign/schema.ts'
import { answerFilm, askForYes } from '#lib/films/commands/ask.ts'
import { startRender } from '#lib/films/commands/making.ts'
import { closeFilm, publishFilm, unscheduleFilm } from '#lib/films/commands/publish.ts'
import { openFilm, restoreFilmRevision, saveFilmScript } from '#lib/films/commands/script.ts'
import { setFilmTracks } from '#lib/films/commands/tracks.ts'
import type { Film } from '#lib/films/engine/film.ts'
import { heldFilm } from '#lib/films/held.ts'
import { ownFile, ownFilm, ownStill } from '#lib/films/own.ts'
import { filmBoard } from '#lib/films/queries.ts'
import { db } from '#lib/foundation/db.ts'
import type { Refusal } from '#lib/foundation/refusal.ts'
import { returnStory, scheduleStory, unpublishStory } from '#lib/stories/commands/publish.ts'
import { publishedStory, releasedStories } from '#lib/stories/queries.ts'
import { changePermission } from '#lib/submissions/commands/change-permission.ts'
import { eraseEntry } from '#lib/submissions/commands/erase.ts'
import { restoreEntry, withdrawEntry } from '#lib/submissions/commands/withdraw.ts'
import { selectedEntry } from '#tests/factories/awards.ts'
import { agree, hashShown, type OpenedFilm, onDesk, openedFilm, releasedFilm, rendered } from '#tests/factories/made-films.ts'
import { invited } from '#tests/factories/staff.ts'
import { openCampaign } from '#tests/factories/submissions.ts'

beforeEach(openCampaign)

const letters = async (submissionId: string) =>
  (await db.mail.findMany({ where: { submissionId, kind: { startsWith: 'film-' } }, orderBy: [{ createdAt: 'asc' }, { id: 'asc' }] })).map(
    ({ kind }) => kind,
  )
const standingOf = async (film: OpenedFilm) => {
  const { step, waitsFor } = (await onDesk(film)).standing
  return [step, waitsFor]
}
/** What refused a piece of work, as it was thrown; null when nothing did. */
const refusalOf = (work: Promise<unknown>): Promise<Refusal | null> =>
  work.then(
    () => null,
    (error: unknown) => error as Refusal,
  )
const inHours = (hours: number) => new Date(Date.now() + hours * 3_600_000)

/** The same film with other words on its second card. */
function reworded(script: Film, text: string): Film {
  return { ...script, scenes: script.scenes.map((scene, i) => (i === 1 ? { ...scene, text } : scene)) }
}

async function reword(film: OpenedFilm, text: string): Promise<number> {
  const { script, version } = await onDesk(film)
  return saveFilmScript(film.editor, { id: film.id, version, script: reworded(script, text) })
}

test('a film goes from a selected entry to its story, and waits for the right person on the way', { timeout: 60_000 }, async () => {
  const entry = await selectedEntry({ permissions: { film: 'yes' } })
  const editor = await invited('editor')
  const lineOf = async () => (await filmBoard(editor)).find(({ reference }) => reference === entry.reference)
  expect(await lineOf()).toMatchObject({ id: null, step: 'brief', waitsFor: 'editor' })

  const film = { entry, editor, id: await openFilm(editor, { reference: entry.reference }) }
  expect(await openFilm(editor, { reference: entry.reference })).toBe(film.id)
  expect(await standingOf(film)).toEqual(['storyboard', 'editor'])
  await askForYes(editor, { id: film.id, step: 'storyboard' })
  await askForYes(editor, { id: film.id, step: 'storyboard' })
  expect(await standingOf(film)).toEqual(['storyboard-yes', 'storyteller'])
  const own = await ownFilm(entry.entryKey)
  expect(own).toMatchObject({ phase: 'storyboard', film: null, storyboard: { canAgree: true, agreedAt: null } })
  expect(await refusalOf(startRender(editor, { id: film.id, size: 'wide' }))).toMatchObject({ code: 'films.no-yes' })

  await agree(film, 'storyboard')
  expect(await standingOf(film)).toEqual(['animatic', 'editor'])
  await startRender(editor, { id: film.id, size: 'wide' })
  expect(await standingOf(film)).toEqual(['film', 'machine'])
  await db.render.deleteMany({ where: { filmKey: film.id } })
  await rendered(film)
  expect(await standingOf(film)).toEqual(['release', 'editor'])
  expect(await ownFile(entry.entryKey, 'film.mp4')).toBeNull()
  await askForYes(editor, { id: film.id, step: 'film' })
  expect(await standingOf(film)).toEqual(['release', 'storyteller'])
  expect(await ownFile(entry.entryKey, 'film.mp4')).toMatchObject({ file: { type: 'video/mp4' } })
  expect(await ownFile(entry.entryKey, 'captions.en.vtt')).toMatchObject({ text: expect.stringContaining('WEBVTT') })
  await agree(film, 'film')
  expect(await standingOf(film)).toEqual(['scheduled', 'editor'])

  const at = inHours(1)
  expect(await publishFilm(editor, { id: film.id, releaseAt: at })).toEqual(at)
  expect(await standingOf(film)).toEqual(['scheduled', 'clock'])
  const { publication, script } = await onDesk(film)
  expect(publication).toMatchObject({ releaseAt: at })
  expect(await publishedStory(script.slug, 'en', new Date(at.getTime() - 1))).toBeNull()
  expect(await publishedStory(script.slug, 'en', at)).toMatchObject({ storyteller: { name: 'Sample storyteller' }, captions: ['en'] })
  expect(await letters(entry.id)).toEqual(['film-storyboard', 'film-ready', 'film-scheduled'])
})

test('a film is opened only for a selected entry whose storyteller permits it', async () => {
  const editor = await invited('editor')
  const denied = await selectedEntry({ permissions: { film: 'no' } })
  const waiting = await selectedEntry({ permissions: { film: 'ask' } })
  await db.submission.update({ where: { id: waiting.id }, data: { status: 'reserve' } })

  expect(await refusalOf(openFilm(editor, { reference: denied.reference }))).toMatchObject({
    code: 'films.stopped',
    values: { why: 'permission' },
  })
  expect(await refusalOf(openFilm(editor, { reference: waiting.reference }))).toMatchObject({ code: 'films.not-selected' })
  expect((await filmBoard(editor)).map(({ reference }) => reference)).not.toContain(denied.reference)
})

test('who may not edit or publish films is refused', async () => {
  const film = await releasedFilm()
  const reviewer = await invited('reviewer')
  const { id } = film
  const tries = [
    () => filmBoard(reviewer),
    () => openFilm(reviewer, { reference: film.entry.reference }),
    () => saveFilmScript(reviewer, { id, version: 1, script: {} }),
    () => restoreFilmRevision(reviewer, { id, version: 1, number: 1 }),
    () => askForYes(reviewer, { id, step: 'film' }),
    () => startRender(reviewer, { id, size: 'wide' }),
    () => publishFilm(reviewer, { id, releaseAt: null }),
    () => unscheduleFilm(reviewer, { id }),
    () => closeFilm(reviewer, { id, reason: 'x' }),
  ]
  for (const one of tries) expect(await refusalOf(one())).toMatchObject({ code: 'staff.forbidden' })
})

test('words changed after the yes refuse publishing, and the storyteller sees what differs', async () => {
  const film = await releasedFilm()
  const { entry, editor, id } = film
  const before = await hashShown(entry.entryKey, 'storyboard')
  await reword(film, 'Somebody else says *this*.')

  const refused = await refusalOf(publishFilm(editor, { id, releaseAt: null }))
  expect(refused).toMatchObject({ code: 'films.incomplete', values: { missing: 'storyboard-yes film release' } })
  const own = await ownFilm(entry.entryKey)
  expect(own).toMatchObject({ phase: 'storyboardAgain', film: null, storyboard: { canAgree: true } })
  const changed = own?.storyboard?.scenes.filter(({ change }) => change.kind !== 'none') ?? []
  expect(changed).toHaveLength(1)
  expect(changed[0]).toMatchObject({ isOwn: false, change: { kind: 'words' } })
  const late = answerFilm({ key: entry.entryKey, step: 'storyboard', hash: before, answer: 'yes', words: null })
  expect(await refusalOf(late)).toMatchObject({ code: 'film.changed' })

  await answerFilm({ key: entry.entryKey, step: 'storyboard', hash: own?.storyboard?.hash ?? '', answer: 'yes', words: null })
  expect(await standingOf(film)).toEqual(['animatic', 'editor'])
})

test('an editor who asks again after a change sends one letter that says so', async () => {
  const film = await openedFilm()
  await agree(film, 'storyboard')
  await reword(film, 'Other words.')
  await askForYes(film.editor, { id: film.id, step: 'storyboard' })
  await askForYes(film.editor, { id: film.id, step: 'storyboard' })
  expect(await letters(film.entry.id)).toEqual(['film-storyboard', 'film-changed'])
  expect(await ownFilm(film.entry.entryKey)).toMatchObject({ phase: 'storyboardAgain' })
})

test('what to change reaches the desk, and nothing more is asked until an editor asks', async () => {
  const film = await openedFilm()
  const { entry, editor, id } = film
  await askForYes(editor, { id, step: 'storyboard' })
  const hash = await hashShown(entry.entryKey, 'storyboard')
  await answerFilm({ key: entry.entryKey, step: 'storyboard', hash, answer: 'change', words: 'Leave out the second scene.' })

  expect(await standingOf(film)).toEqual(['storyboard', 'editor'])
  expect((await onDesk(film)).asks).toMatchObject([{ answer: 'change', words: 'Leave out the second scene.', matches: true }])
  expect(await ownFilm(entry.entryKey)).toMatchObject({
    phase: 'changing',
    storyboard: { canAgree: false, change: { words: 'Leave out the second scene.' } },
  })
  const yes = answerFilm({ key: entry.entryKey, step: 'storyboard', hash, answer: 'yes', words: null })
  expect(await refusalOf(yes)).toMatchObject({ code: 'film.not-asked' })
})

test('a yes can be taken back with words about what to change', async () => {
  const film = await releasedFilm()
  const hash = await hashShown(film.entry.entryKey, 'film')
  await answerFilm({ key: film.entry.entryKey, step: 'film', hash, answer: 'change', words: 'The music.' })
  const refused = await refusalOf(publishFilm(film.editor, { id: film.id, releaseAt: null }))
  expect(refused).toMatchObject({ code: 'films.incomplete', values: { missing: 'release' } })
})

const takeBack = async ({ entry }: OpenedFilm, hash?: string) =>
  answerFilm({
    ...{ key: entry.entryKey, step: 'film', hash: hash ?? (await hashShown(entry.entryKey, 'film')) },
    ...{ answer: 'change', words: 'The music.' },
  })
const deskOfStory = async (film: OpenedFilm) => {
  const storyId = (await onDesk(film)).publication?.id ?? ''
  return db.storyDesk.findUniqueOrThrow({ where: { storyId } })
}

const filesOf = async (film: OpenedFilm) =>
  (await db.storyFile.findMany({ where: { storyId: (await onDesk(film)).publication?.id ?? '' } })).map(({ path }) => path.slice(7))

test('a yes that was taken back publishes nothing from the desk of stories either', async () => {
  const film = await releasedFilm()
  const { editor, id } = film
  await publishFilm(editor, { id, releaseAt: inHours(2) })
  await unscheduleFilm(editor, { id })
  await takeBack(film)
  const { storyId, head: number, version } = await deskOfStory(film)
  const refused = await refusalOf(scheduleStory(editor, { storyId, number, releaseAt: inHours(2), version }))
  expect(refused).toMatchObject({ code: 'story.incomplete', values: { missing: 'release' } })
})

test('a film that was unpublished does not come back once its yes was taken back', async () => {
  const film = await releasedFilm()
  const { editor, id } = film
  await publishFilm(editor, { id, releaseAt: null })
  const { storyId, version } = await deskOfStory(film)
  await unpublishStory(editor, { storyId, version, reason: 'A sample reason.' })
  await takeBack(film)
  const again = { storyId, version: (await deskOfStory(film)).version }
  expect(await refusalOf(returnStory(editor, again))).toMatchObject({ code: 'story.incomplete', values: { missing: 'release' } })
})

test('a yes taken back while an editor sets the date takes the date with it', async () => {
  const film = await releasedFilm()
  const hash = await hashShown(film.entry.entryKey, 'film')
  await publishFilm(film.editor, { id: film.id, releaseAt: inHours(2) })
  expect(await ownFilm(film.entry.entryKey)).toMatchObject({ phase: 'scheduled', film: { hash, canAgree: false, canChange: true } })
  await takeBack(film, hash)
  expect((await onDesk(film)).publication).toMatchObject({ releaseAt: null })
  expect(await db.mediaFile.count({ where: { path: { in: await filesOf(film) }, publicFrom: { not: null } } })).toBe(0)
})

test('of a film that is out, what to change is not asked: taking back the permission ends it', async () => {
  const film = await releasedFilm()
  const hash = await hashShown(film.entry.entryKey, 'film')
  await publishFilm(film.editor, { id: film.id, releaseAt: null })
  const offered = { film: { canChange: false }, storyboard: { canChange: false } }
  expect(await ownFilm(film.entry.entryKey)).toMatchObject({ phase: 'published', ...offered })
  expect(await refusalOf(takeBack(film, hash))).toMatchObject({ code: 'film.not-asked' })
  expect((await onDesk(film)).standing.step).toBe('published')
})

test('captions in another language leave the storyboard its yes, and ask for the release anew', async () => {
  const film = await releasedFilm()
  const { id, editor } = film
  const { script, version } = await onDesk(film)
  const scenes = Object.fromEntries(script.scenes.map((scene) => [scene.id, { caption: `Muestra ${scene.id}` }]))
  await setFilmTracks(editor, { id, version, language: 'es', title: 'Una muestra', scenes })

  const refused = await refusalOf(publishFilm(editor, { id, releaseAt: null }))
  expect(refused).toMatchObject({ code: 'films.incomplete', values: { missing: 'release' } })
  expect(await ownFilm(film.entry.entryKey)).toMatchObject({ phase: 'filmAgain', film: { changes: [{ language: 'es' }] } })
  await agree(film, 'film')
  await publishFilm(editor, { id, releaseAt: null })
  const story = await publishedStory(script.slug, 'es', new Date(Date.now() + 1000))
  expect(story).toMatchObject({ lang: 'es', title: 'Una muestra' })
  expect(story?.captions).toEqual(['en', 'es'])
})

test('a film in another language is not published without English captions and transcript', async () => {
  const story =
    'Historia de muestra para una prueba. Antes enviaba dinero a casa una vez al mes. Un curso me enseñó otro camino y practiqué con calma. Ahora enseño a mis vecinas lo que aprendí.'
  const film = await openedFilm({ story: { story, storyLanguage: 'es' } })
  await agree(film, 'storyboard')
  await rendered(film)

  expect(await standingOf(film)).toEqual(['access', 'editor'])
  expect(await refusalOf(askForYes(film.editor, { id: film.id, step: 'film' }))).toMatchObject({
    values: { missing: 'captions:en transcript:en' },
  })
  const refused = await refusalOf(publishFilm(film.editor, { id: film.id, releaseAt: null }))
  expect(refused).toMatchObject({ code: 'films.incomplete', values: { missing: 'captions:en transcript:en release' } })
})

test('taking the permission back stops a public film at once, everywhere, and no desk brings it back', async () => {
  const film = await releasedFilm()
  const { entry, editor, id } = film
  await publishFilm(editor, { id, releaseAt: null })
  const { publication } = await onDesk(film)
  const slugs = async () => (await releasedStories('en', new Date(Date.now() + 1000))).map(({ slug }) => slug)
  expect(await slugs()).toContain(publication?.slug)
  expect(await db.mediaFile.count({ where: { publicFrom: { not: null } } })).toBeGreaterThan(0)

  await changePermission({ key: entry.entryKey, purpose: 'film', answer: 'no', locale: 'en' })

  expect(await slugs()).not.toContain(publication?.slug)
  const files = await db.storyFile.findMany({ where: { storyId: publication?.id ?? '' } })
  expect(await db.mediaFile.count({ where: { path: { in: files.map(({ path }) => path.slice(7)) }, publicFrom: { not: null } } })).toBe(0)
  expect((await filmBoard(editor)).find((row) => row.id === id)).toMatchObject({ stopped: { why: 'permission' } })
  expect(await ownFilm(entry.entryKey)).toMatchObject({ phase: 'stopped', storyboard: null, film: null })
  expect(await ownFile(entry.entryKey, 'film.mp4')).toBeNull()
  const version = (await db.storyDesk.findUniqueOrThrow({ where: { storyId: publication?.id ?? '' } })).version
  expect(await refusalOf(returnStory(editor, { storyId: publication?.id ?? '', version }))).toMatchObject({ code: 'story.incomplete' })
  expect((await refusalOf(publishFilm(editor, { id, releaseAt: null })))?.values.missing).toContain('permission')
  expect(await refusalOf(askForYes(editor, { id, step: 'film' }))).toMatchObject({ code: 'films.stopped' })
  expect((await letters(entry.id)).filter((kind) => kind === 'film-stopped')).toHaveLength(1)
})

test('a scheduled film of a withdrawn entry loses its date, and what was agreed to before counts no more once a permission was taken back', async () => {
  const film = await releasedFilm()
  const { entry, editor, id } = film
  await publishFilm(editor, { id, releaseAt: inHours(2) })
  await withdrawEntry(entry.entryKey)
  expect((await onDesk(film)).publication).toMatchObject({ releaseAt: null })
  expect(await refusalOf(publishFilm(editor, { id, releaseAt: null }))).toMatchObject({ code: 'films.incomplete' })

  await restoreEntry(entry.entryKey)
  expect(await standingOf(film)).toEqual(['scheduled', 'editor'])
  await changePermission({ key: entry.entryKey, purpose: 'film', answer: 'no', locale: 'en' })
  await changePermission({ key: entry.entryKey, purpose: 'film', answer: 'yes', locale: 'en' })
  expect(await standingOf(film)).toEqual(['storyboard', 'editor'])
})

test('of publishing and taking the permission back at once, nothing stays public', async () => {
  for (let round = 0; round < 4; round += 1) {
    const film = await releasedFilm()
    await Promise.allSettled([
      publishFilm(film.editor, { id: film.id, releaseAt: null }),
      changePermission({ key: film.entry.entryKey, purpose: 'film', answer: 'no', locale: 'en' }),
    ])
    const { publication } = await onDesk(film)
    expect(publication === null || publication.releaseAt === null || publication.unpublishedAt !== null).toBe(true)
  }
})

test('of two people who save at once one wins, and the other is shown what they did not see', async () => {
  const film = await openedFilm()
  const { script, version } = await onDesk(film)
  const other = await invited('editor')
  const save = (actor: OpenedFilm['editor'], text: string) =>
    saveFilmScript(actor, { id: film.id, version, script: reworded(script, text) })
  const results = await Promise.all([
    save(film.editor, 'One of them.').catch((error: unknown) => error),
    save(other, 'The other.').catch((error: unknown) => error),
  ])

  expect(results.filter((result) => result === 2)).toHaveLength(1)
  const kept = (await onDesk(film)).script.scenes[1]?.text ?? ''
  expect(results.find((result) => result !== 2)).toMatchObject({
    code: 'films.changed',
    values: { number: 2, who: 'Sample editor', theirs: expect.stringContaining(kept) },
  })
  expect(await save(film.editor, kept)).toBe(2)
})

test('whose words a card shows is decided by the words and not by who saves them', async () => {
  const film = await openedFilm()
  const { script } = await onDesk(film)
  const cardOf = async () => (await onDesk(film)).script.scenes[1]
  expect(script.scenes[1]).toMatchObject({ provenance: 'excerpt' })

  await reword(film, 'Words that are not in the entry.')
  expect(await cardOf()).toMatchObject({ provenance: 'editor', excerpt: script.scenes[1]?.excerpt })
  const { script: changed, version } = await onDesk(film)
  const claimed = { ...changed, kind: 'illustrative', scenes: changed.scenes.map((scene) => ({ ...scene, provenance: 'excerpt' })) }
  await saveFilmScript(film.editor, { id: film.id, version, script: claimed })
  expect(await cardOf()).toMatchObject({ provenance: 'editor' })
  expect((await onDesk(film)).script.kind).toBe('storyteller')

  const { version: head } = await onDesk(film)
  await restoreFilmRevision(film.editor, { id: film.id, version: head, number: 1 })
  expect((await onDesk(film)).script).toEqual(script)
  expect((await onDesk(film)).revisions[0]).toMatchObject({ kind: 'restored', restoredFrom: 1 })
})

test('a storyteller sees only the pictures of what they were asked about', async () => {
  const film = await openedFilm()
  expect(await ownStill(film.entry.entryKey, 1, 0)).toBeNull()
  await askForYes(film.editor, { id: film.id, step: 'storyboard' })
  const still = await ownStill(film.entry.entryKey, 1, 0)
  expect((await still?.draw())?.subarray(8, 12).toString()).toBe('WEBP')
  expect(await ownStill(film.entry.entryKey, 1, 40)).toBeNull()
  expect(await ownStill('of-nobody', 1, 0)).toBeNull()
})

test('while publishing is stopped nothing is published', async () => {
  const film = await releasedFilm()
  const why = { reason: 'A sample reason.', since: new Date(), byId: film.editor.id }
  await db.campaignStop.create({ data: { campaignId, what: 'publishing', ...why } })
  expect(await refusalOf(publishFilm(film.editor, { id: film.id, releaseAt: null }))).toMatchObject({ code: 'campaign.stopped' })
  await db.campaignStop.deleteMany({})
})

test('a film that an editor gives up loses its date, and goes on where it was when it is opened again', async () => {
  const film = await releasedFilm()
  const { editor, id, entry } = film
  await publishFilm(editor, { id, releaseAt: inHours(2) })
  await closeFilm(editor, { id, reason: 'A sample reason.' })
  expect(await onDesk(film)).toMatchObject({ stopped: { why: 'closed', reason: 'A sample reason.' }, publication: { releaseAt: null } })
  expect((await letters(entry.id)).at(-1)).toBe('film-stopped')
  await openFilm(editor, { reference: entry.reference })
  expect(await standingOf(film)).toEqual(['scheduled', 'editor'])
  await publishFilm(editor, { id, releaseAt: inHours(2) })
  await unscheduleFilm(editor, { id })
  expect(await refusalOf(unscheduleFilm(editor, { id }))).toMatchObject({ code: 'films.not-scheduled' })
})

test('after erasing, nothing of the film and its story is left', async () => {
  const film = await releasedFilm()
  const { entry, editor, id } = film
  await publishFilm(editor, { id, releaseAt: null })
  const { publication } = await onDesk(film)
  await eraseEntry(entry.entryKey)

  const counts = await db.$queryRaw<{ count: number }[]>`
    select ((select count(*) from film) + (select count(*) from film_revision where film_id = ${id}::uuid)
      + (select count(*) from film_ask where film_id = ${id}::uuid) + (select count(*) from render where film_key = ${id})
      + (select count(*) from story where id = ${publication?.id}::uuid) + (select count(*) from story_revision where story_id = ${publication?.id}::uuid)
      - (select count(*) from film where id <> ${id}::uuid))::int as count`
  expect(counts).toEqual([{ count: 0 }])
  expect(await db.mediaFile.count({ where: { path: { contains: id.replaceAll('-', '').slice(0, 12) } } })).toBe(0)
  await expect(db.storyRevision.deleteMany({})).rejects.toThrow()
})

test('a storyteller can download what they were asked about their film, and what they said', async () => {
  const film = await openedFilm()
  expect(await heldFilm(film.entry.entryKey)).toBeNull()
  await agree(film, 'storyboard')
  const held = await heldFilm(film.entry.entryKey)
  expect(held).toMatchObject({ asked: [{ about: 'storyboard', answer: 'yes', words: null }], story: null })
  expect(held?.asked[0]?.shownWords[1]).toBe((await onDesk(film)).script.scenes[1]?.text.replaceAll('*', ''))
})
