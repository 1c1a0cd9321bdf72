export const topics = ['beginnings', 'people', 'funding', 'product', 'growth', 'community', 'regulation', 'security'] as const
export type Topic = (typeof topics)[number]

const tagsOf: Readonly<Record<Topic, readonly string[]>> = {
  beginnings: ['career', 'bitcoin', 'turning-point', 'trading-systems', 'okcoin', 'bijie', 'founding', 'office'],
  people: ['founders', 'meeting', 'team', 'roles', 'culture', 'principles', 'media', 'nickname'],
  funding: ['funding', 'fund', 'labs', 'investments', 'launchpad', 'token'],
  product: ['product', 'products', 'launch', 'derivatives', 'nft', 'chain', 'dex', 'defi', 'technology', 'performance'],
  growth: ['users', 'ranking', 'volume', 'reach', 'market', 'languages', 'offices', 'influence'],
  community: ['community', 'voting', 'charity', 'volunteers'],
  regulation: ['regulation', 'japan', 'us', 'china', 'migration'],
  security: ['security', 'crisis', 'reserves', 'ftx'],
}

/** The few topics a reader can choose from, for the many tags of the research. Unknown tags count for nothing. */
export function topicsOf(tags: readonly string[]): Topic[] {
  return topics.filter((topic) => tagsOf[topic].some((tag) => tags.includes(tag)))
}
