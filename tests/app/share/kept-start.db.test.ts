import { IncomingMessage, ServerResponse } from 'node:http'
import { Socket } from 'node:net'
import { afterEach, expect, test, vi } from 'vitest'
import { ageOf, formAge } from '#lib/foundation/form-age.ts'
import { routeOf } from '#server/door/address.ts'
import { isListening, listenForChanges } from '#server/door/content-changes.ts'
import { answerKept, answerReady, forgetPages, keepPage, keyOf, lastKept } from '#server/door/kept-pages.ts'

afterEach(() => vi.useRealTimers())

function asked(url: string, cookie = '') {
  const request = new IncomingMessage(new Socket())
  Object.assign(request, { method: 'GET', url, headers: { cookie } })
  const route = routeOf(url)
  if (!route) throw new Error('no address')
  return { request, key: keyOf(request, route) }
}

/** What the door answers from what it kept, or null. */
async function answerOf(url: string): Promise<string | null> {
  const { request, key } = asked(url)
  const response = new ServerResponse(request)
  const ended = vi.spyOn(response, 'end')
  const isAnswered = key && (answerReady(key, request, response, 'id') || (await answerKept(key, request, response)) === 'answered')
  return isAnswered ? String(ended.mock.calls[0]?.[0]) : null
}

const policy = "style-src 'self' 'sha256-a-sample'"

async function keep(url: string, page: string): Promise<void> {
  const { request, key } = asked(url)
  if (!key) throw new Error('not to be kept')
  const response = new ServerResponse(request)
  response.setHeader('content-security-policy', policy)
  await keepPage(key, response, 'tag', Buffer.from(page))
}

const pageWith = (age: string) => `<form><input type="hidden" name="age" value="${age}"/></form>`

test('the first page of the form is kept for those who have not begun, in each language, and no other page of it', () => {
  const kept = (url: string, cookie?: string) => asked(url, cookie).key !== null

  expect([kept('/share'), kept('/es/share'), kept('/share', 'hob-theme=dark')]).toEqual([true, true, true])
  expect([kept('/share', 'hob-theme=dark; hob-draft=x'), kept('/share', '__Host-hob-draft=x')]).toEqual([false, false])
  expect(['/share/post', '/share?another=1', '/share?change=1', '/share/done'].map((url) => kept(url))).toEqual([
    false,
    false,
    false,
    false,
  ])
})

test('a kept form is as old as it says, whenever it is asked for', async () => {
  vi.useFakeTimers({ toFake: ['Date'] })
  await keep('/share', pageWith(formAge('share.share')))
  vi.setSystemTime(Date.now() + 1_500)

  const age = / value="([^"]+)"/.exec((await answerOf('/share')) ?? '')?.[1] ?? ''

  expect(ageOf('share.share', age)).toBe(0)
  expect(await answerOf('/share')).toBe(pageWith(age))
})

test('of those who ask for a page that is due, one makes it anew and all others get it as it was', async () => {
  listenForChanges(forgetPages)
  await vi.waitFor(() => expect(isListening()).toBe(true))
  vi.useFakeTimers({ toFake: ['Date'] })
  await keep('/privacy', 'as it was')
  const asking = () => Array.from({ length: 4 }, () => answerOf('/privacy'))
  const four = () => Promise.all(asking())
  const before = await four()
  vi.setSystemTime(Date.now() + 61_000)
  const due = await four()
  await keep('/privacy', 'as it is')
  const after = await four()
  vi.setSystemTime(Date.now() + 71_000)
  const late = asking()
  await keep('/privacy', 'made again')

  expect(before).toEqual(Array(4).fill('as it was'))
  expect(due).toEqual([null, ...Array(3).fill('as it was')])
  expect(after).toEqual(Array(4).fill('as it is'))
  expect(await Promise.all(late)).toEqual([null, ...Array(3).fill('made again')])
})

test('a form is not given to anybody when the page behind it cannot be made', async () => {
  await keep('/ar/share', pageWith(formAge('share.share')))
  await keep('/rules', 'the rules')
  const last = (url: string) => lastKept(asked(url).key ?? { name: '', changes: 0, at: 0 })

  expect([last('/ar/share'), last('/rules')]).toEqual([null, { html: 'the rules', headers: { 'content-security-policy': policy } }])
})
