import { expect, test } from 'vitest'
import { faultsOf } from '#components/films/words.ts'
import { untouched } from '#lib/films/form.ts'

test('what keeps the story of a film from being published is said in words', () => {
  const state = { ...untouched, refused: 'story.incomplete', missing: 'film captions:es text:en' }
  expect(faultsOf('en', state, []).map(({ words }) => words)).toEqual([
    'Still missing: the film, captions (Spanish), Title, summary or picture text (English).',
  ])
})
