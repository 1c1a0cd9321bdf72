import { IncomingMessage, ServerResponse } from 'node:http'
import { Socket } from 'node:net'
import { expect, test } from 'vitest'
import { setPolicy } from '#server/door/policy.ts'

const policyOf = (path: string) => String(headOf(path).getHeader('content-security-policy'))

function headOf(path: string): ServerResponse {
  const response = new ServerResponse(new IncomingMessage(new Socket()))
  setPolicy(response, { https: true, dev: false, path, formActions: [] })
  return response
}

const letter = '/staff/mail/01a200f3-c821-7e69-8acf-83a64f6c0cde/as-seen'

test('no page of ours may style itself inside its markup', () => {
  for (const path of ['/', '/staff/mail', letter.replace('/as-seen', ''), `${letter}/more`, '/staff/mail/x/as-seen'])
    expect([path, policyOf(path).includes('unsafe')]).toEqual([path, false])
})

test('a letter as it is laid out may, in a page that can run nothing, load nothing and lead nowhere', () => {
  const policy = policyOf(letter)
  expect(policy).toContain("default-src 'none'; style-src 'unsafe-inline'; sandbox;")
  expect(policy).not.toMatch(/allow-|script-src|img-src/)
})

test('a window opened by another site is cut off from it wherever something is typed, told or decided', () => {
  const cut = (path: string) => headOf(path).getHeader('cross-origin-opener-policy') === 'same-origin'
  for (const path of ['/share', '/share/story', '/entry', '/verify', '/staff', '/staff/stories', '/storiesque', '/nowhere'])
    expect([path, cut(path)]).toEqual([path, true])
  for (const path of ['/', '/stories', '/stories/luis', '/history', '/rules']) expect([path, cut(path)]).toEqual([path, false])
})
