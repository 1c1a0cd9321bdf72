import { beforeEach, expect, test } from 'vitest'
import { fresh } from '#app/_forms/state.ts'
import { draftOf, saveStep, startDraft } from '#lib/submissions/draft.ts'
import { finishedDraft, openCampaign, sampleAnswers, sendDraft } from '#tests/factories/submissions.ts'
import { asFormPost } from '#tests/support/request.ts'

// After the request's surroundings, which it looks for when it loads.
const { saveShare } = await import('#app/[locale]/share/actions.ts')

beforeEach(openCampaign)

const { share, post } = sampleAnswers()

/** Answers the first page as "I have another story" opens it, in a browser that holds this draft; gives the draft it holds then. */
async function anotherFrom(token: string): Promise<string> {
  const form = new FormData()
  for (const [name, value] of Object.entries({ ...share, country: 'BR', another: '1' })) form.set(name, value)
  const { redirect, cookies } = await asFormPost({ 'hob-draft': token }, () => saveShare('en', fresh(), form))
  expect(redirect).toBe('/share/post')
  return cookies.get('hob-draft') ?? ''
}

test('another story begins a draft of its own once the one before was sent', async () => {
  const token = await finishedDraft()
  await sendDraft(token)

  const next = await anotherFrom(token)

  expect(next).not.toBe(token)
  expect((await draftOf(next))?.answers).toEqual({ share: { ...share, country: 'BR' } })
})

test('the first page of another story sent again, after going back to it, keeps what was written since', async () => {
  const { token } = await startDraft({ locale: 'en', share })
  await saveStep(token, 'post', post)

  const next = await anotherFrom(token)

  expect((await draftOf(next))?.answers).toEqual({ share: { ...share, country: 'BR' }, post })
})
