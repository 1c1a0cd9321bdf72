import { beforeEach, expect, test } from 'vitest'
import { edited } from '#app/staff/films/[id]/editing.ts'
import { changeScene, moveScene, recast } from '#lib/films/edit.ts'
import type { Film } from '#lib/films/engine/film.ts'
import { type OpenedFilm, onDesk, openedFilm } from '#tests/factories/made-films.ts'
import { openCampaign } from '#tests/factories/submissions.ts'

beforeEach(openCampaign)

const place = ({ id }: OpenedFilm) => ({ id, version: 1, scene: 'card-1' })
const codeOf = (work: Promise<unknown>) =>
  work.then(
    () => null,
    (error: { code?: string }) => error.code,
  )

test('a form that is pressed twice is saved once, and the second press is told so', async () => {
  const film = await openedFilm()
  const typed = { text: 'Words of an editor', title: 'A sample title' }
  const save = () => edited(film.editor, place(film), ({ script }) => changeScene(script, 'card-1', typed), { typed, isRepeatable: true })
  expect([await save(), await save()]).toEqual([2, 2])
  const cast = ({ script }: { script: Film }) => recast(script, 'teller', { head: 'brim', cloth: 'night' })
  const people = () => edited(film.editor, { ...place(film), version: 2 }, cast, { isRepeatable: true })
  expect([await people(), await people()]).toEqual([3, 3])
  expect((await onDesk(film)).revisions).toHaveLength(3)
})

test('a step that is pressed twice is taken once', async () => {
  const film = await openedFilm()
  const move = () => edited(film.editor, place(film), ({ script }) => moveScene(script, 'card-1', 'down'))
  expect(await move()).toBe(2)
  expect(await codeOf(move())).toBe('films.changed')
  const typed = { text: 'Other words' }
  const late = () => edited(film.editor, place(film), ({ script }) => changeScene(script, 'card-1', typed), { typed, isRepeatable: true })
  expect(await codeOf(late())).toBe('films.changed')
})
