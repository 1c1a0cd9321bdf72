import { spawnSync } from 'node:child_process'
import { expect, test } from 'vitest'

test('the migrations make exactly the tables that the schema describes', { timeout: 60_000 }, () => {
  const args = ['--config', '.config/prisma.ts', 'migrate', 'diff', '--from-config-datasource', '--to-schema', 'prisma/schema', '--script']

  const { stdout, status } = spawnSync(process.execPath, ['node_modules/prisma/build/index.js', ...args], {
    encoding: 'utf8',
    env: process.env,
  })

  expect(status).toBe(0)
  expect(stdout.split('\n').filter((line) => line.trim() !== '' && !line.startsWith('--'))).toEqual([])
})
