import type { LookupAddress, LookupOptions } from 'node:dns'
import http, { type ClientRequest, type IncomingHttpHeaders, type IncomingMessage } from 'node:http'
import https from 'node:https'
import { isIPv6 } from 'node:net'
import { type Answer, type Unreachable, type UnreachableReason, unreachable } from './outcome.ts'
import type { Route } from './route.ts'

const headersAtMost = 16 * 1024

type Sending = Readonly<{ url: URL; route: Route; headers: Readonly<Record<string, string>>; maxBytes: number; signal: AbortSignal }>

/** One GET over one new connection to a known address. The certificate must be valid for the host of the address, wherever it goes. */
export function exchange(sending: Sending): Promise<Answer | Unreachable> {
  return new Promise((settle) => {
    let stage: UnreachableReason = 'connect'
    const request = send(sending)
    const end = (outcome: Answer | Unreachable) => {
      settle(outcome)
      request.destroy()
    }
    const fail = (error: NodeJS.ErrnoException) =>
      end(unreachable(sending.signal.aborted ? 'timeout' : (reasons[error.code ?? ''] ?? stage)))
    request.on('error', fail)
    request.on('socket', (socket) => {
      socket.once('connect', () => {
        stage = sending.route.secure ? 'tls' : 'closed'
      })
      socket.once('secureConnect', () => {
        stage = 'closed'
      })
    })
    request.on('response', (response) => receive(response, sending.maxBytes, { end, fail }))
    request.end()
  })
}

const reasons: Readonly<Record<string, UnreachableReason>> = { HPE_HEADER_OVERFLOW: 'too-large' }

function send({ url, route, headers, signal }: Sending): ClientRequest {
  const options = {
    host: route.host,
    port: route.port,
    path: url.pathname + url.search,
    headers: { ...headers, host: url.host, 'accept-encoding': 'identity', connection: 'close' },
    lookup: pinned(route.addresses),
    agent: false,
    maxHeaderSize: headersAtMost,
    insecureHTTPParser: false,
    signal,
  } as const
  if (!route.secure) return http.request(options)
  return https.request({ ...options, servername: url.hostname, rejectUnauthorized: true, minVersion: 'TLSv1.2' })
}

type Found = (error: Error | null, address: string | LookupAddress[], family?: number) => void

/** Answers every question for an address with the ones that were checked, so that a second answer of the name server counts for nothing. */
function pinned(addresses: readonly string[]) {
  const all = addresses.map((address) => ({ address, family: isIPv6(address) ? 6 : 4 }))
  return (_host: string, options: LookupOptions, found: Found) => {
    const [first] = all
    if (!first) found(new Error('no address'), '')
    else if (options.all) found(null, all)
    else found(null, first.address, first.family)
  }
}

type Ending = Readonly<{ end: (outcome: Answer | Unreachable) => void; fail: (error: NodeJS.ErrnoException) => void }>

function receive(response: IncomingMessage, maxBytes: number, { end, fail }: Ending): void {
  const { headers } = response
  const unread = isEncoded(headers) ? 'encoded' : Number(headers['content-length'] ?? 0) > maxBytes ? 'too-large' : null
  if (unread) {
    end(unreachable(unread))
    return
  }
  const chunks: Buffer[] = []
  let size = 0
  response.on('data', (chunk: Buffer) => {
    size += chunk.length
    if (size > maxBytes) end(unreachable('too-large'))
    else chunks.push(chunk)
  })
  response.on('error', fail)
  response.on('end', () =>
    end({
      kind: 'answer',
      status: response.statusCode ?? 0,
      headers: {
        location: headers.location ?? null,
        contentType: headers['content-type'] ?? null,
        retryAfter: headers['retry-after'] ?? null,
      },
      body: new TextDecoder().decode(Buffer.concat(chunks)),
    }),
  )
}

/** Anything that would have to be unpacked is refused unread: a small body can unpack to a large one. */
function isEncoded(headers: IncomingHttpHeaders): boolean {
  const content = headers['content-encoding']?.trim().toLowerCase() ?? ''
  const transfer = headers['transfer-encoding']?.trim().toLowerCase() ?? ''
  return (content !== '' && content !== 'identity') || (transfer !== '' && transfer !== 'chunked')
}
