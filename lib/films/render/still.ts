import { createCanvas } from '@napi-rs/canvas'
import type { Canvas2D } from '../engine/brush.ts'
import { type Film, type Shape, sizes } from '../engine/film.ts'
import { drawFrame } from '../engine/frame.ts'
import { timeline } from '../engine/timeline.ts'
import { loadFaces } from './faces.ts'

/** How wide a still is, in pixels: half of the film. */
const scale = 0.5
const beforeEnd = 0.3

/** One scene as a picture, once everything in it has arrived, drawn by the engine. Throws for a scene there is not. */
export async function stillOf(film: Film, scene: number, shape: Shape = 'wide', type: 'webp' | 'png' = 'webp'): Promise<Buffer> {
  const item = timeline(film).items[scene]
  if (!item) throw new Error(`the film has no scene ${scene}`)
  loadFaces()
  const [width, height] = sizes[shape].map((side) => Math.round(side * (type === 'webp' ? scale : 1))) as [number, number]
  const canvas = createCanvas(width, height)
  drawFrame(canvas.getContext('2d') as unknown as Canvas2D, film, item.start + Math.max(0, item.length - beforeEnd), width, height)
  return type === 'webp' ? canvas.encode('webp', 84) : canvas.encode('png')
}
