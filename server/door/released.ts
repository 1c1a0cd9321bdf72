import { now } from '#lib/foundation/clock.ts'
import { db } from '#lib/foundation/db.ts'

/** The story a film or picture address belongs to, or null when it belongs to none. The address is read as the file server reads it: decoded. */
export function storyOf(address: string): string | null {
  const path = decodeURIComponent(address)
  const match = /^\/films\/([a-z0-9-]+)\//.exec(path) ?? /^\/art\/story-([a-z0-9-]+)-(?:wide|narrow|tile|still|og)[^/]*$/.exec(path)
  return match?.[1] ?? null
}

/** Whether the story's own files may be seen: from its release on, unless it was unpublished. */
export async function isOut(slug: string): Promise<boolean> {
  const at = now()
  const found = await db.story.findFirst({
    where: { slug, releaseAt: { lte: at }, OR: [{ unpublishedAt: null }, { unpublishedAt: { gt: at } }] },
    select: { id: true },
  })
  return found !== null
}
