import { expect, test } from 'vitest'
import { readFilters, topicsOf } from '#lib/history/filters.ts'

test('an address without filters asks for everything', () => {
  expect(readFilters({})).toEqual({ person: null, topic: null, ignored: [] })
  expect(readFilters({ person: '', topic: '' })).toEqual({ person: null, topic: null, ignored: [] })
})

test('a founder and a topic are read from the address', () => {
  expect(readFilters({ person: 'he-yi', topic: 'funding' })).toEqual({ person: 'he-yi', topic: 'funding', ignored: [] })
})

test('a value nobody offers is left out and named', () => {
  expect(readFilters({ person: 'nobody', topic: 'funding' })).toEqual({ person: null, topic: 'funding', ignored: ['person'] })
  expect(readFilters({ topic: 'toString' })).toEqual({ person: null, topic: null, ignored: ['topic'] })
})

test('of a repeated filter the last one counts', () => {
  expect(readFilters({ person: ['cz', 'he-yi'] }).person).toBe('he-yi')
})

test('the tags of the research fold into few topics, and unknown tags into none', () => {
  expect(topicsOf(['launchpad', 'table'])).toEqual(['funding'])
  expect(topicsOf(['unheard-of'])).toEqual([])
})
