import { renderToStaticMarkup } from 'react-dom/server'
import { expect, test } from 'vitest'
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
