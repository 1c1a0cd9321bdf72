import { afterEach, expect, test, vi } from 'vitest'
import { answerForm, type FormPlan } from '#app/_forms/answer.ts'
import { db } from '#lib/foundation/db.ts'
import { Refusal } from '#lib/foundation/refusal.ts'
import type { Locale } from '#lib/i18n/locales.ts'
import { allowEach, limits } from '#lib/limits/allow.ts'
import { type Answers, parseStep, readForm } from '#lib/submissions/schema.ts'

afterEach(() => vi.restoreAllMocks())

const typed = { country: 'PT', adult: 'yes', affiliated: 'no', binanceUser: 'private' }

function formOf(fields: Readonly<Record<string, string>>): FormData {
  const form = new FormData()
  for (const [name, value] of Object.entries(fields)) form.append(name, value)
  return form
}

function planThat(run: FormPlan<Answers['share']>['run'], times = 100): FormPlan<Answers['share']> {
  return {
    name: 'test',
    limit: { name: `test-${Math.random()}`, times, seconds: 600 },
    read: (form) => readForm(form, 'share'),
    parse: (values) => parseStep('share', values),
    run,
  }
}

const goesOn = planThat(async () => '/share/post')

function send(plan: FormPlan<Answers['share']>, fields: Readonly<Record<string, string>> = typed, locale: Locale = 'en') {
  return answerForm(plan, { locale, form: formOf(fields), client: '192.0.2.7' })
}

test('accepted answers lead on to the path the work gives', async () => {
  expect(await send(goesOn)).toEqual({ to: '/share/post' })
})

test('wrong answers come back with everything typed and the words for each wrong field', async () => {
  const answer = await send(goesOn, { ...typed, country: '', adult: 'perhaps' })

  expect(answer).toEqual({
    values: { ...typed, country: '', adult: 'perhaps' },
    errors: { country: 'Choose the country or region you live in', adult: 'Choose one of the answers on this page' },
    problems: [],
    status: 200,
    answered: true,
  })
})

test('wrong answers do no work and take no permit of right ones', async () => {
  const run = vi.fn(async () => '/never')
  const plan = planThat(run, 1)

  await send(plan, {})
  await send(plan, {})

  expect(run).not.toHaveBeenCalled()
  expect(await send(plan)).toEqual({ to: '/never' })
})

test('a network that sends wrong answers without end is told how long to wait, and can still send right ones', async () => {
  const client = '192.0.2.99'
  const sendAs = (fields: Readonly<Record<string, string>>) => answerForm(goesOn, { locale: 'en', form: formOf(fields), client })
  await allowEach(
    db,
    Array.from({ length: limits.formTry.times - 1 }, () => [limits.formTry, client] as const),
  )

  expect(await sendAs({ ...typed, country: '' })).toMatchObject({ status: 200, errors: { country: expect.any(String) } })
  expect(await sendAs({ ...typed, country: '' })).toMatchObject({
    status: 429,
    retryAfter: expect.any(Number),
    values: { ...typed, country: '' },
    problems: [{ words: expect.stringMatching(/Wait (one minute|\d+ minutes)/) }],
  })
  expect(await sendAs(typed)).toEqual({ to: '/share/post' })
})

test('a filled trap is answered with how to get past it, and keeps what was typed', async () => {
  const answer = await send(goesOn, { ...typed, website: 'https://example.com' })

  expect(answer).toMatchObject({
    values: typed,
    status: 200,
    problems: [{ words: expect.stringContaining('Leave the box called “Website” empty') }],
  })
  expect(JSON.stringify(answer)).not.toContain('example.com')
})

test('too many forms from one address are told how long to wait, as 429, with what was typed', async () => {
  const plan = planThat(async () => '/on', 1)

  await send(plan)
  const answer = await send(plan)

  expect(answer).toMatchObject({
    status: 429,
    retryAfter: expect.any(Number),
    values: typed,
    problems: [{ words: expect.stringMatching(/Wait (one minute|\d+ minutes)/) }],
  })
})

test('permits for others than the network are asked for as well, and the longest wait is told', async () => {
  const limit = { name: `test-draft-${Math.random()}`, times: 1, seconds: 86_400 }
  const plan = { ...planThat(async () => '/on'), further: async () => [[limit, 'one draft']] as const }

  expect(await send(plan)).toEqual({ to: '/on' })
  const answer = await send(plan)

  expect(answer).toMatchObject({ status: 429, values: typed })
  if ('to' in answer) throw new Error('let through')
  expect(answer.retryAfter).toBeGreaterThan(600)
})

test('a form that takes note of a trap lets it through, and tells the work', async () => {
  const run = vi.fn(async () => '/on')
  const plan = { ...planThat(run), notice: (form: FormData) => (form.get('website') ? (['trap'] as const) : []) }

  expect(await send(plan, { ...typed, website: 'https://example.com' })).toEqual({ to: '/on' })
  expect(run).toHaveBeenCalledWith(typed, expect.objectContaining({ signals: ['trap'] }))
})

test('a refusal with seconds to wait is a 429 that keeps what was typed', async () => {
  const plan = planThat(async () => {
    throw new Refusal('limit.reached', undefined, { seconds: 90 })
  })

  expect(await send(plan)).toMatchObject({
    status: 429,
    retryAfter: 90,
    values: typed,
    problems: [{ words: 'Too many entries came with this email address. Wait 2 minutes, then send again. Your answers are safe' }],
  })
})

test('a refusal comes back in the language of the page, with its values and a way on', async () => {
  const plan = planThat(async () => {
    throw new Refusal('post.own', 'postUrl', { reference: 'HB-7K2M-9XQD' })
  })

  const answer = await send(plan, typed, 'es')

  expect(answer).toMatchObject({
    status: 200,
    values: typed,
    problems: [{ words: expect.stringContaining('HB-7K2M-9XQD'), href: '/es/entry' }],
  })
})

test('an instant in a refusal is read as a date', async () => {
  const plan = planThat(async () => {
    throw new Refusal('campaign.closed', undefined, { closesAt: '2025-10-01T21:30:00.000Z' })
  })

  expect(await send(plan)).toMatchObject({
    problems: [{ words: expect.stringContaining('Entries closed on 1 October 2025 at 21:30 UTC') }],
  })
})

test('a fault of ours is logged without what was typed, and shown with the same number, as 503', async () => {
  const log = vi.spyOn(process.stderr, 'write').mockReturnValue(true)
  const plan = planThat(async () => {
    throw new Error('connection lost')
  })

  const answer = await send(plan)

  const line = JSON.parse(String(log.mock.calls[0]?.[0])) as { event: string; reference: string }
  expect(line.event).toBe('form.failed')
  expect(JSON.stringify(line)).not.toContain('private')
  expect(answer).toMatchObject({ status: 503, values: typed, problems: [{ words: expect.stringContaining(line.reference) }] })
})

test('a refusal no storyteller can meet is a fault, not an empty answer', async () => {
  vi.spyOn(process.stderr, 'write').mockReturnValue(true)
  const plan = planThat(async () => {
    throw new Refusal('staff.forbidden')
  })

  expect(await send(plan)).toMatchObject({ status: 503 })
})
