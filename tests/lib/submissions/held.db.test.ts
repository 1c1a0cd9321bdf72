import { renderToStaticMarkup } from 'react-dom/server'
import { expect, test } from 'vitest'
import { Traces } from '#app/[locale]/entry/[key]/held/happened.tsx'
import { db } from '#lib/foundation/db.ts'
import { locales } from '#lib/i18n/locales.ts'
import { appealDecision } from '#lib/submissions/commands/appeal.ts'
import { changePermission } from '#lib/submissions/commands/change-permission.ts'
import { editEntry } from '#lib/submissions/commands/edit-entry.ts'
import { screenSubmission } from '#lib/submissions/commands/screen.ts'
import { everythingHeld } from '#lib/submissions/held.ts'
import { invited } from '#tests/factories/staff.ts'
import { sampleAnswers, sendEntry } from '#tests/factories/submissions.ts'

const checklist = { linkOpens: true, hashtag: false, insideWindow: true, noSafetyWorry: true }

test('everything a person told us is in what they can download, as plain JSON', async () => {
  const answers = sampleAnswers({ you: { email: 'nora@example.org', phrase: 'green door', needs: 'Large print', anonymous: true } })
  const { entryKey, reference } = await sendEntry(answers)
  await changePermission({ key: entryKey, purpose: 'news', answer: 'yes', locale: 'es' })

  const held = await everythingHeld(entryKey)

  expect(JSON.parse(JSON.stringify(held))).toEqual(held)
  const { story, storyLanguage, themes, tools, othersShown } = answers.story
  const { displayName, email, phrase, needs } = answers.you
  expect(held).toMatchObject({
    entry: {
      reference,
      status: 'received',
      displayName,
      anonymous: true,
      email,
      phrase,
      needs,
      country: 'PT',
      mailLanguage: 'en',
      story,
      storyLanguage,
    },
    survey: { adult: true, affiliated: false, region: 'open', binanceUser: 'private', themes, tools, othersShown },
    history: [{ status: 'received' }],
    questions: [],
    decisions: [],
    appeal: null,
    mails: [{ kind: 'receipt', to: email, subject: expect.stringContaining(reference), sentAt: null }],
  })
  expect(held?.entry.post).toMatchObject({ link: answers.post.postUrl, platform: 'x', words: answers.post.postText })
  expect(held?.permissions.map(({ purpose, answer }) => `${purpose} ${answer}`).sort()).toEqual(
    ['rules yes', 'reading yes', 'film ask', 'show-post no', 'publish-name yes', 'news no', 'news yes'].sort(),
  )
  expect(held?.permissions.at(-1)).toMatchObject({
    purpose: 'news',
    answer: 'yes',
    language: 'es',
    wordsSha256: expect.stringMatching(/^[0-9a-f]{64}$/),
  })
  expect(held?.draft?.keptUntil).toMatch(/^\d{4}-\d\d-\d\dT/)
})

test('the words of the form that was filled in are told as long as they are kept, also when the entry says it otherwise since', async () => {
  const answers = sampleAnswers({ story: { story: `Ana from the corner shop. ${'Sample words. '.repeat(10)}`.trim() } })
  const { entryKey } = await sendEntry(answers)
  const { you, story, post } = answers
  const { email: _, ...own } = you
  const changed = { ...story, ...own, postText: post.postText, story: 'Sample words without a name. '.repeat(6).trim() }
  await editEntry({ key: entryKey, version: 1, answers: changed })

  const held = await everythingHeld(entryKey)

  expect(held?.entry.story).toBe(changed.story)
  expect(held?.draft?.answers).toEqual(answers)
  expect(JSON.parse(JSON.stringify(held))).toEqual(held)
  const pages = held && locales.map((locale) => renderToStaticMarkup(Traces({ locale, held })))
  for (const page of pages ?? []) expect(page).toContain('Ana from the corner shop.')
})

test('what only staff know, and steps that are not out, are not in it', async () => {
  const reviewer = await invited('reviewer')
  const { entryKey, reference, id } = await sendEntry()
  await screenSubmission(reviewer, { outcome: 'ineligible', rule: 'no-hashtag', version: 1, note: 'thimble-monsoon', checklist, reference })
  await appealDecision({ key: entryKey, text: 'The hashtag stands in the picture.' })

  const held = await everythingHeld(entryKey)

  expect(held).toMatchObject({
    decisions: [{ outcome: 'ineligible', rule: 'no-hashtag' }],
    appeal: { text: 'The hashtag stands in the picture.', decided: null },
    history: [{ status: 'received' }, { status: 'ineligible' }],
  })
  for (const secret of ['thimble-monsoon', reviewer.id, reviewer.email, id]) expect(JSON.stringify(held)).not.toContain(secret)
  const eligible = await sendEntry()
  const all = { ...checklist, hashtag: true }
  await screenSubmission(reviewer, { outcome: 'eligible', version: 1, note: 'n', checklist: all, reference: eligible.reference })
  expect(await everythingHeld(eligible.entryKey)).toMatchObject({ entry: { status: 'being-read' }, decisions: [] })
})

test('an unknown link holds nothing, and no hash of a link is given away', async () => {
  const { entryKey } = await sendEntry()
  const { keyHash } = await db.entryKey.findFirstOrThrow({ orderBy: { createdAt: 'desc' } })

  expect(await everythingHeld('no such key')).toBeNull()
  expect(JSON.stringify(await everythingHeld(entryKey))).not.toContain(keyHash)
})
