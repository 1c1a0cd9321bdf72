import { type Inks, PALETTES, type PaletteName } from '../palettes.ts'
import { drawPoster, type PosterSpec } from '../poster.ts'

/** One file below `public/` and how its bytes are made. */
export interface PlannedFile {
  path: string
  draw: () => string
}

/** Who is in the pictures of a story. */
export interface Cast {
  slug: string
  /** The person, as the films name their cloth. */
  person: Pick<PosterSpec, 'id' | 'people' | 'hair' | 'years'>
  palette: PaletteName
  /** In the frieze, where tiles touch: the line whose height is nearest to the thread of the tile before. */
  threadAt: number
}

// Only Luis told us his age. The other three picture a theme and nobody real: no years.
export const CASTS: readonly Cast[] = [
  { slug: 'luis', person: { id: 'luis', people: 'one', hair: ['short'], years: 57 }, palette: 'maize', threadAt: 0.5 },
  { slug: 'learning', person: { id: 'week-2-learner', people: 'one', hair: ['bun'] }, palette: 'jacaranda', threadAt: 0.5 },
  { slug: 'family', person: { id: 'week-3-parent', people: 'child', hair: ['long', 'curls'] }, palette: 'agave', threadAt: 0.52 },
  { slug: 'hill', person: { id: 'week-4-climber', people: 'one', hair: ['curls'] }, palette: 'clay', threadAt: 0.5 },
]

const PAIRS = {
  wide: { centres: [0.7, 0.87], scale: 1.1 },
  still: { centres: [0.42, 0.65], scale: 1.12 },
  og: { centres: [0.67, 0.86], scale: 1.12 },
}
const SINGLES = {
  wide: { centres: [0.735], scale: 1.16 },
  still: { scale: 1.12 },
  og: { centres: [0.74], scale: 1.12 },
}

// The hero lies on maize or night whoever is in it, so that words beside it stay readable; people keep their own cloth.
function heroInks(ground: 'maize' | 'night', palette: PaletteName): Inks {
  if (palette === 'maize') return PALETTES[ground]
  return { ...PALETTES[ground], warp: PALETTES[palette].warp, weft: PALETTES[palette].weft }
}

function filesOf({ slug, person, palette, threadAt }: Cast): PlannedFile[] {
  const places = person.people === 'child' ? PAIRS : SINGLES
  const wide = { ...person, ...places.wide, width: 1600, height: 820, step: 10, fade: [0.47, 0.66], threadAt: 0.12 } as const
  const narrow = { ...person, width: 800, height: 800, threadAt: 0.53 } as const
  const specs: Record<string, PosterSpec> = {
    'wide-light': { ...wide, inks: heroInks('maize', palette), prefix: 'h' },
    'wide-dark': { ...wide, inks: heroInks('night', palette), prefix: 'd' },
    'narrow-light': { ...narrow, inks: heroInks('maize', palette), prefix: 's' },
    'narrow-dark': { ...narrow, inks: heroInks('night', palette), prefix: 't' },
    tile: { ...person, palette, threadAt },
    still: { ...person, ...places.still, palette, width: 1280, height: 720, threadAt: 0.46, prefix: 'f' },
  }
  return Object.entries(specs).map(([kind, spec]) => ({ path: `art/story-${slug}-${kind}.svg`, draw: () => drawPoster(spec) }))
}

/** What a shared link shows, 1200 x 630. Networks take no SVG, so it is published as PNG only. */
export function shareImage({ person, palette }: Cast): string {
  const places = person.people === 'child' ? PAIRS : SINGLES
  return drawPoster({ ...person, ...places.og, palette, width: 1200, height: 630, threadAt: 0.25 })
}

/** The six pictures of each story. */
export function storyFiles(): PlannedFile[] {
  return CASTS.flatMap(filesOf)
}
