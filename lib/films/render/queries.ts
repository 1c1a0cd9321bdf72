import 'server-only'
import { type Database, db, type Tx } from '#lib/foundation/db.ts'
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

type Row = Omit<NonNullable<Awaited<ReturnType<typeof db.render.findUnique>>>, 'script'>

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

/** The last renders of several films, newest first in each. */
export async function rendersOfAll(database: Database | Tx, keys: readonly string[]): Promise<ReadonlyMap<string, RenderState[]>> {
  const rows = await database.render.findMany({
    where: { filmKey: { in: [...keys] } },
    orderBy: [{ requestedAt: 'desc' }, { id: 'desc' }],
    omit: { script: true },
  })
  const found = new Map<string, RenderState[]>(keys.map((key) => [key, []]))
  for (const row of rows) found.get(row.filmKey ?? '')?.push(stateOf(row))
  return found
}
