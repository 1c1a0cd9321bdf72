import { type Film, plain, type Scene } from './engine/film.ts'
import type { Sources } from './script/rules.ts'

/**
 * A script as it may be saved over `previous`: whose words a card shows is decided here and not by who saves. Words are the storyteller's only
 * while they are exactly theirs, at their place; words about a fact that somebody changed are an editor's. What the film is stays: its kind,
 * address and version.
 */
export function withProvenance(previous: Film, next: Film, sources: Sources): Film {
  const { kind, slug, label } = previous
  const scenes = next.scenes.map((scene) => withGrounds(scene, previous, sources))
  return { ...next, kind, slug, label, scenes }
}

function withGrounds(scene: Scene, previous: Film, sources: Sources): Scene {
  const before = previous.scenes.find(({ id }) => id === scene.id)
  const isTheirs = isVerbatim(scene, sources)
  if (scene.provenance === 'excerpt') return isTheirs ? scene : { ...scene, provenance: 'editor' }
  if (scene.provenance === 'editor') return scene
  return before?.provenance === 'fact' && before.kind === scene.kind && wordsOf(before) === wordsOf(scene)
    ? scene
    : { ...scene, provenance: 'editor' }
}

function isVerbatim({ excerpt, text }: Scene, sources: Sources): boolean {
  if (!excerpt) return false
  return sources[excerpt.from]?.slice(excerpt.start, excerpt.end) === excerpt.text && plain(text) === plain(excerpt.text)
}

/** All words of a card as one text, for people to compare. */
export function wordsOf(scene: Scene): string {
  const more = scene.kind === 'title' ? [scene.sub ?? ''] : scene.kind === 'end' ? [scene.hashtag, scene.cta] : []
  const value = scene.kind === 'numeral' ? [String(scene.value)] : []
  return [...value, scene.text.replaceAll('*', ''), ...more].filter(Boolean).join('\n')
}

/** All words of a film, card by card, for people to compare. */
export function wordsOfFilm(film: Film): string {
  return film.scenes.map(wordsOf).join('\n\n')
}
