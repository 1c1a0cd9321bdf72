import { type Canvas, createCanvas } from '@napi-rs/canvas'
import type { Film } from '../engine/film.ts'
import { frameCount, timeline } from '../engine/timeline.ts'

const every = 2
const columns = 5

/** Thumbnails of a film on one sheet, one for every two seconds, gathered while it is drawn. */
export type Sprite = Readonly<{
  canvas: Canvas
  layout: Readonly<{ total: number; every: number; columns: number; width: number; height: number }>
  /** Takes this frame in when it is the one its two seconds are shown by. */
  see: (canvas: Canvas, frame: number) => void
}>

/** An empty sheet for a film of this size. */
export function newSprite(film: Film, filmWidth: number, filmHeight: number): Sprite {
  const { total } = timeline(film)
  const width = filmWidth >= filmHeight ? 240 : 108
  const height = Math.round((width * filmHeight) / filmWidth)
  const count = Math.ceil(total / every)
  const canvas = createCanvas(columns * width, Math.ceil(count / columns) * height)
  const c = canvas.getContext('2d')
  const last = frameCount(film) - 1
  const see = (frameCanvas: Canvas, frame: number) => {
    const k = Math.floor(frame / film.fps / every)
    if (frame !== Math.min(last, Math.round((k * every + every / 2) * film.fps))) return
    c.drawImage(frameCanvas, (k % columns) * width, Math.floor(k / columns) * height, width, height)
  }
  return { canvas, layout: { total, every, columns, width, height }, see }
}
