import { execFile } from 'node:child_process'
import { mkdtemp, readdir, readFile, rm, stat, symlink } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { promisify } from 'node:util'
import { afterEach, beforeEach, expect, test } from 'vitest'
import type { Film } from '#lib/films/engine/film.ts'
import { coverageOf } from '#lib/films/render/coverage.ts'
import type { Encoder } from '#lib/films/render/encoder.ts'
import { loadShipped, MissingFace } from '#lib/films/render/faces.ts'
import { ffmpegEncoder } from '#lib/films/render/ffmpeg.ts'
import { toI420 } from '#lib/films/render/i420.ts'
import { encodeFilm, makeFilm } from '#lib/films/render/make.ts'
import { npmEncoder } from '#lib/films/render/npm-encoder.ts'
import { hashFile } from '#lib/media/hash.ts'
import { parseTrack } from '#lib/stories/captions.ts'
import { sampleFilm } from '#tests/factories/films.ts'
import { refusalOf } from '#tests/support/refusals.ts'

const run = promisify(execFile)
const size = [320, 180] as const
let folder: string

beforeEach(async () => {
  folder = await mkdtemp(path.join(tmpdir(), 'hob-render-'))
})
afterEach(() => rm(folder, { recursive: true, force: true }))

/** Three seconds: two cards at 160 beats a minute. */
function short(): Film {
  const film = sampleFilm()
  const [open, , end] = film.scenes.map((scene) => ({ ...scene, beats: 4 }))
  if (!open || !end) throw new Error('three scenes')
  return {
    ...film,
    music: { ...film.music, bpm: 160 },
    scenes: [open, end],
    translations: { es: { title: 'Una muestra', scenes: { open: { caption: 'Una muestra' } } } },
  }
}

const ffmpeg = await ffmpegEncoder('ffmpeg')
const npm = npmEncoder()
const either = ffmpeg ?? npm

type Probe = { streams: Record<string, string | number>[]; format: { duration: string; tags?: Record<string, string> } }
async function probe(file: string): Promise<Probe> {
  const { stdout } = await run('ffprobe', ['-v', 'error', '-show_streams', '-show_format', '-of', 'json', file])
  return JSON.parse(stdout) as Probe
}

function needed(encoder: Encoder | null): Encoder {
  if (!encoder) throw new Error('this machine has no encoder to test')
  return encoder
}

test('a render makes film, posters, thumbnails, and text tracks in every language of the script', { timeout: 60_000 }, async () => {
  const frames: number[] = []
  const made = await makeFilm(short(), 'wide', { encoder: needed(either), folder, size, onFrame: (done) => frames.push(done) })
  expect(frames).toEqual(Array.from({ length: 72 }, (_, i) => i + 1))
  expect(made).toMatchObject({ seconds: 3, width: 320, height: 180, encoder: either?.name })
  const named = made.files.map(({ role, language, file }) => [role, language, file].filter(Boolean).join(' '))
  expect(named.filter((name) => !name.includes('webm'))).toEqual([
    'film film.mp4',
    ...['avif', 'webp', 'png'].map((ending) => `poster poster.${ending}`),
    'thumbnails thumbnails.webp',
    'thumbnail-track thumbnails.vtt',
    ...['en', 'es'].flatMap((lang) => [
      ...['captions', 'chapters', 'descriptions'].map((kind) => `${kind} ${lang} ${kind}.${lang}.vtt`),
      `transcript ${lang} transcript.${lang}.md`,
    ]),
  ])
  for (const { file } of made.files) expect((await stat(path.join(folder, file))).size).toBeGreaterThan(20)
  const captions = await readFile(path.join(folder, 'captions.es.vtt'), 'utf8')
  expect(parseTrack(captions).problems).toEqual([])
  expect(captions).toContain('(Sample film) Una muestra')
  const sheet = await hashFile(path.join(folder, 'thumbnails.webp'))
  expect(await readFile(path.join(folder, 'thumbnails.vtt'), 'utf8')).toContain(
    `/media/${sheet.slice(0, 2)}/${sheet}.webp#xywh=240,0,240,135`,
  )
})

test('the MP4 plays everywhere: H.264 High and AAC, colours named, the index first', { timeout: 60_000 }, async () => {
  const encoder = needed(either)
  await encodeFilm(short(), 'wide', { encoder, folder, size, webm: false })
  const file = await readFile(path.join(folder, 'film.mp4'))
  expect(file.indexOf('moov')).toBeLessThan(file.indexOf('mdat'))
  expect(file.includes('avc1') && file.includes('mp4a')).toBe(true)
  if (!ffmpeg) return
  const { streams, format } = await probe(path.join(folder, 'film.mp4'))
  expect(streams[0]).toMatchObject({
    codec_name: 'h264',
    profile: 'High',
    pix_fmt: 'yuv420p',
    width: 320,
    height: 180,
    avg_frame_rate: '24/1',
    level: 40,
  })
  expect(streams[0]).toMatchObject({
    color_range: 'tv',
    color_space: 'bt709',
    color_transfer: 'bt709',
    color_primaries: 'bt709',
    nb_frames: '72',
  })
  expect(streams[1]).toMatchObject({ codec_name: 'aac', sample_rate: '48000', channels: 2 })
  expect(Number(format.duration)).toBeCloseTo(3, 1)
  expect(format.tags?.title).toBe('A sample')
})

