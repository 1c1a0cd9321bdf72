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

/** Who works here: the machine and the process, to know later whether they still do. */
export const workerName = `${os.hostname()}:${process.pid}`

/**
 * Makes what was asked for, once: a try that is overtaken says nothing more. Ends with the render done, failed or cancelled; throws when it
 * has to be tried again.
 */
export async function runRender(id: string, options: Options): Promise<void> {
  const job = await claim(id)
  if (!job) return
  const folder = await emptyFolder(job)
  try {
    await writeFile(path.join(folder, 'script.json'), JSON.stringify(job.script)).catch((error: unknown) =>
      Promise.reject(encodingRefusal(error)),
    )
    const ending = await watched(job, folder, options)
    if (ending.kind === 'made') await finish(job, await keepAll(folder))
    else await settle(job, ending, options.lastTry)
  } catch (error) {
    const refusal = encodingRefusal(error)
    if (refusal.code !== 'films.disk-full') throw error
    await fail(job, refusal.code)
  } finally {
    await rm(folder, { recursive: true, force: true })
  }
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

async function emptyFolder({ id, attempt }: Try): Promise<string> {
  const all = path.join(env().DATA_DIR, 'renders')
  await mkdir(all, { recursive: true })
  const left = (await readdir(all)).filter((name) => name.startsWith(id))
  for (const name of left) await rm(path.join(all, name), { recursive: true, force: true })
  const folder = path.join(all, `${id}-${attempt}`)
  await mkdir(folder)
  return folder
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

async function settle(job: Try, ending: Exclude<Ending, { kind: 'made' }>, lastTry: boolean): Promise<void> {
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
  if (ending.kind === 'died' && lastTry) return fail(job, 'films.crashed')
  throw new Error(`the render ended early: ${ending.kind === 'died' ? ending.how : 'the worker stops'}`)
}

async function fail({ id, attempt }: Try, errorCode: string): Promise<void> {
  await db.render.updateMany({ where: { id, attempt, state: 'running' }, data: { state: 'failed', errorCode, finishedAt: now() } })
}
