import { beforeAll, expect, test } from 'vitest'
import { openCampaign } from '#tests/factories/submissions.ts'
import { asFormPost } from '#tests/support/request.ts'

const { releaseStep } = await import('#app/staff/stories/[id]/release/actions.ts')
const { createStory } = await import('#lib/stories/commands/save.ts')
const { untouched } = await import('#lib/stories/editing/form.ts')
const { startSession } = await import('#lib/staff/sessions.ts')
const { invited } = await import('#tests/factories/staff.ts')

let cookies: Record<string, string>
let story: string

beforeAll(async () => {
  await openCampaign()
  const editor = await invited('editor')
  cookies = { 'hob-session': (await startSession(editor.id))?.token ?? '' }
  story = await createStory(editor, { slug: 'sample', week: 40, kind: 'illustrative', theme: 'family', language: 'en', age: null })
})

async function send(fields: Readonly<Record<string, string>>) {
  const form = new FormData()
  for (const [name, value] of Object.entries({ story, version: '1', number: '1', ...fields })) form.set(name, value)
  return (await asFormPost(cookies, () => releaseStep(untouched, form))).value
}

test('only who asks to publish at once publishes at once', async () => {
  expect(await send({ step: 'publish', at: '' })).toMatchObject({ refused: 'incomplete' })
  expect(await send({ step: 'schedule', at: '' })).toMatchObject({ refused: null, errors: { at: 'atMissing' } })
  expect(await send({ step: 'schedule', at: 'soon' })).toMatchObject({ errors: { at: 'atInvalid' } })
  expect(await send({ step: '', at: '' })).toMatchObject({ refused: 'gone' })
  expect(await send({ step: 'publish', at: '2031-01-01T00:00:00Z' })).toMatchObject({ refused: 'gone' })
})
