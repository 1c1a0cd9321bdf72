import pg from 'pg'
import { expect, test, vi } from 'vitest'
import { isListening, listenForChanges } from '#server/door/content-changes.ts'

test('a database that lets nobody listen just now, as a replica before it takes over, is asked again', async () => {
  vi.spyOn(process.stderr, 'write').mockReturnValue(true)
  const refused = vi.spyOn(pg.Client.prototype, 'query').mockImplementationOnce(() => Promise.reject(new Error('during recovery')))

  listenForChanges(() => {})

  await vi.waitFor(() => expect(isListening()).toBe(true), 10_000)
  expect(refused.mock.calls.map(([asked]) => asked)).toEqual(['listen content_changed', 'listen content_changed'])
  vi.restoreAllMocks()
})
