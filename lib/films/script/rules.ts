import { type Film, plain, type Scene } from '../engine/film.ts'
import { timeline } from '../engine/timeline.ts'
import { countWords } from '../engine/writing.ts'
import type { Problem, ProblemCode } from './problems.ts'

/** The texts of an entry that excerpts are taken from, as they are stored. */
export type Sources = Readonly<{ story?: string | undefined; post?: string | undefined }>

/** Films are this long, in seconds. */
export const shortest = 12
export const longest = 90

/** The seconds somebody needs for so many words. */
export function readingSeconds(words: number): number {
  return 1.6 + words * 0.28
}

/** How many words a card shows. */
export function wordsShown(scene: Scene, lang: string): number {
  const main = countWords(plain(scene.text), lang)
  if (scene.kind === 'title') return main + countWords(scene.sub ?? '', lang)
  return scene.kind === 'end' ? main + countWords(scene.cta, lang) + 1 : main
}

/** Everything that is wrong with a script apart from how it looks. */
export function ruleProblems(film: Film, sources: Sources): Problem[] {
  return [...film.scenes.flatMap((scene, index) => sceneProblems(film, scene, index, sources)), ...filmProblems(film)]
}

type Found = readonly [holds: boolean, code: ProblemCode, values?: Problem['values']]

function sceneProblems(film: Film, scene: Scene, index: number, sources: Sources): Problem[] {
  const known = new Set(film.facts.map(({ id }) => id))
  const seconds = (scene.beats * 60) / film.music.bpm
  const words = wordsShown(scene, film.lang)
  const strangers = scene.who.filter((who) => !(who in film.cast))
  const unknown = scene.facts.filter((fact) => !known.has(fact))
  const found: Found[] = [
    [film.scenes.findIndex(({ id }) => id === scene.id) < index, 'duplicate-id', { id: scene.id }],
    [index === 0 && scene.kind !== 'title', 'no-title'],
    [index === film.scenes.length - 1 && scene.kind !== 'end', 'no-end'],
    [index === 0 && scene.transition !== 'cut', 'opens-with-transition'],
    [scene.provenance !== 'excerpt' && !scene.facts.length && !scene.excerpt, 'stands-on-nothing'],
    [unknown.length > 0, 'unknown-fact', { facts: unknown.join(', ') }],
    [scene.provenance === 'fact' && !scene.facts.length && !!scene.excerpt, 'stands-on-nothing'],
    [strangers.length > 0, 'unknown-person', { people: strangers.join(', ') }],
    [scene.kind === 'numeral' && scene.motif === 'years' && scene.value !== film.lines.count, 'lines-differ', { lines: film.lines.count }],
    [seconds < readingSeconds(words), 'too-fast', { words, beats: Math.ceil((readingSeconds(words) * film.music.bpm) / 60) }],
    ...excerptProblems(film, scene, sources),
  ]
  return found.flatMap(([holds, code, values]) => (holds ? [{ scene: index, code, ...(values ? { values } : {}) }] : []))
}

function excerptProblems(film: Film, scene: Scene, sources: Sources): Found[] {
  const { excerpt, provenance } = scene
  if (!excerpt) return [[provenance === 'excerpt', 'no-excerpt']]
  const source = sources[excerpt.from]
  const differs = source !== undefined && source.slice(excerpt.start, excerpt.end) !== excerpt.text
  return [
    [film.kind === 'illustrative', 'excerpt-of-nobody'],
    [differs || excerpt.end - excerpt.start !== excerpt.text.length, 'excerpt-differs', { start: excerpt.start, end: excerpt.end }],
    [provenance === 'excerpt' && plain(scene.text) !== plain(excerpt.text), 'words-differ'],
  ]
}

function filmProblems(film: Film): Problem[] {
  const cited = new Set(film.scenes.flatMap(({ facts }) => facts))
  const unused = film.facts.filter(({ id }) => !cited.has(id)).map(({ id }) => id)
  const { total } = timeline(film)
  const seconds = { seconds: Math.round(total) }
  const found: Found[] = [
    [new Set(film.facts.map(({ id }) => id)).size < film.facts.length, 'duplicate-id', { id: 'facts' }],
    [unused.length > 0, 'unused-fact', { facts: unused.join(', ') }],
    [film.kind !== 'storyteller' && film.lines.years, 'years-of-nobody'],
    [film.kind !== 'storyteller' && !film.label, 'no-label'],
    [total < shortest, 'too-short', seconds],
    [total > longest, 'too-long', seconds],
  ]
  return found.flatMap(([holds, code, values]) => (holds ? [{ scene: null, code, ...(values ? { values } : {}) }] : []))
}
