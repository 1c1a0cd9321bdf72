import { readFile } from 'node:fs/promises'
import path from 'node:path'
import { connect } from '#lib/foundation/db.ts'
import { seasonOf } from '#prisma/seed/season.ts'

const dataDir = process.env.DATA_DIR ?? '.data-dev'

export type SampleSeason = Readonly<{ ready: string; short: string }>

/** Adds a few read entries to the running site: one that could be selected, and one that lacks a review. */
export async function readEntries(): Promise<SampleSeason> {
  const db = connect((await readFile(path.join(dataDir, 'database-url'), 'utf8')).trim(), 2)
  try {
    const { readers } = await seasonOf(db, { entries: 8, reviewers: 4 })
    const read = await db.review.groupBy({ by: ['submissionId'], where: { reviewerId: { in: [...readers] } }, _count: true })
    const referenceOf = async (count: number) => {
      const submissionId = read.find(({ _count }) => _count === count)?.submissionId ?? ''
      return (await db.submission.findUniqueOrThrow({ where: { id: submissionId } })).reference
    }
    return { ready: await referenceOf(4), short: await referenceOf(2) }
  } finally {
    await db.$disconnect()
  }
}
