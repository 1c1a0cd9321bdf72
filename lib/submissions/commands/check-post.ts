import 'server-only'
import { now } from '#lib/foundation/clock.ts'
import { db } from '#lib/foundation/db.ts'
import { env } from '#lib/foundation/env.ts'
import { newId } from '#lib/foundation/ids.ts'
import { checkPost, type PostCheck } from '../networks/check.ts'
import type { Bases } from '../networks/contact.ts'
import { type PostPlatform, recognisePost } from '../post-url.ts'

type Options = Readonly<{ lastTry?: boolean; bases?: Bases; timeoutMs?: number }>

/** The check could not be finished and is worth another try later. Says why in a code, never what was asked. */
export class PostCheckUnfinished extends Error {
  override name = 'PostCheckUnfinished'
}

/**
 * Checks the post of one entry with its network and adds what came out to its checks; the entry itself never changes. The network is asked
 * outside any transaction. An unreachable network throws, so that the queue tries again, and is recorded on the last try; without a network
 * 'not-checkable-yet' is recorded once and tried again. What was learnt about a link that changed meanwhile is dropped.
 */
export async function recordPostCheck(submissionId: string, options: Options = {}): Promise<'recorded' | 'nothing-to-do'> {
  const { lastTry = false, bases = env().NETWORK_BASES ?? {}, timeoutMs } = options
  const entry = await entryToCheck(submissionId)
  const post = recognisePost(entry?.postUrl ?? '')
  if (!entry || !post.ok) return 'nothing-to-do'
  const check = atLast(await checkPost(post, { hashtag: entry.hashtag, bases, ...(timeoutMs && { timeoutMs }) }), post.platform, lastTry)
  const unfinished = new PostCheckUnfinished(`${check.outcome} ${check.detail ?? ''}`.trim())
  if (check.outcome === 'unreachable' && !isFinal(check) && !lastTry) throw unfinished
  const known = check.outcome === 'not-checkable-yet' && entry.lastOutcome === check.outcome
  const written = known || (await addCheck(entry, check))
  if (check.outcome === 'not-checkable-yet' && !lastTry) throw unfinished
  return written ? 'recorded' : 'nothing-to-do'
}

type Entry = Readonly<{ id: string; postUrl: string; hashtag: string; lastOutcome: string | null }>

async function entryToCheck(id: string): Promise<Entry | null> {
  const found = await db.submission.findUnique({
    where: { id, status: { not: 'erased' } },
    select: {
      postUrl: true,
      campaign: { select: { hashtag: true } },
      postChecks: { orderBy: [{ at: 'desc' }, { id: 'desc' }], take: 1, select: { outcome: true } },
    },
  })
  return found && { id, postUrl: found.postUrl, hashtag: found.campaign.hashtag, lastOutcome: found.postChecks[0]?.outcome ?? null }
}

/** A network's own name always resolves where there is a network; a server of somebody may be gone for good. */
function atLast(check: PostCheck, platform: PostPlatform, lastTry: boolean): PostCheck {
  const goneForGood = lastTry && check.outcome === 'not-checkable-yet' && platform === 'mastodon'
  return goneForGood ? { ...check, outcome: 'unreachable' } : check
}

/** An answer that we refuse to read will not be another one later. */
function isFinal({ detail }: PostCheck): boolean {
  return detail === 'too-large' || detail === 'encoded'
}

/** False, and nothing written, when the link is another one by now or the entry was erased. */
async function addCheck({ id, postUrl }: Entry, check: PostCheck): Promise<boolean> {
  const { outcome, detail, title, author, resolved } = check
  const rows = await db.$executeRaw`
    insert into post_check (id, submission_id, at, outcome, detail, title, author, resolved_key, resolved_url)
    select ${newId()}::uuid, id, ${now()}, ${outcome}, ${detail}, ${title}, ${author}, ${resolved?.key ?? null}, ${resolved?.canonical ?? null}
    from submission where id = ${id}::uuid and post_url = ${postUrl} and status <> 'erased'
    for share`
  return rows > 0
}
