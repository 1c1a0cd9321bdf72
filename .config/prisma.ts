import { fileURLToPath } from 'node:url'
import { defineConfig } from 'prisma/config'

const path = (relative: string) => fileURLToPath(new URL(relative, import.meta.url))

// The CLI would fetch a native engine from the network before doing anything, even `generate`. Windows cannot run a script as one.
if (process.platform !== 'win32') process.env.PRISMA_SCHEMA_ENGINE_BINARY ??= path('./schema-engine.mjs')

/** Everything the Prisma CLI needs; a command that touches a database reads its address from DATABASE_URL. */
export default defineConfig({
  schema: path('../prisma/schema'),
  migrations: { path: path('../prisma/migrations') },
  ...(process.env.DATABASE_URL ? { datasource: { url: process.env.DATABASE_URL } } : {}),
})
