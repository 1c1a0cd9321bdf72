import { type Topic, topics } from './topics.ts'

export const persons = ['cz', 'he-yi'] as const
export type Person = (typeof persons)[number]

/** How the research names each founder. */
export const personNames: Readonly<Record<Person, string>> = { cz: 'CZ', 'he-yi': 'He Yi' }

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
