import 'server-only'
import { record } from '#lib/audit/record.ts'
import { mustRun } from '#lib/campaign/stops.ts'
import { now } from '#lib/foundation/clock.ts'
import { db, type Tx } from '#lib/foundation/db.ts'
import { Refusal } from '#lib/foundation/refusal.ts'
import type { StaffActor } from '#lib/staff/actor.ts'
import { mustBeAllowed } from '#lib/staff/permissions.ts'
import { missingOf } from '../editing/checks.ts'
import { sameFilm } from '../editing/of-film.ts'
import { contentOf } from '../editing/stored.ts'
import { isReleased, isScheduled } from '../policy.ts'
import { type Open, openDesk, stepOn } from './desk.ts'
import { isOfFilm, keepNameHeld } from './of-film.ts'
import { closeFiles, openFiles, writePublic } from './public-tables.ts'

export type Release = Readonly<{
  storyId: string
  /** Number of the revision to publish. */
  number: number
  /** From when on it is public; null for at once. */
  releaseAt: Date | null
  /** The step of publication the editor saw; null for who decides inside a transaction of their own. */
  version: number | null
  actor: StaffActor
}>

/**
 * Makes one revision the public one, from an instant on: what goes live then is this revision, whatever is saved meanwhile. A story that is out
 * keeps its instant and shows the revision at once. Refuses 'story.unknown', 'story.moved', 'story.incomplete' (values missing), 'story.past',
 * 'story.out' when a story that is out would get an instant to come, 'story.ofFilm' for a revision with another film than was released last,
 * 'story.nameHeld' for words with a name its storyteller withholds, and 'campaign.stopped' while publishing is stopped.
 */
export async function scheduleRevision(tx: Tx, { storyId, number, releaseAt, version, actor }: Release): Promise<Date> {
  mustBeAllowed(actor, 'story.schedule')
  await mustRun(tx, 'publishing')
  const open = await openDesk(tx, storyId, now())
  // Waiting for the story may have taken us past its second.
  const at = now()
  const revision = await tx.storyRevision.findUnique({ where: { storyId_number: { storyId, number } }, select: { content: true } })
  if (!revision) throw new Refusal('story.unknown')
  const content = contentOf(revision.content)
  if (!sameFilm(content, open.content) && (await isOfFilm(tx, storyId))) throw new Refusal('story.ofFilm')
  await keepNameHeld(tx, storyId, content)
  const missing = missingOf(content, open.story.tellerReleasedAt !== null)
  if (missing.length > 0)
    throw new Refusal('story.incomplete', undefined, {
      missing: missing.map(({ lack, locale }) => (locale ? `${lack}:${locale}` : lack)).join(' '),
    })
  const from = instantFor(open, releaseAt, at)
  await stepOn(tx, open, { version, publicNumber: number })
  await closeFiles(tx, open.story.files)
  await writePublic(tx, open.story.id, content, from)
  await openFiles(tx, content.film.files, from)
  await record(tx, {
    ...{ actor, action: 'story.scheduled', subject: { kind: 'story', id: storyId }, at },
    data: { revision: number, releaseAt: from.toISOString(), before: open.publicNumber },
  })
  return from
}

function instantFor({ story }: Open, wanted: Date | null, at: Date): Date {
  if (isReleased(story, at) && story.releaseAt) {
    if (wanted && wanted > at) throw new Refusal('story.out')
    return story.releaseAt
  }
  if (wanted && wanted < at) throw new Refusal('story.past', 'at')
  if (wanted) return wanted
  return story.releaseAt && story.releaseAt < at ? story.releaseAt : at
}

/** The same for an editor, in a transaction of its own. Returns the instant. */
export async function scheduleStory(actor: StaffActor, release: Omit<Release, 'actor'>): Promise<Date> {
  mustBeAllowed(actor, 'story.schedule')
  return db.$transaction((tx) => scheduleRevision(tx, { ...release, actor }))
}

/** Remembers that the storyteller released the finished film, for whoever asks them: without it their story is not published. */
export async function noteTellerRelease(tx: Tx, storyId: string, at: Date | null): Promise<void> {
  await tx.story.update({ where: { id: storyId }, data: { tellerReleasedAt: at } })
}

type Step = Readonly<{ storyId: string; version: number }>

/** Takes the instant of a story that is not out yet away again. Refuses 'story.unknown', 'story.moved'. */
export async function cancelSchedule(actor: StaffActor, { storyId, version }: Step): Promise<void> {
  mustBeAllowed(actor, 'story.schedule')
  await db.$transaction(async (tx) => {
    const open = await openDesk(tx, storyId, now())
    const at = now()
    if (!isScheduled(open.story, at)) throw new Refusal('story.moved')
    await stepOn(tx, open, { version, publicNumber: null })
    await tx.story.update({ where: { id: storyId }, data: { releaseAt: null } })
    await closeFiles(tx, open.story.files)
    const data = { revision: open.publicNumber, releaseAt: open.story.releaseAt?.toISOString() ?? null }
    await record(tx, { actor, action: 'story.cancelled', subject: { kind: 'story', id: storyId }, at, data })
  })
}

/** Takes a story that is out back, at once and everywhere. Refuses 'story.unknown', 'story.moved'. */
export async function unpublishStory(actor: StaffActor, { storyId, version, reason }: Step & Readonly<{ reason: string }>): Promise<void> {
  mustBeAllowed(actor, 'story.schedule')
  await db.$transaction(async (tx) => {
    const open = await openDesk(tx, storyId, now())
    const at = now()
    if (!isReleased(open.story, at)) throw new Refusal('story.moved')
    await stepOn(tx, open, { version, publicNumber: open.publicNumber })
    await tx.story.update({ where: { id: storyId }, data: { unpublishedAt: at } })
    await closeFiles(tx, open.story.files)
    const data = { revision: open.publicNumber, reason }
    await record(tx, { actor, action: 'story.unpublished', subject: { kind: 'story', id: storyId }, at, data })
  })
}

/**
 * Shows a story again as it was when it was taken back. Refuses 'story.unknown', 'story.moved', 'campaign.stopped', and 'story.incomplete' when its
 * storyteller took the release back.
 */
export async function returnStory(actor: StaffActor, { storyId, version }: Step): Promise<void> {
  mustBeAllowed(actor, 'story.schedule')
  const at = now()
  await db.$transaction(async (tx) => {
    await mustRun(tx, 'publishing')
    const open = await openDesk(tx, storyId, at)
    if (open.story.unpublishedAt === null || !open.story.releaseAt) throw new Refusal('story.moved')
    if (open.story.kind === 'storyteller' && open.story.tellerReleasedAt === null)
      throw new Refusal('story.incomplete', undefined, { missing: 'release' })
    await stepOn(tx, open, { version, publicNumber: open.publicNumber })
    await tx.story.update({ where: { id: storyId }, data: { unpublishedAt: null } })
    await openFiles(tx, open.story.files, open.story.releaseAt)
    await record(tx, {
      actor,
      action: 'story.returned',
      subject: { kind: 'story', id: storyId },
      at,
      data: { revision: open.publicNumber },
    })
  })
}
