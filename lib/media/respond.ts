import { Readable } from 'node:stream'
import type { KeptFile } from './files.ts'
import { readRange } from './ranges.ts'
import { mediaStore } from './store.ts'

/** Everybody's copy may be kept for five minutes, as a film can be withdrawn, and is then asked for by its tag; one person's not at all. */
const keeping = { public: 'public, max-age=300, must-revalidate', private: 'private, no-cache' } as const

/** Sends a file of the store, whole or the range that is asked for. Whether the asker may have it is decided before. */
export async function mediaResponse(request: Request, file: KeptFile, audience: keyof typeof keeping = 'public'): Promise<Response> {
  const etag = `"${file.sha256}"`
  const headers = new Headers({
    ...{ 'accept-ranges': 'bytes', etag, 'cache-control': keeping[audience] },
    ...{ 'content-type': file.type, 'x-content-type-options': 'nosniff' },
  })
  if (matches(request.headers.get('if-none-match'), etag)) return new Response(null, { status: 304, headers })
  const condition = request.headers.get('if-range')
  const range = condition === null || condition === etag ? readRange(request.headers.get('range'), file.bytes) : 'all'
  if (range === 'outside') {
    headers.delete('cache-control')
    headers.set('content-range', `bytes */${file.bytes}`)
    return new Response(null, { status: 416, headers })
  }
  const part = range === 'all' ? undefined : range
  if (part) headers.set('content-range', `bytes ${part.first}-${part.last}/${file.bytes}`)
  // Next keeps the usual header to itself; the door knows this one.
  headers.set('x-content-length', String(part ? part.last - part.first + 1 : file.bytes))
  const body = request.method === 'HEAD' ? null : (Readable.toWeb(await mediaStore().read(file.path, part)) as ReadableStream)
  return new Response(body, { status: part ? 206 : 200, headers })
}

function matches(header: string | null, etag: string): boolean {
  return (header ?? '').split(',').some((tag) => ['*', etag, `W/${etag}`].includes(tag.trim()))
}
