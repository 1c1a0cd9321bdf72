import { expect, test } from 'vitest'
import { db } from '#lib/foundation/db.ts'
import { saveStep, startDraft } from '#lib/submissions/draft.ts'
import { countStep, funnelSteps } from '#lib/submissions/funnel.ts'
import { finishedDraft, openCampaign, sampleAnswers, sendDraft } from '#tests/factories/submissions.ts'

test('steps are counted by day and language, also many at once', async () => {
  await Promise.all(Array.from({ length: 20 }, () => countStep('post', 'es')))
  await countStep('post', 'ar')
  for (const step of funnelSteps) await countStep(step, 'en')

  const day = new Date(new Date().toISOString().slice(0, 10))
  const rows = await db.funnelCount.findMany({ where: { step: 'post' }, orderBy: { locale: 'asc' } })
  expect(rows).toEqual([
    { day, step: 'post', locale: 'ar', hits: 1 },
    { day, step: 'post', locale: 'en', hits: 1 },
    { day, step: 'post', locale: 'es', hits: 20 },
  ])
  expect(await db.funnelCount.count({ where: { locale: 'en' } })).toBe(funnelSteps.length)
})

test('nothing but day, step, language and number is kept', async () => {
  const columns = await db.$queryRaw`select column_name::text from information_schema.columns where table_name = 'funnel_count' order by 1`
  expect(columns).toEqual([{ column_name: 'day' }, { column_name: 'hits' }, { column_name: 'locale' }, { column_name: 'step' }])
})

test('a failure of counting fails nothing else', async () => {
  await db.$executeRaw`alter table funnel_count rename to funnel_count_away`
  await expect(countStep('sent', 'en')).resolves.toBeUndefined()
  await db.$executeRaw`alter table funnel_count_away rename to funnel_count`
})

test('only the first answers to a step are new, and only one of many sendings', async () => {
  await openCampaign()
  const { share, post } = sampleAnswers()
  const { token } = await startDraft({ locale: 'en', share })
  expect(await saveStep(token, 'share', share)).toEqual({ first: false })
  expect(await saveStep(token, 'post', post)).toEqual({ first: true })
  expect(await saveStep(token, 'post', post)).toEqual({ first: false })
  const twice = await Promise.all([saveStep(token, 'you', sampleAnswers().you), saveStep(token, 'you', sampleAnswers().you)])
  expect(twice.filter(({ first }) => first)).toHaveLength(1)

  const whole = await finishedDraft()
  const sendings = await Promise.all(Array.from({ length: 5 }, () => sendDraft(whole)))
  expect(sendings.filter(({ isNew }) => isNew)).toHaveLength(1)
})
