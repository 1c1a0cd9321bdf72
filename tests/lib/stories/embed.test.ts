import { expect, test } from 'vitest'
import { embedSize, frameCode, storyAt } from '#lib/stories/embed.ts'

const site = 'https://stories.example.org'

test('the address of a film names its story and language', () => {
  expect(storyAt(`${site}/stories/luis`, site)).toEqual({ slug: 'luis', locale: 'en' })
  expect(storyAt(`${site}/ar/stories/luis/?from=here#t=3`, site)).toEqual({ slug: 'luis', locale: 'ar' })
  expect(storyAt(`${site}/es/stories/luis/embed`, site)).toEqual({ slug: 'luis', locale: 'es' })
})

test.each([
  '',
  'luis',
  'https://elsewhere.example/stories/luis',
  `${site}/stories`,
  `${site}/xx/stories/luis`,
  `${site}/stories/LUIS`,
  `${site}/stories/luis/more`,
])('%j is no address of a film', (address) => {
  expect(storyAt(address, site)).toBeNull()
})

test('the frame keeps the shape of the film, with room for the controls', () => {
  expect(embedSize({ width: 1280, height: 720 }, { width: null, height: null })).toEqual({ width: 640, height: 360 + 128 })
  expect(embedSize({ width: 1280, height: 720 }, { width: '320', height: null })).toEqual({ width: 320, height: 180 + 128 })
  expect(embedSize({ width: 1280, height: 720 }, { width: '2000', height: '308' })).toEqual({ width: 320, height: 180 + 128 })
})

test('limits that are no numbers count for nothing, and no frame is too small to use', () => {
  expect(embedSize({ width: 16, height: 9 }, { width: '-1', height: 'x' }).width).toBe(640)
  expect(embedSize({ width: 16, height: 9 }, { width: '1', height: null }).width).toBe(200)
})

test('a title cannot leave its attribute', () => {
  expect(frameCode(`${site}/stories/luis/embed`, '"><script>', { width: 640, height: 488 })).toBe(
    `<iframe src="${site}/stories/luis/embed" width="640" height="488" title="&#34;&#62;&#60;script&#62;" allow="fullscreen; picture-in-picture" loading="lazy"></iframe>`,
  )
})
