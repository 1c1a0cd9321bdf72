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
  change: Readonly<{ kind: 'none' | 'new' | 'picture' }> | Readonly<{ kind: 'words'; stretches: readonly Stretch[] }>
}>

/** The words of a film in one language, laid over those it had. */
export type WordsChange = Readonly<{ language: string; stretches: readonly Stretch[] }>

/** The scenes of a film; beside an earlier one also what changed in each, and the words of scenes that are gone. */
export function changesOfScenes(before: Film | null, film: Film): { scenes: SceneChange[]; gone: string[] } {
  const known = new Map(before?.scenes.map((scene) => [scene.id, scene]))
  const now = new Set(film.scenes.map(({ id }) => id))
  const frame = before !== null && frameOf(before) !== frameOf(film)
  const scenes = film.scenes.map((scene): SceneChange => {
    const change: SceneChange['change'] = before === null ? { kind: 'none' } : changeOf(known.get(scene.id), scene, frame)
    return { id: scene.id, words: wordsOf(scene), isOwn: scene.provenance === 'excerpt', change }
  })
  return { scenes, gone: (before?.scenes ?? []).filter(({ id }) => !now.has(id)).map(wordsOf) }
}

function changeOf(before: Scene | undefined, scene: Scene, frameDiffers: boolean): SceneChange['change'] {
  if (!before) return { kind: 'new' }
  const [first, second] = [wordsOf(before), wordsOf(scene)]
  if (first !== second) return { kind: 'words', stretches: differences(first, second) }
  return { kind: frameDiffers || canonicalJson(before) !== canonicalJson(scene) ? 'picture' : 'none' }
}

/** What every scene has in common: a change of it changes all of them. */
function frameOf({ cast, music, lines, seed, fps, lang, label }: Film): string {
  return canonicalJson({ cast, music, lines, seed, fps, lang, label })
}

/** The languages in which what is said in the film differs from before. */
export function changesOfWords(before: Film, film: Film): WordsChange[] {
  const said = (of: Film, language: string) =>
    languagesOf(of).includes(language)
      ? transcriptLines(of, language)
          .map(({ says, shows }) => [says, shows].filter(Boolean).join('\n'))
          .join('\n\n')
      : ''
  return [...new Set([...languagesOf(before), ...languagesOf(film)])].flatMap((language) => {
    const [first, second] = [said(before, language), said(film, language)]
    return first === second ? [] : [{ language, stretches: differences(first, second) }]
  })
}
