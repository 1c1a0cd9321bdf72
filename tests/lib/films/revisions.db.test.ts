import { beforeEach, expect, test } from 'vitest'
import { answerFilm, askForYes } from '#lib/films/commands/ask.ts'
import { restoreFilmRevision, saveFilmScript } from '#lib/films/commands/script.ts'
import { changeScene, moveScene } from '#lib/films/edit.ts'
import type { Film } from '#lib/films/engine/film.ts'
import { comparedRevisions, filmRevisions, revisionsShown } from '#lib/films/revisions.ts'
import { db } from '#lib/foundation/db.ts'
import { newId } from '#lib/foundation/ids.ts'
import { changePermission } from '#lib/submissions/commands/change-permission.ts'
import { agree, hashShown, type OpenedFilm, onDesk, openedFilm } from '#tests/factories/made-films.ts'
import { invited } from '#tests/factories/staff.ts'
import { openCampaign } from '#tests/factories/submissions.ts'

beforeEach(openCampaign)

async function edit(film: OpenedFilm, change: (script: Film) => Film): Promise<number> {
  const { script, version } = await onDesk(film)
  return saveFilmScript(film.editor, { id: film.id, version, script: change(script) })
}
const reword = (film: OpenedFilm, text: string) => edit(film, (script) => changeScene(script, 'card-1', { text }))
const restored = async ({ id }: OpenedFilm) =>
  (await db.auditEvent.findMany({ where: { subjectId: id, action: 'film.restored' } })).map(({ actorId, data }) => ({ actorId, data }))
const codeOf = (settled: PromiseSettledResult<unknown>) =>
  settled.status === 'rejected' ? (settled.reason as { code: string }).code : 'done'

test('each version says what it changed, and two are compared in the order they were saved', async () => {
  const film = await openedFilm()
  await reword(film, 'Words of an editor')
  await edit(film, (script) => moveScene(script, 'card-1', 'down'))

  const listed = await filmRevisions(film.editor, film.id, null)
  expect(listed.map(({ line }) => [line.number, line.kind])).toEqual([
    [3, 'saved'],
    [2, 'saved'],
    [1, 'draft'],
  ])
  expect(listed[0]?.changes?.scenes).toMatchObject([{ id: 'card-1', moved: true, texts: [] }])
  expect(listed[1]?.changes?.scenes).toMatchObject([{ id: 'card-1', moved: false, texts: [{ text: 'words' }] }])
  expect(listed[2]?.changes).toBeNull()

  const compared = await comparedRevisions(film.editor, film.id, 3, 1)
  expect([compared?.first.line.number, compared?.second.line.number]).toEqual([1, 3])
  expect(compared?.changes.scenes).toMatchObject([{ id: 'card-1', moved: true, place: { from: 2, to: 3 }, texts: [{ text: 'words' }] }])
  expect(await comparedRevisions(film.editor, film.id, 1, 3)).toEqual(compared)
  for (const missing of [0, 4, 1.5, -1, Number.NaN]) expect(await comparedRevisions(film.editor, film.id, missing, 1)).toBeNull()
})

test('the list goes on where its page ends', async () => {
  const film = await openedFilm()
  await reword(film, 'Words of an editor')
  const { id: _, script, ...saved } = await db.filmRevision.findFirstOrThrow({ where: { filmId: film.id, number: 1 } })
  const number = (i: number) => ({ ...saved, id: newId(), number: i + 3, kind: i % 2 ? 'autosaved' : 'saved', script: script ?? {} })
  await db.filmRevision.createMany({ data: Array.from({ length: revisionsShown }, (_, i) => number(i)) })
  const newest = await filmRevisions(film.editor, film.id, null)
  expect(newest).toHaveLength(revisionsShown)
  expect(newest.at(-1)).toMatchObject({ line: { number: 3 }, changes: { scenes: [{ id: 'card-1' }] } })
  expect(newest[0]?.changes?.scenes).toEqual([])
  expect((await filmRevisions(film.editor, film.id, 3)).map(({ line }) => line.number)).toEqual([2, 1])
})

test('a version brought back is the newest, and the record says which it was', async () => {
  const film = await openedFilm()
  const { script } = await onDesk(film)
  await reword(film, 'Words of an editor')
  expect(await restoreFilmRevision(film.editor, { id: film.id, version: 2, number: 1 })).toBe(3)
  expect((await onDesk(film)).script).toEqual(script)
  expect(await restored(film)).toEqual([{ actorId: film.editor.id, data: { revision: 3, from: 1 } }])

  expect(await restoreFilmRevision(film.editor, { id: film.id, version: 2, number: 1 })).toBe(3)
  expect(await restored(film)).toHaveLength(1)
})

