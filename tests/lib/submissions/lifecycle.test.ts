import { expect, test } from 'vitest'
import { canMove, canRestore, plainStatus, plainStatuses, type Status, statuses, statusOf } from '#lib/submissions/lifecycle.ts'

const allowed: readonly (readonly [Status, Status])[] = [
  ['submitted', 'needs_info'],
  ['submitted', 'eligible'],
  ['submitted', 'ineligible'],
  ['needs_info', 'submitted'],
  ['needs_info', 'ineligible'],
  ['eligible', 'selected'],
  ['eligible', 'reserve'],
  ['eligible', 'not_selected'],
  ['ineligible', 'submitted'],
  ['reserve', 'selected'],
  ...(['submitted', 'needs_info', 'eligible', 'selected', 'reserve', 'not_selected'] as const).flatMap((from) =>
    (['withdrawn', 'disqualified', 'erased'] as const).map((to) => [from, to] as const),
  ),
  ['ineligible', 'erased'],
  ['withdrawn', 'erased'],
  ['disqualified', 'erased'],
]

test('an entry moves along the known ways and no other', () => {
  const known = new Set(allowed.map(([from, to]) => `${from} ${to}`))

  for (const from of statuses)
    for (const to of statuses) expect([from, to, canMove(from, to)]).toStrictEqual([from, to, known.has(`${from} ${to}`)])
})

test('a withdrawn entry comes back only to where it can be withdrawn from, and nobody moves it on from there', () => {
  const back = ['submitted', 'needs_info', 'eligible', 'selected', 'reserve', 'not_selected']

  expect(statuses.filter(canRestore).sort()).toStrictEqual(back.sort())
  expect(statuses.filter((to) => canMove('withdrawn', to))).toStrictEqual(['erased'])
})

test('a storyteller reads one of nine words for every stored status', () => {
  expect(statuses.map((status) => [status, plainStatus(status)])).toStrictEqual([
    ['submitted', 'received'],
    ['needs_info', 'needs-info'],
    ['eligible', 'being-read'],
    ['ineligible', 'ineligible'],
    ['selected', 'selected'],
    ['reserve', 'reserve'],
    ['not_selected', 'not-selected'],
    ['withdrawn', 'withdrawn'],
    ['disqualified', 'ineligible'],
    ['erased', 'withdrawn'],
  ])
  expect(plainStatuses).toHaveLength(9)
})

test('a status the table does not know is a fault', () => {
  expect(() => statusOf('decided')).toThrow('unknown status')
})
