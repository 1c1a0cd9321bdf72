import { beforeEach, expect, test } from 'vitest'
import { askForYes } from '#lib/films/commands/ask.ts'
import { publishFilm } from '#lib/films/commands/publish.ts'
import { saveFilmScript } from '#lib/films/commands/script.ts'
import { setFilmTracks } from '#lib/films/commands/tracks.ts'
import { changeScene } from '#lib/films/edit.ts'
import { ownFilm } from '#lib/films/own.ts'
import { db } from '#lib/foundation/db.ts'
import type { Refusal } from '#lib/foundation/refusal.ts'
import { publishedStory } from '#lib/stories/queries.ts'
import { changePermission } from '#lib/submissions/commands/change-permission.ts'
import { agree, type OpenedFilm, onDesk, openedFilm, releasedFilm, rendered } from '#tests/factories/made-films.ts'
import { openCampaign } from '#tests/factories/submissions.ts'

beforeEach(openCampaign)

/** What refused a piece of work, as it was thrown; null when nothing did. */
const refusalOf = (work: Promise<unknown>): Promise<Refusal | null> =>
  work.then(
    () => null,
    (error: unknown) => error as Refusal,
  )
const name = 'Sample storyteller'
const soon = () => new Date(Date.now() + 60_000)
const nameBack = ({ entry }: OpenedFilm) => changePermission({ key: entry.entryKey, purpose: 'publish-name', answer: 'no', locale: 'en' })
const letters = ({ entry }: OpenedFilm) => db.mail.count({ where: { submissionId: entry.id, kind: 'film-stopped' } })

/** Takes the name off every card, as an editor does. */
async function cleaned(film: OpenedFilm): Promise<void> {
  const { script, version } = await onDesk(film)
  const clean = JSON.parse(JSON.stringify({ ...script, slug: 'kept' }).replaceAll(name, 'Somebody'))
  await saveFilmScript(film.editor, { id: film.id, version, script: { ...clean, slug: script.slug } })
}

test('taking back the name stops a public film that shows it, until it is made without and agreed to anew', {
  timeout: 60_000,
}, async () => {
  const film = await releasedFilm()
  const { editor, id, entry } = film
  await publishFilm(editor, { id, releaseAt: null })
  const before = (await onDesk(film)).publication?.slug ?? ''
  expect(before).toContain('sample-storyteller')
  expect(await publishedStory(before, 'en', soon())).not.toBeNull()
  await nameBack(film)

  expect(await publishedStory(before, 'en', soon())).toBeNull()
  expect(await letters(film)).toBe(1)
  expect(await onDesk(film)).toMatchObject({ stopped: null, standing: { step: 'script', waitsFor: 'editor' } })
  expect((await refusalOf(publishFilm(editor, { id, releaseAt: null })))?.values.missing).toContain('name')
  expect(await refusalOf(askForYes(editor, { id, step: 'film' }))).toMatchObject({ values: { missing: 'name' } })
  expect(await ownFilm(entry.entryKey)).toMatchObject({ phase: 'renaming', film: null, storyboard: null })

  await cleaned(film)
  expect((await onDesk(film)).missing.map(({ lack }) => lack)).toEqual(['storyboard-yes', 'film', 'release'])
  await agree(film, 'storyboard')
  await rendered(film)
  await agree(film, 'film')
  await publishFilm(editor, { id, releaseAt: null })
  const { slug } = (await onDesk(film)).publication ?? { slug: '' }
  expect(slug).not.toContain('sample')
  const story = await publishedStory(slug, 'en', soon())
  expect(story).not.toBeNull()
  expect(JSON.stringify(story)).not.toContain(name)
})

test('an editor takes the name out with the forms of the desk alone, which say where it stands', async () => {
  const film = await openedFilm()
  const { editor, id } = film
  const { script: drafted } = await onDesk(film)
  const named = changeScene(drafted, 'card-1', { caption: `${name} began late.` })
  const translations = { es: { title: `Soy ${name}`, scenes: { 'card-1': { caption: 'Una muestra' } } } }
  await saveFilmScript(editor, { id, version: 1, script: { ...named, translations } })
  expect((await onDesk(film)).nameIn).toBeNull()
  await nameBack(film)
  expect((await onDesk(film)).nameIn).toEqual({ title: true, scenes: ['open', 'card-1'], languages: ['es'], beside: false })

  const { script } = await onDesk(film)
  const opened = changeScene(script, 'open', { text: 'Somebody', title: 'Somebody' })
  await saveFilmScript(editor, { id, version: 2, script: changeScene(opened, 'card-1', { caption: '' }) })
  expect((await onDesk(film)).nameIn).toEqual({ title: false, scenes: [], languages: ['es'], beside: false })
  await setFilmTracks(editor, { id, version: 3, language: 'es', title: 'Soy alguien', scenes: {} })
  expect(await onDesk(film)).toMatchObject({ nameIn: null, standing: { step: 'storyboard' } })
})

test('a film that is not out yet gets an address without the name', async () => {
  const film = await openedFilm()
  const { editor, id } = film
  await nameBack(film)
  await cleaned(film)
  await agree(film, 'storyboard')
  await rendered(film)
  await agree(film, 'film')
  await publishFilm(editor, { id, releaseAt: null })
  const { script, publication } = await onDesk(film)
  expect(script.slug).toContain('sample')
  expect(publication?.slug).toMatch(/^story-/)
})

test('taking back the name leaves a film alone that never held it', async () => {
  const film = await openedFilm({ permissions: { publishName: false } })
  await changePermission({ key: film.entry.entryKey, purpose: 'publish-name', answer: 'yes', locale: 'en' })
  await agree(film, 'storyboard')
  await rendered(film)
  await agree(film, 'film')
  await nameBack(film)
  expect(await letters(film)).toBe(0)
  expect((await onDesk(film)).missing).toEqual([])
})
