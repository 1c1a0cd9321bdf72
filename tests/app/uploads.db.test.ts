import { mkdtemp, readdir, readFile, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { afterAll, expect, test } from 'vitest'
import { asFormPost } from '#tests/support/request.ts'

const data = await mkdtemp(path.join(tmpdir(), 'hob-uploads-'))
process.env.DATA_DIR = data
const { HEAD, PATCH, POST } = await import('#app/api/uploads/[[...id]]/route.ts')
const { GET } = await import('#app/staff/films/[id]/file/[...path]/route.ts')
const { saveCaptions, saveTranscript } = await import('#app/staff/films/[id]/outside/[part]/[language]/actions.ts')
const { askForYes } = await import('#lib/films/commands/ask.ts')
const { closeFilm } = await import('#lib/films/commands/publish.ts')
const { startSession } = await import('#lib/staff/sessions.ts')
const { agree, onDesk, openedFilm, rendered } = await import('#tests/factories/made-films.ts')
const { invited } = await import('#tests/factories/staff.ts')

const film = await readFile('public/films/luis/luis.mp4')
type Cookies = Readonly<Record<string, string>>
type Answer = Readonly<{ status: number | undefined; body: string | undefined; taken: string | null }>

afterAll(() => rm(data, { recursive: true, force: true }))

async function cookiesOf({ id }: Readonly<{ id: string }>): Promise<Cookies> {
  return { 'hob-session': (await startSession(id))?.token ?? '' }
}

async function ask(cookies: Cookies, serve: typeof POST, request: Request): Promise<Response> {
  const { value } = await asFormPost(cookies, () => serve(request))
  if (!value) throw new Error('no answer')
  return value
}

const tus = { 'tus-resumable': '1.0.0' }
const address = 'http://localhost:3000/api/uploads'

function begin(cookies: Cookies, metadata: Readonly<Record<string, string>>, length: number): Promise<Response> {
  const named = Object.entries(metadata).map(([name, value]) => `${name} ${Buffer.from(value).toString('base64')}`)
  const headers = { ...tus, 'upload-length': String(length), 'upload-metadata': named.join(',') }
  return ask(cookies, POST, new Request(address, { method: 'POST', headers }))
}

/** Sends a file whole, in two pieces; the last answer. */
async function send(cookies: Cookies, metadata: Readonly<Record<string, string>>, bytes: Buffer): Promise<Answer> {
  let answer = await begin(cookies, metadata, bytes.length)
  const place = new URL(answer.headers.get('location') ?? '', `${address}/`).href
  const half = Math.floor(bytes.length / 2)
  for (const [from, to] of answer.status === 201
    ? ([
        [0, half],
        [half, bytes.length],
      ] as const)
    : []) {
    const headers = { ...tus, 'content-type': 'application/offset+octet-stream', 'upload-offset': String(from) }
    answer = await ask(cookies, PATCH, new Request(place, { method: 'PATCH', headers, body: new Uint8Array(bytes.subarray(from, to)) }))
  }
  return { status: answer.status, body: (await answer.text()).trim(), taken: answer.headers.get('x-taken') }
}

test('a film sent in pieces takes the place of ours, is shown to staff, and is asked about anew', { timeout: 90_000 }, async () => {
  const opened = await openedFilm()
  const cookies = await cookiesOf(opened.editor)
  expect(await send(cookies, { film: opened.id }, film)).toEqual({ status: 422, body: 'films.no-yes', taken: null })
  await agree(opened, 'storyboard')
  await rendered(opened)
  await agree(opened, 'film')
  expect((await onDesk(opened)).missing).toEqual([])

  expect(await send(cookies, { film: opened.id }, film)).toEqual({ status: 204, body: '', taken: '1' })

  const desk = await onDesk(opened)
  expect(desk.outside).toMatchObject({ film: { type: 'video/mp4', width: 1280, bytes: film.length }, tracks: [] })
  expect(desk.missing).toContainEqual({ lack: 'release', language: null })
  expect(desk.asks.filter(({ step }) => step === 'film').map(({ answer, matches }) => [answer, matches])).toEqual([['yes', false]])
  for (const file of [desk.outside?.film, desk.outside?.poster]) {
    const params = Promise.resolve({ id: opened.id, path: (file?.path ?? '').split('/') })
    const shown = await ask(cookies, (request) => GET(request, { params }), new Request('http://localhost:3000/'))
    expect([shown.status, shown.headers.get('x-content-length')]).toEqual([200, String(file?.bytes)])
    await shown.body?.cancel()
  }
  expect(await readdir(path.join(data, 'uploads'))).toEqual([])
})

test('what is no film is refused with its word, whatever its name is, and nothing changes', async () => {
  const opened = await openedFilm()
  await agree(opened, 'storyboard')
  const cookies = await cookiesOf(opened.editor)

  const text = Buffer.from('not a film at all, but the words of one')
  expect(await send(cookies, { film: opened.id, filename: 'film.mp4' }, text)).toEqual({ status: 422, body: 'type', taken: null })
  const poster = await readFile('public/art/story-luis-og.png')
  expect(await send(cookies, { film: opened.id }, poster)).toEqual({ status: 422, body: 'type', taken: null })

  expect((await onDesk(opened)).outside).toBeNull()
  expect(await readdir(path.join(data, 'uploads'))).toEqual([])
})

test('a stopped film takes nothing, and neither does what is not there', async () => {
  const opened = await openedFilm()
  await agree(opened, 'storyboard')
  await closeFilm(opened.editor, { id: opened.id, reason: 'A sample.' })
  const cookies = await cookiesOf(opened.editor)

  expect(await send(cookies, { film: opened.id }, film)).toEqual({ status: 422, body: 'films.stopped', taken: null })
  for (const metadata of [{ film: '01a2b3c4-0000-7000-8000-000000000000' }, { film: 'x' }, { story: 'x' }, { other: opened.id }])
    expect([metadata, (await begin(cookies, metadata, 10)).status]).toEqual([metadata, 404])
})

test('nobody, a forged session and a reviewer find nothing to send to, at no step of it', async () => {
  const opened = await openedFilm()
  await agree(opened, 'storyboard')
  const editor = await cookiesOf(opened.editor)
  const begun = await begin(editor, { film: opened.id }, film.length)
  const place = new URL(begun.headers.get('location') ?? '', `${address}/`).href

  for (const cookies of [{}, { 'hob-session': 'a'.repeat(43) }, await cookiesOf(await invited('reviewer'))]) {
    expect((await begin(cookies, { film: opened.id }, 10)).status).toBe(404)
    const headers = { ...tus, 'content-type': 'application/offset+octet-stream', 'upload-offset': '0' }
    const piece = new Request(place, { method: 'PATCH', headers, body: new Uint8Array(film) })
    expect((await ask(cookies, PATCH, piece)).status).toBe(404)
  }
  const untouched = await ask(editor, HEAD, new Request(place, { method: 'HEAD', headers: tus }))
  expect(untouched.headers.get('upload-offset')).toBe('0')
  expect((await onDesk(opened)).outside).toBeNull()
})

const captions = 'WEBVTT\n\n00:00.000 --> 00:02.000\nA sample.\n'

function typed(fields: Readonly<Record<string, string>>): FormData {
  const form = new FormData()
  for (const [name, value] of Object.entries(fields)) form.set(name, value)
  return form
}

test('captions and transcript are written one after the other, take nothing from each other, and take back what was asked', {
  timeout: 60_000,
}, async () => {
  const opened = await openedFilm()
  await agree(opened, 'storyboard')
  const { id, editor } = opened
  const cookies = await cookiesOf(editor)
  await send(cookies, { film: id }, film)
  const about = { film: id, locale: 'en' }
  const state = {} as never

  const saved = await asFormPost(cookies, () => saveCaptions(state, typed({ ...about, body: captions })))
  expect(saved.redirect).toBe(`/staff/films/${id}/outside/captions/en?done=beside`)
  const lines = { lines: '2', 'at-0': '0:01', 'says-0': 'A sample.', 'at-1': '', 'says-1': '' }
  await asFormPost(cookies, () => saveTranscript(state, typed({ ...about, ...lines })))
  const written = { language: 'en', captions, transcript: [{ at: 1, says: 'A sample.' }] }
  expect((await onDesk(opened)).outside?.tracks).toEqual([written])

  await askForYes(editor, { id, step: 'film' })
  const file = new File([captions.replace('A sample', 'Another')], 'en.vtt')
  const chosen = typed({ ...about, body: '' })
  chosen.set('file', file)
  await asFormPost(cookies, () => saveCaptions(state, chosen))
  const desk = await onDesk(opened)
  expect(desk.outside?.tracks).toEqual([{ ...written, captions: captions.replace('A sample', 'Another') }])
  expect(desk.asks[0]).toMatchObject({ step: 'film', superseded: true })
})

test('faulty captions come back as they were typed, each fault with its line, and nothing is kept', { timeout: 60_000 }, async () => {
  const opened = await openedFilm()
  await agree(opened, 'storyboard')
  const cookies = await cookiesOf(opened.editor)
  await send(cookies, { film: opened.id }, film)
  const body = 'WEBVTT\n\n00:00 --> 00:02.000\nA sample.\n\n00:04.000 --> 00:03.000\nAnother.\n'

  const { value } = await asFormPost(cookies, () => saveCaptions({} as never, typed({ film: opened.id, locale: 'es', body })))
  expect(value).toMatchObject({ values: { body: body.trim() }, errors: { body: 'trackFaulty' } })
  expect(value?.problems.map(({ line, fault }) => `${line} ${fault}`)).toEqual(['3 badTime', '6 endsBeforeStart'])
  expect((await onDesk(opened)).outside?.tracks).toEqual([])
})
