import { expect, test } from 'vitest'
import { clockItems } from '#lib/worker/clockwork.ts'
import { handlers } from '#lib/worker/handlers.ts'

/** The tasks asked for at this moment. */
function askedAt(moment: string): string[] {
  const at = new Date(moment)
  const digest = {
    min: at.getUTCMinutes(),
    hour: at.getUTCHours(),
    date: at.getUTCDate(),
    month: at.getUTCMonth() + 1,
    dow: at.getUTCDay(),
  }
  return clockItems()
    .filter((item) => item.match(digest))
    .map((item) => item.task)
}

test('everything the clock asks for can be done', () => {
  expect(clockItems().filter(({ task }) => !(task in handlers))).toEqual([])
})

test('questions and drafts are looked at every hour, the schedule is applied once a day', () => {
  const day = Array.from({ length: 24 * 60 }, (_, minute) => askedAt(new Date(Date.UTC(2026, 10, 22, 0, minute)).toISOString())).flat()
  const times = Object.fromEntries([...new Set(day)].sort().map((task) => [task, day.filter((asked) => asked === task).length]))
  expect(times).toEqual({
    'awards.close-claims': 24,
    'awards.pass-places-on': 24,
    'awards.remind-claims': 24,
    'films.resume': 24 * 60,
    'history.forget-reports': 1,
    'retention.apply': 1,
    'review.spread': 24,
    'stories.sweep-uploads': 24,
    'submissions.close-questions': 24,
    'submissions.delete-drafts': 24,
    'submissions.remind-questions': 24,
    'submissions.seal-entries': 24 * 60,
    'submissions.tell-of-rules': 24,
    'submissions.warn-drafts': 24,
  })
})

test('what was missed is made up for, and nothing waits twice', () => {
  for (const { options, task } of clockItems()) {
    expect(options.backfillPeriod).toBeGreaterThanOrEqual(3_600_000)
    expect(options.jobKey).toBe(`clock:${task}`)
  }
})
