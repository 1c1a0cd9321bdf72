import { writeFile } from 'node:fs/promises'
import path from 'node:path'
import { createCanvas } from '@napi-rs/canvas'
import { hashFile } from '#lib/media/hash.ts'
import { mediaAddress, mediaName } from '#lib/media/names.ts'
import type { Canvas2D } from '../engine/brush.ts'
import { type Film, type Shape, sizes } from '../engine/film.ts'
import { drawFrame } from '../engine/frame.ts'
import { score } from '../engine/music/score.ts'
import { frameCount, timeline, transitionLength } from '../engine/timeline.ts'
import { languagesOf, thumbnailTrack, tracksOf, transcriptText } from '../tracks/tracks.ts'
import { type Encoder, encodingRefusal } from './encoder.ts'
import { loadFaces } from './faces.ts'
import type { Made, MadeFile } from './output.ts'
import { newPictures } from './pictures.ts'
import { newSprite, type Sprite } from './sprite.ts'

/** What a render may leave out, and who hears of it. */
export type Making = Readonly<{
  encoder: Encoder
  folder: string
  /** Another name and size than the shape's, for previews and tests. */
  size?: readonly [width: number, height: number]
  webm?: boolean
  onFrame?: (done: number, all: number) => void
  signal?: AbortSignal
}>

/** Draws and encodes the film: `film.mp4` and, where the encoder can, `film.webm` in the folder. The same script gives the same bytes. */
export async function encodeFilm(film: Film, shape: Shape, making: Making, sprite?: Sprite): Promise<MadeFile[]> {
  loadFaces()
  const { folder, encoder, signal } = making
  const [width, height] = making.size ?? sizes[shape]
  const { items, total } = timeline(film)
  const webm = encoder.webm && (making.webm ?? true) ? 'film.webm' : null
  const keyTimes = items.map(({ start, scene }) => start + transitionLength[scene.transition])
  const reel = await encoder.open({
    ...{ width, height, shape, fps: film.fps, total, title: film.title, keyTimes, sound: score(film), folder },
    ...{ mp4: path.join(folder, 'film.mp4'), webm: webm && path.join(folder, webm) },
  })
  const pictures = newPictures(film, width, height)
  const frames = frameCount(film)
  try {
    for (let frame = 0; frame < frames; frame++) {
      signal?.throwIfAborted()
      await reel.add(pictures.at(frame / film.fps))
      sprite?.see(pictures.canvas, frame)
      making.onFrame?.(frame + 1, frames)
    }
    await reel.end()
  } catch (error) {
    reel.stop()
    throw error
  }
  const file = (name: string): MadeFile => ({ role: 'film', language: null, width, height, file: name })
  return [file('film.mp4'), ...(webm ? [file(webm)] : [])]
}

/** Makes everything a film page needs: film, posters, thumbnails and, in every language of the script, text tracks and transcript. */
export async function makeFilm(film: Film, shape: Shape, making: Making): Promise<Made> {
  const [width, height] = making.size ?? sizes[shape]
  const sprite = newSprite(film, width, height)
  const files = await encodeFilm(film, shape, making, sprite)
  try {
    files.push(...(await writePosters(film, making.folder, width, height)))
    files.push(...(await writeThumbnails(sprite, making.folder)))
    for (const lang of languagesOf(film)) files.push(...(await writeTexts(film, lang, making.folder)))
  } catch (error) {
    throw encodingRefusal(error)
  }
  return { seconds: timeline(film).total, width, height, encoder: making.encoder.name, files }
}

async function writePosters(film: Film, folder: string, width: number, height: number): Promise<MadeFile[]> {
  const canvas = createCanvas(width, height)
  const [first] = timeline(film).items
  drawFrame(canvas.getContext('2d') as unknown as Canvas2D, film, (first?.length ?? 0) - 0.3, width, height)
  await writeFile(path.join(folder, 'poster.avif'), await canvas.encode('avif', { quality: 52, speed: 6 }))
  await writeFile(path.join(folder, 'poster.webp'), await canvas.encode('webp', 80))
  await writeFile(path.join(folder, 'poster.png'), await canvas.encode('png'))
  return ['avif', 'webp', 'png'].map((ending) => ({ role: 'poster', language: null, width, height, file: `poster.${ending}` }))
}

async function writeThumbnails(sprite: Sprite, folder: string): Promise<MadeFile[]> {
  const file = path.join(folder, 'thumbnails.webp')
  await writeFile(file, await sprite.canvas.encode('webp', 62))
  const address = mediaAddress(mediaName(await hashFile(file), 'webp'))
  await writeFile(path.join(folder, 'thumbnails.vtt'), thumbnailTrack({ ...sprite.layout, file: address }))
  const { width, height } = sprite.canvas
  return [
    { role: 'thumbnails', language: null, width, height, file: 'thumbnails.webp' },
    { role: 'thumbnail-track', language: null, width: null, height: null, file: 'thumbnails.vtt' },
  ]
}

async function writeTexts(film: Film, language: string, folder: string): Promise<MadeFile[]> {
  const tracks = tracksOf(film, language)
  const texts = [
    ...(['captions', 'chapters', 'descriptions'] as const).map((role) => ({ role, file: `${role}.${language}.vtt`, text: tracks[role] })),
    { role: 'transcript' as const, file: `transcript.${language}.md`, text: transcriptText(film, language) },
  ]
  for (const { file, text } of texts) await writeFile(path.join(folder, file), text)
  return texts.map(({ role, file }) => ({ role, language, width: null, height: null, file }))
}
