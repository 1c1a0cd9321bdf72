import { readFileSync } from 'node:fs'
import http from 'node:http'

// node:http from memory: what is left of the limit when JavaScript answers at all.
const [port, file] = process.argv.slice(2)
const told = JSON.parse(readFileSync(file ?? '', 'utf8')) as { at: string; headers: Record<string, string>; body: string }[]
const pages = new Map(told.map(({ at, headers, body }) => [at, { headers, body: Buffer.from(body, 'base64') }]))

http
  .createServer((request, response) => {
    const page = pages.get(request.url ?? '')
    if (!page) return response.writeHead(404).end()
    response.writeHead(200, { ...page.headers, 'content-type': 'text/html; charset=utf-8', 'content-length': page.body.length })
    response.end(page.body)
  })
  .listen(Number(port), '127.0.0.1')
