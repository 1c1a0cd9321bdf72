import { mkdir, readdir, readFile, rm, writeFile } from 'node:fs/promises'
import os from 'node:os'
import path from 'node:path'
import { now } from '#lib/foundation/clock.ts'
import { db } from '#lib/foundation/db.ts'
import { env } from '#lib/foundation/env.ts'
import { fault, info } from '#lib/foundation/log.ts'
import { type KeptFile, keepFile, registerMedia } from '#lib/media/files.ts'
import type { Ending as MediaEnding } from '#lib/media/names.ts'
import type { Shape } from '../engine/film.ts'
import { type Ending, type Limits, limits, runChild } from './child.ts'
import { encodingRefusal } from './encoder.ts'
import { made, type RenderedFile, type RenderOutput } from './output.ts'

type Try = Readonly<{ id: string; attempt: number; shape: Shape; script: unknown }>
type Options = Readonly<{
  lastTry: boolean
  signal?: AbortSignal
  limits?: Limits
  /** A smaller film than the shape's, as WIDTHxHEIGHT: for rehearsals. */
  size?: string
}>

const lookEvery = 500

/** So often is a render begun. Counted by its row: what asks again for a render that went quiet starts the count of the queue anew. */
const mostTries = 6

/** Who works here: the machine and the process, to know later whether they still do. */
export const workerName = `${os.hostname()}:${process.pid}`

/**
 * Makes what was asked for, once: a try that is overtaken says nothing more. Ends with the render done, failed or cancelled; throws when it
 * has to be tried again, which is never after the sixth try.
 */
export async function runRender(id: string, options: Options): Promise<void> {
  const job = await claim(id)
  if (!job) return
  if (job.attempt > mostTries) return fail(job, 'films.crashed')
  const isLast = options.lastTry || job.attempt === mostTries
  const folder = path.join(folderOfAll(), `${id}-${job.attempt}`)
  let ending: Ending
  try {
    await makeFolder(id, folder)
    await writeFile(path.join(folder, 'script.json'), JSON.stringify(job.script))
    ending = await watched(job, folder, options)
    if (ending.kind === 'made') await finish(job, await keepAll(folder))
  } catch (error) {
    const isFull = encodingRefusal(error).code === 'films.disk-full'
    if (!isFull && !isLast) throw error
    fault('films.render', error, { render: id })
    return fail(job, isFull ? 'films.disk-full' : 'films.crashed')
  } finally {
    await rm(folder, { recursive: true, force: true }).catch((error) => fault('films.render-folder', error))
  }
  if (ending.kind !== 'made') await settle(job, ending, isLast)
}

/** Takes a render that waits, or one whose worker is gone. Null when there is nothing left to do. */
async function claim(id: string): Promise<Try | null> {
  const at = now()
  const taken = await db.render.updateMany({
    where: { id, state: { in: ['queued', 'running'] }, cancelRequestedAt: null },
    data: { state: 'running', attempt: { increment: 1 }, worker: workerName, startedAt: at, heardAt: at, percent: 0, frames: 0 },
  })
  if (!taken.count) {
    await db.render.updateMany({ where: { id, state: { in: ['queued', 'running'] } }, data: { state: 'cancelled', finishedAt: at } })
    return null
  }
  const row = await db.render.findUniqueOrThrow({ where: { id } })
  return { id, attempt: row.attempt, shape: row.shape as Shape, script: row.script }
}

const folderOfAll = () => path.join(env().DATA_DIR, 'renders')

/** An empty folder for one try; what earlier tries left goes. */
async function makeFolder(id: string, folder: string): Promise<void> {
  const all = folderOfAll()
  await mkdir(all, { recursive: true })
  const left = (await readdir(all)).filter((name) => name.startsWith(id))
  for (const name of left) await rm(path.join(all, name), { recursive: true, force: true })
  await mkdir(folder)
}

/** Runs the process while telling the database how far it is, and stops it when somebody cancels or a later try has taken over. */
async function watched({ id, attempt, shape }: Try, folder: string, { signal, size, limits: bounds = limits }: Options): Promise<Ending> {
  const stop = new AbortController()
  let done = { frames: 0, percent: 0 }
  const look = async () => {
    const mine = { id, attempt, state: 'running', cancelRequestedAt: null }
    const { count } = await db.render.updateMany({ where: mine, data: { ...done, heardAt: now() } })
    if (!count) stop.abort()
  }
  const timer = setInterval(() => void look().catch((error) => fault('films.render-look', error)), lookEvery)
  const onProgress = (frames: number, all: number) => {
    done = { frames, percent: Math.floor((frames / all) * 99) }
  }
  try {
    const signals = [stop.signal, ...(signal ? [signal] : [])]
    return await runChild({ folder, shape, size, onProgress, signal: AbortSignal.any(signals), limits: bounds })
  } finally {
    clearInterval(timer)
  }
}

/** Every file goes into the store before the database hears of any: a try that dies in between leaves nothing to see. */
async function keepAll(folder: string): Promise<{ output: RenderOutput; kept: KeptFile[] }> {
  const { files, ...rest } = made.parse(JSON.parse(await readFile(path.join(folder, 'made.json'), 'utf8')))
  const kept: KeptFile[] = []
  const named: RenderedFile[] = []
  for (const { file, ...about } of files) {
    const one = await keepFile(path.join(folder, file), path.extname(file).slice(1) as MediaEnding)
    kept.push(one)
    named.push({ ...about, ...one })
  }
  return { output: { ...rest, files: named }, kept }
}

async function finish({ id, attempt }: Try, { output, kept }: { output: RenderOutput; kept: KeptFile[] }): Promise<void> {
  await db.$transaction(async (tx) => {
    const mine = await tx.render.updateMany({
      where: { id, attempt, state: 'running', cancelRequestedAt: null },
      data: { state: 'done', percent: 100, output: { ...output, files: [...output.files] }, finishedAt: now() },
    })
    if (mine.count) await registerMedia(tx, kept)
  })
  info('films.rendered', { render: id, seconds: Math.round(output.seconds), encoder: output.encoder })
}

async function settle(job: Try, ending: Exclude<Ending, { kind: 'made' }>, isLast: boolean): Promise<void> {
  if (ending.kind === 'refused') {
    info('films.render-refused', { render: job.id, code: ending.code, detail: ending.detail.slice(0, 300) })
    return fail(job, ending.code)
  }
  const { id, attempt } = job
  const cancelled = await db.render.updateMany({
    where: { id, attempt, state: 'running', cancelRequestedAt: { not: null } },
    data: { state: 'cancelled', finishedAt: now() },
  })
  if (cancelled.count) return
  if (ending.kind === 'died' && isLast) return fail(job, 'films.crashed')
  throw new Error(`the render ended early: ${ending.kind === 'died' ? ending.how : 'the worker stops'}`)
}

async function fail({ id, attempt }: Try, errorCode: string): Promise<void> {
  await db.render.updateMany({ where: { id, attempt, state: 'running' }, data: { state: 'failed', errorCode, finishedAt: now() } })
}
