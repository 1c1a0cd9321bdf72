import http from 'node:http'

/** A page as it went over the wire, compressed, with the headers that belong to it. */
export type Page = Readonly<{ path: string; status: number; headers: Readonly<Record<string, string>>; body: Buffer }>

const ofTheMoment =
  /^(?:date|connection|keep-alive|content-length|transfer-encoding|x-request-id|content-type|set-cookie|server|last-modified|accept-ranges)$/

/** Asks for a page as a browser would, taking Brotli. */
export function fetchPage(url: string, path: string): Promise<Page> {
  return new Promise((resolve, reject) => {
    const request = http.get(url + path, { agent: false, headers: { 'accept-encoding': 'br' } }, (response) => {
      const parts: Buffer[] = []
      response.on('data', (part: Buffer) => parts.push(part)).on('error', reject)
      response.on('end', () => {
        const kept = Object.entries(response.headers).filter(([name]) => !ofTheMoment.test(name))
        const headers = Object.fromEntries(kept.map(([name, value]) => [name, String(value)]))
        resolve({ path, status: response.statusCode ?? 0, headers, body: Buffer.concat(parts) })
      })
    })
    request.on('error', reject)
  })
}
