import { once } from 'node:events'
import http, { type IncomingMessage, type ServerResponse } from 'node:http'
import type { AddressInfo } from 'node:net'
import { expect, test } from 'vitest'
import { openDoor } from '#server/door/door.ts'
import { leave } from '#server/leaving.ts'

const next = async (_: IncomingMessage, response: ServerResponse) => void response.end('fine')

test('a site that was told to go sends proxies elsewhere and still answers everybody', async () => {
  const server = http.createServer(openDoor(next, true)).listen(0, '127.0.0.1')
  await once(server, 'listening')
  const site = `http://127.0.0.1:${(server.address() as AddressInfo).port}`
  const outcome = async (path: string) => {
    const response = await fetch(site + path)
    return [response.status, response.headers.get('connection'), await response.text()]
  }

  expect(await outcome('/api/health')).toEqual([200, 'keep-alive', 'fine'])
  expect(await outcome('/api/alive')).toEqual([200, 'keep-alive', 'alive'])
  leave()
  expect(await outcome('/api/alive')).toEqual([503, 'close', 'leaving'])
  expect(await outcome('/api/health')).toEqual([503, 'close', '{"status":"down","site":"leaving"}'])
  expect((await fetch(`${site}/api/health`)).headers.get('content-type')).toBe('application/json')
  expect(await outcome('/schedule.ics')).toEqual([200, 'close', 'fine'])
  server.close()
})
