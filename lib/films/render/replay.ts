import type { SKRSContext2D } from '@napi-rs/canvas'
import { does, type Gradient, namedBy, stride } from './recording.ts'

/** Does the steps of a recording on a canvas, from one to before another. */
export function replay(c: SKRSContext2D, steps: Float64Array, from: number, to: number): void {
  for (let at = from * stride; at < to * stride; at += stride) redo[steps[at] ?? 0]?.(c, steps, at + 1)
}

/** Does one step of a recording on a canvas. */
export function replayStep(c: SKRSContext2D, steps: Float64Array, step: number): void {
  replay(c, steps, step, step + 1)
}

type Redo = (c: SKRSContext2D, steps: Float64Array, at: number) => unknown

const n = (steps: Float64Array, at: number) => steps[at] ?? 0
const name = (steps: Float64Array, at: number) => namedBy(n(steps, at)) as never

const redo: Redo[] = []
redo[does.moveTo] = (c, s, i) => c.moveTo(n(s, i), n(s, i + 1))
redo[does.lineTo] = (c, s, i) => c.lineTo(n(s, i), n(s, i + 1))
redo[does.quadraticCurveTo] = (c, s, i) => c.quadraticCurveTo(n(s, i), n(s, i + 1), n(s, i + 2), n(s, i + 3))
redo[does.bezierCurveTo] = (c, s, i) => c.bezierCurveTo(n(s, i), n(s, i + 1), n(s, i + 2), n(s, i + 3), n(s, i + 4), n(s, i + 5))
redo[does.arc] = (c, s, i) => c.arc(n(s, i), n(s, i + 1), n(s, i + 2), n(s, i + 3), n(s, i + 4))
redo[does.ellipse] = (c, s, i) => c.ellipse(n(s, i), n(s, i + 1), n(s, i + 2), n(s, i + 3), n(s, i + 4), n(s, i + 5), n(s, i + 6))
redo[does.rect] = (c, s, i) => c.rect(n(s, i), n(s, i + 1), n(s, i + 2), n(s, i + 3))
redo[does.closePath] = (c) => c.closePath()
redo[does.beginPath] = (c) => c.beginPath()
redo[does.clip] = (c) => c.clip()
redo[does.save] = (c) => c.save()
redo[does.restore] = (c) => c.restore()
redo[does.translate] = (c, s, i) => c.translate(n(s, i), n(s, i + 1))
redo[does.scale] = (c, s, i) => c.scale(n(s, i), n(s, i + 1))
redo[does.rotate] = (c, s, i) => c.rotate(n(s, i))
redo[does.setTransform] = (c, s, i) => c.setTransform(n(s, i), n(s, i + 1), n(s, i + 2), n(s, i + 3), n(s, i + 4), n(s, i + 5))
redo[does.fill] = (c) => c.fill()
redo[does.stroke] = (c) => c.stroke()
redo[does.fillRect] = (c, s, i) => c.fillRect(n(s, i), n(s, i + 1), n(s, i + 2), n(s, i + 3))
redo[does.strokeRect] = (c, s, i) => c.strokeRect(n(s, i), n(s, i + 1), n(s, i + 2), n(s, i + 3))
redo[does.fillText] = (c, s, i) => c.fillText(String(namedBy(n(s, i))), n(s, i + 1), n(s, i + 2))
redo[does.fillStyle] = (c, s, i) => {
  c.fillStyle = styleOf(c, n(s, i))
}
redo[does.strokeStyle] = (c, s, i) => {
  c.strokeStyle = styleOf(c, n(s, i))
}
redo[does.lineWidth] = (c, s, i) => {
  c.lineWidth = n(s, i)
}
redo[does.lineCap] = (c, s, i) => {
  c.lineCap = name(s, i)
}
redo[does.lineJoin] = (c, s, i) => {
  c.lineJoin = name(s, i)
}
redo[does.globalAlpha] = (c, s, i) => {
  c.globalAlpha = n(s, i)
}
redo[does.font] = (c, s, i) => {
  c.font = name(s, i)
}
redo[does.fontVariationSettings] = (c, s, i) => {
  c.fontVariationSettings = name(s, i)
}
redo[does.textAlign] = (c, s, i) => {
  c.textAlign = name(s, i)
}
redo[does.textBaseline] = (c, s, i) => {
  c.textBaseline = name(s, i)
}
redo[does.direction] = (c, s, i) => {
  c.direction = name(s, i)
}

function styleOf(c: SKRSContext2D, number: number): string | CanvasGradient {
  const style = namedBy(number)
  return typeof style === 'string' ? style : gradientOf(c, style)
}

function gradientOf(c: SKRSContext2D, { ends, stops }: Gradient): CanvasGradient {
  const gradient = c.createLinearGradient(...ends)
  for (const [at, color] of stops) gradient.addColorStop(at, color)
  return gradient
}
