import pg from 'pg'

export const dynamic = 'force-dynamic'

const pool = new pg.Pool({ connectionString: process.env.DATABASE_URL, max: 10 })
const paragraphs = Array.from({ length: 60 }, (_, index) => `Sample paragraph ${index}: `.padEnd(120, 'words of a page '))

/** A page of one query. */
export default async function Page() {
  const { rows } = await pool.query<{ name: string }>('select name from campaign limit 1')
  return (
    <main>
      <h1>{rows[0]?.name}</h1>
      {paragraphs.map((words) => (
        <p key={words}>{words}</p>
      ))}
    </main>
  )
}
