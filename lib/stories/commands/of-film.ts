import 'server-only'
import type { Tx } from '#lib/foundation/db.ts'
import { Refusal } from '#lib/foundation/refusal.ts'
import type { Part, StoryContent } from '../editing/content.ts'
import { showsName } from '../editing/names.ts'
import { changesFilm } from '../editing/of-film.ts'

/** Whether a film of an entry became this story. */
export async function isOfFilm(tx: Tx, storyId: string): Promise<boolean> {
  return (await tx.film.count({ where: { storyId } })) > 0
}

/** Refuses 'story.nameHeld' for words that show the name of a storyteller who does not let us publish it. */
export async function keepNameHeld(tx: Tx, storyId: string, { texts }: StoryContent): Promise<void> {
  const film = await tx.film.findUnique({
    where: { storyId },
    select: {
      submission: {
        select: {
          ...{ displayName: true, anonymous: true },
          consents: { where: { purpose: 'publish-name' }, orderBy: [{ at: 'desc' }, { id: 'desc' }], take: 1, select: { answer: true } },
        },
      },
    },
  })
  if (!film) return
  const { displayName, anonymous, consents: said } = film.submission
  if (!anonymous && said[0]?.answer === 'yes') return
  const words = Object.values(texts).flatMap(({ title, summary, pictureText, name, place }) => [title, summary, pictureText, name, place])
  if (words.some((text) => text !== null && showsName(text, displayName))) throw new Refusal('story.nameHeld')
}

/**
 * What a storyteller released is not changed on the desk of stories. Refuses 'story.ofFilm' for a part of it, and 'story.kindFixed' for another kind.
 */
export async function leaveToFilms(tx: Tx, { storyId, content, part }: Readonly<{ storyId: string; content: StoryContent; part: Part }>) {
  if (!(await isOfFilm(tx, storyId))) return
  if (changesFilm(content, part)) throw new Refusal('story.ofFilm')
  if (part.part === 'facts' && part.value.kind !== 'storyteller') throw new Refusal('story.kindFixed', 'kind')
}
