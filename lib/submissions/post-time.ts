import { type EntryWindow, entryWindow } from '#lib/campaign/policy.ts'
import { recognisePost } from './post-url.ts'

/** When a post was made, as its link tells, when that lies outside the time of the campaign; null when it lies inside, or the link does not tell. */
export function outsideWindow(
  postUrl: string,
  campaign: Readonly<{ opensAt: Date; closesAt: Date | null }>,
): Readonly<{ postedAt: Date; place: Exclude<EntryWindow, 'open'> }> | null {
  const post = recognisePost(postUrl)
  if (!post.ok || !post.postedAt) return null
  const postedAt = new Date(post.postedAt)
  const place = entryWindow(campaign, postedAt)
  return place === 'open' ? null : { postedAt, place }
}
