import { renderToStaticMarkup } from 'react-dom/server'
import { expect, test } from 'vitest'
import { PostTimeNote } from '#components/submissions/post-time-note.tsx'
import type { Locale } from '#lib/i18n/locales.ts'
import { locales } from '#lib/i18n/locales.ts'
import { outsideWindow } from '#lib/submissions/post-time.ts'

const campaign = { opensAt: new Date('2025-09-03T00:00:00Z'), closesAt: new Date('2025-10-01T00:00:00Z') }

/** A link to a post on X made at this moment. */
function postAt(moment: string): string {
  return `https://x.com/sample/status/${(BigInt(Date.parse(moment)) - 1_288_834_974_657n) << 22n}`
}

const noteOn = (postUrl: string | undefined, locale: Locale = 'en', closesAt: Date | null = campaign.closesAt) =>
  renderToStaticMarkup(<PostTimeNote locale={locale} postUrl={postUrl} campaign={{ ...campaign, closesAt }} />)

test('a post from inside the window, at its first instant, or of unknown time needs no word', () => {
  for (const url of [postAt('2025-09-10T12:00:00Z'), postAt('2025-09-03T00:00:00Z'), 'https://youtu.be/dQw4w9WgXcQ', 'nothing', undefined])
    expect([url, noteOn(url)]).toEqual([url, ''])
})

test('a post from before is named with its time, with what still is possible', () => {
  const note = noteOn(postAt('2025-09-02T23:59:59Z'))

  expect(note).toContain('Your post seems to be from 2 September 2025 at 23:59 UTC. Posts take part from 3 September 2025 on.')
  expect(note).toContain('You can send your story all the same')
  expect(note).toContain('href="/share/post?change=1#postUrl"')
})

test('a post from after the end is named as that, and never without an end', () => {
  const late = postAt('2025-10-01T00:00:00Z')

  expect(outsideWindow(late, campaign)).toEqual({ postedAt: new Date('2025-10-01T00:00:00Z'), place: 'closed' })
  expect(noteOn(late)).toContain('before 1 October 2025')
  expect(noteOn(late, 'en', null)).toBe('')
})

test.each(locales)('the words are whole in every language (%s)', (locale) => {
  for (const moment of ['2025-08-01T00:00:00Z', '2025-11-01T00:00:00Z']) {
    const note = noteOn(postAt(moment), locale)
    expect(note).not.toMatch(/[{}]|undefined/)
    expect(note).toContain(`href="${locale === 'en' ? '' : `/${locale}`}/share/post?change=1#postUrl"`)
  }
})