test('the same script gives the same bytes', { timeout: 60_000 }, async () => {
  const encoder = needed(either)
  await encodeFilm(short(), 'wide', { encoder, folder, size: [160, 90], webm: false })
  const first = await hashFile(path.join(folder, 'film.mp4'))
  await encodeFilm(short(), 'wide', { encoder, folder, size: [160, 90], webm: false })
  expect(await hashFile(path.join(folder, 'film.mp4'))).toBe(first)
})

test('WebM is AV1 with Opus where the encoder makes them', { timeout: 60_000 }, async () => {
  if (!ffmpeg?.webm) return expect(npm?.webm ?? false).toBe(false)
  await encodeFilm(short(), 'square', { encoder: ffmpeg, folder, size: [128, 128] })
  const { streams } = await probe(path.join(folder, 'film.webm'))
  expect(streams.map(({ codec_name }) => codec_name)).toEqual(['av1', 'opus'])
  expect(streams[0]).toMatchObject({ width: 128, height: 128, color_space: 'bt709', pix_fmt: 'yuv420p' })
})

test('without ffmpeg the packages from npm make the film, with the same yellow', { timeout: 60_000 }, async () => {
  expect(await ffmpegEncoder('/nowhere/ffmpeg')).toBeNull()
  if (!npm) return expect(process.platform === 'linux' && process.arch === 'x64').toBe(false)
  const films = await encodeFilm(short(), 'wide', { encoder: npm, folder, size })
  expect(films.map(({ file }) => file)).toEqual(['film.mp4'])
  if (!ffmpeg) return
  const { streams } = await probe(path.join(folder, 'film.mp4'))
  expect(streams[0]).toMatchObject({ codec_name: 'h264', width: 320, height: 180, color_space: 'bt709', nb_frames: '72' })
  expect(streams[1]).toMatchObject({ codec_name: 'aac', channels: 2 })
})

test('yellow is the yellow of BT.709', () => {
  const pixel = [252, 213, 53, 255]
  const planes = toI420(Uint8Array.from([...pixel, ...pixel, ...pixel, ...pixel]), 2, 2)
  expect([...planes]).toEqual([196, 196, 196, 196, 54, 152])
})

test('a full disk is a refusal of its own, wherever it fills', { timeout: 60_000 }, async () => {
  await symlink('/dev/full', path.join(folder, 'film.mp4'))
  expect(await refusalOf(encodeFilm(short(), 'wide', { encoder: needed(ffmpeg ?? npm), folder, size, webm: false }))).toBe(
    'films.disk-full',
  )
  await rm(path.join(folder, 'film.mp4'))
  await symlink('/dev/full', path.join(folder, 'poster.webp'))
  expect(await refusalOf(makeFilm(short(), 'wide', { encoder: needed(either), folder, size: [64, 36], webm: false }))).toBe(
    'films.disk-full',
  )
})

test('an encoder that dies is not taken for a film', { timeout: 60_000 }, async () => {
  const dying = await ffmpegEncoder('ffmpeg')
  if (!dying) return
  expect(await refusalOf(encodeFilm(short(), 'wide', { encoder: dying, folder: path.join(folder, 'nowhere'), size, webm: false }))).toBe(
    'films.encoder-failed',
  )
})

test('giving up stops the encoder and throws', { timeout: 60_000 }, async () => {
  const stop = new AbortController()
  const onFrame = (done: number) => {
    if (done === 5) stop.abort()
  }
  await expect(encodeFilm(short(), 'wide', { encoder: needed(either), folder, size, onFrame, signal: stop.signal })).rejects.toThrow(
    'abort',
  )
})

test('a face that is missing stops everything', () => {
  expect(() => loadShipped(folder)).toThrow(MissingFace)
  const covers = coverageOf('public/fonts/vazirmatn-arabic.woff2')
  expect(['م', 'A', '中'].map((letter) => covers(letter.codePointAt(0) ?? 0))).toEqual([true, false, false])
  const latin = coverageOf('public/fonts/atkinson-text.woff2')
  expect(['A', 'é', 'Ł', 'م'].map((letter) => latin(letter.codePointAt(0) ?? 0))).toEqual([true, true, false, false])
})

test('every shape of the shipped fonts is read', async () => {
  const fonts = (await readdir('public/fonts')).filter((file) => file.endsWith('.woff2'))
  for (const font of fonts)
    expect([
      font,
      coverageOf(path.join('public/fonts', font))(0x20) ||
        coverageOf(path.join('public/fonts', font))(0x100) ||
        coverageOf(path.join('public/fonts', font))(0x1ea1),
    ]).toEqual([font, true])
})
