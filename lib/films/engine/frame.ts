import { type Canvas2D, drawDisc } from './brush.ts'
import { clearForWords, drawCard } from './card.ts'
import { clamp, inOut, mix, ramp } from './easing.ts'
import type { Film } from './film.ts'
import { type Frame, frameOf, voiceOf } from './layout.ts'
import { motifOf } from './motifs/all.ts'
import { type Inks, inks, yellow } from './palettes.ts'
import type { Moment, Shot } from './shot.ts'
import { type Timed, timeline, transitionLength } from './timeline.ts'

type Built = Readonly<{ shot: Shot; geometry: unknown }>

/** Geometry by what it depends on: a film that was edited keeps that of the scenes it did not change. */
const built = new Map<string, Built>()
const builtMost = 48

function shotOf(film: Film, { scene }: Timed, { w, h, shape }: Frame): Built {
  const who = scene.who.flatMap((key) => film.cast[key] ?? [])
  const people = who.map(({ weave, head, cloth }) => `${weave} ${head} ${cloth}`).join()
  const name = [scene.motif, scene.palette, Math.round(w), Math.round(h), film.lines.count, film.slug, people].join('|')
  const known = built.get(name)
  if (known) return known
  const shot: Shot = { w, h, shape, ink: inks[scene.palette], count: film.lines.count, who, seedName: film.slug }
  const made = { shot, geometry: motifOf[scene.motif].build(shot) }
  if (built.size >= builtMost) built.delete(built.keys().next().value ?? '')
  built.set(name, made)
  return made
}

type View = Readonly<{ film: Film; frame: Frame; mirrored: boolean }>

/**
 * One frame of the film: a pure function of time (seconds), the same in a browser and on the server. `c` is `width` x `height` pixels and
 * is left without a transformation. The film's faces must be loaded before the first frame, because measured words are kept.
 */
export function drawFrame(c: Canvas2D, film: Film, time: number, width: number, height: number): void {
  const frame = frameOf(width, height)
  const { items, total } = timeline(film)
  const t = clamp(time, 0, total - 1e-4)
  const now = items.find(({ start, length }) => t < start + length) ?? items.at(-1)
  if (!now) return
  const view = { film, frame, mirrored: voiceOf(film).rightToLeft }
  c.setTransform(frame.unit, 0, 0, frame.unit, 0, 0)
  c.globalAlpha = 1
  c.save()
  c.beginPath()
  c.rect(0, 0, frame.w, frame.h)
  c.clip()
  if (view.mirrored) flip(c, frame)
  drawMoment(c, view, now, items[now.index - 1], t - now.start)
  c.restore()
  c.setTransform(1, 0, 0, 1, 0, 0)
}

function flip(c: Canvas2D, { w }: Frame): void {
  c.translate(w, 0)
  c.scale(-1, 1)
}

function drawMoment(c: Canvas2D, view: View, now: Timed, before: Timed | undefined, t: number): void {
  const kind = now.scene.transition
  const part = ramp(t, 0, transitionLength[kind])
  if (!before || kind === 'cut' || part >= 1) drawScene(c, view, now, t)
  else if (kind === 'pan') drawPan(c, view, now, before, t, inOut(part))
  else if (kind === 'weave') drawWeave(c, view, now, before, t, part)
  else drawOpening(c, view, now, before, t, inOut(part))
}

const endOf = ({ length }: Timed) => length - 1e-4

/** Along the wall: lines and thread of both scenes meet at the seam. */
function drawPan(c: Canvas2D, view: View, now: Timed, before: Timed, t: number, part: number): void {
  const { w, h } = view.frame
  const gone = Math.round(part * w)
  // The seam may lie within a pixel: what neither half covers of it is paper.
  fillPaper(c, view.frame, inks[now.scene.palette])
  const halves = [
    { item: before, at: endOf(before), x: -gone },
    { item: now, at: t, x: w - gone },
  ]
  for (const { item, at, x } of halves) {
    c.save()
    c.beginPath()
    c.rect(x, 0, w, h)
    c.clip()
    c.translate(x, 0)
    drawScene(c, view, item, at)
    c.restore()
  }
}

const bands = 24

/** Weft by weft, from alternate sides. */
function drawWeave(c: Canvas2D, view: View, now: Timed, before: Timed, t: number, part: number): void {
  const { w, h } = view.frame
  const tall = h / bands
  drawScene(c, view, before, endOf(before))
  c.save()
  c.beginPath()
  for (let band = 0; band < bands; band++) {
    const begin = (band / bands) * 0.55
    const wide = inOut(ramp(part, begin, begin + 0.45)) * w
    if (wide > 0) c.rect(band % 2 ? w - wide : 0, h - (band + 1) * tall - 0.5, wide, tall + 1)
  }
  c.clip()
  drawScene(c, view, now, t)
  c.restore()
}

/** Out of the light of the scene before; whoever stood in front of it goes down as it grows. */
function drawOpening(c: Canvas2D, view: View, now: Timed, before: Timed, t: number, part: number): void {
  const { w, h } = view.frame
  const motif = motifOf[before.scene.motif]
  const { shot, geometry } = shotOf(view.film, before, view.frame)
  const light = motif.light?.(shot, geometry) ?? { x: w / 2, y: h / 2, r: 0, fill: yellow }
  const far = Math.max(...[0, w].flatMap((x) => [0, h].map((y) => Math.hypot(x - light.x, y - light.y))))
  drawScene(c, view, before, endOf(before), motif.layered ? 'ground' : 'all')
  c.save()
  drawDisc(c, light)
  c.beginPath()
  c.arc(light.x, light.y, mix(light.r, far + 4, part ** 1.2), 0, Math.PI * 2)
  c.clip()
  drawScene(c, view, now, t)
  c.restore()
  if (motif.layered) drawScene(c, view, before, endOf(before), 'people', part)
}

function fillPaper(c: Canvas2D, { w, h }: Frame, { paper }: Inks): void {
  c.fillStyle = paper
  c.fillRect(0, 0, w, h)
}

function drawScene(c: Canvas2D, view: View, item: Timed, t: number, layer: Moment['layer'] = 'all', sink = 0): void {
  const { film, frame, mirrored } = view
  const { scene, length } = item
  const { shot, geometry } = shotOf(film, item, frame)
  const { ink } = shot
  if (layer !== 'people') fillPaper(c, frame, ink)
  const clear = () => clearForWords(c, scene, frame, ink, t)
  const first = scene.transition === 'cut'
  motifOf[scene.motif].draw(c, shot, geometry, { t, length, beat: 60 / film.music.bpm, first, layer, sink, mirrored, clear })
  if (layer === 'people') return
  c.save()
  if (mirrored) flip(c, frame)
  drawCard(c, scene, { film, frame, ink, t, length })
  c.restore()
}
