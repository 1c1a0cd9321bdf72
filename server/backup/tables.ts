import { createHash } from 'node:crypto'
import { Transform } from 'node:stream'
import type pg from 'pg'
import { escapeIdentifier } from 'pg'

/** The schemas a backup holds: the campaign's tables, what the start remembers, the work that waits. */
const schemas = ['public', 'start', 'graphile_worker']

/** A table as a backup keeps it; `columns` are those that can be written. */
export type Table = Readonly<{ schema: string; name: string; columns: readonly string[]; key: readonly string[] }>

/** Rows and SHA-256 of a table's contents in the order of its key. */
export type Contents = { rows: number; sha256: string }

export const fileOf = ({ schema, name }: Table) => `${schema}.${name}.copy.gz`
export const inSql = ({ schema, name }: Table) => `${escapeIdentifier(schema)}.${escapeIdentifier(name)}`
const listed = (names: readonly string[]) => names.map((name) => escapeIdentifier(name)).join(', ')

/** Every table of the database in an order in which they can be filled: what others point at comes first. */
export async function tablesOf(client: pg.Client): Promise<Table[]> {
  const { rows } = await client.query<Table & { needs: string[] }>(
    `select n.nspname as schema, c.relname as name,
       array(select a.attname::text from pg_attribute a where a.attrelid = c.oid and a.attnum > 0 and not a.attisdropped and a.attgenerated = '' order by a.attnum) as columns,
       array(select a.attname::text from pg_index i join pg_attribute a on a.attrelid = c.oid and a.attnum = any(i.indkey) where i.indrelid = c.oid and i.indisprimary order by a.attnum) as key,
       array(select distinct f.confrelid::regclass::text from pg_constraint f where f.conrelid = c.oid and f.contype = 'f' and f.confrelid <> c.oid) as needs
     from pg_class c join pg_namespace n on n.oid = c.relnamespace
     where c.relkind = 'r' and n.nspname = any($1) order by 1, 2`,
    [schemas],
  )
  const named = await client.query<{ schema: string; name: string; full: string }>(
    `select n.nspname as schema, c.relname as name, c.oid::regclass::text as full from pg_class c join pg_namespace n on n.oid = c.relnamespace
     where c.relkind = 'r' and n.nspname = any($1)`,
    [schemas],
  )
  const fullOf = new Map(named.rows.map(({ schema, name, full }) => [`${schema}.${name}`, full]))
  const placed = new Set<string>()
  const order: Table[] = []
  for (let left = rows; left.length > 0; ) {
    const ready = left.filter(({ needs }) => needs.every((need) => placed.has(need)))
    if (ready.length === 0) throw new Error(`tables point at each other in a circle: ${left.map(({ name }) => name).join(', ')}`)
    for (const { schema, name, columns, key } of ready) {
      order.push({ schema, name, columns, key })
      placed.add(fullOf.get(`${schema}.${name}`) ?? name)
    }
    left = left.filter((table) => !ready.includes(table))
  }
  return order
}

/** What to ask for to read the table, in the order of its key so that the same rows give the same bytes. */
export function copyOut(table: Table): string {
  const order = listed(table.key.length > 0 ? table.key : table.columns)
  return `copy (select ${listed(table.columns)} from ${inSql(table)} order by ${order}) to stdout`
}

export function copyIn(table: Table): string {
  return `copy ${inSql(table)} (${listed(table.columns)}) from stdin`
}

/** Passes everything on and sums it up; each row of PostgreSQL's text format ends with a newline, and holds no other. */
export function counting(): { through: Transform; contents: Contents } {
  const contents: Contents = { rows: 0, sha256: '' }
  const hash = createHash('sha256')
  const through = new Transform({
    transform(chunk: Buffer, _encoding, done) {
      for (let at = chunk.indexOf(10); at >= 0; at = chunk.indexOf(10, at + 1)) contents.rows += 1
      hash.update(chunk)
      done(null, chunk)
    },
    flush(done) {
      contents.sha256 = hash.digest('hex')
      done()
    },
  })
  return { through, contents }
}
