import { createHash } from 'node:crypto'
import { PrismaPg } from '@prisma/adapter-pg'
import { type Prisma, PrismaClient } from '#prisma/generated/client.ts'
import { env } from './env.ts'

export type Database = PrismaClient
/** The database inside one transaction. */
export type Tx = Prisma.TransactionClient

const kept = globalThis as { hobDatabase?: PrismaClient }

/** How a statement begins that every connection prepares once: planning it anew each time costs more than running it. */
const prepared = /^\s*\/\* prepared \*\//
const names = new Map<string, string>()

/** The name of a prepared statement, the same for the same text; empty for one that is planned for the values it comes with. */
export function statementName({ sql }: Readonly<{ sql: string }>): string {
  if (!prepared.test(sql)) return ''
  const name = names.get(sql) ?? createHash('sha1').update(sql).digest('base64url')
  names.set(sql, name)
  return name
}

/** A client of its own, for a script or a test. `max` bounds its connections; `prepares` is for those that stay the same from one transaction to the next. */
export function connect(connectionString: string, max = 10, prepares = true): PrismaClient {
  return new PrismaClient({
    errorFormat: 'minimal',
    // The server ends a statement first; a server that no longer answers at all is given up a moment later.
    adapter: new PrismaPg(
      { connectionString, max, statement_timeout: 5_000, query_timeout: 6_000, connectionTimeoutMillis: 3_000 },
      { statementNameGenerator: prepares ? statementName : () => '' },
    ),
  })
}

function client(): PrismaClient {
  const { DATABASE_URL, DATABASE_DIRECT_URL: direct } = env()
  if (!DATABASE_URL) throw new Error('DATABASE_URL is not set')
  // A pooler lends another connection for every transaction, on which nothing may have been prepared.
  kept.hobDatabase ??= connect(DATABASE_URL, 10, direct === undefined || direct === DATABASE_URL)
  return kept.hobDatabase
}

/** The database of this process. Connects at first use, so that building the site needs none. */
export const db: PrismaClient = new Proxy({} as PrismaClient, {
  get(_, key) {
    const target = client()
    const value: unknown = Reflect.get(target, key, target)
    return typeof value === 'function' ? value.bind(target) : value
  },
})
