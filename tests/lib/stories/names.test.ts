import { expect, test } from 'vitest'
import { showsName } from '#lib/stories/editing/names.ts'

test.each([
  ['Ana shows it', 'Ana', true],
  ['ANA shows it', 'Ana', true],
  ['*Ana* shows it', 'Ana', true],
  ['Every mañana', 'Ana', false],
  ['我叫小明。', '小明', true],
  ['سامية وليلى', 'ليلى', true],
  ['A sample', 'A', false],
  ['A', 'A', true],
  ['What (C+)', 'C+', true],
  ['', 'Ana', false],
])('%s: %s', (text, name, shown) => {
  expect(showsName(text, name)).toBe(shown)
})
