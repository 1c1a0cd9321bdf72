import { randomUUID } from 'node:crypto'
import pg from 'pg'

const pool = new pg.Pool({ connectionString: process.env.DATABASE_URL, max: 16 })

const insert = `with entry as (insert into bare.entry values ($1, $2, $3, $4, now()) returning id),
  survey as (insert into bare.survey select id, $5 from entry),
  consent as (insert into bare.consent select id, 'rules', 'yes' from entry)
  insert into bare.letter select $6, id, $3 from entry`

/** Four rows in one durable statement, in the tables of the bare transaction; gives the reference. */
export async function store(story: string): Promise<string> {
  const id = randomUUID()
  const reference = `HB-${id.slice(0, 4).toUpperCase()}-${id.slice(4, 8).toUpperCase()}-${id.slice(9, 13)}`
  await pool.query(insert, [id, reference, story, 'sample@example.org', { adult: true, region: 'open' }, randomUUID()])
  return reference
}
