import { PrismaPg } from '@prisma/adapter-pg'
import { type Prisma, PrismaClient } from '#prisma/generated/client.ts'
import { env } from './env.ts'

export type Database = PrismaClient
/** The database inside one transaction. */
export type Tx = Prisma.TransactionClient

const kept = globalThis as { hobDatabase?: PrismaClient }

/** A client of its own, for a script or a test. `max` bounds its connections. */
export function connect(connectionString: string, max = 10): PrismaClient {
  return new PrismaClient({
    errorFormat: 'minimal',
    // The server ends a statement first; a server that no longer answers at all is given up a moment later.
    adapter: new PrismaPg({ connectionString, max, statement_timeout: 5_000, query_timeout: 6_000, connectionTimeoutMillis: 3_000 }),
  })
}

function client(): PrismaClient {
  const { DATABASE_URL } = env()
  if (!DATABASE_URL) throw new Error('DATABASE_URL is not set')
  kept.hobDatabase ??= connect(DATABASE_URL)
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
