import { beforeEach, expect, test } from 'vitest'
import { db } from '#lib/foundation/db.ts'
import { hashToken } from '#lib/foundation/ids.ts'
import { locales } from '#lib/i18n/locales.ts'
import { purposes } from '#lib/submissions/consent.ts'
import { consentTexts, draftOf, forgetEligibility, saveStep, startDraft } from '#lib/submissions/draft.ts'
import { finishedDraft, openCampaign, sampleAnswers, sendDraft } from '#tests/factories/submissions.ts'

beforeEach(openCampaign)

const answers = sampleAnswers()

test('a draft keeps the hash of its token only, for thirty days, and says so in the record', async () => {
  const { token } = await startDraft({ locale: 'es', share: answers.share })

  const stored = await db.draft.findUniqueOrThrow({ where: { tokenHash: hashToken(token) } })
  expect(JSON.stringify(stored)).not.toContain(token)
  expect(stored.expiresAt.getTime() - stored.createdAt.getTime()).toBe(30 * 86_400_000)
  expect(await db.auditEvent.count({ where: { action: 'draft.started', subjectId: stored.id } })).toBe(1)
  expect(await draftOf(token)).toStrictEqual({
    id: stored.id,
    locale: 'es',
    answers: { share: answers.share },
    nextStep: 'post',
    sent: null,
    updatedAt: stored.updatedAt,
    startedAt: stored.createdAt,
    signals: [],
  })
})

test.each([{ adult: 'no' }, { affiliated: 'yes' }] as const)('of somebody who may not enter nothing is stored: %o', async (wrong) => {
  const before = await db.draft.count()

  await expect(startDraft({ locale: 'en', share: { ...answers.share, ...wrong } })).rejects.toMatchObject({ code: 'share.not-eligible' })

  expect(await db.draft.count()).toBe(before)
})

test('steps are saved one by one, in any order, and the first open one comes next', async () => {
  const { token } = await startDraft({ locale: 'en', share: answers.share })

  await saveStep(token, 'you', answers.you)
  expect((await draftOf(token))?.nextStep).toBe('post')
  await saveStep(token, 'post', answers.post)
  await saveStep(token, 'story', answers.story)
  await saveStep(token, 'permissions', answers.permissions)

  expect(await draftOf(token)).toMatchObject({ nextStep: 'check', answers })
})

test('saving a step again replaces its answers and no others', async () => {
  const token = await finishedDraft(answers)

  await saveStep(token, 'story', { ...answers.story, themes: [], tools: [] })

  expect((await draftOf(token))?.answers).toStrictEqual({ ...answers, story: { ...answers.story, themes: [], tools: [] } })
})

test('two steps saved at the same moment are both kept', async () => {
  const { token } = await startDraft({ locale: 'en', share: answers.share })

  await Promise.all([saveStep(token, 'post', answers.post), saveStep(token, 'story', answers.story), saveStep(token, 'you', answers.you)])

  expect((await draftOf(token))?.answers).toMatchObject({ post: answers.post, story: answers.story, you: answers.you })
})

test('changing an answer to one that may not enter is refused and the draft stays as it was', async () => {
  const { token } = await startDraft({ locale: 'en', share: answers.share })

  await expect(saveStep(token, 'share', { ...answers.share, adult: 'no' })).rejects.toMatchObject({ code: 'share.not-eligible' })

  expect((await draftOf(token))?.answers.share).toStrictEqual(answers.share)
})

test('whoever turns out not to be eligible keeps their words and cannot send them before they answer again', async () => {
  const token = await finishedDraft()

  await forgetEligibility(token)

  expect(await draftOf(token)).toMatchObject({ nextStep: 'share', answers: { story: answers.story } })
  await expect(sendDraft(token)).rejects.toMatchObject({ code: 'draft.incomplete', values: { step: 'share' } })
  await saveStep(token, 'share', answers.share)
  await sendDraft(token)
  const sent = await draftOf(token)
  await forgetEligibility(token)
  expect(await draftOf(token)).toEqual(sent)
})

test('a draft that was sent shows its reference and takes no more answers', async () => {
  const token = await finishedDraft()
  const { reference } = await sendDraft(token)

  await expect(saveStep(token, 'you', answers.you)).rejects.toMatchObject({ code: 'draft.sent' })

  expect((await draftOf(token))?.sent).toStrictEqual({ reference })
})

test('a step that is saved while its draft is being sent is in the entry, or refused', async () => {
  // As on a busy day: writing an entry takes a moment, in which the other can come.
  await db.$executeRaw`create function slowly() returns trigger language plpgsql as $$ begin perform pg_sleep(0.03); return new; end $$`
  await db.$executeRaw`create trigger slowly before insert on submission for each row execute function slowly()`
  const ends = new Set<string>()
  for (let round = 0; round < 16; round += 1) {
    const token = await finishedDraft()
    const name = `Round ${round}`
    const later = (work: () => Promise<unknown>) => new Promise((done) => setTimeout(() => done(work()), round * 3))
    const saving = later(() => saveStep(token, 'you', { ...answers.you, displayName: name })).then(
      () => 'saved',
      ({ code }) => code as string,
    )
    const [{ reference }, end] = await Promise.all([sendDraft(token), saving])

    const { displayName } = await db.submission.findUniqueOrThrow({ where: { reference } })
    expect([round, end, displayName]).toEqual([round, end, end === 'saved' ? name : answers.you.displayName])
    ends.add(end)
  }
  await db.$executeRaw`drop trigger slowly on submission`
  expect([...ends].sort()).toEqual(['draft.sent', 'saved'])
})

test('a draft is gone after its thirty days', async () => {
  const { token } = await startDraft({ locale: 'en', share: answers.share })
  const past = new Date(Date.now() - 1000)
  await db.draft.update({ where: { tokenHash: hashToken(token) }, data: { createdAt: new Date(0), expiresAt: past } })

  await expect(saveStep(token, 'post', answers.post)).rejects.toMatchObject({ code: 'draft.missing' })

  expect(await draftOf(token)).toBeNull()
})

test('no token, and a token nobody has, open nothing', async () => {
  expect(await draftOf(undefined)).toBeNull()
  expect(await draftOf('')).toBeNull()
  expect(await draftOf("' or 1=1 -- \0")).toBeNull()
})

test('stored answers that are no longer acceptable count as not given', async () => {
  const token = await finishedDraft()
  await db.$executeRaw`update draft set answers = jsonb_set(answers, '{story,othersShown}', '"gone"') where token_hash = ${hashToken(token)}`

  expect(await draftOf(token)).toMatchObject({ nextStep: 'story' })
})

test('every permission has words of its own in every language', () => {
  const texts = locales.flatMap((locale) => purposes.map((purpose) => consentTexts(locale)[purpose]))

  expect(new Set(texts).size).toBe(locales.length * purposes.length)
  for (const text of texts) expect(text.length).toBeGreaterThan(15)
})
