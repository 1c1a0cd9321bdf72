import { createHash } from 'node:crypto'
import { readdir, readFile } from 'node:fs/promises'
import path from 'node:path'
import { type Database, db } from '#lib/foundation/db.ts'
import { env } from '#lib/foundation/env.ts'
import { seedAdmin } from './admin.ts'
import { seedCampaign } from './campaign.ts'
import { seedHistory } from './history.ts'
import { seedReview } from './review.ts'
import { seedStories } from './stories.ts'

const stampName = 'seed'

/**
 * Fills what is missing: campaign, rules, rubric, stories, history. Rows that exist stay as they are, so that a seed that was interrupted can run again.
 * False, and nothing touched, when this very content was seeded before.
 */
async function seedContent(database: Database): Promise<boolean> {
  const value = await contentHash()
  const stamp = await database.stamp.findUnique({ where: { name: stampName } })
  if (stamp?.value === value) return false
  await seedCampaign(database)
  await seedReview(database)
  await seedStories(database)
  await seedHistory(database)
  await database.stamp.upsert({ where: { name: stampName }, create: { name: stampName, value }, update: { value, at: new Date() } })
  return true
}

/** One name for everything that lies in this folder. */
async function contentHash(): Promise<string> {
  const folder = import.meta.dirname
  const entries = await readdir(folder, { recursive: true, withFileTypes: true })
  const files = entries.filter((entry) => entry.isFile()).map((entry) => path.join(entry.parentPath, entry.name))
  const hash = createHash('sha256')
  for (const file of files.sort()) hash.update(path.relative(folder, file)).update(await readFile(file))
  return hash.digest('hex')
}

try {
  const seeded = await seedContent(db)
  await seedAdmin(db, env().STAFF_ADMIN_EMAIL)
  process.stdout.write(seeded ? 'Seeded.\n' : 'Nothing to seed.\n')
} finally {
  await db.$disconnect()
}
