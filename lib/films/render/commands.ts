import 'server-only'
import { now } from '#lib/foundation/clock.ts'
import type { Tx } from '#lib/foundation/db.ts'
import { newId } from '#lib/foundation/ids.ts'
import { Refusal } from '#lib/foundation/refusal.ts'
import { dropMedia, publishMedia } from '#lib/media/files.ts'
import { enqueue } from '#lib/queue/enqueue.ts'
import type { Film, Shape } from '../engine/film.ts'
import { type CheckOptions, checkFilm } from '../script/check.ts'
import { canonicalJson, renderKey, scriptHash } from '../script/hash.ts'
import { type RenderOutput, renderOutput } from './output.ts'

type Asked = Readonly<{ key: string | null; script: Film; shape: Shape }> & CheckOptions

/**
 * Asks for a film to be made and returns the id of the render: one that is under way for the same script and shape, a new one, or a new one
 * that is done at once because the same was made before. Refuses films.script-wrong and films.missing-font, naming the first problem, and
 * films.stopping while the same is being given up.
 */
export async function requestRender(tx: Tx, { key, script, shape, ...texts }: Asked): Promise<string> {
  const [problem] = checkFilm(script, texts)
  if (problem) {
    const code = problem.code === 'missing-font' ? 'films.missing-font' : 'films.script-wrong'
    throw new Refusal(code, undefined, { problem: problem.code, scene: (problem.scene ?? -1) + 1, ...problem.values })
  }
  const hash = scriptHash(script)
  const made = renderKey(hash, shape)
  await tx.$executeRaw`select pg_advisory_xact_lock(hashtextextended(${`render ${key} ${made}`}, 0))`
  const underWay = await tx.render.findFirst({
    where: { filmKey: key, renderKey: made, state: { in: ['queued', 'running'] } },
  })
  if (underWay?.cancelRequestedAt) throw new Refusal('films.stopping')
  if (underWay) return underWay.id
  const before = await tx.render.findFirst({ where: { renderKey: made, state: 'done' }, orderBy: { finishedAt: 'desc' } })
  const id = newId()
  const asked = {
    id,
    filmKey: key,
    scriptHash: hash,
    renderKey: made,
    shape,
    script: JSON.parse(canonicalJson(script)),
    requestedAt: now(),
  }
  if (before?.output) {
    const done = { state: 'done', percent: 100, frames: before.frames, finishedAt: now(), output: before.output }
    await tx.render.create({ data: { ...asked, ...done } })
    return id
  }
  await tx.render.create({ data: asked })
  await enqueue(tx, 'films.render', { renderId: id }, { key: `render:${id}` })
  return id
}

/** Gives up a render: at once when it waits, within moments when it runs. True when there was something to give up. */
export async function cancelRender(tx: Tx, id: string): Promise<boolean> {
  const at = now()
  const waiting = await tx.render.updateMany({
    where: { id, state: 'queued' },
    data: { state: 'cancelled', cancelRequestedAt: at, finishedAt: at },
  })
  if (waiting.count) return true
  const running = await tx.render.updateMany({ where: { id, state: 'running', cancelRequestedAt: null }, data: { cancelRequestedAt: at } })
  return running.count > 0
}

/** From when on everybody may read the files of a finished render; null takes them back. Refuses films.not-rendered. */
export async function publishRender(tx: Tx, id: string, from: Date | null): Promise<RenderOutput> {
  const row = await tx.render.findFirst({ where: { id, state: 'done' } })
  if (!row?.output) throw new Refusal('films.not-rendered')
  const output = renderOutput.parse(row.output)
  await publishMedia(
    tx,
    output.files.map(({ path }) => path),
    from,
  )
  return output
}

/** Forgets every render of a film, with the files that no other render has: for a film whose storyteller is erased. */
export async function forgetRenders(tx: Tx, key: string): Promise<void> {
  const rows = await tx.render.findMany({ where: { filmKey: key }, select: { id: true, output: true } })
  await tx.render.deleteMany({ where: { filmKey: key } })
  const paths = new Set(rows.flatMap(({ output }) => (output ? renderOutput.parse(output).files.map(({ path }) => path) : [])))
  const needed = await tx.$queryRaw<
    { path: string }[]
  >`select distinct file ->> 'path' as path from render, jsonb_array_elements(output -> 'files') file
    where state = 'done' and file ->> 'path' = any(${[...paths]})`
  for (const { path } of needed) paths.delete(path)
  await dropMedia(tx, [...paths])
}
