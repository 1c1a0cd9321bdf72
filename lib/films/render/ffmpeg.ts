import { execFile, spawn } from 'node:child_process'
import { writeFile } from 'node:fs/promises'
import path from 'node:path'
import type { Writable } from 'node:stream'
import { promisify } from 'node:util'
import type { Encoder, Encoding, Reel } from './encoder.ts'
import { encodingRefusal } from './encoder.ts'
import { wavOf } from './wav.ts'

const run = promisify(execFile)

/** The ffmpeg of this path or name as an encoder; null when it is not there or makes no H.264 with AAC. */
export async function ffmpegEncoder(program: string): Promise<Encoder | null> {
  const listed = await run(program, ['-hide_banner', '-encoders'], { timeout: 20_000 }).catch(() => null)
  if (!listed) return null
  const has = (name: string) => new RegExp(`^ [A-Z.]{6} ${name} `, 'm').test(listed.stdout)
  if (!has('libx264') || !has('aac')) return null
  return { name: 'ffmpeg', webm: has('libsvtav1') && has('libopus'), open: (encoding) => open(program, encoding) }
}

async function open(program: string, encoding: Encoding): Promise<Reel> {
  const sound = encoding.sound && path.join(encoding.folder, 'sound.wav')
  if (encoding.sound && sound)
    await writeFile(sound, wavOf(encoding.sound)).catch((error: unknown) => Promise.reject(encodingRefusal(error)))
  const child = spawn(program, argumentsFor(encoding, sound), { stdio: ['pipe', 'ignore', 'pipe'] })
  let said = ''
  child.stderr.on('data', (chunk: Buffer) => {
    said = (said + chunk.toString()).slice(-4000)
  })
  child.stdin.on('error', () => {}) // a dying ffmpeg is told by how it ends
  const ended = new Promise<number | null>((resolve) => child.once('error', () => resolve(null)).once('close', (code) => resolve(code)))
  const check = (code: number | null) => {
    if (code !== 0) throw encodingRefusal(new Error(said.trim() || `ffmpeg ended with ${code}`))
  }
  return {
    async add(pixels) {
      // An ffmpeg that dies breaks the pipe: how it ended says why.
      await Promise.race([written(child.stdin, pixels).catch(() => ended), ended])
      if (child.exitCode !== null || child.signalCode !== null) check(await ended)
    },
    async end() {
      child.stdin.end()
      check(await ended)
    },
    stop: () => child.kill('SIGKILL'),
  }
}

/** Resolves when every one of these bytes is out of our hands. */
function written(pipe: Writable, bytes: Uint8Array): Promise<void> {
  return new Promise((resolve, reject) => pipe.write(bytes, (error) => (error ? reject(error) : resolve())))
}

const tags = ['-colorspace', 'bt709', '-color_primaries', 'bt709', '-color_trc', 'bt709', '-color_range', 'tv']
const toVideo = ['-vf', 'scale=in_range=full:out_range=tv:out_color_matrix=bt709:flags=accurate_rnd+full_chroma_int,format=yuv420p']
/** Fine lines and flat inks: constant quality that keeps the lines whole. Upright films are seen smaller. */
const quality = { wide: '27', square: '28', portrait: '30' } as const

function argumentsFor(encoding: Encoding, sound: string | null): string[] {
  const { width, height, fps, total, title, webm } = encoding
  const input = ['-f', 'rawvideo', '-pix_fmt', 'rgba', '-s', `${width}x${height}`, '-r', String(fps), '-i', 'pipe:0']
  const maps = [
    '-map',
    '0:v',
    ...(sound ? ['-map', '1:a'] : []),
    '-map_metadata',
    '-1',
    '-metadata',
    `title=${title}`,
    '-map_chapters',
    '-1',
  ]
  const end = ['-fflags', '+bitexact', '-t', total.toFixed(3)]
  return [
    ...['-hide_banner', '-loglevel', 'error', '-y', ...input, ...(sound ? ['-i', sound] : [])],
    ...[...maps, ...toVideo, ...h264(encoding), ...tags, ...(sound ? ['-c:a', 'aac', '-b:a', '104k'] : [])],
    ...['-movflags', '+faststart', ...end, encoding.mp4],
    ...(webm ? [...maps, ...toVideo, ...av1(encoding), ...tags, ...(sound ? ['-c:a', 'libopus', '-b:a', '80k'] : []), ...end, webm] : []),
  ]
}

function h264({ shape, fps, keyTimes }: Encoding): string[] {
  return [
    // 'medium' takes a fifth longer for 0.4 dB and 3 % more bytes.
    ...['-c:v', 'libx264', '-preset', 'fast', '-crf', quality[shape], '-tune', 'animation'],
    ...['-x264-params', 'psy-rd=0.2,0:deblock=1,1:aq-mode=3', '-profile:v', 'high', '-level', '4.0', '-refs', '4'],
    // Key frames are dear here: one where each scene has settled, and few others.
    ...['-force_key_frames', keyTimes.map((time) => time.toFixed(3)).join(','), '-g', String(fps * 10)],
  ]
}

/** This encoder takes no wishes for key frames. Without looking ahead it needs half the memory and makes the same of flat inks. */
function av1({ fps }: Encoding): string[] {
  return ['-c:v', 'libsvtav1', '-preset', '9', '-svtav1-params', 'lookahead=0', '-crf', '46', '-g', String(fps * 5)]
}
