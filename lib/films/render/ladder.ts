import { env } from '#lib/foundation/env.ts'
import { Refusal } from '#lib/foundation/refusal.ts'
import type { Encoder } from './encoder.ts'
import { ffmpegEncoder } from './ffmpeg.ts'
import { npmEncoder } from './npm-encoder.ts'

/** The best encoder this machine has: the ffmpeg it is told of, the one on PATH, the one from npm. Refuses films.no-encoder when there is none. */
export async function findEncoder(named = env().FFMPEG_PATH): Promise<Encoder> {
  const encoder = (await ffmpegEncoder(named ?? 'ffmpeg')) ?? npmEncoder()
  if (!encoder) throw new Refusal('films.no-encoder')
  return encoder
}
