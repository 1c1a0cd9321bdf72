import { createCanvas } from '@napi-rs/canvas'
import type { Canvas2D } from '../engine/brush.ts'
import { engineVersion, type Film, type Shape, sizes } from '../engine/film.ts'
import { drawFrame } from '../engine/frame.ts'
import { timeline } from '../engine/timeline.ts'
import { scriptHash } from '../script/hash.ts'
import { loadFaces } from './faces.ts'

/** A still as WebP is half as wide as the film. */
const scale = 0.5
const beforeEnd = 0.3
const mostKept = 64

type Type = 'webp' | 'png'
const kept = new Map<string, Promise<Buffer>>()
let last: Promise<unknown> = Promise.resolve()

/**
 * One scene as a picture, once everything in it has arrived, drawn by the engine. The last few dozen are kept, and one is drawn after the other, so
 * that a page full of them leaves the site time for everybody else. Throws for a scene there is not.
 */
export function stillOf(film: Film, scene: number, shape: Shape = 'wide', type: Type = 'webp'): Promise<Buffer> {
  const key = [scriptHash({ ...film, translations: {} }), engineVersion, scene, shape, type].join(' ')
  const found = kept.get(key)
  if (found) return found
  const drawn = last.then(() => draw(film, scene, shape, type))
  last = drawn.catch(() => undefined)
  kept.set(key, drawn)
  drawn.catch(() => kept.delete(key))
  for (const [old] of kept) if (kept.size > mostKept) kept.delete(old)
  return drawn
}

async function draw(film: Film, scene: number, shape: Shape, type: Type): Promise<Buffer> {
  const item = timeline(film).items[scene]
  if (!item) throw new Error(`the film has no scene ${scene}`)
  loadFaces()
  const [width, height] = sizes[shape].map((side) => Math.round(side * (type === 'webp' ? scale : 1))) as [number, number]
  const canvas = createCanvas(width, height)
  drawFrame(canvas.getContext('2d') as unknown as Canvas2D, film, item.start + Math.max(0, item.length - beforeEnd), width, height)
  return type === 'webp' ? canvas.encode('webp', 84) : canvas.encode('png')
}
