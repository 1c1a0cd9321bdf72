import { diffArrays } from 'diff'
import { differences, type Stretch } from '#lib/stories/editing/differences.ts'
import type { Film, Scene } from './engine/film.ts'
import { wordsOf } from './provenance.ts'
import { canonicalJson } from './script/hash.ts'
import { languagesOf, transcriptLines } from './tracks/tracks.ts'

/** A scene as its storyteller reads it, and what is different from what they answered before. */
export type SceneChange = Readonly<{
  id: string
  words: string
  isOwn: boolean
  /** Among the scenes that were there before, it is this one that stands elsewhere. */
  moved: boolean
  /** Its chapter, caption and description, laid over those it had; null when they are the same. */
  beside: readonly Stretch[] | null
  change: Readonly<{ kind: 'none' | 'new' | 'picture' }> | Readonly<{ kind: 'words'; stretches: readonly Stretch[] }>
}>

/** The title of a film, laid over the one it had; null when that is the same. */
export type TitleChange = Readonly<{ text: string; stretches: readonly Stretch[] | null }>

/** The words of a film in one language, laid over those it had. */
export type WordsChange = Readonly<{ language: string; stretches: readonly Stretch[] }>

type Shown = { title: TitleChange; scenes: SceneChange[]; gone: string[] }

/** The title and the scenes of a film; beside an earlier one also what changed in each, and the words of scenes that are gone. */
export function changesOfScenes(before: Film | null, film: Film): Shown {
  const known = new Map(before?.scenes.map((scene) => [scene.id, scene]))
  const now = new Set(film.scenes.map(({ id }) => id))
  const frame = before !== null && frameOf(before) !== frameOf(film)
  const moved = movedScenes(before ?? film, film)
  const scenes = film.scenes.map((scene): SceneChange => {
    const earlier = known.get(scene.id)
    const change: SceneChange['change'] = before === null ? { kind: 'none' } : changeOf(earlier, scene, frame)
    const about = { id: scene.id, words: wordsOf(scene), isOwn: scene.provenance === 'excerpt', moved: moved.has(scene.id) }
    return { ...about, beside: earlier ? besideChanged(earlier, scene) : null, change }
  })
  const title = { text: film.title, stretches: before && before.title !== film.title ? differences(before.title, film.title) : null }
  return { title, scenes, gone: (before?.scenes ?? []).filter(({ id }) => !now.has(id)).map(wordsOf) }
}

function movedScenes(before: Film, film: Film): ReadonlySet<string> {
  const common = (one: Film, other: Film) => one.scenes.map(({ id }) => id).filter((id) => other.scenes.some((scene) => scene.id === id))
  return new Set(diffArrays(common(before, film), common(film, before)).flatMap(({ added, value }) => (added ? value : [])))
}

function changeOf(before: Scene | undefined, scene: Scene, frameDiffers: boolean): SceneChange['change'] {
  if (!before) return { kind: 'new' }
  const [first, second] = [wordsOf(before), wordsOf(scene)]
  if (first !== second) return { kind: 'words', stretches: differences(first, second) }
  return { kind: frameDiffers || canonicalJson(seenOf(before)) !== canonicalJson(seenOf(scene)) ? 'picture' : 'none' }
}

/** A scene without the words that stand beside its picture. */
function seenOf({ chapter: _chapter, caption: _caption, description: _description, ...seen }: Scene) {
  return seen
}

function besideChanged(before: Scene, scene: Scene): readonly Stretch[] | null {
  const beside = ({ chapter, caption, description }: Scene) => [chapter, caption, description].map((words) => words ?? '')
  const [first, second] = [beside(before), beside(scene)]
  const joined = (words: readonly string[]) => words.filter(Boolean).join('\n')
  return canonicalJson(first) === canonicalJson(second) ? null : differences(joined(first), joined(second))
}

/** What every scene has in common: a change of it changes all of them. */
function frameOf({ cast, music, lines, seed, fps, lang, label }: Film): string {
  return canonicalJson({ cast, music, lines, seed, fps, lang, label })
}

/** The languages in which what is said in the film differs from before. */
export function changesOfWords(before: Film, film: Film): WordsChange[] {
  const titleIn = (of: Film, language: string) => (language === of.lang ? of.title : (of.translations[language]?.title ?? ''))
  const linesIn = (of: Film, language: string) =>
    transcriptLines(of, language).map(({ chapter, says, shows }) => [chapter, says, shows].filter(Boolean).join('\n'))
  const said = (of: Film, language: string) =>
    languagesOf(of).includes(language) ? [titleIn(of, language), ...linesIn(of, language)].join('\n\n') : ''
  return [...new Set([...languagesOf(before), ...languagesOf(film)])].flatMap((language) => {
    const [first, second] = [said(before, language), said(film, language)]
    return first === second ? [] : [{ language, stretches: differences(first, second) }]
  })
}
