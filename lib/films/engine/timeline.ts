import type { Film, Scene, Transition } from './film.ts'

/** A scene with its place on the clock, in seconds. */
export type Timed = Readonly<{ scene: Scene; index: number; start: number; length: number }>
export type Timeline = Readonly<{ items: readonly Timed[]; total: number }>

/** How long each transition takes, in seconds. */
export const transitionLength: Readonly<Record<Transition, number>> = { cut: 0, pan: 1.15, weave: 1.1, disc: 1 }

/** When each scene begins and how long it lasts. */
export function timeline(film: Pick<Film, 'music' | 'scenes'>): Timeline {
  const items: Timed[] = []
  let total = 0
  for (const [index, scene] of film.scenes.entries()) {
    const length = (scene.beats * 60) / film.music.bpm
    items.push({ scene, index, start: total, length })
    total += length
  }
  return { items, total }
}

/** How many frames the film has. */
export function frameCount(film: Film): number {
  return Math.round(timeline(film).total * film.fps)
}
