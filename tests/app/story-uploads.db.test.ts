import { createHash } from 'node:crypto'
import { mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { mediaAddress, mediaName } from '#lib/media/names.ts'
import { uploadLimits } from '#lib/stories/editing/upload-limits.ts'
import { asFormPost } from '#tests/support/request.ts'

const data = await mkdtemp(path.join(tmpdir(), 'hob-story-uploads-'))
process.env.DATA_DIR = data
const { DELETE, HEAD, PATCH, POST } = await import('#app/api/uploads/[[...id]]/route.ts')
const { createStory } = await import('#lib/stories/commands/save.ts')
const { storyOnDesk } = await import('#lib/stories/editing/queries.ts')
const { startSession } = await import('#lib/staff/sessions.ts')
const { invited } = await import('#tests/factories/staff.ts')

const film = await readFile('public/films/luis/luis.mp4')
const half = Math.floor(film.length / 2)
const address = 'http://localhost:3000/api/uploads'
let editor: Awaited<ReturnType<typeof invited>>
let token: string
let count = 0

beforeAll(async () => {
  editor = await invited('editor')
  token = (await startSession(editor.id))?.token ?? ''
})
afterAll(() => rm(data, { recursive: true, force: true }))

async function ask(serve: typeof POST, method: string, at: string, headers: Record<string, string>, body?: Buffer): Promise<Response> {
  const all = { 'tus-resumable': '1.0.0', ...headers }
  const request = new Request(at, { method, headers: all, ...(body && { body: new Uint8Array(body) }) })
  const { value } = await asFormPost({ 'hob-session': token }, () => serve(request))
  if (!value) throw new Error('no answer')
  return value
}

async function newStory(): Promise<string> {
  count += 1
  return createStory(editor, {
    slug: `upload-${count}`,
    week: 40 + count,
    kind: 'illustrative',
    theme: 'family',
    language: 'en',
    age: null,
  })
}

function begin(story: string, length: Record<string, string>): Promise<Response> {
  return ask(POST, 'POST', address, { ...length, 'upload-metadata': `story ${Buffer.from(story).toString('base64')}` })
}

async function begun(story: string, length: number): Promise<string> {
  return new URL((await begin(story, { 'upload-length': String(length) })).headers.get('location') ?? '', `${address}/`).href
}

function piece(place: string, from: number, body: Buffer, more: Record<string, string> = {}): Promise<Response> {
  return ask(PATCH, 'PATCH', place, { 'content-type': 'application/offset+octet-stream', 'upload-offset': String(from), ...more }, body)
}

/** Where the files on the desk of a story are: their content decides that. */
const filesOf = async (story: string) => (await storyOnDesk(editor, story))?.content.film.files.map((file) => file.path)
const placeOf = (bytes: Buffer) => mediaAddress(mediaName(createHash('sha256').update(bytes).digest('hex'), 'mp4'))
const offsetAt = async (place: string) => (await ask(HEAD, 'HEAD', place, {})).headers.get('upload-offset')

test('two pieces for one place at once: one is taken, and the film that is put together is the one that was sent', async () => {
  const story = await newStory()
  const place = await begun(story, film.length)
  const sent = await Promise.all([piece(place, 0, film.subarray(0, half)), piece(place, 0, film.subarray(0, half))])
  const taken = await piece(place, half, film.subarray(half))

  expect(sent.map(({ status }) => status).sort()).toEqual([204, 409])
  expect([taken.status, taken.headers.get('x-taken'), await filesOf(story)]).toEqual([204, '1', [placeOf(film)]])
})

test('a piece that is longer than was said, or of a length never said, is refused, and what came before it stays', async () => {
  const story = await newStory()
  const place = await begun(story, half)
  await piece(place, 0, film.subarray(0, 1000))
  const long = await piece(place, 1000, film.subarray(1000))

  expect(long.status).toBeGreaterThanOrEqual(400)
  expect(long.status).toBeLessThan(500)
  const offset = Number(await offsetAt(place))
  expect(offset).toBeGreaterThanOrEqual(1000)
  expect(offset).toBeLessThanOrEqual(half)
  expect(film.subarray(0, offset).equals(await readFile(path.join(data, 'uploads', path.basename(place))))).toBe(true)
  expect((await begin(story, { 'upload-length': String(uploadLimits.film + 1) })).status).toBe(413)
  expect((await begin(story, { 'upload-length': '-1' })).status).toBe(400)
  expect((await begin(story, {})).status).toBe(400)
  const empty = await begin(story, { 'upload-length': '0' })
  expect(empty.status).toBe(422)
  expect(await filesOf(story)).toEqual([])
})

test('an upload that somebody gives up leaves nothing on the disk', async () => {
  const place = await begun(await newStory(), film.length)
  await piece(place, 0, film.subarray(0, 1000))
  const name = place.split('/').at(-1) ?? ''
  expect((await readdir(path.join(data, 'uploads'))).filter((one) => one.startsWith(name))).toHaveLength(2)

  expect((await ask(DELETE, 'DELETE', place, {})).status).toBe(204)
  expect((await readdir(path.join(data, 'uploads'))).filter((one) => one.startsWith(name))).toEqual([])
})

test.each(['..%2foutside', '%2e%2e%2foutside', 'a%2f..%2f..%2foutside'])('no name leads out of the folder: %j', async (name) => {
  // Like an upload in the folder, so that whoever came here could read, write and remove it.
  const outside = path.join(data, 'outside')
  await writeFile(outside, 'kept')
  await writeFile(`${outside}.json`, JSON.stringify({ id: 'outside', size: 10, offset: 4 }))
  const place = `${address}/${name}`

  const answers = [await ask(HEAD, 'HEAD', place, {}), await piece(place, 4, Buffer.from('gained')), await ask(DELETE, 'DELETE', place, {})]
  expect(answers.map(({ status }) => status)).toEqual([404, 404, 404])
  expect(await readFile(outside, 'utf8')).toBe('kept')
})
