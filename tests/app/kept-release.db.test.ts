import { IncomingMessage, ServerResponse } from 'node:http'
import { Socket } from 'node:net'
import { afterEach, expect, test, vi } from 'vitest'
import { now } from '#lib/foundation/clock.ts'
import { db } from '#lib/foundation/db.ts'
import { newId } from '#lib/foundation/ids.ts'
import { routeOf } from '#server/door/address.ts'
import { answerKept, forgetPages, keepPage, keyOf } from '#server/door/kept-pages.ts'

afterEach(() => vi.useRealTimers())

function ask(url: string) {
  const request = new IncomingMessage(new Socket())
  Object.assign(request, { method: 'GET', url, headers: {} })
  const route = routeOf(url)
  const key = route && keyOf(request, route)
  if (!key) throw new Error('not to be kept')
  return { request, key, response: new ServerResponse(request) }
}

/** Whether the door answers from what it kept. */
async function isKept(url: string): Promise<boolean> {
  const { request, key, response } = ask(url)
  return (await answerKept(key, request, response)) === 'answered'
}

test('a page that was begun before a release and finished after it is not kept', async () => {
  const releaseAt = new Date(now().getTime() + 60_000)
  const story = { slug: 'sample-second', week: 7, kind: 'illustrative', theme: 'family', language: 'en', durationSeconds: 10 }
  await db.story.create({ data: { id: newId(), ...story, releaseAt } })
  const at = (milliseconds: number) => vi.setSystemTime(releaseAt.getTime() + milliseconds)
  vi.useFakeTimers({ toFake: ['Date'] })
  at(-500)
  const early = ask('/stories')
  await keepPage(early.key, early.response, 'early', Buffer.from('not out'))
  const before = await isKept('/stories')
  at(-10)
  const across = ask('/stories')
  at(10)
  await keepPage(across.key, across.response, 'across', Buffer.from('not out'))
  const during = await isKept('/stories')
  const late = ask('/stories')
  await keepPage(late.key, late.response, 'late', Buffer.from('out'))

  expect([before, during, await isKept('/stories')]).toEqual([true, false, true])
})

/** Many who ask at once; `makers` are those who are to make the page. */
function crowd(url: string) {
  const asking = Array.from({ length: 20 }, () => ask(url))
  const answers = asking.map(({ key, request, response }) => answerKept(key, request, response))
  return { asking, answers, makers: async () => (await Promise.all(answers)).filter((answer) => answer !== 'answered') }
}

test('of all who ask at once for a page that is not kept, one makes it', async () => {
  forgetPages()
  const { asking, answers, makers } = crowd('/history')
  const key = await answers[0]
  if (!key || key === 'answered' || !asking[0]) throw new Error('nobody makes it')
  await keepPage(key, asking[0].response, 'made', Buffer.from('made'))

  expect(await makers()).toHaveLength(1)
})

test('when the content changes while a page is made, one of those who wait makes it anew', async () => {
  forgetPages()
  const { asking, answers, makers } = crowd('/history')
  const old = await answers[0]
  forgetPages()
  const key = await Promise.any(answers.slice(1))
  if (!old || old === 'answered' || key === 'answered' || !asking[0]) throw new Error('nobody makes it')
  await keepPage(old, asking[0].response, 'old', Buffer.from('old'))
  await keepPage(key, asking[0].response, 'made', Buffer.from('made'))

  expect(await makers()).toHaveLength(2)
})

test('nobody waits longer for a page than whoever makes it', async () => {
  vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout'] })
  forgetPages()
  const { asking, answers, makers } = crowd('/history')
  await answers[0]
  asking[0]?.response.emit('close')

  expect(await makers()).toHaveLength(20)
})
