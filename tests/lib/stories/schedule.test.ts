import { expect, test } from 'vitest'
import { isReleased, isScheduled } from '#lib/stories/policy.ts'
import { filmOfTheWeek, freshFor } from '#lib/stories/schedule.ts'

const at = (text: string) => new Date(text)
const debut = { slug: 'debut', releaseAt: at('2025-09-03T00:00:00Z') }
const second = { slug: 'second', releaseAt: at('2025-09-10T00:00:00Z') }

test('a story is out from the millisecond of its release', () => {
  const story = { releaseAt: at('2025-09-10T00:00:00Z'), unpublishedAt: null }

  expect(isReleased(story, at('2025-09-09T23:59:59.999Z'))).toBe(false)
  expect(isReleased(story, at('2025-09-10T00:00:00.000Z'))).toBe(true)
  expect(isScheduled(story, at('2025-09-09T23:59:59.999Z'))).toBe(true)
  expect(isScheduled(story, at('2025-09-10T00:00:00.000Z'))).toBe(false)
})

test('a story without an instant is neither out nor scheduled', () => {
  const story = { releaseAt: null, unpublishedAt: null }

  expect([isReleased(story, at('2030-01-01T00:00:00Z')), isScheduled(story, at('2020-01-01T00:00:00Z'))]).toEqual([false, false])
})

test('an unpublished story is neither out nor scheduled', () => {
  const story = { releaseAt: at('2025-09-10T00:00:00Z'), unpublishedAt: at('2025-09-01T00:00:00Z') }

  expect([isReleased(story, at('2025-09-11T00:00:00Z')), isScheduled(story, at('2025-09-02T00:00:00Z'))]).toEqual([false, false])
})

test('the film of the week is the one whose seven days are running', () => {
  expect(filmOfTheWeek([second, debut], at('2025-09-10T00:00:00.000Z'))).toEqual({ story: second, running: true })
  expect(filmOfTheWeek([second, debut], at('2025-09-16T23:59:59.999Z'))).toEqual({ story: second, running: true })
})

test('when no week is running the debut returns', () => {
  expect(filmOfTheWeek([second, debut], at('2025-09-17T00:00:00.000Z'))).toEqual({ story: debut, running: false })
})

test('before the first release there is no film to show', () => {
  expect(filmOfTheWeek([], at('2025-09-01T00:00:00Z'))).toBeNull()
})

test('an answer is fresh until the next release and never longer than asked', () => {
  const now = at('2025-09-09T23:59:30Z')

  expect(freshFor([second], now, 300)).toBe(30)
  expect(freshFor([second], now, 10)).toBe(10)
  expect(freshFor([], now, 300)).toBe(300)
})
