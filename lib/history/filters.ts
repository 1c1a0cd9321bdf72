export const persons = ['cz', 'he-yi'] as const
export type Person = (typeof persons)[number]

/** How the research names each founder. */
export const personNames: Readonly<Record<Person, string>> = { cz: 'CZ', 'he-yi': 'He Yi' }

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

export type HistoryFilters = Readonly<{ person: Person | null; topic: Topic | null; ignored: readonly ('person' | 'topic')[] }>

type Query = Readonly<Record<string, string | string[] | undefined>>

/** The filters in an address. An empty value means all; a value nobody offers is left out and named in `ignored`. */
export function readFilters(query: Query): HistoryFilters {
  const person = last(query.person)
  const topic = last(query.topic)
  const foundPerson = persons.find((known) => known === person) ?? null
  const foundTopic = topics.find((known) => known === topic) ?? null
  const ignored: ('person' | 'topic')[] = []
  if (person && !foundPerson) ignored.push('person')
  if (topic && !foundTopic) ignored.push('topic')
  return { person: foundPerson, topic: foundTopic, ignored }
}

function last(value: string | string[] | undefined): string {
  return (Array.isArray(value) ? value.at(-1) : value) ?? ''
}
