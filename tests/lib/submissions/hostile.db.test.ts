import fc from 'fast-check'
import { beforeAll, expect, test } from 'vitest'
import { type FormState, fresh } from '#app/_forms/state.ts'
import { fieldWords } from '#app/_forms/words.ts'
import { currentRules } from '#lib/campaign/queries.ts'
import { db } from '#lib/foundation/db.ts'
import { deriveKey, hashToken } from '#lib/foundation/ids.ts'
import { hasVisible } from '#lib/foundation/text.ts'
import { locales } from '#lib/i18n/locales.ts'
import { errorCodes, type FieldError, fieldsOf, parseStep, type Step } from '#lib/submissions/schema.ts'
import { parseAnswer } from '#lib/submissions/steps/answer.ts'
import { parseAppeal } from '#lib/submissions/steps/appeal.ts'
import { parseEmail } from '#lib/submissions/steps/entry-link.ts'
import { hostileTexts } from '#tests/factories/hostile.ts'
import { finishedDraft, openCampaign, sampleAnswers, samplePostUrl } from '#tests/factories/submissions.ts'
import { asFormPost } from '#tests/support/request.ts'

// After the request's surroundings, which they look for when they load.
const { savePost } = await import('#app/[locale]/share/post/actions.ts')
const { saveStory } = await import('#app/[locale]/share/story/actions.ts')
const { saveYou } = await import('#app/[locale]/share/you/actions.ts')
const { saveShare } = await import('#app/[locale]/share/actions.ts')
const { sendStory } = await import('#app/[locale]/share/check/actions.ts')

beforeAll(openCampaign)

const actions = { share: saveShare, post: savePost, story: saveStory, you: saveYou } as const
const good = sampleAnswers()
const plain: Readonly<Record<keyof typeof actions, Readonly<Record<string, string>>>> = {
  share: { country: 'PT', adult: 'yes', affiliated: 'no', binanceUser: 'private' },
  post: { postUrl: 'https://x.com/i/status/1963000000000000001', postText: 'Sample.' },
  story: { story: good.story.story, storyLanguage: 'en', othersShown: 'no' },
  you: { displayName: 'Sample', email: 'sample@example.org', mailLanguage: 'en', phrase: 'blue kettle', needs: 'None.' },
}

type Field = Readonly<{
  step: keyof typeof actions
  name: string
  line: boolean
  column?: 'postText' | 'story' | 'displayName' | 'email' | 'phrase' | 'needs' | 'postUrl'
}>
const fields: readonly Field[] = [
  { step: 'post', name: 'postText', line: false, column: 'postText' },
  { step: 'story', name: 'story', line: false, column: 'story' },
  { step: 'you', name: 'displayName', line: true, column: 'displayName' },
  { step: 'you', name: 'phrase', line: true, column: 'phrase' },
  { step: 'you', name: 'needs', line: false, column: 'needs' },
  { step: 'you', name: 'email', line: true, column: 'email' },
  { step: 'post', name: 'postUrl', line: true, column: 'postUrl' },
  { step: 'story', name: 'storyLanguage', line: true },
  { step: 'share', name: 'country', line: true },
  { step: 'you', name: 'mailLanguage', line: true },
]

/** Text as it has to stand in the database: NFC, one kind of line end, no outer space; nothing where there is nothing to see. */
function kept(typed: string, { column }: Field): string | null {
  const text = typed.replace(/\r\n?/g, '\n').normalize('NFC').trim()
  if (column === 'postUrl') return text.replace(/[\u200b-\u200f\u202a-\u202e\u2060-\u2069\ufeff]/g, '').trim()
  return ['postText', 'phrase', 'needs'].includes(column ?? '') && !hasVisible(text) ? null : text
}

function formOf(values: Readonly<Record<string, string>>): FormData {
  const form = new FormData()
  for (const [name, value] of Object.entries(values)) form.append(name, value)
  return form
}

const sendAs = (token: string, action: (typeof actions)[keyof typeof actions], form: FormData) =>
  asFormPost({ 'hob-draft': token }, () => action('en', fresh() as FormState, form))

type End = Readonly<{ accepted: boolean; reference: string | null }>

/** Drafts whose form came back, for the next text. */
const unsent: string[] = []

/** One text in one field, through the action its form posts to, and on through the sending when it was accepted. */
async function throughTheForm(field: Field, text: string): Promise<End> {
  const { step, name, column } = field
  const token = unsent.pop() ?? (await finishedDraft({ post: { postUrl: samplePostUrl() } }))
  const own = step === 'post' && name !== 'postUrl' ? { postUrl: samplePostUrl() } : {}
  const { value, redirect } = await sendAs(token, actions[step], formOf({ ...plain[step], ...own, [name]: text }))
  if (redirect === null) {
    const typed = new FormData()
    typed.append(name, text)
    expect(value?.status).toBe(200)
    expect(value?.errors[name] ?? '').not.toBe('')
    expect(value?.values[name]).toBe(typed.get(name))
    unsent.push(token)
    return { accepted: false, reference: null }
  }
  const { hash } = await currentRules('en')
  const sent = await sendAs(token, sendStory, formOf({ sendKey: deriveKey(token, 'send'), rulesHash: hash }))
  expect(sent.redirect).toBe('/share/done')
  const entry = await db.submission.findFirstOrThrow({ where: { draft: { tokenHash: hashToken(token) } } })
  if (column) expect(entry[column]).toBe(kept(text, field))
  return { accepted: true, reference: entry.reference }
}

