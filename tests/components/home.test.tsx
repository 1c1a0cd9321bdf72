import type { ReactElement } from 'react'
import { renderToStaticMarkup } from 'react-dom/server'
import { expect, test } from 'vitest'
import { Call } from '#components/home/call.tsx'
import { Hero } from '#components/home/hero.tsx'
import { HowToEnter } from '#components/home/how-to-enter.tsx'
import { type ContestState, contestState } from '#components/home/state.ts'
import type { StoryCard } from '#lib/stories/views.ts'

const at = (text: string) => new Date(text)
const html = (element: ReactElement) => renderToStaticMarkup(element)
const srcs = (markup: string) => [...markup.matchAll(/src(?:Set)?="([^"]+)"/gi)].map((match) => match[1])

const luis: StoryCard = {
  slug: 'luis',
  week: 1,
  kind: 'storyteller',
  theme: 'learning',
  releaseAt: at('2025-09-03T00:00:00Z'),
  durationSeconds: 37.5,
  lang: 'en',
  title: 'Luis, 57, shares what he knows',
  summary: '',
  pictureText: 'A person',
  storyteller: { name: 'Luis', age: 57, place: 'Latin America' },
  captions: ['en'],
  poster: null,
}
const hill: StoryCard = { ...luis, slug: 'hill', week: 4, kind: 'illustrative', title: 'The long way up', storyteller: null }

const hero = {
  locale: 'en',
  theme: 'auto',
  state: 'open',
  now: at('2025-09-05T00:00:00Z'),
  timeZone: 'UTC',
  week: { story: luis, running: true },
  first: null,
} as const

test('before the first film the hero says when it comes and shows nobody', () => {
  const markup = html(<Hero {...hero} week={null} first={{ week: 1, releaseAt: luis.releaseAt }} />)

  expect(markup).toContain('The first film comes out on 3 September at 00:00 UTC.')
  expect(markup).toContain('href="/schedule.ics"')
  expect(srcs(markup)).toEqual(['/art/week-1-unlit.svg'])
})

test('a film nothing was drawn for shows its own poster, beside the words, and claims no lines', () => {
  const file = {
    role: 'poster',
    shape: 'wide',
    path: '/media/aa/aa.png',
    mediaType: 'image/png',
    width: 1280,
    height: 720,
    bytes: 1,
  } as const
  const markup = html(<Hero {...hero} week={{ story: { ...luis, slug: 'from-the-desk', poster: file }, running: true }} />)

  expect(srcs(markup)).toEqual(['/media/aa/aa.png'])
  expect(markup).toContain('hero--split')
  expect(markup).not.toContain('57 lines')
})

test('while a week is running the hero announces the next, after the season it says all films are here', () => {
  expect(html(<Hero {...hero} />)).toContain('A new film comes out every week')
  expect(html(<Hero {...hero} week={{ story: luis, running: false }} />)).toContain('The films of this season are all here')
})

test('a film about nobody real carries its label in the hero too', () => {
  const markup = html(<Hero {...hero} week={{ story: hill, running: true }} />)

  expect(markup).toContain('Illustrative film: not a real person’s story')
  expect(markup).toContain('Watch the film')
  expect(markup).not.toContain('Luis')
})

test('the hero picture follows the device, and a chosen theme alone when there is one', () => {
  const kinds = (theme: 'auto' | 'light' | 'dark') =>
    srcs(html(<Hero {...hero} theme={theme} />)).map((src) => /story-luis-(.*)\.svg/.exec(src ?? '')?.[1])

  expect(kinds('auto')).toEqual(['wide-dark', 'wide-light', 'narrow-dark', 'narrow-light'])
  expect(kinds('light')).toEqual(['wide-light', 'narrow-light'])
  expect(kinds('dark')).toEqual(['wide-dark', 'narrow-dark'])
})

test('right to left, words and picture stand side by side', () => {
  const markup = html(<Hero {...hero} locale="ar" />)

  expect(markup).toContain('hero--split')
  expect(srcs(markup).filter((src) => src?.includes('wide'))).toEqual([])
})

test.each([
  ['open', ['/share'], true],
  ['before', [], false],
  ['closed', ['/entry'], false],
  ['after', ['/results', '/entry'], false],
] as const)('while entries are %s the page leads where there is something to do', (state, ways, enter) => {
  const words = { locale: 'en', state, opens: '3 September 2025', closes: '30 September 2025' } as const
  const markup =
    html(<Hero {...hero} state={state} />) + html(<HowToEnter {...words} hashtag="#HumansOfBinance" />) + html(<Call {...words} />)

  for (const way of ways) expect(markup).toContain(`href="${way}"`)
  expect(markup.includes('href="/share"')).toBe(enter)
  expect(markup.includes('30 September 2025')).toBe(state === 'closed' || state === 'after')
})

test.each<[string, ContestState]>([
  ['2025-10-14T23:59:59.999Z', 'closed'],
  ['2025-10-15T00:00:00.000Z', 'after'],
])('at %s a closed contest counts as %s', (moment, state) => {
  const resultsAt = at('2025-10-15T00:00:00Z')

  expect(contestState('closed', { resultsAt }, at(moment))).toBe(state)
  expect(contestState('closed', { resultsAt: null }, at(moment))).toBe('closed')
  expect(contestState('open', { resultsAt }, at(moment))).toBe('open')
})

test('the page uses its own sentences', () => {
  const words = { locale: 'en', opens: '', closes: '' } as const
  const markup = (['before', 'open', 'closed', 'after'] as const)
    .map(
      (state) =>
        html(<Hero {...hero} state={state} />) +
        html(<HowToEnter {...words} state={state} hashtag="#x" />) +
        html(<Call {...words} state={state} />),
    )
    .join('')

  expect(markup).not.toMatch(/worth telling|more than technology|amplify|real impact|discrepanc|[a-z]!|countdown/i)
})
