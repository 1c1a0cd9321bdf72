import { readdirSync, readFileSync, statSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { PLAN } from '#lib/art/cli/plan.ts'
import { CASTS } from '#lib/art/cli/story-pictures.ts'
import { eraPicture, PICTURED_ERAS, PICTURED_STORIES, PICTURES, type Picture, storyPictures, unlitTile } from '#lib/art/pictures.ts'

const publicFolder = join(import.meta.dirname, '../../../public')
const read = (path: string) => readFileSync(join(publicFolder, path), 'utf8')

function flat(value: object): Picture[] {
  return 'src' in value ? [value as Picture] : Object.values(value).flatMap((part: object) => flat(part))
}

const listed: Picture[] = [
  ...flat(PICTURES),
  ...PICTURED_STORIES.flatMap((slug) => flat(storyPictures(slug) ?? {})),
  ...PICTURED_ERAS.flatMap((id) => eraPicture(id) ?? []),
  ...[1, 2, 3, 4, 5, 12].map(unlitTile),
]

test.each(['art/story-luis-tile.svg', 'art/step-film.svg', 'art/era-one-summer.svg', 'icon.svg'])(
  'drawing %s again gives the same bytes',
  (path) => {
    expect(PLAN.find((file) => file.path === path)?.draw()).toBe(read(path))
  },
)

test('every picture pages may use exists at the size it says', () => {
  expect(listed.length).toBeGreaterThan(50)
  for (const { src, width, height } of listed) {
    if (src.endsWith('.png')) {
      const png = readFileSync(join(publicFolder, src))
      expect([png.readUInt32BE(16), png.readUInt32BE(20)]).toEqual([width, height])
    } else expect(read(src)).toContain(`viewBox="0 0 ${width} ${height}"`)
  }
})

test('the folder holds what the plan draws, the share images, and nothing else', () => {
  const planned = PLAN.map((file) => file.path).filter((path) => path.startsWith('art/'))
  const shared = CASTS.map((cast) => `art/story-${cast.slug}-og.png`)
  expect(
    readdirSync(join(publicFolder, 'art'))
      .map((name) => `art/${name}`)
      .sort(),
  ).toEqual([...planned, ...shared].sort())
})

test('no drawing is heavier than 40 kB, and all pictures together stay below 1 MB', () => {
  const sizes = readdirSync(join(publicFolder, 'art')).map((name) => statSync(join(publicFolder, 'art', name)).size)
  expect(sizes.reduce((sum, size) => sum + size, 0)).toBeLessThan(1_000_000)
  for (const { path } of PLAN) expect(statSync(join(publicFolder, path)).size).toBeLessThan(40_000)
})

test('only the person who told us their age has years in the picture', () => {
  expect(CASTS.filter((cast) => cast.person.years).map((cast) => cast.slug)).toEqual(['luis'])
})

test('the thread of the frieze runs on from tile to tile', () => {
  const ends = PICTURED_STORIES.map((slug) => {
    const [, d = '', width = ''] =
      read(storyPictures(slug)?.tile.src ?? '').match(/ d="(M0 [^"]*)" stroke="#[0-9A-F]+" stroke-width="([\d.]+)"\/><path d="\1"/) ?? []
    return { start: Number(d.match(/^M0 ([\d.]+)/)?.[1]), end: Number(d.match(/([\d.]+)$/)?.[1]), width: Number(width) }
  })
  for (const [i, tile] of ends.slice(1).entries()) expect(Math.abs(tile.start - (ends[i]?.end ?? 0))).toBeLessThan(tile.width)
})

test('a story or era nobody drew has no picture', () => {
  expect(storyPictures('someone-else')).toBeNull()
  expect(eraPicture('tomorrow')).toBeNull()
})
