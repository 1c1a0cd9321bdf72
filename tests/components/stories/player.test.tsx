import { renderToStaticMarkup } from 'react-dom/server'
import { expect, test } from 'vitest'
import { Player } from '#components/stories/player.tsx'
import { Chapters, Transcript } from '#components/stories/transcript.tsx'
import type { StoryView } from '#lib/stories/views.ts'

const story: StoryView = {
  ...{ slug: 'sample', week: 1, kind: 'illustrative', theme: 'family', lang: 'en', dir: 'ltr', title: 'A sample title' },
  ...{ releaseAt: new Date('2025-09-03T00:00:00Z'), durationSeconds: 10, summary: 'A sample.', pictureText: 'A sample.' },
  ...{ storyteller: null, captions: ['en', 'es'], poster: null, files: [], previous: null, next: null },
  tracks: [
    { kind: 'captions', language: 'es' },
    { kind: 'captions', language: 'en' },
  ],
  transcript: [
    { at: 1, says: 'One' },
    { at: 1.2, says: 'Two' },
    { at: 1.75, says: 'Three', chapter: 'A part' },
    { at: 2.5, says: 'Four', chapter: 'Another part' },
  ],
}

test('lines of one second have places of their own, and a chapter leads to its own line', () => {
  const transcript = renderToStaticMarkup(<Transcript locale="en" story={story} />)
  const chapters = renderToStaticMarkup(<Chapters locale="en" story={story} />)

  const places = [...transcript.matchAll(/id="(t-[^"]*)" data-line="([^"]*)"/g)].map(([, id, at]) => [id, at])
  expect(places).toEqual([
    ['t-1', '1'],
    ['t-1.2', '1.2'],
    ['t-1.75', '1.75'],
    ['t-2', '2.5'],
  ])
  expect([...chapters.matchAll(/href="#([^"]*)"/g)].map(([, id]) => id)).toEqual(['t-1.75', 't-2'])
})

test('without captions in the language of the page the English ones are on, in whatever order they were read', () => {
  const markup = renderToStaticMarkup(<Player locale="ar" story={story} />)

  expect(
    [...markup.matchAll(/<track kind="captions" srcLang="(\w+)"[^>]*?( default="")?\/>/g)].map(([, language, on]) => [language, !!on]),
  ).toEqual([
    ['en', true],
    ['es', false],
  ])
})

test('a film that cannot play leads to its transcript, from a frame in a window of its own', () => {
  const way = (markup: string) => /<a class="ctl" (?!href="[^"]*" download)([^>]*)>Transcript/.exec(markup)?.[1]

  expect(way(renderToStaticMarkup(<Player locale="en" story={story} />))).toBe('href="#transcript"')
  expect(way(renderToStaticMarkup(<Player locale="es" story={story} framed />).replace('Transcripción', 'Transcript'))).toBe(
    'href="/es/stories/sample#transcript" target="_blank" rel="noopener"',
  )
})