/** What somebody would have typed. */
const usual = ({ step, name }: Field) => (name === 'postUrl' ? samplePostUrl() : (plain[step][name] ?? ''))
const shapes: readonly ((text: string, field: Field) => string)[] = [
  (text) => text,
  (text, field) => `${usual(field)}${text}`,
  (text, field) => `${text}${usual(field)}`,
  (text, field) => usual(field).replace(/^.{0,3}/, (start) => start + text),
]

function shaped(field: Field, text: string, index: number): readonly [Field, string] {
  return [field, shapes[index % shapes.length]?.(text, field) ?? text]
}

/** Eight at a time; the counters that protect the site from one network are put back to nothing on the way. */
async function inTurn<T>(work: readonly T[], run: (one: T) => Promise<End>): Promise<readonly End[]> {
  const ends: End[] = []
  for (let start = 0; start < work.length; start += 8) {
    await db.rateLimit.deleteMany()
    ends.push(...(await Promise.all(work.slice(start, start + 8).map(run))))
  }
  return ends
}

async function eachIsThereOnce(ends: readonly End[]): Promise<void> {
  const references = ends.flatMap(({ reference }) => (reference ? [reference] : []))
  const rows = await db.$queryRaw<{ reference: string; receipts: number; survey: number }[]>`
    select reference, (select count(*)::int from mail where submission_id = s.id and kind = 'receipt') as receipts,
      (select count(*)::int from survey_answers where submission_id = s.id) as survey
    from submission s where reference = any(${references})`
  expect(new Set(references).size).toBe(references.length)
  expect(rows.map(({ reference }) => reference).sort()).toEqual([...references].sort())
  expect(rows.filter(({ receipts, survey }) => receipts !== 1 || survey !== 1)).toEqual([])
}

test('a thousand hostile texts each end in a clear error, or are kept exactly and sent once', { timeout: 400_000 }, async () => {
  const texts = fields
    .slice(0, 5)
    .flatMap((field) => hostileTexts.flatMap(([, text], index) => [shaped(field, text, index), shaped(field, text, index + 1)]))
  expect(texts.length).toBeGreaterThan(1_000)

  const ends = await inTurn(texts, ([field, text]) => throughTheForm(field, text))

  const accepted = ends.filter((end) => end.accepted).length
  expect(accepted).toBeGreaterThan(200)
  expect(ends.length - accepted).toBeGreaterThan(200)
  await eachIsThereOnce(ends)
})

test('hostile links, addresses and choices end in a clear error, or are kept exactly', { timeout: 200_000 }, async () => {
  const texts = fields.slice(5).flatMap((field) => hostileTexts.map(([, text], index) => shaped(field, text, index)))

  await eachIsThereOnce(await inTurn(texts, ([field, text]) => throughTheForm(field, text)))
})

test('whatever text a machine makes up ends in a clear error, or is kept exactly', { timeout: 200_000 }, async () => {
  const anything = fc.oneof(
    fc.string({ unit: 'binary', maxLength: 300 }),
    fc.string({ unit: 'grapheme', maxLength: 200 }),
    fc.string({ maxLength: 5_000 }),
  )
  const made = fc.sample(fc.tuple(fc.constantFrom(...fields.slice(0, 6)), anything), { numRuns: 200, seed: 20_250_903 })

  await eachIsThereOnce(await inTurn(made, ([field, text]) => throughTheForm(field, text)))
})

test('every error of every field has a name and words in every language, also for half characters no form can send', () => {
  const wrong = new Map<string, FieldError>()
  const note = (error: FieldError) => wrong.set(JSON.stringify(error), error)
  for (const [, text] of hostileTexts) {
    for (const step of ['share', 'post', 'story', 'you', 'permissions'] as const satisfies readonly Step[]) {
      const parsed = parseStep(step, Object.fromEntries(fieldsOf(step).map((field) => [field, text])))
      if (!parsed.ok) for (const error of Object.values(parsed.errors)) note(error)
    }
    const alone = [parseAnswer(text), parseAppeal(text), parseEmail(text)]
    for (const parsed of alone) if (!parsed.ok) note(parsed.error)
  }

  expect(wrong.size).toBeGreaterThan(40)
  for (const error of wrong.values()) {
    expect(errorCodes).toContain(error.code)
    for (const locale of locales) expect(fieldWords(locale, error)).not.toMatch(/[{}]|undefined|^\s*$/)
  }
})

test('names of JavaScript are no fields, and nothing of a form reaches the prototype of anything', async () => {
  const token = await finishedDraft()
  const names = ['__proto__', 'constructor', 'prototype', 'toString', '__proto__.polluted', 'themes[__proto__]', '$ACTION_REF_1', '']
  const form = formOf({ ...plain.story, ...Object.fromEntries(names.map((name) => [`${name}`, 'polluted'])) })
  form.append('__proto__', 'polluted')
  form.append('story', 'A second story, which does not count, as the first one does.')

  const { redirect } = await sendAs(token, saveStory, form)

  expect(redirect).toBe('/share/you')
  expect(({} as Record<string, unknown>).polluted).toBeUndefined()
  const { answers } = await db.draft.findUniqueOrThrow({ where: { tokenHash: hashToken(token) } })
  expect(JSON.stringify(answers)).not.toContain('polluted')
  expect(answers).toMatchObject({ story: { story: plain.story.story } })
})
