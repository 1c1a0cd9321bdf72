import type { IncomingMessage, ServerResponse } from 'node:http'
import type { Bases } from '#lib/submissions/networks/contact.ts'
import { postPlatforms } from '#lib/submissions/post-url.ts'
import { type Trap, webTrap } from './servers.ts'

/** What a network says: a status, a body (an object becomes JSON), headers; or anything at all. */
export type Said =
  | Readonly<{ status?: number; body?: string | object; headers?: Record<string, string> }>
  | ((request: IncomingMessage, response: ServerResponse) => void)

export type FakeNetworks = Readonly<{ bases: Bases; trap: Trap; say: (place: string, said: Said) => void }>

/** All networks on one local server, told apart by host and path. What nobody arranged is answered with 418, which no network says. */
export async function fakeNetworks(): Promise<FakeNetworks> {
  const arranged = new Map<string, Said>()
  const trap = await webTrap((request, response) => {
    const said = arranged.get(`${request.headers.host}${request.url?.split('?')[0]}`) ?? { status: 418 }
    if (typeof said === 'function') return said(request, response)
    const { status = 200, body = '', headers = {} } = said
    response.writeHead(status, headers).end(typeof body === 'string' ? body : JSON.stringify(body))
  })
  const bases = Object.fromEntries(postPlatforms.map((name) => [name, trap.base]))
  return { bases, trap, say: (place, said) => arranged.set(place, said) }
}

/** An oEmbed answer of X for a post with these words, as HTML. */
export function xSays(words: string, author = 'Sample storyteller'): Said {
  const html = `<blockquote class="twitter-tweet"><p lang="en" dir="ltr">${words}</p>&mdash; ${author} (@sample) <a href="https://twitter.com/sample/status/1">September 8, 2025</a></blockquote>\n`
  return { body: { url: 'https://twitter.com/sample/status/1', author_name: author, html, type: 'rich', version: '1.0' } }
}

/** An answer that sends on to another address. */
export function sentTo(location: string, status = 301): Said {
  return { status, headers: { location } }
}
