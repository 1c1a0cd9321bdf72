import path from 'node:path'
import process from 'node:process'
import { EnvironmentError, readEnvironment } from '#lib/foundation/env.ts'
import { ownDatabaseOf } from '../database.ts'
import { ensurePostgres } from '../postgres.ts'
import { StartError } from '../start-error.ts'
import { backUp, leftOut } from './back-up.ts'
import { restore } from './restore.ts'

const [what = '', folder = ''] = process.argv.slice(2)

try {
  if (!['backup', 'restore'].includes(what) || !folder)
    throw new StartError(`Name a folder: npm run ${what || 'backup'} -- /path/of/the/backup`)
  await run()
} catch (error) {
  console.error(error instanceof StartError || error instanceof EnvironmentError ? error.message : error)
  process.exitCode = 1
}
process.exit()

async function run(): Promise<void> {
  const settings = readEnvironment(process.env)
  const dataDir = settings.DATA_DIR
  const own = ownDatabaseOf(settings)
  const embedded = own ? null : await ensurePostgres({ dataDir, database: 'humans_of_binance' })
  const place = { url: own ?? embedded?.url ?? '', dataDir, folder: path.resolve(folder) }
  try {
    const { tables } = what === 'backup' ? await backUp(place) : await restore({ ...place, log: (line) => console.log(`  ${line}`) })
    const rows = Object.values(tables).reduce((sum, table) => sum + table.rows, 0)
    console.log(`▸ ${what}: ${Object.keys(tables).length} tables, ${rows} rows, ${place.folder}`)
    const kept = 'It holds personal data and secrets: keep it encrypted, and as short as the privacy page promises.'
    if (what === 'backup') for (const line of [kept, ...leftOut(settings)]) console.log(`  ${line}`)
  } finally {
    await embedded?.leave()
  }
}
