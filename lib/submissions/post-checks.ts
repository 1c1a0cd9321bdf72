import 'server-only'
import { db } from '#lib/foundation/db.ts'
import type { StaffActor } from '#lib/staff/actor.ts'
import { may, mustBeAllowed } from '#lib/staff/permissions.ts'
import { type PostCheckView, postCheckDetails, postCheckOutcomes } from './post-checks/view.ts'
import { recognisePost } from './post-url.ts'

export type { PostCheckView } from './post-checks/view.ts'

const othersMost = 10

/** The last check of an entry's post; null when none has ended yet. The author is left out for who may not see the person. */
export async function lastPostCheck(actor: StaffActor, submissionId: string): Promise<PostCheckView | null> {
  mustBeAllowed(actor, 'submission.read')
  const last = await db.postCheck.findFirst({ where: { submissionId }, orderBy: [{ at: 'desc' }, { id: 'desc' }] })
  const outcome = postCheckOutcomes.find((known) => known === last?.outcome)
  if (!last || !outcome) return null
  const { at, title, resolvedKey, resolvedUrl } = last
  const author = may(actor, 'submission.see-person') ? last.author : null
  const leadsTo = resolvedKey && resolvedUrl ? await destination(submissionId, resolvedKey, resolvedUrl) : null
  return { outcome, detail: postCheckDetails.find((known) => known === last.detail) ?? null, at, title, author, leadsTo }
}

async function destination(submissionId: string, key: string, url: string): Promise<PostCheckView['leadsTo']> {
  const post = recognisePost(url)
  const others = await db.submission.findMany({
    where: {
      id: { not: submissionId },
      status: { not: 'erased' },
      OR: [{ postKey: key }, { postChecks: { some: { resolvedKey: key } } }],
    },
    orderBy: [{ submittedAt: 'asc' }, { id: 'asc' }],
    take: othersMost,
    select: { reference: true },
  })
  const postedAt = post.ok && post.postedAt ? new Date(post.postedAt) : null
  return { url, postedAt, alsoIn: others.map(({ reference }) => reference) }
}
