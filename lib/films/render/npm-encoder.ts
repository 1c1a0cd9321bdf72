import { writeFile } from 'node:fs/promises'
import { createRequire } from 'node:module'
import { setTimeout as pause } from 'node:timers/promises'
import { BufferTarget, EncodedAudioPacketSource, EncodedPacket, EncodedVideoPacketSource, Mp4OutputFormat, Output } from 'mediabunny'
import type { Sound } from '../engine/music/score.ts'
import { type Encoder, type Encoding, encodingRefusal, type Reel } from './encoder.ts'
import { toI420 } from './i420.ts'

/** The part of WebCodecs that the package has, for a machine without ffmpeg. */
type WebCodecs = Readonly<{
  VideoEncoder: typeof VideoEncoder
  VideoFrame: typeof VideoFrame
  AudioEncoder: typeof AudioEncoder
  AudioData: typeof AudioData
}>
type Packet = Readonly<{ packet: EncodedPacket; config: unknown }>

const color = { primaries: 'bt709', transfer: 'bt709', matrix: 'bt709', fullRange: false } as const
const bitsPerPixel = 0.045
const waiting = 6

/** H.264 and AAC from npm packages alone; null when this machine has no build of them. */
export function npmEncoder(): Encoder | null {
  try {
    const codecs = createRequire(import.meta.url)(`@napi-rs/webcodecs-${process.platform}-${process.arch}-gnu`) as WebCodecs
    return { name: 'webcodecs', webm: false, open: (encoding) => open(codecs, encoding) }
  } catch {
    return null
  }
}

async function open(codecs: WebCodecs, encoding: Encoding): Promise<Reel> {
  const { width, height, fps, keyTimes } = encoding
  const video: Packet[] = []
  let failure: unknown = null
  const encoder = new codecs.VideoEncoder({
    output: (chunk, meta) => video.push(packetOf(chunk, meta)),
    error: (error) => {
      failure = error
    },
  })
  const bitrate = Math.round(width * height * fps * bitsPerPixel)
  encoder.configure({ codec: 'avc1.640028', width, height, bitrate, framerate: fps, latencyMode: 'quality', avc: { format: 'avc' } })
  const keys = new Set(keyTimes.map((time) => Math.round(time * fps)))
  let index = 0
  return {
    async add(pixels) {
      const timestamp = Math.round((index * 1e6) / fps)
      const shape = { format: 'I420', codedWidth: width, codedHeight: height, colorSpace: color } as const
      const frame = new codecs.VideoFrame(toI420(pixels, width, height), { ...shape, timestamp, duration: Math.round(1e6 / fps) })
      encoder.encode(frame, { keyFrame: keys.has(index) || index % (fps * 10) === 0 })
      frame.close()
      index += 1
      while (encoder.encodeQueueSize > waiting && !failure) await pause(2)
      if (failure) throw encodingRefusal(failure)
    },
    async end() {
      try {
        await encoder.flush()
        const audio = encoding.sound ? await encodeSound(codecs, encoding.sound) : []
        await writeFile(encoding.mp4, await mux(video, audio, fps))
      } catch (error) {
        throw encodingRefusal(failure ?? error)
      }
    },
    stop: () => encoder.close(),
  }
}

function packetOf(chunk: EncodedVideoChunk | EncodedAudioChunk, config: unknown): Packet {
  const data = new Uint8Array(chunk.byteLength)
  chunk.copyTo(data)
  return { packet: new EncodedPacket(data, chunk.type, chunk.timestamp / 1e6, (chunk.duration ?? 0) / 1e6), config }
}

const soundChunk = 4800

async function encodeSound(codecs: WebCodecs, { rate, left, right }: Sound): Promise<Packet[]> {
  const packets: Packet[] = []
  let failure: unknown = null
  const encoder = new codecs.AudioEncoder({
    output: (chunk, meta) => packets.push(packetOf(chunk, meta)),
    error: (error) => {
      failure = error
    },
  })
  encoder.configure({ codec: 'mp4a.40.2', sampleRate: rate, numberOfChannels: 2, bitrate: 104_000 })
  for (let at = 0; at < left.length; at += soundChunk) {
    const numberOfFrames = Math.min(soundChunk, left.length - at)
    const data = new Float32Array(numberOfFrames * 2)
    data.set(left.subarray(at, at + numberOfFrames), 0)
    data.set(right.subarray(at, at + numberOfFrames), numberOfFrames)
    const timestamp = Math.round((at / rate) * 1e6)
    const piece = new codecs.AudioData({ format: 'f32-planar', sampleRate: rate, numberOfFrames, numberOfChannels: 2, timestamp, data })
    encoder.encode(piece)
    piece.close()
  }
  await encoder.flush()
  if (failure) throw failure
  return packets
}

async function mux(video: readonly Packet[], audio: readonly Packet[], fps: number): Promise<Uint8Array> {
  const target = new BufferTarget()
  const output = new Output({ format: new Mp4OutputFormat({ fastStart: 'in-memory' }), target })
  const pictures = new EncodedVideoPacketSource('avc')
  const sounds = new EncodedAudioPacketSource('aac')
  output.addVideoTrack(pictures, { frameRate: fps })
  if (audio.length) output.addAudioTrack(sounds)
  await output.start()
  let next = 0
  for (const { packet, config } of video) {
    for (; next < audio.length && (audio[next]?.packet.timestamp ?? 0) <= packet.timestamp; next++) await addSound(sounds, audio[next])
    await pictures.add(packet, withColor(config))
  }
  for (; next < audio.length; next++) await addSound(sounds, audio[next])
  await output.finalize()
  return new Uint8Array(target.buffer ?? new ArrayBuffer(0))
}

async function addSound(sounds: EncodedAudioPacketSource, sound: Packet | undefined): Promise<void> {
  if (sound) await sounds.add(sound.packet, sound.config as EncodedAudioChunkMetadata)
}

/** The colours as we made them: the encoder does not say. */
function withColor(config: unknown): EncodedVideoChunkMetadata {
  const meta = config as EncodedVideoChunkMetadata | undefined
  return meta?.decoderConfig ? { ...meta, decoderConfig: { ...meta.decoderConfig, colorSpace: color } } : (meta ?? {})
}
