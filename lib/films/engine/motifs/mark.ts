import type { Weave } from '#lib/art/cloth.ts'
import { type Canvas2D, drawDisc, drawMark } from '../brush.ts'
import { type Dye, drawCloth, dyeOf } from '../cloth.ts'
import { inOut, outBack, ramp } from '../easing.ts'
import { shirtOf } from '../figure.ts'
import { coversCircle } from '../outline.ts'
import { black } from '../palettes.ts'
import { drawLines, type Print, printOf } from '../print.ts'
import { by, castOf, type Shot, sealed } from '../shot.ts'

type Geometry = { x: number; y: number; r: number; cloth: Weave; dye: Dye; print: Print }

/** The disc fills with light and the hashtag is woven on it; a strip of cloth runs along the foot. */
export const mark = sealed<Geometry>({
  build(shot) {
    const x = shot.w * by(shot, 0.765, 0.72, 0.5)
    const y = shot.h * by(shot, 0.455, 0.71, 0.72)
    const r = by(shot, 226, 128, 250)
    const wearer = castOf(shot, 0)
    const print = printOf(shot.w, shot.h, shot.count, { shapes: [coversCircle(x, y, r)] })
    return { x, y, r, cloth: shirtOf(wearer), dye: dyeOf(wearer.cloth), print }
  },
  draw(c, shot, geometry, moment) {
    const { x, y, r, print } = geometry
    const { t, mirrored } = moment
    drawLines(c, print, shot.ink, { bend: inOut(ramp(t, 0.3, 1.5)) })
    moment.clear()
    drawDisc(c, { x, y, r: r * outBack(ramp(t, 0.35, 1.4)), fill: shot.ink.disc })
    c.save()
    c.translate(x, y)
    if (mirrored) c.scale(-1, 1) // the mark reads the same in every language
    drawMark(c, { x: -r * 0.62, y: -r * 0.62, size: r * 1.24 }, shot.ink.disc, inOut(ramp(t, 1, 2.6)))
    c.restore()
    drawStrip(c, shot, geometry, inOut(ramp(t, 0.6, 2.8)))
  },
})

const cell = 7
const rows = 8

function drawStrip(c: Canvas2D, { w, h }: Shot, { cloth, dye }: Geometry, part: number): void {
  const columns = Math.ceil(w / cell)
  const shown = Math.floor(part * columns)
  if (shown <= 0) return
  const top = h - rows * cell
  drawCloth(c, { cloth, dye, x: 0, y: top, columns: shown, rows, cell })
  c.fillStyle = black
  c.fillRect(0, top - 3, shown * cell, 3)
}
