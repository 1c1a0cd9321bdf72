import { Refusal } from '#lib/foundation/refusal.ts'
import type { Shape } from '../engine/film.ts'
import type { Sound } from '../engine/music/score.ts'

/** One film to encode: sizes in pixels, times in seconds, paths of the files to write. */
export type Encoding = Readonly<{
  width: number
  height: number
  shape: Shape
  fps: number
  total: number
  title: string
  /** Where each scene has settled: a key frame there lets chapters be sought exactly. */
  keyTimes: readonly number[]
  sound: Sound | null
  /** An empty folder for what is needed meanwhile. */
  folder: string
  mp4: string
  webm: string | null
}>

/** Takes the frames of a film, one after the other. */
export interface Reel {
  /** Pixels as RGBA, a row after the other. Resolves when they are no longer needed. */
  add(pixels: Uint8Array): Promise<void>
  /** Resolves when every file is whole. Throws a Refusal: films.disk-full, films.encoder-failed. */
  end(): Promise<void>
  /** Gives up; what was written is of no use. */
  stop(): void
}

/** Something that makes film files. */
export interface Encoder {
  readonly name: string
  /** Whether it makes AV1 with Opus besides H.264 with AAC. */
  readonly webm: boolean
  open(encoding: Encoding): Promise<Reel>
}

/** The refusal that stands for what went wrong: a full disk is told apart from anything else. */
export function encodingRefusal(error: unknown): Refusal {
  if (error instanceof Refusal) return error
  const text = error instanceof Error ? `${error.message} ${'code' in error ? String(error.code) : ''}` : String(error)
  if (/ENOSPC|no space left/i.test(text)) return new Refusal('films.disk-full')
  return new Refusal('films.encoder-failed', undefined, { cause: text.slice(0, 300) })
}
