import { createCanvas } from '@napi-rs/canvas'
import { beforeAll, expect, test } from 'vitest'
import type { Canvas2D } from '#lib/films/engine/brush.ts'
import type { Film } from '#lib/films/engine/film.ts'
import { drawFrame } from '#lib/films/engine/frame.ts'
import { timeline } from '#lib/films/engine/timeline.ts'
import { loadFaces } from '#lib/films/render/faces.ts'
import { newPictures } from '#lib/films/render/pictures.ts'
import { Recording } from '#lib/films/render/recording.ts'
import { shippedFilm } from '#tests/factories/films.ts'

beforeAll(() => {
  loadFaces()
})

/** The times at which pictures and a canvas on which every frame is drawn anew do not show the same pixels. */
function differing(film: Film, times: readonly number[], width = 320, height = 180): number[] {
  const pictures = newPictures(film, width, height)
  const canvas = createCanvas(width, height)
  return times.filter((time) => {
    drawFrame(canvas.getContext('2d') as unknown as Canvas2D, film, time, width, height)
    return Buffer.compare(pictures.at(time), canvas.data()) !== 0
  })
}

/** A few frames in a row from many places of a film. */
function runsOf(film: Film, every: number): number[] {
  const { total } = timeline(film)
  const starts = Array.from({ length: Math.floor(total / every) }, (_, index) => index * every)
  return starts.flatMap((start) => Array.from({ length: 4 }, (_, frame) => start + frame / film.fps))
}

/** One film with every kind of scene. */
function everything(): Film {
  const [luis, family, hill] = [shippedFilm('luis'), shippedFilm('family'), shippedFilm('hill')]
  const more = [family.scenes[1], hill.scenes[2]].flatMap((scene) => scene ?? [])
  return {
    ...luis,
    cast: { ...luis.cast, ...family.cast, ...hill.cast },
    scenes: [...luis.scenes.slice(0, 6), ...more, ...luis.scenes.slice(6)],
  }
}

test('frames that build on each other are those drawn one by one, in every kind of scene', { timeout: 120_000 }, () => {
  expect(differing(everything(), runsOf(everything(), 1.9))).toEqual([])
})

test('so are those of a film that runs from right to left, and of one in Chinese, upright', { timeout: 120_000 }, () => {
  for (const slug of ['samples/sample-arabic', 'samples/sample-chinese'] as const)
    expect([slug, differing(shippedFilm(slug), runsOf(shippedFilm(slug), 3.1), 180, 320)]).toEqual([slug, []])
})

test('a frame shows nothing of what the canvas showed before, at any size', { timeout: 120_000 }, () => {
  for (const [slug, width, height] of [
    ['luis', 321, 181],
    ['samples/sample-arabic', 187, 331],
  ] as const) {
    const film = shippedFilm(slug)
    const [clean, dirty] = [createCanvas(width, height), createCanvas(width, height)]
    const pans = timeline(film).items.filter(({ scene }) => scene.transition === 'pan')
    const times = pans.flatMap(({ start }) => [0.2, 0.31, 0.42, 0.53].map((after) => start + after))
    const differ = times.filter((time) => {
      for (const [canvas, color] of [
        [clean, 'white'],
        [dirty, 'red'],
      ] as const) {
        const c = canvas.getContext('2d')
        c.fillStyle = color
        c.fillRect(0, 0, width, height)
        drawFrame(c as unknown as Canvas2D, film, time, width, height)
      }
      return Buffer.compare(clean.data(), dirty.data()) !== 0
    })
    expect([slug, times.length > 0, differ]).toEqual([slug, true, []])
  }
})

test('a film that is jumped about in gives the same pictures', { timeout: 120_000 }, () => {
  const film = shippedFilm('hill')
  const times = runsOf(film, 3)
  const jumping = times.map((_, index) => times[(index * 29) % times.length] ?? 0)
  expect(differing(film, jumping)).toEqual([])
})

test('a frame that is the same as the one before is not read again', () => {
  const pictures = newPictures(shippedFilm('hill'), 160, 90)
  const first = pictures.at(2.5)
  expect(pictures.at(2.5)).toBe(first)
  expect(pictures.at(2.6)).not.toBe(first)
})

test('what a recording does not know of is refused', () => {
  const recording = new Recording() as unknown as CanvasRenderingContext2D
  expect(() => {
    recording.shadowBlur = 3
  }).toThrow(TypeError)
  expect(() => recording.roundRect(0, 0, 1, 1, 1)).toThrow(TypeError)
})
