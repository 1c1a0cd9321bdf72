import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import { ageOf, formAge, noticedIn } from '#app/_forms/age.ts'

beforeEach(() => vi.useFakeTimers({ now: Date.UTC(2025, 8, 10) }))
afterEach(() => vi.useRealTimers())

function formWith(fields: Readonly<Record<string, string>>): FormData {
  const form = new FormData()
  for (const [name, value] of Object.entries(fields)) form.append(name, value)
  return form
}

test('a form tells how long ago it was made', () => {
  const age = formAge('share.story')
  vi.advanceTimersByTime(4_321)

  expect(ageOf('share.story', age)).toBe(4_321)
})

test('somebody who takes their time, with or without scripts, is not noticed', () => {
  const age = formAge('share.story')
  for (const pause of [1_000, 60_000, 29 * 86_400_000]) {
    vi.advanceTimersByTime(pause)
    expect(noticedIn(formWith({ age, website: '' }), 'share.story', 1_000)).toEqual([])
  }
})

test('a form that comes back at once is noticed as fast, one with a filled trap as trapped', () => {
  const age = formAge('share.story')
  vi.advanceTimersByTime(999)

  expect(noticedIn(formWith({ age }), 'share.story', 1_000)).toEqual(['too-fast'])
  expect(noticedIn(formWith({ age, website: 'https://example.com' }), 'share.story', 1_000)).toEqual(['trap', 'too-fast'])
})

test('a form without an age, or with one that is not ours or not its own, is noticed as that', () => {
  const age = formAge('share.story')
  const [madeAt = '', signature = ''] = age.split('.')
  const earlier = `${(Number.parseInt(madeAt, 36) - 60_000).toString(36)}.${signature}`

  expect(noticedIn(formWith({}), 'share.story', 1_000)).toEqual(['no-age'])
  for (const wrong of [earlier, madeAt, `${age}x`, 'x', '.', `${'9'.repeat(90_000)}.${signature}`, '\u0000', formAge('share.post')])
    expect([wrong.slice(0, 40), noticedIn(formWith({ age: wrong }), 'share.story', 1_000)]).toEqual([wrong.slice(0, 40), ['forged-age']])
})

test('a clock that was set back makes nobody fast', () => {
  const age = formAge('share.story')
  vi.setSystemTime(Date.UTC(2025, 8, 9))

  expect(noticedIn(formWith({ age }), 'share.story', 1_000)).toEqual([])
})
