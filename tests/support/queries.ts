import pg from 'pg'

/** How many statements reach the database while `work` runs, whoever sends them. */
export async function countQueries(work: () => Promise<unknown>): Promise<number> {
  const own = pg.Client.prototype
  const query = own.query
  let count = 0
  own.query = function counted(this: pg.Client, ...args: unknown[]) {
    count += 1
    return Reflect.apply(query, this, args)
  } as typeof own.query
  try {
    await work()
    return count
  } finally {
    own.query = query
  }
}
