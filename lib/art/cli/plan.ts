import { drawCloth } from '../cloth.ts'
import { drawMark } from '../mark.ts'
import { PALETTES, type PaletteName } from '../palettes.ts'
import { drawPoster, type Stone } from '../poster.ts'
import { stepFilm, stepPost, stepSurvey } from './step-pictures.ts'
import { type PlannedFile, storyFiles } from './story-pictures.ts'

const SECOND_COLOUR = '#B5432A'
const WHITE = '#FFFDF7'

function unlit(week: number, palette: PaletteName, rise: number): PlannedFile {
  const draw = () => drawPoster({ id: `unlit-${week}`, people: 'none', palette, years: 57, rise, threadAt: 0.5 })
  return { path: `art/week-${week}-unlit.svg`, draw }
}

function cloth(name: string, id: string, palette: PaletteName): PlannedFile {
  return { path: `art/${name}.svg`, draw: () => drawCloth(id, { palette }) }
}

function era(id: string, palette: PaletteName, stones: readonly Stone[]): PlannedFile {
  const draw = () => drawPoster({ id, people: 'none', palette, stones, width: 1400, height: 260, years: 18, step: 7, threadAt: 0.5 })
  return { path: `art/era-${id}.svg`, draw }
}

const row = (xs: readonly number[], ys: readonly number[], rs: readonly number[], colours: Record<number, string> = {}): Stone[] =>
  xs.map((x, i) => {
    const stone = { x, y: ys[i % ys.length] ?? 0.5, r: rs[i % rs.length] ?? 0.1 }
    const colour = colours[i]
    return colour ? { ...stone, colour } : stone
  })

const CROWD = row(
  Array.from({ length: 17 }, (_, i) => 0.05 + i * 0.056),
  [0.5, 0.3, 0.7, 0.42, 0.6, 0.26, 0.76],
  [0.12, 0.08, 0.1, 0.07, 0.13, 0.09],
  { 2: WHITE, 7: WHITE, 8: SECOND_COLOUR, 12: WHITE },
)

// One stone, then two that meet, then more: the lines have more and more to flow around.
const ERAS = [
  era('trading-floors', 'linen', [{ x: 0.5, y: 0.5, r: 0.22 }]),
  era('cards-and-a-job-offer', 'rosehip', row([0.28, 0.7], [0.53, 0.47], [0.2], { 1: SECOND_COLOUR })),
  era('one-summer', 'maize', row([0.42, 0.55], [0.52, 0.5], [0.22], { 1: SECOND_COLOUR })),
  era(
    'out-of-shanghai',
    'jacaranda',
    row([0.12, 0.2, 0.29, 0.39, 0.5, 0.63, 0.76], [0.54, 0.44, 0.57, 0.41, 0.6, 0.42, 0.56], [0.06, 0.07, 0.08, 0.1, 0.11, 0.18, 0.18], {
      6: SECOND_COLOUR,
    }),
  ),
  era(
    'building-through-winter',
    'tide',
    row([0.16, 0.26, 0.38, 0.5, 0.62, 0.72, 0.84], [0.4, 0.66, 0.42, 0.62, 0.36, 0.62, 0.44], [0.12, 0.1, 0.2, 0.2, 0.12, 0.13, 0.11], {
      3: SECOND_COLOUR,
    }),
  ),
  era(
    'a-chain-of-its-own',
    'linen',
    row([0.14, 0.23, 0.32, 0.41, 0.5, 0.59, 0.68, 0.77, 0.86], [0.49, 0.51], [0.12], { 4: SECOND_COLOUR }),
  ),
  era(
    'the-autumn-test',
    'clay',
    row([0.5, 0.13, 0.22, 0.31, 0.69, 0.78, 0.87], [0.55, 0.44, 0.62, 0.4, 0.4, 0.62, 0.46], [0.3, 0.11, 0.1, 0.13, 0.13, 0.1, 0.11], {
      0: PALETTES.clay.ink,
      4: SECOND_COLOUR,
    }),
  ),
  era('reckoning', 'agave', CROWD),
]

const CALL = { paper: '#F0B90B', ink: '#C79300', disc: '#F0B90B', warp: SECOND_COLOUR, weft: '#FCD535', thread: '#F0B90B' }

const PAGES: readonly PlannedFile[] = [
  { path: 'art/step-post.svg', draw: stepPost },
  { path: 'art/step-survey.svg', draw: stepSurvey },
  { path: 'art/step-film.svg', draw: stepFilm },
  {
    path: 'art/cta.svg',
    draw: () =>
      drawPoster({
        id: 'call',
        people: 'none',
        inks: CALL,
        years: 24,
        width: 1600,
        height: 520,
        rise: 0.02,
        step: 10,
        thread: false,
        threadAt: 0.5,
      }),
  },
  {
    path: 'art/not-found.svg',
    draw: () => drawPoster({ id: 'not-found', people: 'none', palette: 'jacaranda', years: 40, rise: 0.5, threadAt: 0.35 }),
  },
  {
    path: 'art/empty.svg',
    draw: () =>
      drawPoster({ id: 'empty', people: 'none', palette: 'linen', years: 30, width: 1200, height: 560, rise: 0.06, threadAt: 0.47 }),
  },
  { path: 'icon.svg', draw: drawMark },
]

/** Every picture of the site that is drawn ahead of time. */
export const PLAN: readonly PlannedFile[] = [
  ...storyFiles(),
  unlit(1, 'maize', 0.18),
  unlit(2, 'tide', 0.14),
  unlit(3, 'agave', 0.05),
  unlit(4, 'rosehip', -0.04),
  cloth('prize-cloth', 'prize-pool', 'night'),
  cloth('footer-cloth', 'humans-of-binance', 'night'),
  cloth('start-cloth', 'start-here', 'maize'),
  cloth('reason-1', 'overcoming-challenges', 'clay'),
  cloth('reason-2', 'new-opportunities', 'agave'),
  cloth('reason-3', 'better-future', 'tide'),
  ...ERAS,
  ...PAGES,
]
