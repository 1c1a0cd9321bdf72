import { type PostLink, recognisePost } from './post-url.ts'

/** Keys that may be one of several of the same post: equal ones warn staff and refuse nobody. LinkedIn gives a share and its activity two numbers. */
export function isSoft(link: PostLink): boolean {
  return Boolean(link.soft || link.needsResolve) || link.platform === 'linkedin'
}

/**
 * Whether the sender of this entry says that a post somebody else had entered is theirs. Its key is exact and yet stored as soft, so that
 * it stands beside the other; found eligible, it becomes hard, and the database lets only one of the two take part.
 */
export function isContested({ postSoft, postUrl }: Readonly<{ postSoft: boolean; postUrl: string }>): boolean {
  const link = recognisePost(postUrl)
  return postSoft && link.ok && !isSoft(link)
}
