import { type Trap, webTrap } from './servers.ts'

/** An S3-compatible store in memory: put, head, get with ranges, delete. Signatures are not looked at. */
export async function objectStore(): Promise<Trap & { readonly objects: ReadonlyMap<string, { body: Buffer; type: string }> }> {
  const objects = new Map<string, { body: Buffer; type: string }>()
  const trap = await webTrap((request, response) => {
    const key = decodeURIComponent((request.url ?? '').split('?')[0] ?? '')
    const chunks: Buffer[] = []
    request.on('data', (chunk: Buffer) => chunks.push(chunk))
    request.on('end', () => {
      const kept = objects.get(key)
      if (request.method === 'PUT') {
        objects.set(key, { body: unwrapped(Buffer.concat(chunks), request.headers), type: String(request.headers['content-type'] ?? '') })
        response.writeHead(200, { etag: '"kept"' }).end()
      } else if (request.method === 'DELETE') {
        objects.delete(key)
        response.writeHead(204).end()
      } else if (!kept) response.writeHead(404).end()
      else answer(request.method === 'HEAD', request.headers.range, kept)
    })
    function answer(head: boolean, range: string | undefined, { body, type }: { body: Buffer; type: string }): void {
      const [, first, last] = /^bytes=(\d+)-(\d+)$/.exec(range ?? '') ?? []
      const part = first === undefined ? body : body.subarray(Number(first), Number(last) + 1)
      const about = { 'content-type': type, 'content-length': part.length, etag: '"kept"', 'last-modified': new Date(0).toUTCString() }
      response.writeHead(first === undefined ? 200 : 206, about).end(head ? undefined : part)
    }
  })
  return { ...trap, objects }
}

/** Bodies may come in chunks that are signed one by one. */
function unwrapped(body: Buffer, headers: Record<string, unknown>): Buffer {
  if (!String(headers['content-encoding'] ?? '').includes('aws-chunked')) return body
  const parts: Buffer[] = []
  for (let at = 0; at < body.length; ) {
    const end = body.indexOf('\r\n', at)
    const size = Number.parseInt(body.toString('latin1', at, end), 16)
    if (!size) break
    parts.push(body.subarray(end + 2, end + 2 + size))
    at = end + 2 + size + 2
  }
  return Buffer.concat(parts)
}
