import { PALETTES, type Inks as Print } from '#lib/art/palettes.ts'
import type { PaletteName } from './film.ts'

/** The inks of one scene. Figure, edge and ring fall back to ink, paper and paper. */
export type Inks = Readonly<{
  paper: string
  ink: string
  disc: string
  warp: string
  weft: string
  thread: string
  figure: string
  edge: string
  ring: string
  words: string
  /** The dark sides of the thread. */
  threadEdge: string
}>

export const black = '#0B0E11'
export const yellow = '#F0B90B'
export const lightYellow = '#FCD535'

function inksOf(print: Readonly<Print>, words = black, threadEdge = print.ink): Inks {
  const { paper, ink, disc, warp, weft, thread } = print
  const { figure = ink, edge = paper, ring = paper } = print
  return { paper, ink, disc, warp, weft, thread, figure, edge, ring, words, threadEdge }
}

const { maize, clay, jacaranda, agave, tide, rosehip, linen, night } = PALETTES
const paperPrint = { paper: '#FBF7EC', ink: black, disc: yellow, warp: '#B5432A', weft: '#F6E7C1', thread: yellow }
const sunPrint = { paper: yellow, ink: '#C79300', disc: lightYellow, warp: '#B5432A', weft: '#F6E7C1', thread: yellow, figure: black }

/** The posters' eight palettes, the page's `paper`, and `sun`: the band that closes the home page. */
export const inks: Readonly<Record<PaletteName, Inks>> = {
  maize: inksOf(maize),
  clay: inksOf(clay),
  jacaranda: inksOf(jacaranda),
  agave: inksOf(agave),
  tide: inksOf(tide),
  rosehip: inksOf(rosehip),
  linen: inksOf(linen),
  paper: inksOf(paperPrint),
  night: inksOf(night, '#F6F0E1', black),
  sun: inksOf(sunPrint, black, black),
}
