import { once } from 'node:events'
import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { afterAll, expect, test } from 'vitest'
import { openDoor } from '#server/door/door.ts'

/** In place of Next: leads every form where its field `to` says, as a page of staff does without a session. */
const server = createServer(
  openDoor(async (request, response) => {
    const chunks: Buffer[] = []
    for await (const chunk of request) chunks.push(chunk as Buffer)
    const form = await new Response(new Uint8Array(Buffer.concat(chunks)), {
      headers: { 'content-type': String(request.headers['content-type']) },
    }).formData()
    response.writeHead(303, { location: String(form.get('version')), 'content-type': 'text/html; charset=utf-8' }).end('<html>')
  }, true),
).listen(0, '127.0.0.1')
await once(server, 'listening')
afterAll(() => void server.close())
const site = `http://127.0.0.1:${(server.address() as AddressInfo).port}`

async function send(path: string, fields: Readonly<Record<string, string>>, cookie = '') {
  const body = new FormData()
  for (const [name, value] of Object.entries(fields)) body.append(name, value)
  const answer = await fetch(site + path, { method: 'POST', body, redirect: 'manual', headers: { cookie } })
  return { status: answer.status, location: answer.headers.get('location'), html: await answer.text(), headers: answer.headers }
}

test('a form sent after the session ended gives the words back, with a way to sign in and to send them again', async () => {
  const { status, location, html, headers } = await send('/staff/people/7?done=saved', {
    $ACTION_ID_x: '',
    note: 'Two <b>lines</b>\nof words',
    version: '/staff/sign-in',
  })

  expect([status, location]).toEqual([403, null])
  expect(html).toContain('You are signed out')
  expect(html).toContain('Two &lt;b&gt;lines&lt;/b&gt;')
  expect(html).toContain('href="/staff/sign-in" target="_blank"')
  expect(html).toContain('action="/staff/people/7?done=saved"')
  expect(html).toContain('name="$ACTION_ID_x"')
  expect(headers.get('cache-control')).toBe('no-store')
  expect(headers.get('content-security-policy')).toContain("default-src 'none'")
})

test('it speaks the language of the staff page, and leads to the second factor where that is what waits', async () => {
  const { html } = await send('/staff/campaign/stop', { reason: 'x', version: '/staff/second-factor' }, 'a=b; hob-locale=es')

  expect(html).toContain('<html lang="es"')
  expect(html).toContain('href="/staff/second-factor"')
})

test('a form without words, of another page, or that leads elsewhere, is led on as ever', async () => {
  for (const [path, fields] of [
    ['/staff/people', { version: '/staff/sign-in' }],
    ['/staff/people', { note: 'words', version: '/staff/people?done=saved' }],
    ['/staff/sign-in', { email: 'kim@example.org', version: '/staff/sign-in' }],
    ['/staff/second-factor', { code: '123456', version: '/staff/second-factor' }],
    ['/share', { story: 'words', version: '/staff/sign-in' }],
  ] as const) {
    const answer = await send(path, fields)
    expect([path, answer.status, answer.location]).toEqual([path, 303, fields.version])
  }
})
