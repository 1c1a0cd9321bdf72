import { IncomingMessage } from 'node:http'
import { Socket } from 'node:net'
import { expect, test } from 'vitest'
import { routeOf } from '#server/door/address.ts'
import { keyOf } from '#server/door/kept-pages.ts'

function nameFor(cookie: string): string | undefined {
  const request = new IncomingMessage(new Socket())
  Object.assign(request, { method: 'GET', url: '/stories', headers: { cookie } })
  const route = routeOf('/stories')
  return (route && keyOf(request, route))?.name
}

test('a page is kept once for each appearance', () => {
  expect(['', 'other=1', 'hob-theme=dark', 'other=1; hob-theme=light; more=2'].map(nameFor)).toEqual([
    ' en /stories',
    ' en /stories',
    'dark en /stories',
    'light en /stories',
  ])
})

test.each(['hob-theme=%6Cight', 'hob-theme=dark; hob-theme=light', 'other=1;\thob-theme=dark', 'hob-theme=light '])(
  'a page whose appearance Next reads otherwise is kept for nobody: %s',
  (cookie) => expect(nameFor(cookie)).toBeUndefined(),
)
