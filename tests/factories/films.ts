import { readFileSync } from 'node:fs'
import { type Film, plain, type StatementScene } from '#lib/films/engine/film.ts'
import { readScript } from '#lib/films/script/schema.ts'

/** A script that ships with the repository. */
export function shippedFilm(slug: 'luis' | 'learning' | 'family' | 'hill' | 'samples/sample-arabic' | 'samples/sample-chinese'): Film {
  return readScript(JSON.parse(readFileSync(`lib/films/scripts/${slug}.json`, 'utf8')))
}

/** A film of three cards and exactly twelve seconds about nobody, quick to draw. `seed` makes it another film. */
export function sampleFilm(seed = 1, changes: Partial<Film> = {}): Film {
  const card = { who: ['one'], beats: 8, facts: ['sample'], provenance: 'editor' as const }
  return readScript({
    ...{ version: 3, slug: 'sample', lang: 'en', title: 'A sample', kind: 'sample', label: 'Sample film', seed, fps: 24 },
    ...{ lines: { count: 24, years: false }, cast: { one: { weave: 'sample', head: 'short', cloth: 'tide' } } },
    ...{ music: { bpm: 120, key: 'D', mood: 'still' }, facts: [{ id: 'sample', says: 'Nothing here happened.', from: 'editor' }] },
    scenes: [
      { ...card, id: 'open', kind: 'title', palette: 'maize', motif: 'portrait', transition: 'cut', text: 'A sample', chapter: 'Opening' },
      { ...card, id: 'middle', kind: 'statement', palette: 'tide', motif: 'walk', text: 'Made for a *test*.' },
      {
        ...card,
        id: 'end',
        kind: 'end',
        palette: 'sun',
        motif: 'mark',
        transition: 'disc',
        text: 'The end',
        hashtag: '#Sample',
        cta: 'Nothing to do',
      },
    ],
    ...changes,
  })
}

/** The film whose second card shows these words of an entry. */
export function filmWithExcerpt(story: string, start: number, end: number): Film {
  const film = sampleFilm(1, { kind: 'storyteller', label: '' })
  const text = story.slice(start, end)
  const middle = film.scenes[1] as StatementScene
  const card: StatementScene = {
    ...middle,
    text: plain(text),
    provenance: 'excerpt',
    facts: [],
    excerpt: { from: 'story', start, end, text },
  }
  return { ...film, scenes: [film.scenes[0] ?? card, card, film.scenes[2] ?? card] }
}
