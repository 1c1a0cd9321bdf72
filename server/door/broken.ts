import type { Duplex } from 'node:stream'

const sentences: Readonly<Record<string, string>> = {
  HPE_HEADER_OVERFLOW: '431 Request Header Fields Too Large',
  HPE_CHUNK_EXTENSIONS_OVERFLOW: '413 Payload Too Large',
  ERR_HTTP_REQUEST_TIMEOUT: '408 Request Timeout',
}

/** How long a client may take to close its side of a connection that is ended here. */
const lingerMilliseconds = 2_000

/** As Node keeps it: the answer that is being written. */
type Answering = Readonly<{ _httpMessage?: Readonly<{ headersSent: boolean }> | null }>

/** Answers what is no request, or came too slowly to be one, with a status alone and the strictest policy, and ends its connection. */
export function answerBroken(error: NodeJS.ErrnoException, socket: Duplex & Answering): void {
  // Words of ours would become a part of the answer that has begun.
  if (socket._httpMessage?.headersSent) return void socket.destroy()
  refuseBare(sentences[error.code ?? ''] ?? '400 Bad Request', socket)
}

/** The same with a status and headers of its own. */
export function refuseBare(status: string, socket: Duplex, ...headers: readonly string[]): void {
  if (!socket.writable) return void socket.destroy()
  // Of a tunnel Node lets go altogether: nobody else hears a reset, and its client could keep it open for ever.
  socket.on('error', () => {})
  setTimeout(() => socket.destroy(), lingerMilliseconds).unref()
  const lines = [
    `HTTP/1.1 ${status}`,
    'Connection: close',
    'Content-Length: 0',
    `Content-Security-Policy: default-src 'none'; frame-ancestors 'none'`,
    'X-Content-Type-Options: nosniff',
    ...headers,
  ]
  socket.end(`${lines.join('\r\n')}\r\n\r\n`)
}
