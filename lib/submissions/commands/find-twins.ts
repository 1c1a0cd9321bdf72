import 'server-only'
import { now } from '#lib/foundation/clock.ts'
import { db, type Tx } from '#lib/foundation/db.ts'
import { likeFrom, likeness, mailKey, sameFrom, sketchOf } from '../likeness.ts'
import { authorOf } from '../post-author.ts'
import { judge } from '../spam.ts'

/** Stories that share a run of letters with this one are looked at, no more of them than this, however many copies somebody sends. */
const lookedAt = 2_000
/** Of these, the ones that share most are compared as a whole. */
const comparedMost = 20
const sharedLeast = 2

type Entry = Readonly<{ id: string; version: number; submittedAt: Date; story: string; email: string; postUrl: string }>
type Like = Readonly<{ id: string; percent: number; email: string; submittedAt: Date }>

/**
 * Notes what an entry can be found by, and which stories are nearly the same as its own; run again it notes the same. A story that somebody
 * else has sent before counts as one more signal. Does nothing for an entry that was erased or has changed meanwhile: its change asks again.
 */
export async function findTwins(submissionId: string): Promise<void> {
  const entry = await db.submission.findUnique({
    where: { id: submissionId, status: { not: 'erased' } },
    select: { id: true, version: true, submittedAt: true, story: true, email: true, postUrl: true },
  })
  if (!entry) return
  const sketch = sketchOf(entry.story)
  const likes = (await candidates(entry, sketch))
    .map(({ id, story, email, submitted_at: submittedAt }) => ({ id, email, submittedAt, percent: likeness(entry.story, story) }))
    .filter(({ percent }) => percent >= likeFrom)
  await db.$transaction((tx) => note(tx, entry, { sketch, likes }))
}

type Candidate = { id: string; story: string; email: string; submitted_at: Date }

function candidates({ id }: Entry, sketch: readonly number[]): Promise<Candidate[]> {
  return db.$queryRaw<Candidate[]>`
    select s.id, s.story, s.email, s.submitted_at from (
      select found.submission_id, cardinality(array(select unnest(found.sketch) intersect select unnest(${sketch}::int[]))) as shared
      from (select submission_id, sketch from entry_print where sketch && ${sketch}::int[] and submission_id <> ${id}::uuid limit ${lookedAt}::int) found
    ) near join submission s on s.id = near.submission_id
    where near.shared >= ${sharedLeast}::int and s.status <> 'erased'
    order by near.shared desc, s.id limit ${comparedMost}::int`
}

type Found = Readonly<{ sketch: readonly number[]; likes: readonly Like[] }>

async function note(tx: Tx, entry: Entry, { sketch, likes }: Found): Promise<void> {
  const { id, version, email, postUrl } = entry
  // Erasing waits for this, or this finds nothing to note any more.
  const [still] = await tx.$queryRaw<{ status: string }[]>`
    select status from submission where id = ${id}::uuid and status <> 'erased' and version = ${version}::int for share`
  if (!still) return
  const print = { version, sketch: [...sketch], mailKey: mailKey(email), authorKey: authorOf(postUrl) }
  await tx.entryPrint.upsert({ where: { submissionId: id }, create: { submissionId: id, ...print }, update: print })
  await tx.twin.deleteMany({ where: { OR: [{ submissionId: id }, { otherId: id }] } })
  await tx.twin.createMany({ data: likes.map(({ id: otherId, percent }) => ({ submissionId: id, otherId, percent, at: now() })) })
  const isCopied = (like: Like) => like.percent >= sameFrom && like.submittedAt < entry.submittedAt && mailKey(like.email) !== print.mailKey
  if (likes.some(isCopied)) await hearAgain(tx, id)
}

/** Weighs the signals of an entry anew, with one more. Nothing that staff have decided about the mark, or the entry, is touched. */
async function hearAgain(tx: Tx, submissionId: string): Promise<void> {
  const at = now()
  const before = await tx.entrySignals.findUnique({ where: { submissionId }, select: { signals: true } })
  const { signals, score, isSpam } = judge([...(before?.signals ?? []), 'same-text'])
  const weighed = { signals: [...signals], score }
  await tx.entrySignals.upsert({ where: { submissionId }, create: { submissionId, ...weighed, at }, update: weighed })
  if (!isSpam) return
  await tx.$executeRaw`
    insert into spam_mark (submission_id, score, signals, at)
    select id, ${score}::int, ${weighed.signals}::text[], ${at} from submission where id = ${submissionId}::uuid and status = 'submitted'
    on conflict do nothing`
}
