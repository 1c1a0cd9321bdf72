import { renderToStaticMarkup } from 'react-dom/server'
import { expect, test } from 'vitest'
import { Storyboard } from '#app/[locale]/entry/[key]/film/storyboard.tsx'
import type { SceneChange } from '#lib/films/compare.ts'

const scene = (id: string, moved: boolean): SceneChange => ({
  ...{ id, words: `Words of ${id}`, isOwn: true, moved, beside: null, change: { kind: 'none' } },
})
const stretches = [
  { kind: 'first', text: 'Old' },
  { kind: 'second', text: 'New' },
] as const

const said = { hash: '', canAgree: true, canChange: true, agreedAt: null, change: null, number: 2, language: 'en', seconds: 20, gone: [] }

test('a storyteller reads the title of their film, and is shown a title or a scene that is not as it was', () => {
  const shown = (title: Parameters<typeof Storyboard>[0]['storyboard']['title'], moved: boolean) =>
    renderToStaticMarkup(
      <Storyboard locale="en" entryKey="key" storyboard={{ ...said, title, scenes: [scene('one', false), scene('two', moved)] }} />,
    )
  const same = shown({ text: 'New', stretches: null }, false)
  expect(same).toContain('<bdi lang="en">New</bdi>')
  expect(same).not.toMatch(/changed|another place/)
  const other = shown({ text: 'New', stretches }, true)
  expect(other).toContain('The title changed:')
  expect(other.match(/This scene stands in another place/g)).toHaveLength(1)
  expect(other.match(/own-scene--changed/g)).toHaveLength(1)
})

test('words that changed beside a picture are shown as such, and nothing is said of the picture', () => {
  const title = { text: 'Sample', stretches: null }
  const scenes = [scene('one', false), { ...scene('two', false), beside: stretches }]
  const shown = renderToStaticMarkup(<Storyboard locale="en" entryKey="key" storyboard={{ ...said, title, scenes }} />)
  expect(shown.match(/The words beside this picture changed/g)).toHaveLength(1)
  expect(shown.match(/own-scene--changed/g)).toHaveLength(1)
  expect(shown).toMatch(/<ins>.*New/)
  expect(shown).not.toContain('The picture or its timing changed')
})
