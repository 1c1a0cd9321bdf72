import { once } from 'node:events'
import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { afterAll, expect, test } from 'vitest'
import { openDoor } from '#server/door/door.ts'

/** In place of Next: its own payload where an address ends like one, nothing for HEAD, and a page that asks for 404 in its markup. */
const server = createServer(
  openDoor(async (request, response) => {
    if (/\.rsc$|%2ersc$/i.test(request.url ?? '')) return void response.writeHead(200, { 'content-type': 'text/x-component' }).end('0:{}')
    response.writeHead(200, { 'content-type': 'text/html; charset=utf-8' })
    response.end(request.method === 'HEAD' ? undefined : '<!DOCTYPE html><meta name="hob-status" content="404"/><p>Nothing here</p>')
  }, true),
).listen(0, '127.0.0.1')
await once(server, 'listening')
afterAll(() => void server.close())
const site = `http://127.0.0.1:${(server.address() as AddressInfo).port}`

const statusOf = async (method: string, path: string) => (await fetch(site + path, { method })).status

test.each(['/nothing.png', '/modules/nothing.js', '/_next/static/nothing.js', '/fonts/nothing.woff2'])(
  'asked only for its headers, %s is as missing as it is',
  async (path) => {
    expect([await statusOf('GET', path), await statusOf('HEAD', path)]).toEqual([404, 404])
  },
)

test.each(['/stories/luis.rsc', '/stories/luis.segments/_tree.segment.rsc', '/staff%2ersc', '/es.RSC'])(
  'no address leads to what the framework sends itself: %s',
  async (path) => {
    expect([await statusOf('GET', path), await statusOf('HEAD', path)]).toEqual([404, 404])
  },
)
