import { beforeEach, expect, onTestFinished, test, vi } from 'vitest'
import { fresh } from '#app/_forms/state.ts'
import { currentRules } from '#lib/campaign/queries.ts'
import { db } from '#lib/foundation/db.ts'
import { deriveKey, hashToken } from '#lib/foundation/ids.ts'
import { finishedDraft, openCampaign } from '#tests/factories/submissions.ts'
import { asFormPost } from '#tests/support/request.ts'

// After the request's surroundings, which it looks for when it loads.
const { sendStory } = await import('#app/[locale]/share/check/actions.ts')

beforeEach(openCampaign)

/** Lets the database give up so many of the next entries, as it does when it waited too long for a lock. */
async function failingEntries(times: number): Promise<void> {
  vi.spyOn(process.stderr, 'write').mockReturnValue(true)
  await db.$executeRaw`create sequence sample_failures`
  await db.$executeRawUnsafe(`create function fail_entry() returns trigger language plpgsql as $$ begin
    if nextval('sample_failures') <= ${times} then raise exception 'sample' using errcode = '57014'; end if;
    return new; end $$`)
  await db.$executeRaw`create trigger fail_entry before insert on submission for each row execute function fail_entry()`
  onTestFinished(async () => {
    vi.restoreAllMocks()
    await db.$executeRaw`drop function fail_entry cascade`
    await db.$executeRaw`drop sequence sample_failures`
  })
}

/** Presses the button of the check page of this draft. */
async function press(token: string) {
  const form = new FormData()
  form.set('sendKey', deriveKey(token, 'send'))
  form.set('rulesHash', (await currentRules('en')).hash)
  return asFormPost({ 'hob-draft': token }, () => sendStory('en', fresh(), form))
}

const entriesOf = (token: string) => db.submission.count({ where: { draft: { tokenHash: hashToken(token) } } })

test('a sending the database gave up once leads to its receipt, and so does pressing again', async () => {
  const token = await finishedDraft()
  await failingEntries(1)

  expect([(await press(token)).redirect, (await press(token)).redirect]).toEqual(['/share/done', '/share/done'])
  expect(await entriesOf(token)).toBe(1)
})

test('a sending the database gave up twice is a 503 that says what to do and keeps the form; pressing again sends it', async () => {
  const token = await finishedDraft()
  await failingEntries(2)

  const { value, redirect } = await press(token)

  expect(redirect).toBeNull()
  expect(value).toMatchObject({
    status: 503,
    values: { sendKey: deriveKey(token, 'send') },
    problems: [{ words: expect.stringContaining('What you wrote is still here. Try again in a few minutes') }],
  })
  expect(await entriesOf(token)).toBe(0)
  expect((await press(token)).redirect).toBe('/share/done')
  expect(await entriesOf(token)).toBe(1)
})
