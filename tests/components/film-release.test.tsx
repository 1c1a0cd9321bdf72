import { renderToStaticMarkup } from 'react-dom/server'
import { expect, test } from 'vitest'
import { Asks } from '#components/films/asks.tsx'
import { Release } from '#components/films/release.tsx'
import { faultsOf } from '#components/films/words.ts'
import { untouched } from '#lib/films/form.ts'

const releaseAt = new Date('2026-11-20T12:00:00Z')
const same = async () => untouched

function shown(step: 'scheduled' | 'published', isSet = true): string {
  const publication = { id: 'story', slug: 'sample', releaseAt: isSet ? releaseAt : null, unpublishedAt: null }
  const standing = { step, waitsFor: 'nobody', since: releaseAt } as const
  const film = { id: 'film', publication, standing, stopped: null, missing: [] }
  return renderToStaticMarkup(<Release {...{ locale: 'en', page: '', film, timeZone: 'UTC', publish: same, unschedule: same }} />)
}

test('a date can be taken back, a film that is public only with its story', () => {
  expect(shown('scheduled')).toContain('Take back the release')
  expect(shown('scheduled')).not.toContain('step=unpublish')
  expect(shown('scheduled', false)).not.toContain('Take back')
  expect(shown('published')).not.toContain('Take back the release')
  expect(shown('published')).toContain('href="/staff/stories/story/release?step=unpublish"')
  const [refused] = faultsOf('en', { ...untouched, refused: 'films.out' }, [])
  expect(refused?.words).toBe('The film is public. Take its story back first.')
})

test('a yes that counts no more is not shown as one that does', () => {
  const asked = {
    step: 'storyboard',
    number: 1,
    askedAt: releaseAt,
    words: null,
    answeredAt: releaseAt,
    waits: false,
    superseded: false,
  } as const
  const said = (matches: boolean, holds: boolean) =>
    renderToStaticMarkup(
      <Asks locale="en" film={{ asks: [{ ...asked, answer: 'yes', matches, holds }], permission: { answer: 'yes', since: releaseAt } }} />,
    )
  expect(said(true, true)).toContain('Holds for what is on the desk')
  expect(said(true, false)).toContain('Holds no more')
  expect(said(false, false)).toContain('The script has changed since')
})
