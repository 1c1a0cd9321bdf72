import { expect } from 'vitest'
import { db } from '#lib/foundation/db.ts'

/** Every text, JSON and list column of every table, in every schema of ours and of the job queue, that holds one of these words. */
export async function placesWith(words: readonly string[]): Promise<string[]> {
  const columns = await db.$queryRaw<{ place: string; found: string }[]>`
    select format('%I.%I', table_schema, table_name) as place, format('%I', column_name) as found from information_schema.columns
    where table_schema not in ('pg_catalog', 'information_schema')
      and (data_type in ('text', 'character varying', 'character', 'json', 'jsonb', 'ARRAY', 'bytea') or udt_name in ('citext', 'name'))`
  expect(columns.length).toBeGreaterThan(80)
  const hits: string[] = []
  for (const { place, found } of columns) {
    const rows = await db.$queryRawUnsafe<{ value: string }[]>(
      `select ${found}::text as value from ${place} where exists (select from unnest($1::text[]) word where ${found}::text ilike '%' || word || '%')`,
      words,
    )
    hits.push(...rows.map(({ value }) => `${place}.${found}: ${value.slice(0, 80)}`))
  }
  return hits
}
