import { hashText } from '#lib/foundation/ids.ts'
import type { RulesSection } from './schema.ts'

/** What a storyteller accepts: the hash of every English word, in order. */
export function rulesHash(sections: readonly RulesSection[]): string {
  return hashText(sections.map(({ id, heading, paragraphs }) => [id, heading, ...paragraphs].join('\n')).join('\n\n'))
}
