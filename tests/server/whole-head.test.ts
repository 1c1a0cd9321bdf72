import http from 'node:http'
import type { AddressInfo } from 'node:net'
import { expect, test } from 'vitest'
import { openDoor } from '#server/door/door.ts'
import config from '../../next.config.mjs'

/** The name under which Next sees a client that sends these headers. */
async function nameSeen(headers: Record<string, string>): Promise<string | undefined> {
  let seen: string | undefined
  const door = openDoor(async (request, response) => {
    seen = request.headers['user-agent']
    response.end('ok')
  }, true)
  const server = http.createServer(door)
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  const { port } = server.address() as AddressInfo
  await new Promise((resolve) =>
    http.get({ host: '127.0.0.1', port, path: '/entry', headers, agent: false }, (answer) => answer.resume().on('end', resolve)),
  )
  server.close()
  return seen
}

// What Next sends after the head, it puts in its place by a script, and scripts are taken out.
test('every client gets a page with a whole head, also one that does not say its name', async () => {
  const names = [await nameSeen({ 'user-agent': 'Mozilla/5.0' }), await nameSeen({})]

  expect(names[0]).toBe('Mozilla/5.0')
  expect(names.map((name) => name !== undefined && config.htmlLimitedBots?.test(name))).toEqual([true, true])
})
