import { readReference } from '#lib/foundation/reference.ts'
import { parseScreening, readScreening, type Screened, type ScreeningErrors, type ScreeningValues } from './schema.ts'

/** Ticked at once: as many as stand on a page. */
export const bulkMost = 25

/** An entry, as it was when it was ticked. */
export type Ticked = Readonly<{ reference: string; version: number }>
export type BulkErrors = ScreeningErrors & Readonly<{ entry?: Readonly<{ code: 'entry.missing' | 'entry.too-many' }> }>
/** A form as it was filled in: `entry` holds the ticks as `reference.version`, `back` the query of the list. */
export type BulkValues = ScreeningValues & Readonly<{ entry: readonly string[]; back: string }>

/** What one look at many entries says about each of them. */
export type BulkScreened = Readonly<{ ticked: readonly Ticked[]; screened: Screened; back: string }>

/** The fields of the bulk form and nothing else. */
export function readBulk(form: FormData): BulkValues {
  const entry = form.getAll('entry').filter((value) => typeof value === 'string')
  const back = form.get('back')
  return { ...readScreening(form), entry: [...new Set(entry)], back: typeof back === 'string' ? back.slice(0, 2000) : '' }
}

/** The decision of a filled-in form for each ticked entry, or the first thing wrong with each field. */
export function parseBulk(values: BulkValues, now: Date): { ok: true; bulk: BulkScreened } | { ok: false; errors: BulkErrors } {
  const ticked = values.entry.flatMap(readTick)
  const wrong = ticked.length === 0 ? 'entry.missing' : ticked.length > bulkMost ? 'entry.too-many' : null
  const read = parseScreening({ ...values, version: '0' }, now)
  const errors = { ...(wrong && { entry: { code: wrong } as const }), ...(read.ok ? {} : read.errors) }
  return read.ok && !wrong ? { ok: true, bulk: { ticked, screened: read.screened, back: values.back } } : { ok: false, errors }
}

function readTick(tick: string): Ticked[] {
  const [reference, version] = [readReference(tick.split('.')[0] ?? ''), Number(tick.split('.')[1])]
  return reference && Number.isSafeInteger(version) && version > 0 ? [{ reference, version }] : []
}
