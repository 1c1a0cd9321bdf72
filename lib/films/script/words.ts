import type { Role } from '../engine/faces.ts'
import type { Film, Scene } from '../engine/film.ts'

/** Words as they are shown, with the kind of face they are set in. */
export type Shown = Readonly<{ role: Role; text: string }>

/** Every text a card shows. */
export function textsOf(film: Film, scene: Scene, index: number): Shown[] {
  const labelled = film.kind !== 'storyteller' && (index === 0 || index === film.scenes.length - 1)
  const more = scene.kind === 'title' ? [scene.sub ?? ''] : scene.kind === 'end' ? [scene.hashtag, scene.cta] : []
  const small = [...more, ...(labelled ? [film.label] : [])].filter(Boolean)
  return [{ role: 'display', text: scene.text.replaceAll('*', '') }, ...small.map((text) => ({ role: 'text' as const, text }))]
}
