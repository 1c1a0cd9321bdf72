import { expect, test } from 'vitest'
import { type AskFacts, type FilmFacts, standing, standingYes } from '#lib/films/lifecycle.ts'
import { missingToPublish, missingWords } from '#lib/films/policy.ts'

const at = (minute: number) => new Date(Date.UTC(2026, 10, 22, 8, minute))
const now = at(59)

const opened: FilmFacts = {
  ...{ openedAt: at(0), savedAt: at(1), problems: 0, storyboardHash: 'board', filmHash: null, filmAt: null, render: null },
  ...{ lacksAccess: false, asks: [], permissionBackAt: null, nameHeldSince: null, story: null },
}
const asked = (step: AskFacts['step'], hash: string, change: Partial<AskFacts> = {}): AskFacts => ({
  ...{ step, hash, askedAt: at(2), answer: null, answeredAt: null, superseded: false },
  ...change,
})
const said = (step: AskFacts['step'], hash: string, answer: 'yes' | 'change', minute: number) =>
  asked(step, hash, { answer, answeredAt: at(minute) })
const agreed = { ...opened, asks: [said('storyboard', 'board', 'yes', 10)] }
const made = { ...agreed, filmHash: 'film', filmAt: at(20) }
const released = { ...made, asks: [...made.asks, said('film', 'film', 'yes', 30)] }

test.each([
  ['a script with faults', { ...opened, problems: 2 }, 'script', 'editor', 1],
  ['a script without', opened, 'storyboard', 'editor', 1],
  ['asked', { ...opened, asks: [asked('storyboard', 'board')] }, 'storyboard-yes', 'storyteller', 2],
  ['asked about what it is no longer', { ...opened, asks: [asked('storyboard', 'old')] }, 'storyboard', 'editor', 1],
  ['a question taken back', { ...opened, asks: [asked('storyboard', 'board', { superseded: true })] }, 'storyboard', 'editor', 1],
  ['something to change', { ...opened, asks: [said('storyboard', 'board', 'change', 9)] }, 'storyboard', 'editor', 9],
  ['agreed', agreed, 'animatic', 'editor', 10],
  ['agreed to what it is no longer', { ...agreed, storyboardHash: 'other', savedAt: at(11) }, 'storyboard', 'editor', 11],
  ['being rendered', { ...agreed, render: { state: 'running', at: at(12) } }, 'film', 'machine', 12],
  ['a render that went wrong', { ...agreed, render: { state: 'failed', at: at(12) } }, 'film', 'editor', 12],
  ['made without captions', { ...made, lacksAccess: true }, 'access', 'editor', 20],
  ['made', made, 'release', 'editor', 20],
  ['asked about the film', { ...made, asks: [...made.asks, asked('film', 'film', { askedAt: at(21) })] }, 'release', 'storyteller', 21],
  [
    'asked, and its portrait came out since',
    { ...made, asks: [...made.asks, asked('film', 'wide', { askedAt: at(21) })] },
    'release',
    'storyteller',
    21,
  ],
  [
    'asked before something to change',
    { ...made, asks: [...made.asks, asked('film', 'wide'), said('film', 'wide', 'change', 25)] },
    'release',
    'editor',
    20,
  ],
  [
    'released, asked again, and its portrait came out since',
    { ...released, filmHash: 'tall', asks: [...released.asks, asked('film', 'wide', { askedAt: at(31) })] },
    'release',
    'storyteller',
    31,
  ],
  ['released', released, 'scheduled', 'editor', 30],
  ['released and made anew', { ...released, filmHash: 'other', filmAt: at(40) }, 'release', 'editor', 40],
  ['scheduled', { ...released, story: { releaseAt: new Date(now.getTime() + 1), unpublishedAt: null } }, 'scheduled', 'clock', null],
  ['out at its very instant', { ...released, story: { releaseAt: now, unpublishedAt: null } }, 'published', 'nobody', 59],
  ['taken back', { ...released, story: { releaseAt: at(40), unpublishedAt: at(50) } }, 'scheduled', 'editor', 30],
  ['permission taken back since', { ...released, permissionBackAt: at(31) }, 'storyboard', 'editor', null],
] as const satisfies readonly (readonly [string, FilmFacts, string, string, number | null])[])(
  'a film stands where its facts say: %s',
  (_, facts, step, waitsFor, since) => {
    const found = standing(facts, now)
    expect([found.step, found.waitsFor]).toEqual([step, waitsFor])
    if (since !== null) expect(found.since).toEqual(at(since))
  },
)

test('what was said last about a step is what counts', () => {
  const asks = [said('storyboard', 'board', 'change', 12), said('storyboard', 'board', 'yes', 10)]
  expect(standingYes({ ...opened, asks }, 'storyboard')).toBeNull()
  expect(standingYes({ ...opened, asks: [...asks, said('storyboard', 'board', 'yes', 13)] }, 'storyboard')).toMatchObject({
    answeredAt: at(13),
  })
})

test('everything a film lacks is named at once, in the order in which it comes about', () => {
  const access = [{ lack: 'captions', language: 'en' } as const]
  expect(missingWords(missingToPublish(opened, true, access))).toBe('permission storyboard-yes film captions:en release')
  expect(missingToPublish(released, false, [])).toEqual([])
})
