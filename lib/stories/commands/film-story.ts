import 'server-only'
import type { Tx } from '#lib/foundation/db.ts'
import { newId } from '#lib/foundation/ids.ts'
import type { StaffActor } from '#lib/staff/actor.ts'
import { type StoryContent, type StoryFacts, storyContent } from '../editing/content.ts'
import { addRevision, type Open, openDesk } from './desk.ts'

type Transcripts = StoryContent['transcripts']

type Making = Readonly<{
  /** The story the film became before; null for a new one. */
  storyId: string | null
  /** Facts of a new story; the address gets a number when it is taken, without a week it gets the next free one. */
  facts: Omit<StoryFacts, 'week'> & Readonly<{ week: number | null }>
  /** The address it may have, for one that is not public. */
  address: (slug: string) => string
  /** The content as it is to be, made of what the editors of stories have of it and of every transcript it ever had. */
  fill: (before: Readonly<{ content: StoryContent; told: Transcripts[] }> | null, facts: StoryFacts) => StoryContent
  actor: StaffActor
  at: Date
}>

/** Puts a film on the desk of its story, a new one if it has none: a revision that is not public yet. Inside the caller's transaction. */
export async function writeFilmStory(
  tx: Tx,
  { storyId, facts, address, fill, actor, at }: Making,
): Promise<{ storyId: string; number: number }> {
  if (storyId) {
    const open = await openDesk(tx, storyId, at)
    const slug = await renewedSlug(tx, open.story, address)
    const content = fill({ content: open.content, told: await everTold(tx, storyId) }, { ...open.content.facts, slug })
    content.facts = { ...content.facts, slug }
    return { storyId, number: await addRevision(tx, open, { content, staffId: actor.id, at, kind: 'saved' }) }
  }
  const id = newId()
  // One film after the other takes the next week.
  await tx.$queryRaw`select pg_advisory_xact_lock(hashtextextended('story week', 0))::text`
  const { _max } = await tx.story.aggregate({ _max: { week: true } })
  const whole: StoryFacts = { ...facts, slug: await freeSlug(tx, facts.slug), week: facts.week ?? (_max.week ?? 0) + 1 }
  const { slug, week, kind, theme, language } = whole
  await tx.story.create({ data: { id, slug, week, kind, theme, language, durationSeconds: 0 } })
  const content = fill(null, whole)
  await tx.storyRevision.create({ data: { id: newId(), storyId: id, number: 1, kind: 'saved', content, staffId: actor.id, at } })
  await tx.storyDesk.create({ data: { storyId: id, head: 1 } })
  return { storyId: id, number: 1 }
}

async function everTold(tx: Tx, storyId: string): Promise<Transcripts[]> {
  const rows = await tx.$queryRaw<{ told: unknown }[]>`
    select distinct content -> 'transcripts' as told from story_revision where story_id = ${storyId}::uuid`
  return rows.map(({ told }) => storyContent.shape.transcripts.parse(told))
}

/** The address of a story; a new one where it may not keep it, unless everybody sees it there. */
async function renewedSlug(tx: Tx, { id, slug, releaseAt, unpublishedAt }: Open['story'], address: Making['address']): Promise<string> {
  const wanted = address(slug)
  if (wanted === slug || (releaseAt !== null && unpublishedAt === null)) return slug
  const free = await freeSlug(tx, wanted)
  await tx.story.update({ where: { id }, data: { slug: free } })
  return free
}

async function freeSlug(tx: Tx, slug: string): Promise<string> {
  for (let count = 1; ; count += 1) {
    const wanted = count === 1 ? slug : `${slug}-${count}`
    if ((await tx.story.count({ where: { slug: wanted } })) === 0) return wanted
  }
}
