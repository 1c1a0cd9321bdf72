import { mkdtemp, readdir, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import path from 'node:path'
import type { Readable } from 'node:stream'
import fc from 'fast-check'
import { afterAll, expect, test } from 'vitest'
import { isMediaName, mediaAddress, mediaName } from '#lib/media/names.ts'
import { readRange } from '#lib/media/ranges.ts'
import { bucketStore, folderStore, type Store } from '#lib/media/store.ts'
import { objectStore } from '#tests/fakes/object-store.ts'

const folder = await mkdtemp(path.join(tmpdir(), 'hob-store-'))
const source = path.join(folder, 'source.bin')
const bytes = Buffer.from(Array.from({ length: 200_000 }, (_, i) => (i * 7) % 251))
await writeFile(source, bytes)
const far = await objectStore()
const bucket = bucketStore({ bucket: 'films', region: 'auto', endpoint: far.base, accessKeyId: 'id', secretAccessKey: 'secret' })
const near = folderStore(path.join(folder, 'media'))
const name = mediaName('ab'.repeat(32), 'mp4')

afterAll(async () => {
  await far.close()
  await rm(folder, { recursive: true, force: true })
})

async function all(stream: Readable): Promise<Buffer> {
  const chunks: Buffer[] = []
  for await (const chunk of stream) chunks.push(Buffer.from(chunk as Uint8Array))
  return Buffer.concat(chunks)
}

async function keepsFiles(store: Store): Promise<void> {
  expect(await store.bytes(name)).toBeNull()
  await expect(store.read(name)).rejects.toThrow()
  await store.put(name, source, 'video/mp4')
  expect(await store.bytes(name)).toBe(bytes.length)
  expect(await all(await store.read(name))).toEqual(bytes)
  expect(await all(await store.read(name, { first: 1000, last: 1009 }))).toEqual(bytes.subarray(1000, 1010))
  expect(await all(await store.read(name, { first: bytes.length - 1, last: bytes.length - 1 }))).toEqual(bytes.subarray(-1))
  await store.put(name, source, 'video/mp4')
  await store.remove(name)
  await store.remove(name)
  expect(await store.bytes(name)).toBeNull()
}

test('a folder keeps files, gives out parts of them and leaves nothing half-written', async () => {
  await keepsFiles(near)
  await expect(near.put(name, path.join(folder, 'no such file'), 'video/mp4')).rejects.toThrow()
  expect(await near.bytes(name)).toBeNull()
  expect(await readdir(path.join(folder, 'media/making'))).toEqual([])
})

test('an S3-compatible bucket keeps files, gives out parts of them and knows their type', async () => {
  await keepsFiles(bucket)
  await bucket.put(name, source, 'video/mp4')
  expect([...far.objects].map(([key, { type }]) => [key, type])).toEqual([[`/films/${name}`, 'video/mp4']])
})

test('only names made of a content can be names', () => {
  expect(isMediaName(name)).toBe(true)
  expect(mediaAddress(name)).toBe(`/media/ab/${'ab'.repeat(32)}.mp4`)
  for (const other of [
    'ab/../../etc/passwd',
    'ab/x.mp4',
    `cd/${'ab'.repeat(32)}.mp4`,
    `ab/${'ab'.repeat(32)}.exe`,
    `making/${'ab'.repeat(16)}`,
    '',
  ])
    expect([other, isMediaName(other)]).toEqual([other, false])
})

test('ranges are read as RFC 9110 has them', () => {
  const asked = (header: string) => readRange(header, 100)
  expect(asked('bytes=0-9')).toEqual({ first: 0, last: 9 })
  expect(asked('bytes=90-')).toEqual({ first: 90, last: 99 })
  expect(asked('bytes=-10')).toEqual({ first: 90, last: 99 })
  expect(asked('bytes=-1000')).toEqual({ first: 0, last: 99 })
  expect(asked('bytes=50-1000')).toEqual({ first: 50, last: 99 })
  expect(['bytes=100-', 'bytes=-0', 'bytes=200-300'].map(asked)).toEqual(['outside', 'outside', 'outside'])
  expect(['bytes=', 'bytes=-', 'bytes=9-1', 'bytes=0-1,5-6', 'lines=1-2', 'bytes=a-b'].map(asked)).toEqual(Array(6).fill('all'))
  expect(readRange(null, 100)).toBe('all')
})

test('whatever a header says, a range lies within the file', () => {
  fc.assert(
    fc.property(
      fc.oneof(
        fc.string(),
        fc.tuple(fc.nat(), fc.nat()).map(([a, b]) => `bytes=${a}-${b}`),
      ),
      fc.integer({ min: 1, max: 1e6 }),
      (header, size) => {
        const range = readRange(header, size)
        if (typeof range !== 'string') expect(range.first >= 0 && range.first <= range.last && range.last < size).toBe(true)
      },
    ),
  )
})
