import 'server-only'
import type { Tx } from '#lib/foundation/db.ts'
import { newId } from '#lib/foundation/ids.ts'
import { Refusal } from '#lib/foundation/refusal.ts'
import type { StoryContent } from '../editing/content.ts'
import { contentOf, contentOfRow, type WholeStory, wholeStory } from '../editing/stored.ts'

/** A story on the desk, locked for this transaction: what is public of it, and its latest revision. */
export type Open = Readonly<{
  story: WholeStory
  head: number
  publicNumber: number | null
  version: number
  content: StoryContent
}>

/**
 * Locks a story and reads it. A story that no editor has touched gets its first revision: as it is published.
 * Refuses 'story.unknown'.
 */
export async function openDesk(tx: Tx, storyId: string, at: Date): Promise<Open> {
  await tx.$queryRaw`select id from story where id = ${storyId}::uuid for update`
  const story = await tx.story.findUnique({ where: { id: storyId }, include: wholeStory })
  if (!story) throw new Refusal('story.unknown')
  const desk = await tx.storyDesk.findUnique({ where: { storyId }, include: { latest: true } })
  if (desk)
    return { story, head: desk.head, publicNumber: desk.publicNumber, version: desk.version, content: contentOf(desk.latest.content) }
  const content = contentOfRow(story)
  await tx.storyRevision.create({ data: { id: newId(), storyId, number: 1, kind: 'published', content, at } })
  const publicNumber = story.releaseAt ? 1 : null
  await tx.storyDesk.create({ data: { storyId, head: 1, publicNumber } })
  return { story, head: 1, publicNumber, version: 1, content }
}

type Made = Readonly<{
  content: StoryContent
  staffId: string
  at: Date
  kind: 'saved' | 'autosaved' | 'restored'
  restoredFrom?: number
  note?: string | null
}>

/** Adds a revision on top of a story that this transaction opened; returns its number. */
export async function addRevision(tx: Tx, { story, head }: Pick<Open, 'story' | 'head'>, made: Made): Promise<number> {
  const number = head + 1
  const { content, staffId, at, kind, restoredFrom = null, note = null } = made
  await tx.storyRevision.create({ data: { id: newId(), storyId: story.id, number, kind, restoredFrom, content, note, staffId, at } })
  await tx.storyDesk.update({ where: { storyId: story.id }, data: { head: number } })
  return number
}

/** Moves publication one step on, unless somebody else did since. Refuses 'story.moved'. */
export async function stepOn(tx: Tx, open: Open, step: Readonly<{ version: number | null; publicNumber: number | null }>): Promise<void> {
  if (step.version !== null && step.version !== open.version) throw new Refusal('story.moved')
  await tx.storyDesk.update({
    where: { storyId: open.story.id },
    data: { publicNumber: step.publicNumber, version: { increment: 1 } },
  })
}
