import 'server-only'
import type { Tx } from '#lib/foundation/db.ts'
import { Refusal } from '#lib/foundation/refusal.ts'
import type { Part, StoryContent } from '../editing/content.ts'
import { changesFilm } from '../editing/of-film.ts'

/** Whether a film of an entry became this story. */
export async function isOfFilm(tx: Tx, storyId: string): Promise<boolean> {
  return (await tx.film.count({ where: { storyId } })) > 0
}

/**
 * What a storyteller released is not changed on the desk of stories. Refuses 'story.ofFilm' for a part of it, and 'story.kindFixed' for another kind.
 */
export async function leaveToFilms(tx: Tx, { storyId, content, part }: Readonly<{ storyId: string; content: StoryContent; part: Part }>) {
  if (!(await isOfFilm(tx, storyId))) return
  if (changesFilm(content, part)) throw new Refusal('story.ofFilm')
  if (part.part === 'facts' && part.value.kind !== 'storyteller') throw new Refusal('story.kindFixed', 'kind')
}
