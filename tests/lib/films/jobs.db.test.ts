import { type ChildProcess, spawn } from 'node:child_process'
import { once } from 'node:events'
import { mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises'
import os, { tmpdir } from 'node:os'
import path from 'node:path'
import { afterAll, expect, test } from 'vitest'
import type { Film, Shape } from '#lib/films/engine/film.ts'
import { newId } from '#lib/foundation/ids.ts'
import { filmWithExcerpt, sampleFilm } from '#tests/factories/films.ts'
import { refusalOf } from '#tests/support/refusals.ts'

const data = await mkdtemp(path.join(tmpdir(), 'hob-films-'))
process.env.DATA_DIR = data
const { db } = await import('#lib/foundation/db.ts')
const { cancelRender, forgetRenders, publishRender, requestRender } = await import('#lib/films/render/commands.ts')
const { renderState, rendersOf } = await import('#lib/films/render/queries.ts')
const { runRender } = await import('#lib/films/render/job.ts')
const { resumeRenders } = await import('#lib/films/render/resume.ts')
const { mediaStore } = await import('#lib/media/store.ts')

const size = '160x90'
const patient = { timeout: 90_000 }
let seeds = 100

afterAll(() => rm(data, { recursive: true, force: true }))

const request = (script: Film, key: string | null = 'film', shape: Shape = 'wide') =>
  db.$transaction((tx) => requestRender(tx, { key, script, shape }))
const newFilm = () => sampleFilm(++seeds)
const first = newFilm()

async function until(happened: () => Promise<boolean>): Promise<void> {
  for (const end = Date.now() + 60_000; Date.now() < end; await new Promise((resolve) => setTimeout(resolve, 30)))
    if (await happened()) return
  throw new Error('it did not happen within a minute')
}

/** The process that renders this, found as an operator would. */
async function processOf(id: string): Promise<number> {
  const pids = (await readdir('/proc')).filter((name) => /^\d+$/.test(name))
  for (const pid of pids) {
    const command = await readFile(`/proc/${pid}/cmdline`, 'utf8').catch(() => '')
    if (command.includes('render/main.ts') && command.includes(id)) return Number(pid)
  }
  throw new Error('no process renders this')
}

test('a render goes from asked for to done, keeps its files, and shows them to nobody yet', patient, async () => {
  const id = await request(first, 'done')
  expect(await renderState(id)).toMatchObject({ state: 'queued', percent: 0, key: 'done', shape: 'wide', output: null })
  await runRender(id, { lastTry: true, size })
  const done = await renderState(id)
  expect(done).toMatchObject({ state: 'done', percent: 100, errorCode: null })
  const files = done?.output?.files ?? []
  expect([...new Set(files.map(({ role }) => role))].sort()).toEqual([
    'captions',
    'chapters',
    'descriptions',
    'film',
    'poster',
    'thumbnail-track',
    'thumbnails',
    'transcript',
  ])
  for (const { path: name, bytes } of files) expect(await mediaStore().bytes(name)).toBe(bytes)
  expect(await db.mediaFile.count({ where: { publicFrom: { not: null } } })).toBe(0)
  expect(await readdir(path.join(data, 'renders'))).toEqual([])
  const from = new Date('2026-12-01T00:00:00Z')
  await db.$transaction((tx) => publishRender(tx, id, from))
  expect(await db.mediaFile.count({ where: { publicFrom: from } })).toBe(new Set(files.map(({ path: name }) => name)).size)
})

test('what was made before is not made again; what is under way is not begun twice', patient, async () => {
  const film = newFilm()
  const [one, two] = await Promise.all([request(film, 'twice'), request(film, 'twice')])
  expect(two).toBe(one)
  expect(await request(film, 'twice', 'square')).not.toBe(one)
  const again = await request(first, 'other')
  const [made] = await rendersOf('done')
  expect(again).not.toBe(made?.id)
  expect((await renderState(again))?.output).toEqual(made?.output)
  expect((await rendersOf('other')).map(({ state, shape }) => `${state} ${shape}`)).toEqual(['done wide'])
})

test('a script that lies about an excerpt, or has no letters to be set in, is refused before anything is drawn', async () => {
  const story = 'I kept a small notebook. It grew.'
  const ask = (script: Film, sourceText?: string) =>
    refusalOf(db.$transaction((tx) => requestRender(tx, { key: null, script, shape: 'wide', ...(sourceText ? { sourceText } : {}) })))
  expect(await ask(filmWithExcerpt(story, 0, 24), 'I kept a large notebook. It grew.')).toBe('films.script-wrong')
  const [open, middle, end] = newFilm().scenes
  if (!open || !middle || !end) throw new Error('three scenes')
  expect(await ask({ ...newFilm(), scenes: [open, { ...middle, text: 'ภาษาไทย' }, end] })).toBe('films.missing-font')
})

test('a script that was wronged after it was asked for ends as a named failure', patient, async () => {
  const id = await request(newFilm())
  const film = newFilm()
  await db.render.update({
    where: { id },
    data: { script: { ...film, scenes: film.scenes.map((scene) => ({ ...scene, facts: [], provenance: 'fact' })) } },
  })
  await runRender(id, { lastTry: false, size })
  expect(await renderState(id)).toMatchObject({ state: 'failed', errorCode: 'films.script-wrong' })
})

test('without an encoder the failure says so', patient, async () => {
  const id = await request(newFilm())
  const child = spawn(process.execPath, ['--conditions=react-server', '-e', runnerFor(id), '--input-type=module'], {
    env: { ...process.env, PATH: '/nowhere', FFMPEG_PATH: '/nowhere/ffmpeg', NODE_OPTIONS: `--import=${withoutPackage}`, DATA_DIR: data },
    stdio: ['ignore', 'ignore', 'inherit'],
  })
  await once(child, 'exit')
  expect(await renderState(id)).toMatchObject({ state: 'failed', errorCode: 'films.no-encoder' })
})

/** Hides the encoder from npm, as on a machine it has no build for. */
const withoutPackage = `data:text/javascript,${encodeURIComponent(`
  import Module from 'node:module'
  const load = Module._load
  Module._load = function (name, ...rest) {
    if (name.startsWith('@napi-rs/webcodecs')) throw new Error('no build for this machine')
    return load.call(this, name, ...rest)
  }`)}`

function runnerFor(id: string): string {
  return `const { runRender } = await import('#lib/films/render/job.ts'); await runRender('${id}', { lastTry: true, size: '${size}' }); process.exit()`
}

test('a render that is cancelled stops within moments, waiting or running', patient, async () => {
  const waiting = await request(newFilm())
  expect(await db.$transaction((tx) => cancelRender(tx, waiting))).toBe(true)
  expect((await renderState(waiting))?.state).toBe('cancelled')
  await runRender(waiting, { lastTry: true, size })
  expect((await renderState(waiting))?.state).toBe('cancelled')

  const running = await request(newFilm())
  const ended = runRender(running, { lastTry: true, size: '640x360' })
  await until(async () => ((await renderState(running))?.frames ?? 0) > 0)
  const pid = await processOf(running)
  expect(await db.$transaction((tx) => cancelRender(tx, running))).toBe(true)
  await ended
  expect(await renderState(running)).toMatchObject({ state: 'cancelled', output: null })
  expect(() => process.kill(pid, 0)).toThrow()
  expect(await db.$transaction((tx) => cancelRender(tx, running))).toBe(false)
})

test('what is being given up is not asked for again before it has ended', async () => {
  const film = newFilm()
  const id = await request(film, 'again')
  const at = new Date()
  await db.render.update({
    where: { id },
    data: { state: 'running', worker: `${os.hostname()}:${process.pid}`, startedAt: at, heardAt: at },
  })
  await db.$transaction((tx) => cancelRender(tx, id))
  expect(await refusalOf(request(film, 'again'))).toBe('films.stopping')
  await db.render.update({ where: { id }, data: { state: 'cancelled', finishedAt: at } })
  expect(await request(film, 'again')).not.toBe(id)
})

test('a render that takes too long or too much is ended and says which', patient, async () => {
  const slow = await request(newFilm())
  await runRender(slow, { lastTry: true, size: '640x360', limits: { seconds: 1, megabytes: 4000 } })
  expect(await renderState(slow)).toMatchObject({ state: 'failed', errorCode: 'films.too-slow' })
  const large = await request(newFilm())
  await runRender(large, { lastTry: true, size: '640x360', limits: { seconds: 90, megabytes: 20 } })
  expect(await renderState(large)).toMatchObject({ state: 'failed', errorCode: 'films.too-large' })
})

test('a render process that is killed is tried again and leaves one result', patient, async () => {
  const id = await request(newFilm(), 'killed')
  const begun = runRender(id, { lastTry: false, size }).catch((error: Error) => error.message)
  await until(async () => ((await renderState(id))?.frames ?? 0) > 0)
  process.kill(await processOf(id), 'SIGKILL')
  expect(await begun).toContain('SIGKILL')
  expect((await renderState(id))?.state).toBe('running')
  await runRender(id, { lastTry: false, size })
  const done = await renderState(id)
  expect(done).toMatchObject({ state: 'done', percent: 100 })
  expect(await readdir(path.join(data, 'renders'))).toEqual([])
})

test('a try that was overtaken says nothing more', patient, async () => {
  const id = await request(newFilm())
  const begun = runRender(id, { lastTry: false, size: '640x360' }).catch((error: Error) => error.message)
  await until(async () => ((await renderState(id))?.frames ?? 0) > 0)
  await db.render.update({ where: { id }, data: { attempt: { increment: 1 } } })
  expect(await begun).toContain('ended early')
  expect(await db.render.findUnique({ where: { id } })).toMatchObject({ state: 'running', attempt: 2 })
})

test('a render that keeps dying fails in the end, however often the queue counts anew', patient, async () => {
  const id = await request(newFilm())
  await db.render.update({ where: { id }, data: { attempt: 5 } })
  const begun = runRender(id, { lastTry: false, size: '640x360' })
  await until(async () => ((await renderState(id))?.frames ?? 0) > 0)
  process.kill(await processOf(id), 'SIGKILL')
  await begun
  expect(await renderState(id)).toMatchObject({ state: 'failed', errorCode: 'films.crashed' })
  const taking = await request(newFilm())
  await db.render.update({ where: { id: taking }, data: { attempt: 6 } })
  await runRender(taking, { lastTry: false, size })
  expect(await renderState(taking)).toMatchObject({ state: 'failed', errorCode: 'films.crashed' })
})

test('a render without a folder to work in is tried again, then fails', async () => {
  const id = await request(newFilm())
  const folder = path.join(data, 'renders')
  await rm(folder, { recursive: true, force: true })
  await writeFile(folder, 'no folder')
  const code = (error: NodeJS.ErrnoException) => error.code
  expect(await runRender(id, { lastTry: false, size }).catch(code)).toBe('EEXIST')
  expect((await renderState(id))?.state).toBe('running')
  await db.render.update({ where: { id }, data: { attempt: 5 } })
  expect(await runRender(id, { lastTry: false, size }).catch(code)).toBeUndefined()
  await rm(folder)
  expect(await renderState(id)).toMatchObject({ state: 'failed', errorCode: 'films.crashed' })
})

/** The worker as `npm start` runs it, on the database of this file. */
async function startWorker(): Promise<ChildProcess> {
  const child = spawn(process.execPath, ['--conditions=react-server', 'lib/worker/main.ts'], {
    env: { ...process.env, DATA_DIR: data, SMTP_URL: '' },
    stdio: ['ignore', 'ignore', 'pipe'],
  })
  let said = ''
  await new Promise<void>((resolve, reject) => {
    child.stderr?.on('data', (chunk: Buffer) => {
      said += chunk.toString()
      if (said.includes('worker.ready')) resolve()
    })
    child.once('exit', () => reject(new Error(`the worker did not start: ${said}`)))
  })
  return child
}

test('a worker that is killed while it renders loses nothing: the next one begins again', patient, async () => {
  await db.render.updateMany({ where: { state: 'running' }, data: { state: 'cancelled', finishedAt: new Date() } })
  await db.$executeRaw`delete from graphile_worker._private_jobs`
  const id = await request(newFilm(), 'worker')
  let worker = await startWorker()
  try {
    await until(async () => ((await renderState(id))?.frames ?? 0) > 0)
    const renderer = await processOf(id)
    worker.kill('SIGKILL')
    await once(worker, 'exit')
    await until(async () => !isAlive(renderer))
    expect((await renderState(id))?.state).toBe('running')
    worker = await startWorker()
    await until(
      async () =>
        ['running', 'done'].includes((await renderState(id))?.state ?? '') &&
        (await db.render.findUnique({ where: { id } }))?.attempt === 2,
    )
    expect(await db.$transaction((tx) => cancelRender(tx, id))).toBe(true)
    await until(async () => (await renderState(id))?.state === 'cancelled')
  } finally {
    if (worker.exitCode === null && worker.kill('SIGKILL')) await once(worker, 'exit')
  }
})

function isAlive(pid: number): boolean {
  try {
    return process.kill(pid, 0)
  } catch {
    return false
  }
}

test('only renders whose worker is gone are asked for again', async () => {
  const [mine, silent] = [await request(newFilm()), await request(newFilm())]
  const at = new Date()
  const long = new Date(at.getTime() - 10 * 60_000)
  await db.render.update({
    where: { id: mine },
    data: { state: 'running', worker: `${os.hostname()}:${process.pid}`, startedAt: at, heardAt: at },
  })
  await db.render.update({ where: { id: silent }, data: { state: 'running', worker: 'elsewhere:1', startedAt: long, heardAt: long } })
  expect(await resumeRenders()).toBe(1)
  expect([(await renderState(mine))?.state, (await renderState(silent))?.state]).toEqual(['running', 'queued'])
})

test('a film that is forgotten takes its files along, but not those of another', async () => {
  const [done] = await rendersOf('done')
  if (!done?.output) throw new Error('the first test made it')
  const own = { ...done.output.files[0], path: `00/${'0'.repeat(64)}.mp4` }
  await db.mediaFile.create({ data: { path: own.path, sha256: '0'.repeat(64), bytes: 1n, type: 'video/mp4', createdAt: new Date() } })
  const row = await db.render.findUniqueOrThrow({ where: { id: done.id } })
  const output = { ...done.output, files: [...done.output.files, own] }
  await db.render.create({ data: { ...row, id: newId(), filmKey: 'gone', renderKey: 'gone', script: {}, output } })
  await db.$transaction((tx) => forgetRenders(tx, 'gone'))
  expect(await rendersOf('gone')).toEqual([])
  expect(await db.mediaFile.findUnique({ where: { path: own.path } })).toBeNull()
  const kept = done.output.files.map(({ path: name }) => name)
  expect(await db.mediaFile.count({ where: { path: { in: kept } } })).toBe(new Set(kept).size)
})
