import 'server-only'
import { db } from '#lib/foundation/db.ts'
import type { Shape } from '../engine/film.ts'
import { type RenderOutput, renderOutput } from './output.ts'

export type RenderStateName = 'queued' | 'running' | 'done' | 'failed' | 'cancelled'

/** How a render stands. `errorCode` is the refusal that ended it; `output` is there when it is done. */
export type RenderState = Readonly<{
  id: string
  key: string | null
  scriptHash: string
  shape: Shape
  state: RenderStateName
  /** It will stop in a moment. */
  stopping: boolean
  percent: number
  frames: number
  requestedAt: Date
  startedAt: Date | null
  finishedAt: Date | null
  errorCode: string | null
  output: RenderOutput | null
}>

type Row = NonNullable<Awaited<ReturnType<typeof db.render.findUnique>>>

function stateOf(row: Row): RenderState {
  const { id, scriptHash, percent, frames, requestedAt, startedAt, finishedAt, errorCode } = row
  const state = row.state as RenderStateName
  return {
    ...{ id, scriptHash, percent, frames, requestedAt, startedAt, finishedAt, errorCode, state },
    key: row.filmKey,
    shape: row.shape as Shape,
    stopping: state === 'running' && row.cancelRequestedAt !== null,
    output: row.output === null ? null : renderOutput.parse(row.output),
  }
}

/** How one render stands; null when there is none of that id. */
export async function renderState(id: string): Promise<RenderState | null> {
  const row = await db.render.findUnique({ where: { id } })
  return row && stateOf(row)
}

/** The last render of each shape of a film, newest first. */
export async function rendersOf(key: string): Promise<RenderState[]> {
  const rows = await db.render.findMany({ where: { filmKey: key }, orderBy: { requestedAt: 'desc' }, take: 60 })
  return rows.filter((row, i) => rows.findIndex(({ shape }) => shape === row.shape) === i).map(stateOf)
}
