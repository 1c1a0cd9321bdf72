import type { IncomingMessage, OutgoingHttpHeaders, ServerResponse } from 'node:http'
import { fault } from '#lib/foundation/log.ts'
import { encode, isCompressible, tagOf } from './compress.ts'
import { inlineStyles } from './inline-styles.ts'
import { keepPage, type PageKey } from './kept-pages.ts'
import { finishPage, isBroken } from './markup.ts'
import { allowStyles, cacheFor } from './policy.ts'

type Page = Readonly<{
  path: string
  /** The name to keep this page under, when it is the same for everybody. */
  key: PageKey | null
  /** Makes the page shown instead of one that could not be rendered. */
  instead: (status: number, cause: string) => Promise<{ status: number; html: string; headers?: OutgoingHttpHeaders }>
  /** The page shown instead of being led there, or null to be led. */
  staying?: (location: string) => { status: number; html: string } | null
}>

/**
 * Holds back what Next writes until it is whole, then finishes it: scripts out, status in, plain words instead of a broken page,
 * compressed once. Films, exports and other large files pass straight through.
 */
export function holdResponse(request: IncomingMessage, response: ServerResponse, page: Page): void {
  const write = response.write.bind(response)
  const end = response.end.bind(response)
  const writeHead = response.writeHead.bind(response)
  let chunks: Buffer[] | null = null
  let decided = false

  const hold = (): Buffer[] | null => {
    if (!decided) {
      decided = true
      const type = String(response.getHeader('content-type') ?? '')
      const flows = page.path.startsWith('/api/exports/')
      const whole =
        (isCompressible(type) || (page.staying !== undefined && response.hasHeader('location'))) &&
        !response.headersSent &&
        !response.hasHeader('content-encoding') &&
        response.statusCode !== 206
      if (whole && !flows) chunks = []
      tellLength(response, chunks !== null)
    }
    return chunks
  }
  response.writeHead = ((status: number, ...rest: unknown[]) => {
    response.statusCode = status
    const headers = rest.find((value) => typeof value === 'object' && value !== null)
    for (const [name, value] of pairs(headers as OutgoingHttpHeaders | unknown[] | undefined)) response.setHeader(name, value)
    return hold() ? response : writeHead(status)
  }) as ServerResponse['writeHead']
  response.flushHeaders = () => {}
  response.write = ((chunk: unknown, encoding?: unknown, done?: unknown) => {
    const held = hold()
    if (!held) return write(chunk as string, encoding as BufferEncoding, done as () => void)
    held.push(bytes(chunk, encoding))
    const callback = typeof encoding === 'function' ? encoding : done
    if (typeof callback === 'function') queueMicrotask(() => callback())
    return true
  }) as ServerResponse['write']
  response.end = ((chunk?: unknown, encoding?: unknown, done?: unknown) => {
    const held = hold()
    if (!held) return end(chunk as string, encoding as BufferEncoding, done as () => void)
    if (chunk !== undefined && chunk !== null && typeof chunk !== 'function') held.push(bytes(chunk, encoding))
    const callback = [chunk, encoding, done].find((value) => typeof value === 'function') as (() => void) | undefined
    void finish(request, response, Buffer.concat(held), page).then(
      (body) => {
        writeHead(response.statusCode)
        end(request.method === 'HEAD' ? undefined : body, callback)
      },
      (error) => {
        fault('door.answer-failed', error)
        response.destroy()
      },
    )
    return response
  }) as ServerResponse['end']
}

/** Routes name the length of a stream in a header of their own, because Next keeps the usual one to itself. */
function tellLength(response: ServerResponse, whole: boolean): void {
  const length = response.getHeader('x-content-length')
  if (length === undefined || response.headersSent) return
  response.removeHeader('x-content-length')
  if (!whole) response.setHeader('content-length', length)
}

async function finish(request: IncomingMessage, response: ServerResponse, raw: Buffer, page: Page): Promise<Buffer> {
  const type = String(response.getHeader('content-type') ?? '')
  const stays = page.staying?.(String(response.getHeader('location') ?? ''))
  if (stays) return stay(response, stays)
  let body = raw
  if (type.startsWith('text/html') || response.statusCode >= 500 || isRefusedForm(request, response))
    body = await finishDocument(response, raw, page, isRefusedForm(request, response))
  else if (page.path.startsWith('/api/')) response.setHeader('cache-control', 'private, no-store')
  if (request.method === 'HEAD' && body.length === 0) return withoutMeasures(response)
  const tag = tagOf(body)
  const often = /public|immutable/.test(String(response.getHeader('cache-control') ?? ''))
  response.removeHeader('transfer-encoding')
  response.setHeader('vary', type.startsWith('text/html') ? 'accept-encoding, cookie' : 'accept-encoding')
  if (response.statusCode === 200 && request.method !== 'POST') {
    response.setHeader('etag', `W/"${tag}"`)
    if (page.key && request.method === 'GET') await keepPage(page.key, response, tag, body).catch(() => {})
    if (request.headers['if-none-match'] === `W/"${tag}"`) {
      response.statusCode = 304
      response.removeHeader('content-length')
      return Buffer.alloc(0)
    }
  }
  const encoded = await encode(body, tag, String(request.headers['accept-encoding'] ?? ''), often)
  if (encoded.coding) response.setHeader('content-encoding', encoded.coding)
  response.setHeader('content-length', encoded.body.length)
  return encoded.body
}

