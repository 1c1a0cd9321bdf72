/** A picture below `public/`, with the size it was drawn at (for `width` and `height`, so that nothing moves while it loads). */
export interface Picture {
  src: string
  width: number
  height: number
}

export interface Themed {
  light: Picture
  dark: Picture
}

export interface StoryPictures {
  /** Home hero from 78rem: the left half is left free for words. */
  wide: Themed
  /** Home hero below 78rem. */
  narrow: Themed
  /** A tile of the frieze; its thread meets the tiles beside it. */
  tile: Picture
  /** What the player shows before the film. */
  still: Picture
  /** What a shared link shows (PNG). */
  share: Picture
}

const picture = (file: string, width: number, height: number): Picture => ({ src: `/art/${file}`, width, height })
const themed = (name: string, width: number, height: number): Themed => ({
  light: picture(`${name}-light.svg`, width, height),
  dark: picture(`${name}-dark.svg`, width, height),
})
const cloth = (name: string): Picture => picture(`${name}.svg`, 32, 32)
const step = (name: string): Picture => picture(`step-${name}.svg`, 600, 400)

/** Pictures that belong to a page, not to a story or an era. */
export const PICTURES = {
  stepPost: step('post'),
  stepSurvey: step('survey'),
  stepFilm: step('film'),
  reason1: cloth('reason-1'),
  reason2: cloth('reason-2'),
  reason3: cloth('reason-3'),
  prizeCloth: cloth('prize-cloth'),
  startCloth: cloth('start-cloth'),
  footerCloth: cloth('footer-cloth'),
  call: picture('cta.svg', 1600, 520),
  notFound: picture('not-found.svg', 800, 1000),
  empty: picture('empty.svg', 1200, 560),
} as const satisfies Record<string, Picture>

export const PICTURED_STORIES = ['luis', 'learning', 'family', 'hill'] as const

export const PICTURED_ERAS = [
  'trading-floors',
  'cards-and-a-job-offer',
  'one-summer',
  'out-of-shanghai',
  'building-through-winter',
  'a-chain-of-its-own',
  'the-autumn-test',
  'reckoning',
] as const

const UNLIT_TILES = 4

/** The pictures of a story; null when none were drawn for it (show the unlit tile of its week instead). */
export function storyPictures(slug: string): StoryPictures | null {
  if (!(PICTURED_STORIES as readonly string[]).includes(slug)) return null
  return {
    wide: themed(`story-${slug}-wide`, 1600, 820),
    narrow: themed(`story-${slug}-narrow`, 800, 800),
    tile: picture(`story-${slug}-tile.svg`, 800, 1000),
    still: picture(`story-${slug}-still.svg`, 1280, 720),
    share: picture(`story-${slug}-og.png`, 1200, 630),
  }
}

/** The tile of a week whose film is not out yet, for any week from 1. It says nothing about who is in the film. */
export function unlitTile(week: number): Picture {
  return picture(`week-${((week - 1) % UNLIT_TILES) + 1}-unlit.svg`, 800, 1000)
}

/** The band above an era of the timeline; null for an era nobody drew. */
export function eraPicture(id: string): Picture | null {
  return (PICTURED_ERAS as readonly string[]).includes(id) ? picture(`era-${id}.svg`, 1400, 260) : null
}
