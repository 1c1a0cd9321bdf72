import { expect, test } from 'vitest'
import { copyOut } from '#lib/foundation/copy-out.ts'

const direct = new URL(process.env.DATABASE_URL ?? '')
direct.searchParams.set('application_name', 'past the pooler')
Object.assign(process.env, { DATABASE_DIRECT_URL: direct.href })

test('an export goes past a pooler, which would forget the settings of its connection', async () => {
  const pieces: Uint8Array[] = []
  const query = `select current_setting('application_name') as name, current_setting('statement_timeout') as longest, current_setting('jit') as jit`
  for await (const piece of copyOut(query, 'csv', async () => {})) pieces.push(piece)

  expect(Buffer.concat(pieces).toString()).toBe('\ufeffname,longest,jit\r\npast the pooler,1h,off\r\n')
})
