import { expect, test } from 'vitest'
import { daysLate, daysWaited } from '#lib/films/late.ts'

const since = new Date('2026-11-01T12:00:00Z')
const after = (days: number) => new Date(since.getTime() + days * 86_400_000)

test('a film is late when somebody has it for longer than their time', () => {
  expect(daysLate({ waitsFor: 'editor', since }, after(7))).toBe(0)
  expect(daysLate({ waitsFor: 'editor', since }, after(9))).toBe(2)
  expect(daysLate({ waitsFor: 'storyteller', since }, after(14.9))).toBe(0)
  expect(daysLate({ waitsFor: 'storyteller', since }, after(15))).toBe(1)
  expect(daysLate({ waitsFor: 'machine', since }, after(2))).toBe(1)
})

test('what waits for its time or for nobody is never late', () => {
  expect(daysLate({ waitsFor: 'clock', since }, after(300))).toBe(0)
  expect(daysLate({ waitsFor: 'nobody', since }, after(300))).toBe(0)
})

test('a wait that begins in the future has lasted no day', () => {
  expect(daysWaited(since, after(-3))).toBe(0)
})