test('of two editors who bring back different versions at once one is refused, and there is one new version and one record', async () => {
  const film = await openedFilm()
  await reword(film, 'A first sample sentence')
  await reword(film, 'A second sample sentence')
  const second = { ...film, editor: await invited('editor') }
  const bringBack = ({ editor, id }: OpenedFilm, number: number) => restoreFilmRevision(editor, { id, version: 3, number })

  const answers = await Promise.allSettled([bringBack(film, 1), bringBack(second, 2)])
  expect(answers.map(codeOf).sort()).toEqual(['done', 'films.changed'])
  expect((await onDesk(film)).version).toBe(4)
  expect(await restored(film)).toHaveLength(1)
})

test('whoever saves while another brings a version back: only one of them stands, and what was refused left no trace', async () => {
  const film = await openedFilm()
  await reword(film, 'A first sample sentence')
  const { script } = await onDesk(film)
  const save = saveFilmScript(film.editor, { id: film.id, version: 2, script: changeScene(script, 'card-1', { text: 'A third sentence' }) })
  const answers = await Promise.allSettled([save, restoreFilmRevision(film.editor, { id: film.id, version: 2, number: 1 })])
  expect(answers.map(codeOf).sort()).toEqual(['done', 'films.changed'])
  const { version, revisions } = await onDesk(film)
  expect(version).toBe(3)
  expect(await restored(film)).toHaveLength(revisions[0]?.kind === 'restored' ? 1 : 0)
})

test('a double press brings a version back once', async () => {
  const film = await openedFilm()
  await reword(film, 'A first sample sentence')
  const press = () => restoreFilmRevision(film.editor, { id: film.id, version: 2, number: 1 })
  expect(await Promise.all([press(), press()])).toEqual([3, 3])
  expect(await restored(film)).toHaveLength(1)
})

test('a version that shows a name its storyteller took back says so before it is brought back', async () => {
  const film = await openedFilm()
  const nameless = ({ title: _, ...script }: Film): Film => ({
    ...{ ...script, title: 'Somebody' },
    scenes: script.scenes.map((scene) => ({ ...scene, text: 'Somebody', ...(scene.kind === 'title' && { sub: 'Somebody' }) })),
  })
  await edit(film, nameless)
  const shows = async (number: number) => (await comparedRevisions(film.editor, film.id, number, 3 - number))?.showsHeldName
  expect([await shows(1), await shows(2)]).toEqual([false, false])
  await changePermission({ key: film.entry.entryKey, purpose: 'publish-name', answer: 'no', locale: 'en' })
  expect([await shows(1), await shows(2)]).toEqual([true, false])
})

/** Of each question, the newest first, whether the answer to it counts, and whether it is waited for. */
const asks = async (film: OpenedFilm) => (await onDesk(film)).asks.map(({ matches, holds, waits }) => ({ matches, holds, waits }))
const old = { holds: false, waits: false }

test('a version that was agreed to, brought back after another was, has to be agreed to again', async () => {
  const film = await openedFilm()
  await agree(film, 'storyboard')
  expect(await asks(film)).toEqual([{ matches: true, holds: true, waits: false }])
  await reword(film, 'Words of an editor')
  await agree(film, 'storyboard')
  await restoreFilmRevision(film.editor, { id: film.id, version: 2, number: 1 })

  expect(await asks(film)).toEqual([
    { ...old, matches: false },
    { ...old, matches: true },
  ])
  await askForYes(film.editor, { id: film.id, step: 'storyboard' })
  expect((await asks(film))[0]).toEqual({ matches: true, holds: false, waits: true })
})

test('a yes that was taken back, or given before the permission was, no longer counts on the desk', async () => {
  const [film, other] = [await openedFilm(), await openedFilm()]
  await agree(film, 'storyboard')
  const hash = await hashShown(film.entry.entryKey, 'storyboard')
  await answerFilm({ key: film.entry.entryKey, step: 'storyboard', hash, answer: 'change', words: 'Another order.' })
  expect((await asks(film)).map(({ holds }) => holds)).toEqual([false, false])

  await agree(other, 'storyboard')
  for (const answer of ['no', 'yes'] as const) await changePermission({ key: other.entry.entryKey, purpose: 'film', answer, locale: 'en' })
  expect(await asks(other)).toEqual([{ ...old, matches: true }])
})
