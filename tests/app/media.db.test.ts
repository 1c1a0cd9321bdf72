import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { afterAll, beforeAll, expect, test } from 'vitest'

const folder = await mkdtemp(path.join(tmpdir(), 'hob-media-'))
process.env.DATA_DIR = folder
const { GET, HEAD } = await import('#app/media/[...path]/route.ts')
const { now } = await import('#lib/foundation/clock.ts')
const { db } = await import('#lib/foundation/db.ts')
const { dropMedia, keepFile, publishMedia, registerMedia, removeMedia } = await import('#lib/media/files.ts')
const { mediaStore } = await import('#lib/media/store.ts')

const bytes = Buffer.from(Array.from({ length: 5000 }, (_, i) => i % 256))
let file: Awaited<ReturnType<typeof keepFile>>

beforeAll(async () => {
  const source = path.join(folder, 'film.mp4')
  await writeFile(source, bytes)
  file = await keepFile(source, 'mp4')
  await db.$transaction((tx) => registerMedia(tx, [file]))
})
afterAll(() => rm(folder, { recursive: true, force: true }))

function ask(headers: Record<string, string> = {}, name = file.path, method = 'GET'): Promise<Response> {
  const request = new Request(`http://localhost:3000/media/${name}`, { headers, method })
  return (method === 'HEAD' ? HEAD : GET)(request, { params: Promise.resolve({ path: name.split('/') }) })
}
const publish = (from: Date | null) => db.$transaction((tx) => publishMedia(tx, [file.path], from))

test('a file is nobody’s before its time and everybody’s from then on', async () => {
  expect((await ask()).status).toBe(404)
  await publish(new Date(now().getTime() + 60_000))
  expect((await ask()).status).toBe(404)
  await publish(new Date(now().getTime() - 1000))
  const response = await ask()
  expect(response.status).toBe(200)
  expect(Buffer.from(await response.bytes())).toEqual(bytes)
  expect(Object.fromEntries(response.headers)).toMatchObject({
    ...{ 'content-type': 'video/mp4', 'accept-ranges': 'bytes', etag: `"${file.sha256}"`, 'x-content-length': '5000' },
    ...{ 'cache-control': 'public, max-age=300, must-revalidate', 'x-content-type-options': 'nosniff' },
  })
  await publish(null)
  expect((await ask()).status).toBe(404)
})

test('parts are given out as they are asked for', async () => {
  await publish(new Date(now().getTime() - 1000))
  const part = await ask({ range: 'bytes=10-19' })
  expect([part.status, part.headers.get('content-range'), part.headers.get('x-content-length')]).toEqual([206, 'bytes 10-19/5000', '10'])
  expect(Buffer.from(await part.bytes())).toEqual(bytes.subarray(10, 20))
  const outside = await ask({ range: 'bytes=5000-' })
  expect([outside.status, outside.headers.get('content-range')]).toEqual([416, 'bytes */5000'])
  expect((await ask({ range: 'bytes=10-19', 'if-range': '"another"' })).status).toBe(200)
  expect((await ask({ range: 'bytes=10-19', 'if-range': `"${file.sha256}"` })).status).toBe(206)
  expect((await ask({ 'if-none-match': `"${file.sha256}"` })).status).toBe(304)
  const head = await ask({}, file.path, 'HEAD')
  expect([head.status, head.headers.get('x-content-length'), head.body]).toEqual([200, '5000', null])
})

test('no other name leads anywhere', async () => {
  const unknown = `ff/${'f'.repeat(64)}.mp4`
  for (const name of [unknown, '../film.mp4', '..%2f..%2fetc/passwd', 'film.mp4', `${file.path}/more`])
    expect([name, (await ask({}, name)).status]).toEqual([name, 404])
})

test('a file that is dropped is gone from the page at once and from the store after', async () => {
  await db.$transaction((tx) => dropMedia(tx, [file.path]))
  expect((await ask()).status).toBe(404)
  expect(await mediaStore().bytes(file.path)).toBe(5000)
  await removeMedia([file.path])
  expect(await mediaStore().bytes(file.path)).toBeNull()
})

test('bytes stay while somebody knows the file', async () => {
  await writeFile(path.join(folder, 'again.mp4'), bytes)
  const again = await keepFile(path.join(folder, 'again.mp4'), 'mp4')
  await db.$transaction((tx) => registerMedia(tx, [again]))
  await removeMedia([again.path])
  expect(await mediaStore().bytes(again.path)).toBe(5000)
})
