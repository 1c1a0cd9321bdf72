import { expect, test } from 'vitest'
import { CopyEditor, type CopyState } from '#components/review/copy-editor.tsx'
import { ReviewForm, type ReviewState } from '#components/review/review-form.tsx'
import { DecisionForm, type DecisionState } from '#components/selection/decision-form.tsx'
import { AppealForm, type AppealState } from '#components/staff/appeal.tsx'
import { CampaignForm } from '#components/staff/campaign-form.tsx'
import { PersonDesk, type PersonState } from '#components/staff/people-desk.tsx'
import { ScreeningForm, type ScreeningState } from '#components/staff/screening-form.tsx'
import type { DeskState } from '#lib/campaign/desk/form.ts'
import { noErrors } from '#lib/review/review-form.ts'
import { shownAgain } from '#tests/support/shown-again.ts'

/** What a hidden field of this name sends, the first of them. */
function sent(html: string, name: string): string | undefined {
  return new RegExp(`type="hidden" name="${name}" value="([^"]*)"`).exec(html)?.[1]
}

test('a person who was saved by somebody else meanwhile is not overwritten by a form that came back with a fault', async () => {
  const stored = { email: 'a@example.org', name: 'Sample', role: 'editor', independent: false, languages: '', version: '2' }
  const props = { locale: 'en', id: 'x', who: 'Sample', stored, removed: false, hasFactor: false, isOwn: false, sessions: [] } as const
  const typed = { ...stored, role: 'admin', languages: '??', version: '1' }
  const desk = (values: typeof typed | null) =>
    shownAgain<PersonState>((action) => <PersonDesk {...props} ownSessionId="" action={action} />, { values, errors: {}, refused: null })
  const save = (html: string) => sent(html.slice(html.indexOf('aria-labelledby="details"')), 'version')

  expect(save(await desk(typed))).toBe('1')
  expect(save(await desk(null))).toBe('2')
})

test('what the campaign pages showed stays with what was typed, until somebody is told that it changed', async () => {
  const hidden = { version: '2', zone: 'Asia/Tokyo', turn: 'on' }
  const props = { locale: 'en', page: 'Date', id: 'x', heading: 'Date', fields: [], values: {}, hidden, button: 'Save' } as const
  const form = (values: Readonly<Record<string, string>>) =>
    shownAgain<DeskState>((action) => <CampaignForm {...props} action={action} />, { values, errors: {}, refused: null })

  const back = await form({ version: '1', zone: 'UTC', turn: 'off' })
  expect(['version', 'zone', 'turn'].map((name) => sent(back, name))).toEqual(['1', 'UTC', 'on'])
  const told = await form({ reason: 'Because.' })
  expect(['version', 'zone'].map((name) => sent(told, name))).toEqual(['2', 'Asia/Tokyo'])
})

test('a decision, an outcome, an appeal and a copy count for what their form showed first', async () => {
  const stored = { outcome: 'reserve', place: '1', reasons: ['useful'], note: '', seen: 'theirs' }
  const deciding = { locale: 'en', reference: 'HB-2222-2222', places: null, stored, isOpen: true } as const
  const decision = (seen: string) =>
    shownAgain<DecisionState>((action) => <DecisionForm {...deciding} action={action} />, {
      values: { ...stored, seen },
      errors: {},
      refused: null,
    })
  expect(sent(await decision('none'), 'seen')).toBe('none')
  expect(sent(await decision(''), 'seen')).toBe('theirs')

  const screening = {
    locale: 'en',
    reference: 'HB-2222-2222',
    hashtag: '#x',
    version: 2,
    status: 'submitted',
    outcomes: ['eligible'],
  } as const
  const values = { outcome: '', rule: '', note: '', question: '', deadlineOn: '', checks: [] }
  const outcome = (version: string) =>
    shownAgain<ScreeningState>((action) => <ScreeningForm {...screening} changed="" deadlineOn="" action={action} />, {
      values: { ...values, version },
      errors: {},
      refused: null,
    })
  expect(sent(await outcome('1'), 'version')).toBe('1')
  expect(sent(await outcome(''), 'version')).toBe('2')

  const appeal = (version: string) =>
    shownAgain<AppealState>((action) => <AppealForm locale="en" reference="" appealId="" version={2} canDecide action={action} />, {
      values: { version, outcome: '', reason: '' },
      errors: {},
      refused: null,
    })
  expect(sent(await appeal('1'), 'version')).toBe('1')
  expect(sent(await appeal(''), 'version')).toBe('2')

  const start = { reference: 'HB-2222-2222', version: '2', seen: '2', story: 'Theirs', postText: '' }
  const copy = (marks: Readonly<{ version: string; seen: string }>) =>
    shownAgain<CopyState>((action) => <CopyEditor locale="en" title="" start={start} hasPost={false} action={action} />, {
      values: { ...start, story: 'Mine', ...marks },
      errors: {},
      refused: null,
    })
  const back = await copy({ version: '1', seen: '1' })
  expect([sent(back, 'version'), sent(back, 'seen')]).toEqual(['1', '1'])
  const told = await copy({ version: '', seen: '' })
  expect([sent(told, 'version'), sent(told, 'seen'), told.includes('Mine')]).toEqual(['2', '2', true])
})

test('scores go to the copy they were given to, until the reader is told of another', async () => {
  const rubric = { number: 1, criteria: [] }
  const entry = { assignmentId: 'a', copyId: 'new', story: '', postText: null, language: 'en', themes: [], tools: [], othersShown: null }
  const values = { assignmentId: 'a', seen: '', scores: {}, confidence: null, flags: [], note: '', intent: 'save' } as const
  const form = (copyId: string) =>
    shownAgain<ReviewState>((action) => <ReviewForm locale="en" entry={{ ...entry, rubric, own: null }} title="" action={action} />, {
      values: { ...values, copyId },
      errors: noErrors,
      refused: null,
    })

  expect(sent(await form('old'), 'copy')).toBe('old')
  expect(sent(await form(''), 'copy')).toBe('new')
})

test('what a reader had not seen of their other window stays unseen over a fault', async () => {
  const own = { savedAt: new Date(2000), completedAt: null, scores: {}, confidence: null, flags: [], note: '' } as const
  const values = { assignmentId: 'a', copyId: 'c', scores: {}, confidence: null, flags: [], note: '', intent: 'complete' } as const
  const entry = { assignmentId: 'a', copyId: 'c', story: '', postText: null, language: 'en', themes: [], tools: [], othersShown: null }
  const rubric = { number: 1, criteria: [] }
  const form = (seen: string) =>
    shownAgain<ReviewState>((action) => <ReviewForm locale="en" entry={{ ...entry, rubric, own }} title="" action={action} />, {
      values: { ...values, seen },
      errors: noErrors,
      refused: null,
    })

  expect(sent(await form(''), 'seen')).toBe('')
  expect(sent(await form('1000'), 'seen')).toBe('1000')
})
