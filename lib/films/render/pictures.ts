import { type Canvas, createCanvas } from '@napi-rs/canvas'
import type { Canvas2D } from '../engine/brush.ts'
import type { Film } from '../engine/film.ts'
import { drawFrame } from '../engine/frame.ts'
import { does, Recording, stride } from './recording.ts'
import { replay, replayStep } from './replay.ts'

/** The pictures of a film one after the other, the canvas showing the last. */
export type Pictures = Readonly<{
  canvas: Canvas
  /** The pixels of an instant as RGBA, good until the next are asked for. */
  at: (time: number) => Uint8Array
}>

/** So many steps have to be the same as in the frame before to be kept. */
const worthKeeping = 300

/**
 * Draws a film frame after frame, and of each only what comes after the first stroke that differs from the frame before: what lies below
 * is kept as a picture of its own, and a frame that is the same altogether is not drawn again. Every pixel is the one `drawFrame` gives.
 */
export function newPictures(film: Film, width: number, height: number): Pictures {
  const canvas = createCanvas(width, height)
  const c = canvas.getContext('2d')
  const ground = newGround(width, height)
  let [now, before] = [new Recording(), new Recording()]
  let pixels: Uint8Array<ArrayBuffer> | undefined
  const at = (time: number) => {
    ;[now, before] = [before, now]
    now.clear()
    drawFrame(now as unknown as Canvas2D, film, time, width, height)
    const same = sameSteps(now, before)
    if (pixels && same === now.count && same === before.count) return pixels
    const kept = ground.keep(now, same)
    if (kept.steps) c.drawImage(ground.canvas, 0, 0)
    for (const step of kept.standing) replayStep(c, now.steps, step)
    replay(c, now.steps, kept.steps, now.count)
    pixels?.buffer.transfer(0) // else they stay until there is no room for more
    const { data } = c.getImageData(0, 0, width, height)
    pixels = new Uint8Array(data.buffer as ArrayBuffer, data.byteOffset, data.byteLength)
    return pixels
  }
  return { canvas, at }
}

/** How many steps two recordings begin with that are the same. */
function sameSteps({ steps, count }: Recording, before: Recording): number {
  const end = Math.min(count, before.count) * stride
  const others = before.steps
  let at = 0
  while (at < end && steps[at] === others[at]) at++
  return Math.floor(at / stride)
}

/** The first steps of a frame, drawn; `standing` are those of them that later ones depend on. */
type Kept = Readonly<{ steps: number; standing: readonly number[]; saves: number }>
const nothing: Kept = { steps: 0, standing: [], saves: 0 }

/** What lies below all that changes. */
function newGround(width: number, height: number) {
  const canvas = createCanvas(width, height)
  const c = canvas.getContext('2d')
  let kept = nothing
  let paths = 0
  let wasShared = false
  c.save()
  const forget = () => {
    for (let saves = kept.saves; saves >= 0; saves--) c.restore()
    c.save()
    wasShared = false
    kept = nothing
  }
  /** Keeps what this frame has in common with the one before; where frames change by turns, what it will have in common with the next. */
  const keep = (frame: Recording, same: number): Kept => {
    const isShared = same >= worthKeeping
    const takesTurns = kept.steps > same && wasShared && !isShared
    if (kept.steps > same) forget()
    const cut = takesTurns ? pathAt(frame, paths) : lastPath(frame, same)
    wasShared = isShared
    if (cut - kept.steps < worthKeeping) return kept
    const standing = standingAt(frame, cut)
    if (!standing) return kept
    replay(c, frame.steps, kept.steps, cut)
    paths = pathsBefore(frame, cut)
    kept = { steps: cut, standing, saves: standing.filter((step) => frame.steps[step * stride] === does.save).length }
    return kept
  }
  return { canvas, keep }
}

const begins = ({ steps }: Recording, step: number) => steps[step * stride] === does.beginPath

/** The last place up to a step where a path begins: nothing after it needs the path before. */
function lastPath(frame: Recording, last: number): number {
  let step = last
  while (step > 0 && !(step < frame.count && begins(frame, step))) step--
  return step
}

function pathsBefore(frame: Recording, end: number): number {
  let paths = 0
  for (let step = 0; step < end; step++) if (begins(frame, step)) paths++
  return paths
}

/** Where the path after so many begins. */
function pathAt(frame: Recording, index: number): number {
  let paths = 0
  for (let step = 0; step < frame.count; step++) {
    if (!begins(frame, step)) continue
    if (paths === index) return step
    paths++
  }
  return 0
}

/**
 * Of the steps before one, those that still have a say: clips, places and settings that no restore has ended. Null when a clip was made
 * of a path that began somewhere else, which this cannot tell.
 */
function standingAt({ steps }: Recording, end: number): number[] | null {
  const standing: number[] = []
  const opened: number[] = []
  let path: number[] = []
  let moved = false
  for (let step = 0; step < end; step++) {
    const what = steps[step * stride] ?? 0
    if (what === does.beginPath) [path, moved] = [[step], false]
    else if (what <= does.closePath) path.push(step)
    else if (what === does.restore) [standing.length, moved] = [opened.pop() ?? 0, true]
    else if (what === does.clip) {
      if (moved) return null
      standing.push(...path, step)
    } else if (what < does.fill) {
      if (what === does.save) opened.push(standing.length)
      else if (what <= does.setTransform) moved = true
      standing.push(step)
    }
  }
  return standing
}
