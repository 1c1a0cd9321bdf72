import { open, stat } from 'node:fs/promises'
import { fileTypeFromFile } from 'file-type'
import { FilePathSource, Input, MP4, WEBM } from 'mediabunny'
import { Refusal } from '#lib/foundation/refusal.ts'
import type { Ending } from '#lib/media/names.ts'
import type { UploadFault } from './upload-limits.ts'
import { uploadLimits } from './upload-limits.ts'

export type MeasuredFile = Readonly<{
  ending: Ending
  role: 'film' | 'poster'
  width: number
  height: number
  durationSeconds: number | null
}>

const kinds = {
  'video/mp4': { ending: 'mp4', role: 'film' },
  'video/webm': { ending: 'webm', role: 'film' },
  'image/png': { ending: 'png', role: 'poster' },
  'image/jpeg': { ending: 'jpg', role: 'poster' },
} as const satisfies Record<string, Pick<MeasuredFile, 'ending' | 'role'>>

const refuse = (fault: UploadFault) => new Refusal('upload.refused', undefined, { fault })

/** What a file is by its content, whatever its name says. Refuses 'upload.refused' (values fault). */
export async function measureFile(file: string): Promise<MeasuredFile> {
  const found = (await fileTypeFromFile(file))?.mime
  const kind = Object.entries(kinds).find(([mime]) => mime === found)?.[1]
  if (!kind) throw refuse('type')
  if ((await stat(file)).size > uploadLimits[kind.role]) throw refuse('large')
  const measured = await (kind.role === 'film' ? measureFilm(file) : measurePicture(file, kind.ending)).catch(() => {
    throw refuse('unreadable')
  })
  if (Math.min(measured.width, measured.height) < uploadLimits.pixels) throw refuse('shape')
  if ((measured.durationSeconds ?? 0) > uploadLimits.seconds) throw refuse('long')
  return { ...kind, ...measured }
}

type Size = Pick<MeasuredFile, 'width' | 'height' | 'durationSeconds'>

async function measureFilm(file: string): Promise<Size> {
  const input = new Input({ formats: [MP4, WEBM], source: new FilePathSource(file) })
  try {
    const track = await input.getPrimaryVideoTrack()
    if (!track) throw new Error('no picture in the film')
    const durationSeconds = Math.round((await input.computeDuration()) * 100) / 100
    if (!(durationSeconds > 0)) throw new Error('the film has no length')
    return { width: await track.getDisplayWidth(), height: await track.getDisplayHeight(), durationSeconds }
  } finally {
    input.dispose()
  }
}

async function measurePicture(file: string, ending: Ending): Promise<Size> {
  const handle = await open(file, 'r')
  try {
    const head = Buffer.alloc(512 * 1024)
    const { bytesRead } = await handle.read(head, 0, head.length, 0)
    const bytes = head.subarray(0, bytesRead)
    const size = ending === 'png' ? { width: bytes.readUInt32BE(16), height: bytes.readUInt32BE(20) } : sizeOfJpeg(bytes)
    return { ...size, durationSeconds: null }
  } finally {
    await handle.close()
  }
}

/** Goes from marker to marker until the one that says how large the picture is. */
function sizeOfJpeg(bytes: Buffer): { width: number; height: number } {
  for (let at = 2; ; ) {
    const marker = bytes.readUInt8(at + 1)
    const isFrame = marker >= 0xc0 && marker <= 0xcf && ![0xc4, 0xc8, 0xcc].includes(marker)
    if (isFrame) return { width: bytes.readUInt16BE(at + 7), height: bytes.readUInt16BE(at + 5) }
    at += 2 + bytes.readUInt16BE(at + 2)
  }
}
