import { once } from 'node:events'
import { readdirSync, statSync } from 'node:fs'
import { createServer } from 'node:net'
import path from 'node:path'
import { expect, onTestFinished, test } from 'vitest'
import { readEnvironment } from '#lib/foundation/env.ts'
import { ownDatabaseOf } from '#server/database.ts'
import { programEnvironment, readSettings } from '#server/environment.ts'
import { actionKeyOf, authSecretOf } from '#server/secrets.ts'
import { signInLink } from '#server/sign-in-link.ts'
import { refusedStart, throwawayFolder } from './throwaway.ts'

const completion = { mode: 'production', databaseUrl: 'postgresql://127.0.0.1/x', authSecret: 'secret', actionKey: 'key' } as const
const secret = 'a-secret-for-tests-only-0123456789abcdef'

async function takenPort(): Promise<number> {
  const server = createServer().listen(0)
  await once(server, 'listening')
  onTestFinished(() => {
    server.close()
  })
  return (server.address() as { port: number }).port
}

test('a port in use gets one sentence, and the data folder is free again', async () => {
  const port = await takenPort()
  const DATA_DIR = throwawayFolder()

  const { said, code } = await refusedStart({ PORT: String(port), DATA_DIR })

  expect(said).toBe(`Port ${port} is already in use. Stop the other program or start with PORT=${port + 1} npm start.`)
  expect(code).toBe(1)
  expect(readdirSync(DATA_DIR)).toEqual([])
})

test('a pretended time in production gets one sentence', async () => {
  const { said, code } = await refusedStart({ NODE_ENV: 'production', CAMPAIGN_NOW: '2025-09-05T12:00:00Z', DATA_DIR: throwawayFolder() })

  expect(said).toMatch(/^CAMPAIGN_NOW is refused when NODE_ENV=production: [^\n]+$/)
  expect(code).toBe(1)
})

test('a database nobody serves gets one sentence, without its password', async () => {
  const { said, code } = await refusedStart({
    PORT: '3999',
    DATABASE_URL: 'postgresql://u:hush@127.0.0.1:1/x',
    DATA_DIR: throwawayFolder(),
  })

  expect(said).toBe('No database answers at 127.0.0.1:1. Start it, or check DATABASE_URL.')
  expect(code).toBe(1)
})

test('a rehearsal may pretend the time, and every program gets the same', () => {
  const source = { NODE_ENV: 'production', CAMPAIGN_NOW: '2025-09-05T12:00:00Z', ALLOW_FAKE_CLOCK: '1', PORT: '' } as const

  const env = programEnvironment(source, readSettings(source), completion)

  expect(env).toMatchObject({
    ALLOW_FAKE_CLOCK: '1',
    CAMPAIGN_CLOCK_STARTED: expect.stringMatching(/^\d{13}$/),
    PORT: '3000',
    SITE_URL: 'http://localhost:3000',
  })
})

test('a first admin for whom there is no link stops no start', async () => {
  const said: string[] = []
  const context = {
    root: process.cwd(),
    env: { ...process.env, STAFF_ADMIN_EMAIL: 'nobody' },
    signal: new AbortController().signal,
  }

  expect(await signInLink(context, (line) => said.push(line))).toBeNull()
  expect(said.join('\n')).toContain('Making the sign-in link failed')
  await expect(signInLink({ ...context, signal: AbortSignal.abort() }, () => {})).rejects.toThrow('aborted')
})

test('every program knows the way past a pooler, and none to another database than its own', () => {
  const own = { DATABASE_URL: 'postgresql://pooler/x', DATABASE_DIRECT_URL: 'postgresql://primary/x', AUTH_SECRET: secret } as const
  const direct = (source: Readonly<Record<string, string>>) => {
    const process = source as NodeJS.ProcessEnv
    return programEnvironment(process, readSettings(process), completion).DATABASE_DIRECT_URL
  }

  expect(direct(own)).toBe('postgresql://primary/x')
  expect(direct({ ...own, DATABASE_DIRECT_URL: '' })).toBe('')
  expect(direct({ ...own, DATABASE_URL: '' })).toBe('')
})

test('what locks or sets something for a whole connection goes past a pooler', () => {
  const own = { DATABASE_URL: 'postgresql://pooler/x', DATABASE_DIRECT_URL: 'postgresql://primary/x' }

  expect(ownDatabaseOf(readEnvironment(own))).toBe('postgresql://primary/x')
  expect(ownDatabaseOf(readEnvironment({ ...own, DATABASE_DIRECT_URL: '' }))).toBe('postgresql://pooler/x')
  expect(ownDatabaseOf(readEnvironment({ ...own, DATABASE_URL: '' }))).toBeNull()
})

test('in production a database of your own needs a secret of your own', () => {
  const source = { NODE_ENV: 'production', DATABASE_URL: 'postgresql://u:hush@127.0.0.1:1/x' } as const

  expect(() => readSettings(source)).toThrow(/^AUTH_SECRET has to be set [^\n]+$/)
  expect(readSettings({ ...source, AUTH_SECRET: secret }).AUTH_SECRET).toBe(secret)
  expect(readSettings({ ...source, NODE_ENV: 'development' }).AUTH_SECRET).toBeUndefined()
})

test('secrets are made once and kept for their owner only', async () => {
  const folder = throwawayFolder()

  const made = await Promise.all([1, 2, 3].map(() => actionKeyOf(folder)))

  expect(new Set(made).size).toBe(1)
  expect(Buffer.from(made[0] ?? '', 'base64')).toHaveLength(32)
  expect(await authSecretOf(folder)).toBe(await authSecretOf(folder))
  expect(statSync(path.join(folder, 'secrets.json')).mode & 0o777).toBe(0o600)
})
