/** What a check of a post can end with; a closed list, held by the database too. */
export const postCheckOutcomes = [
  'found-with-hashtag',
  'found-without-hashtag',
  'not-found',
  'private',
  'unreachable',
  'not-checkable',
  'not-checkable-yet',
] as const
export type PostCheckOutcome = (typeof postCheckOutcomes)[number]

/** What staff have to know about an outcome to judge it: short codes, each with words in every language. */
export const postCheckDetails = [
  // Found, but not all of its words could be read.
  'title-only',
  'words-cut',
  'words-not-shown',
  // The network says "no" without saying why.
  'gone-or-private',
  // Not checkable: the network offers no public way, or forbids to read with it; or the author does.
  'no-endpoint',
  'display-only',
  'embedding-off',
  'own-server',
  // Not checkable: where the link leads.
  'short-link-unresolved',
  'short-link-elsewhere',
  'redirect-refused',
  'address-refused',
  'answer-unreadable',
  // Unreachable, or not yet checkable.
  'rate-limited',
  'server-error',
  'dns',
  'connect',
  'tls',
  'timeout',
  'too-large',
  'encoded',
  'closed',
] as const
export type PostCheckDetail = (typeof postCheckDetails)[number]

/** The last check of a post, as staff see it. Title and author are the network's words: plain text, never markup. */
export type PostCheckView = Readonly<{
  outcome: PostCheckOutcome
  detail: PostCheckDetail | null
  at: Date
  title: string | null
  author: string | null
  /** Where a short link leads, when the check found out. */
  leadsTo: Readonly<{ url: string; postedAt: Date | null; alsoIn: readonly string[] }> | null
}>