/** Of a file whose headers alone were asked for we never saw a byte: its length and its tag are not known here. */
function withoutMeasures(response: ServerResponse): Buffer {
  for (const name of ['content-length', 'etag', 'transfer-encoding']) response.removeHeader(name)
  response.setHeader('vary', 'accept-encoding')
  return Buffer.alloc(0)
}

function stay(response: ServerResponse, { status, html }: Readonly<{ status: number; html: string }>): Buffer {
  for (const name of ['location', 'transfer-encoding', 'refresh']) response.removeHeader(name)
  response.statusCode = status
  const body = Buffer.from(html)
  const headers = { 'content-type': 'text/html; charset=utf-8', 'cache-control': 'no-store', 'content-length': body.length }
  for (const [name, value] of Object.entries(headers)) response.setHeader(name, value)
  return body
}

/** Next's own short line for a form whose action it does not know or cannot read: whatever was typed would be gone. */
function isRefusedForm(request: IncomingMessage, response: ServerResponse): boolean {
  const bare = String(response.getHeader('content-type') ?? '').startsWith('text/plain')
  return response.statusCode === 409 || (request.method === 'POST' && response.statusCode === 400 && bare)
}

async function finishDocument(response: ServerResponse, raw: Buffer, page: Page, refusedForm: boolean): Promise<Buffer> {
  const text = raw.toString('utf8')
  // What Next sends along with a redirect is the markup of a failed page.
  if (response.statusCode >= 300 && response.statusCode < 400 && response.hasHeader('location')) return Buffer.alloc(0)
  const failed = response.statusCode >= 500 || refusedForm || isBroken(text)
  if (failed && !page.path.startsWith('/api/health')) {
    const made = await page.instead(response.statusCode, text)
    for (const [name, value] of Object.entries(made.headers ?? {})) if (value !== undefined) response.setHeader(name, value)
    response.statusCode = made.status
    response.setHeader('content-type', 'text/html; charset=utf-8')
    response.setHeader('cache-control', 'no-store')
    return Buffer.from(made.html)
  }
  if (!text.startsWith('<!DOCTYPE html>')) return raw
  const { html, status, retryAfter } = finishPage(text)
  if (status) response.statusCode = status
  if (status === 503 || status === 429) response.setHeader('retry-after', retryAfter ?? (status === 503 ? '30' : '600'))
  response.setHeader('cache-control', response.statusCode === 200 ? cacheFor(page.path) : 'no-store')
  response.removeHeader('x-nextjs-cache')
  keepHints(response)
  if (!page.key || response.statusCode !== 200) return Buffer.from(html)
  const inlined = await inlineStyles(html)
  allowStyles(response, inlined.hashes)
  return Buffer.from(inlined.html)
}

/** Of the preloads Next announces, those of pictures and fonts are wanted. */
function keepHints(response: ServerResponse): void {
  const hints = [response.getHeader('link') ?? []]
    .flat()
    .join(', ')
    .split(/,\s*(?=<)/)
  const kept = hints.filter((hint) => /\bas="?(font|image)"?/.test(hint))
  if (kept.length) response.setHeader('link', kept.join(', '))
  else response.removeHeader('link')
}

function bytes(chunk: unknown, encoding: unknown): Buffer {
  if (typeof chunk === 'string') return Buffer.from(chunk, typeof encoding === 'string' ? (encoding as BufferEncoding) : 'utf8')
  return Buffer.from(chunk as Uint8Array)
}

function pairs(headers: OutgoingHttpHeaders | unknown[] | undefined): [string, string | number | string[]][] {
  if (!headers) return []
  const flat = Array.isArray(headers)
    ? Array.from({ length: Math.floor(headers.length / 2) }, (_, i) => [headers[2 * i], headers[2 * i + 1]] as const)
    : Object.entries(headers)
  return flat.flatMap(([name, value]) => (value === undefined ? [] : [[String(name), value as string | number | string[]]]))
}
