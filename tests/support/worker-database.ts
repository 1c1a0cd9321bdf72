import pg from 'pg'
import { afterAll, inject } from 'vitest'

// Every test file gets a database of its own, copied from the template (about 40 ms).
const admin = new pg.Client({ connectionString: inject('adminUrl') })
await admin.connect()
const name = `test_${process.pid}_${Math.random().toString(36).slice(2, 10)}`
await admin.query(`create database ${name} template ${inject('template')} strategy wal_log`)
const address = new URL(inject('adminUrl'))
address.pathname = `/${name}`
process.env.DATABASE_URL = address.toString()

afterAll(async () => {
  const { db } = await import('#lib/foundation/db.ts')
  await db.$disconnect()
  await admin.query(`drop database if exists ${name} with (force)`)
  await admin.end()
})
