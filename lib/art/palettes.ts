/** The inks of one print. Lines and figures are `ink`; cloth is `warp` on `weft` with stripes of `thread`. */
export interface Inks {
  paper: string
  ink: string
  disc: string
  warp: string
  weft: string
  thread: string
  /** Fill of the figures, when the lines are too pale for it. */
  figure?: string
  /** Outline of the figures; the paper when absent. */
  edge?: string
  /** Rings of the hair; the paper when absent. */
  ring?: string
}

export const PALETTES = {
  maize: { paper: '#F6E7C1', ink: '#15120B', disc: '#F0B90B', warp: '#B5432A', weft: '#F6E7C1', thread: '#F0B90B' },
  clay: { paper: '#EFB89B', ink: '#2A0E0A', disc: '#FCD535', warp: '#8C2F1B', weft: '#F7DCCB', thread: '#FCD535' },
  jacaranda: { paper: '#D8CDED', ink: '#1C1433', disc: '#FCD535', warp: '#5B3FA6', weft: '#EFE8FA', thread: '#FCD535' },
  agave: { paper: '#BFDCCA', ink: '#0B231D', disc: '#F0B90B', warp: '#1D6B58', weft: '#E4F1E6', thread: '#F0B90B' },
  tide: { paper: '#B9D6E4', ink: '#0A1E31', disc: '#FCD535', warp: '#1C5A86', weft: '#E3F0F6', thread: '#FCD535' },
  rosehip: { paper: '#F3C7C0', ink: '#300D17', disc: '#F0B90B', warp: '#A62B42', weft: '#FBE7E2', thread: '#F0B90B' },
  linen: { paper: '#E9E1D0', ink: '#14120D', disc: '#F0B90B', warp: '#3C4A3A', weft: '#F5EFE2', thread: '#F0B90B' },
  night: {
    paper: '#0B0E11',
    ink: '#8F876F',
    disc: '#F0B90B',
    warp: '#C65A3C',
    weft: '#F1E4C3',
    thread: '#F0B90B',
    figure: '#0B0E11',
    edge: '#F1E4C3',
    ring: '#8F7A3A',
  },
} as const satisfies Record<string, Inks>

export type PaletteName = keyof typeof PALETTES

/** The palettes a picture may be given by its seed alone; night is only ever chosen. */
export const DAY_PALETTES = ['maize', 'clay', 'jacaranda', 'agave', 'tide', 'rosehip', 'linen'] as const satisfies PaletteName[]
