import { expect, test } from 'vitest'
import { lifeSteps } from '#components/submissions/life-steps.ts'
import { spelled } from '#components/submissions/reference.tsx'

const at = (day: number) => new Date(Date.UTC(2025, 8, day))

test('a received entry shows what is to come', () => {
  expect(lifeSteps([{ plainStatus: 'received', at: at(8) }])).toEqual([
    { state: 'now', status: 'received', at: at(8) },
    { state: 'ahead', step: 'being-read' },
    { state: 'ahead', step: 'result' },
  ])
})

test('what was stays with its date, and only the last step is now', () => {
  const history = [
    { plainStatus: 'received', at: at(8) },
    { plainStatus: 'needs-info', at: at(9) },
    { plainStatus: 'received', at: at(10) },
    { plainStatus: 'being-read', at: at(11) },
  ] as const

  expect(lifeSteps(history).map(({ state }) => state)).toEqual(['done', 'done', 'done', 'now', 'ahead'])
})

for (const plainStatus of ['not-selected', 'ineligible', 'withdrawn'] as const)
  test(`nothing is to come after ${plainStatus}`, () => {
    expect(lifeSteps([{ plainStatus, at: at(8) }])).toEqual([{ state: 'stopped', status: plainStatus, at: at(8) }])
  })

for (const plainStatus of ['selected', 'reserve'] as const)
  test(`${plainStatus} is where the way leads, not a stop`, () => {
    expect(lifeSteps([{ plainStatus, at: at(8) }])).toEqual([{ state: 'now', status: plainStatus, at: at(8) }])
  })

test('an entry without history has no way to show', () => {
  expect(lifeSteps([])).toEqual([])
})

test('a reference is spelled out in its groups', () => {
  expect(spelled('HB-7K2M-9XQD')).toBe('H B, 7 K 2 M, 9 X Q D')
})
