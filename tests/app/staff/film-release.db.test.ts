import { beforeAll, expect, test } from 'vitest'
import { openedFilm } from '#tests/factories/made-films.ts'
import { openCampaign } from '#tests/factories/submissions.ts'
import { asFormPost } from '#tests/support/request.ts'

const { publish } = await import('#app/staff/films/[id]/steps/actions.ts')
const { untouched } = await import('#lib/films/form.ts')
const { startSession } = await import('#lib/staff/sessions.ts')

let cookies: Record<string, string>
let film: string

beforeAll(async () => {
  await openCampaign()
  const { editor, id } = await openedFilm()
  cookies = { 'hob-session': (await startSession(editor.id))?.token ?? '' }
  film = id
})

async function send(fields: Readonly<Record<string, string>>) {
  const form = new FormData()
  for (const [name, value] of Object.entries({ film, ...fields })) form.set(name, value)
  return (await asFormPost(cookies, () => publish(untouched, form))).value
}

test('only who asks to publish a film at once publishes it at once', async () => {
  expect(await send({ at: '', now: 'yes' })).toMatchObject({ refused: 'films.incomplete' })
  for (const nothing of [{}, { at: '' }, { at: ' ' }]) expect(await send(nothing)).toMatchObject({ refused: null, errors: { at: 'when' } })
  for (const at of ['soon', '2020-01-01T00:00']) expect(await send({ at })).toMatchObject({ errors: { at: 'past' } })
  expect(await send({ at: '2099-01-01T12:00' })).toMatchObject({ refused: 'films.incomplete' })
})
