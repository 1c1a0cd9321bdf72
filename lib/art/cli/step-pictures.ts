import { markStrands } from '../mark.ts'
import { PALETTES, type PaletteName } from '../palettes.ts'
import { drawPoster } from '../poster.ts'

const SUN = '#F0B90B'
const SHEET = '#FFFDF7'

// Level lines with the given markup on top.
function onLines(id: string, palette: PaletteName, markup: string): string {
  const lines = drawPoster({ id, people: 'none', palette, years: 22, width: 600, height: 400, rise: false, thread: false })
  return lines.replace('</svg>', `${markup}</svg>`)
}

/** The woven hash on the disc: a post with the hashtag. */
export function stepPost(): string {
  const mark = `<g transform="translate(181 81) scale(7.45)">${markStrands(PALETTES.maize.ink, SUN)}</g>`
  return onLines('step-one', 'maize', `<circle cx="300" cy="200" r="150" fill="${SUN}"/>${mark}`)
}

/** A sheet with ticked boxes, signed by the thread: the survey. */
export function stepSurvey(): string {
  const { ink, warp } = PALETTES.tide
  const signature = 'M240 340q30-26 52 0t52 0 50 0'
  const rows = `<path d="M290 118h120M290 200h120M290 282h90"/><path d="M232 98h36v36h-36zM232 180h36v36h-36zM232 262h36v36h-36z"/>`
  return onLines(
    'step-two',
    'tide',
    [
      `<circle cx="210" cy="200" r="120" fill="${SUN}"/><path d="M200 50h250v330H200z" fill="${SHEET}" stroke="${ink}" stroke-width="9"/>`,
      `<g stroke="${ink}" stroke-width="8" fill="none">${rows}</g>`,
      `<path d="m238 196 12 13 24-32" fill="none" stroke="${warp}" stroke-width="13"/>`,
      `<path d="m238 114 12 13 24-32" fill="none" stroke="${warp}" stroke-width="13"/>`,
      `<path d="${signature}" fill="none" stroke="${ink}" stroke-width="14"/>`,
      `<path d="${signature}" fill="none" stroke="${SUN}" stroke-width="7"/>`,
    ].join(''),
  )
}

/** Two people inside a frame of film: the story on screen. */
export function stepFilm(): string {
  const { ink, paper } = PALETTES.rosehip
  const still = drawPoster({
    id: 'step-three',
    people: 'child',
    hair: ['bun', 'curls'],
    palette: 'rosehip',
    width: 420,
    height: 260,
    years: 30,
    thread: false,
    scale: 1.25,
    step: 6,
    prefix: 'z',
  })
  const inner = still.replace(/^<svg .*?(?= preserveAspectRatio)/, '<svg x="75" y="70" width="450" height="260" viewBox="0 0 420 260"')
  const holes = Array.from({ length: 9 }, (_, i) => `<path d="M${62 + 54 * i} 42h28v18h-28zM${62 + 54 * i} 340h28v18h-28z"/>`).join('')
  const frame = `<path d="M40 30h520v340H40z" fill="${ink}"/><g fill="${paper}">${holes}</g>`
  const play = `<circle cx="300" cy="200" r="46" fill="${SHEET}"/><path d="m286 176 40 24-40 24z" fill="${ink}"/>`
  return onLines('step-three', 'rosehip', frame + inner + play)
}
