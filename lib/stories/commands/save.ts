import 'server-only'
import { now } from '#lib/foundation/clock.ts'
import { db, type Tx } from '#lib/foundation/db.ts'
import { newId } from '#lib/foundation/ids.ts'
import { Refusal } from '#lib/foundation/refusal.ts'
import type { StaffActor } from '#lib/staff/actor.ts'
import { mustBeAllowed } from '#lib/staff/permissions.ts'
import { Prisma } from '#prisma/generated/client.ts'
import { emptyContent, type Part, type StoryContent, type StoryFacts } from '../editing/content.ts'
import { plainPart, samePart, withPart } from '../editing/parts.ts'
import { contentOf } from '../editing/stored.ts'
import { addRevision, type Open, openDesk } from './desk.ts'
import { leaveToFilms } from './of-film.ts'

export type Save = Readonly<{
  storyId: string
  part: Part
  /** The revision the editor saw. */
  base: number
  automatic?: boolean
  note?: string | null
}>

/**
 * Saves one part of a story as a new revision and returns its number; the number of the latest when nothing is new. What others saved of
 * other parts stays. Refuses 'story.unknown', 'story.changed' (values number, who, theirs) when this part was saved by somebody since `base`,
 * 'story.slugTaken', 'story.slugFixed' once the story has a release, and of the story of a film 'story.ofFilm' and 'story.kindFixed'.
 */
export async function saveStory(actor: StaffActor, save: Save): Promise<number> {
  mustBeAllowed(actor, 'story.edit')
  const at = now()
  return db.$transaction(async (tx) => {
    const open = await openDesk(tx, save.storyId, at)
    await refuseOverwriting(tx, open, save)
    const content = withPart(open.content, save.part)
    if (samePart(content, open.content, save.part) && !marksDiffer(content, open.content)) return open.head
    await leaveToFilms(tx, { storyId: save.storyId, content: open.content, part: save.part })
    if (save.part.part === 'facts') await keepSlug(tx, open, save.part.value.slug)
    const kind = save.automatic ? 'autosaved' : 'saved'
    return addRevision(tx, open, { content, staffId: actor.id, at, kind, note: save.note ?? null })
  })
}

/** A translation saved again unchanged says: it is still right beside the English of today. */
function marksDiffer(a: StoryContent, b: StoryContent): boolean {
  return JSON.stringify(a) !== JSON.stringify(b)
}

async function refuseOverwriting(tx: Tx, open: Open, { storyId, part, base }: Save): Promise<void> {
  if (base === open.head) return
  const seen = await tx.storyRevision.findUnique({ where: { storyId_number: { storyId, number: base } }, select: { content: true } })
  if (!seen) throw new Refusal('story.unknown')
  if (samePart(contentOf(seen.content), open.content, part)) return
  // Both wrote the same: nothing is lost.
  if (samePart(withPart(open.content, part), open.content, part)) return
  const latest = await tx.storyRevision.findUnique({
    where: { storyId_number: { storyId, number: open.head } },
    select: { staff: { select: { name: true, email: true } } },
  })
  const who = latest?.staff?.name ?? latest?.staff?.email ?? ''
  throw new Refusal('story.changed', undefined, { number: open.head, who, theirs: plainPart(open.content, part) })
}

async function keepSlug(tx: Tx, { story }: Open, slug: string): Promise<void> {
  if (slug === story.slug) return
  if (story.releaseAt !== null) throw new Refusal('story.slugFixed', 'slug')
  await unlessTaken(tx.story.update({ where: { id: story.id }, data: { slug } }))
}

async function unlessTaken<T>(work: Promise<T>): Promise<T> {
  return work.catch((error: unknown) => {
    if (error instanceof Prisma.PrismaClientKnownRequestError && error.code === 'P2002') throw new Refusal('story.slugTaken', 'slug')
    throw error
  })
}

/** Begins a story that nobody but staff can see; returns its id. Refuses 'story.slugTaken'. */
export async function createStory(actor: StaffActor, facts: StoryFacts): Promise<string> {
  mustBeAllowed(actor, 'story.edit')
  const [at, storyId] = [now(), newId()]
  await db.$transaction(async (tx) => {
    const { slug, week, kind, theme, language } = facts
    await unlessTaken(tx.story.create({ data: { id: storyId, slug, week, kind, theme, language, durationSeconds: 0 } }))
    const content = emptyContent(facts)
    await tx.storyRevision.create({ data: { id: newId(), storyId, number: 1, kind: 'saved', content, staffId: actor.id, at } })
    await tx.storyDesk.create({ data: { storyId, head: 1 } })
  })
  return storyId
}
