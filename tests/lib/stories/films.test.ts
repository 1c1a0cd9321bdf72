import { stat } from 'node:fs/promises'
import { expect, test } from 'vitest'
import { parseTrack } from '#lib/stories/captions.ts'
import { trackKinds } from '#lib/stories/schema.ts'
import { seededIn } from '#prisma/seed/languages.ts'
import { type Film, trackOf, transcriptOf } from '#prisma/seed/stories/film.ts'
import { films } from '#prisma/seed/stories.ts'

const everyTrack = films.flatMap((film) => trackKinds.flatMap((kind) => seededIn.map((locale) => ({ film, kind, locale }))))

/** Every word of a film in one language. */
function wordsOf(film: Film, locale: (typeof seededIn)[number]): string {
  const tracks = trackKinds.map((kind) => parseTrack(trackOf(film, kind, locale)).cues.map(({ text }) => text))
  const own = [film.title, film.summary, film.pictureText, ...(film.storyteller ? [film.storyteller.name, film.storyteller.place] : [])]
  return [...own.map((words) => words[locale]), ...tracks.flat(), JSON.stringify(transcriptOf(film, locale))].join('\n')
}

test('the films come out on four Wednesdays of September 2025, at midnight UTC', () => {
  expect(films.map(({ slug, week, releaseAt }) => ({ slug, week, releaseAt }))).toEqual([
    { slug: 'luis', week: 1, releaseAt: '2025-09-03T00:00:00Z' },
    { slug: 'learning', week: 2, releaseAt: '2025-09-10T00:00:00Z' },
    { slug: 'family', week: 3, releaseAt: '2025-09-17T00:00:00Z' },
    { slug: 'hill', week: 4, releaseAt: '2025-09-24T00:00:00Z' },
  ])
})

test.each(everyTrack)('the $kind of $film.slug in $locale have no problem and end with the film', ({ film, kind, locale }) => {
  const { cues, problems } = parseTrack(trackOf(film, kind, locale))

  expect(problems).toEqual([])
  expect(cues.at(-1)?.to).toBeLessThanOrEqual(film.durationSeconds)
  if (kind === 'captions') {
    expect(Math.max(...cues.map(({ text }) => text.split('\n').length))).toBeLessThanOrEqual(2)
    expect(Math.max(...cues.flatMap(({ text }) => text.split('\n').map((line) => [...line].length)))).toBeLessThanOrEqual(42)
  }
})

test.each(films)('every language of $slug has all of its words', (film) => {
  const shape = (locale: (typeof seededIn)[number]) => ({
    named: [film.title, film.summary, film.pictureText].map((words) => words[locale].trim().length > 0),
    cues: trackKinds.map((kind) => parseTrack(trackOf(film, kind, locale)).cues.map(({ id, from, to }) => ({ id, from, to }))),
    lines: transcriptOf(film, locale).map(({ at, chapter, says, shows }) => [at, Boolean(chapter), Boolean(says), Boolean(shows)]),
  })

  expect(shape('en').named).toEqual([true, true, true])
  for (const locale of seededIn) expect(shape(locale)).toEqual(shape('en'))
})

test.each(films)('the words of $slug that are not a name or a number are translated', (film) => {
  for (const locale of ['es', 'ar'] as const) {
    expect(film.summary[locale]).not.toBe(film.summary.en)
    expect(film.scenes.filter(({ shows }) => shows[locale] === shows.en)).toEqual([])
  }
  expect(wordsOf(film, 'ar')).toMatch(/\p{Script=Arabic}/u)
})

test('an illustrative film names nobody and says what it is in its captions and transcript, in every language', () => {
  const label = { en: '(Illustrative film)', es: '(Película ilustrativa)', ar: '(فيلم توضيحي)' }
  const illustrative = films.filter(({ kind }) => kind === 'illustrative')

  expect(illustrative.map(({ slug }) => slug)).toEqual(['learning', 'family', 'hill'])
  for (const film of illustrative) {
    expect(film.storyteller).toBeUndefined()
    for (const locale of seededIn) {
      const said = transcriptOf(film, locale).map(({ says }) => says ?? '')
      expect([said[0], said.at(-1)].map((words) => words?.includes(label[locale]))).toEqual([true, true])
      expect(wordsOf(film, locale)).not.toMatch(/Luis|لويس/)
    }
  }
})

test('of Luis nothing is told that he did not tell', () => {
  const luis = films.find(({ slug }) => slug === 'luis')
  const invented =
    /brazil|argentin|mexic|peru|colombia|chile|venezuela|retire|pension|jubilad|wife|husband|esposa|daughter|hija?\b|son\b|grand|teacher|profesor|engineer|ingeniero|\bsays\b|he said|lives in|vive en|تقاعد|زوج|ابن|البرازيل|الأرجنتين|المكسيك|["“”«»]|\d{1,3}[.,]\d{3}|%/iu

  expect(luis).toBeDefined()
  for (const locale of seededIn) {
    const words = luis
      ? `${luis.title[locale]}\n${luis.summary[locale]}\n${luis.scenes.flatMap(({ captions, chapter }) => [...captions.map(([, , , w]) => w[locale]), chapter?.[locale]]).join('\n')}`
      : ''
    expect(words.match(invented)?.[0]).toBeUndefined()
    expect(words.match(/\d+/g)?.filter((number) => number !== '57' && number !== '3')).toEqual([])
  }
})

test('every file of every film is there', async () => {
  const files = films.flatMap(({ slug, files }) => files.map(({ path }) => ({ slug, path })))

  expect(files.filter(({ slug, path }) => !path.startsWith(`/films/${slug}/`))).toEqual([])
  for (const { path } of files) expect((await stat(`public${path}`)).size).toBeGreaterThan(1_000_000)
})
