import { IncomingMessage } from 'node:http'
import { MIMEType } from 'node:util'

/** The largest body a form of ours can have, in bytes. Longer texts than a field takes still arrive, so that they can be given back with an error. */
export const maxBody = 1024 * 1024
/** What is larger is refused unread; up to here it is read, to be given back with the refusal. */
const maxRead = 4 * maxBody
/** Far more fields than any form of ours has. To take apart a million empty ones would stop the house for a minute. */
const maxFields = 2_000

/** The whole body; null as soon as it is too large even to be given back. */
export async function readBody(request: IncomingMessage): Promise<Buffer | null> {
  if (Number(request.headers['content-length'] ?? 0) > maxRead) return null
  const chunks: Buffer[] = []
  let size = 0
  // Left open when it is too large: the refusal goes out on the same connection.
  for await (const chunk of request.iterator({ destroyOnReturn: false }) as AsyncIterable<Buffer>) {
    size += chunk.length
    if (size > maxRead) return null
    chunks.push(chunk)
  }
  return Buffer.concat(chunks)
}

/** Whether a form has more fields than any of ours, judged without taking it apart. */
export function hasTooManyFields(type: string, body: Buffer): boolean {
  // Two types in one header are read as the first here and as the last by who takes the form apart; no browser sends them.
  if (/^multipart\/.*,/i.test(type)) return true
  const boundary = boundaryOf(type)
  const between = boundary ? `--${boundary}` : '&'
  if (!boundary && !/^application\/x-www-form-urlencoded\b/i.test(type)) return false
  let count = 0
  for (let at = body.indexOf(between); at >= 0 && count <= maxFields; at = body.indexOf(between, at + between.length)) count += 1
  return count > maxFields
}

/** Read as those read it who take the form apart: another boundary would count nothing. */
function boundaryOf(type: string): string | null {
  try {
    const { essence, params } = new MIMEType(type)
    return essence === 'multipart/form-data' ? params.get('boundary') : null
  } catch {
    return null
  }
}

/** The same request with a body that was read already. */
export function withBody(request: IncomingMessage, body: Buffer): IncomingMessage {
  const copy = new IncomingMessage(request.socket)
  copy.method = request.method
  copy.url = request.url
  copy.httpVersion = request.httpVersion
  copy.httpVersionMajor = request.httpVersionMajor
  copy.httpVersionMinor = request.httpVersionMinor
  copy.headers = { ...request.headers, 'content-length': String(body.length) }
  delete copy.headers['transfer-encoding']
  copy.rawHeaders = Object.entries(copy.headers).flatMap(([name, value]) =>
    (Array.isArray(value) ? value : [value ?? '']).flatMap((one) => [name, one]),
  )
  copy.push(body)
  copy.push(null)
  // Without it Node takes the end of the body for an aborted request and closes the connection.
  copy.complete = true
  return copy
}

export type Field = Readonly<{ name: string; value: string }>

/** The text fields of a multipart form, or null when it is not well formed. Files are left out: no form of ours has one. */
export async function readForm(type: string, body: Buffer): Promise<Field[] | null> {
  try {
    const form = await new Response(new Uint8Array(body), { headers: { 'content-type': type } }).formData()
    return [...form].flatMap(([name, value]) => (typeof value === 'string' ? [{ name, value }] : []))
  } catch {
    return null
  }
}

/** A form sent as application/x-www-form-urlencoded, sent again as multipart: Next answers the first kind without running its action. */
export async function asMultipart(body: Buffer): Promise<{ type: string; body: Buffer }> {
  const form = new FormData()
  for (const [name, value] of new URLSearchParams(body.toString('utf8'))) form.append(name, value)
  const response = new Response(form)
  return { type: response.headers.get('content-type') ?? '', body: Buffer.from(await response.arrayBuffer()) }
}
