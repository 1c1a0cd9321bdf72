import 'server-only'
import { record } from '#lib/audit/record.ts'
import { now } from '#lib/foundation/clock.ts'
import { db } from '#lib/foundation/db.ts'
import { Refusal } from '#lib/foundation/refusal.ts'
import type { StaffActor } from '#lib/staff/actor.ts'
import { mustBeAllowed } from '#lib/staff/permissions.ts'
import { withFilmOf } from '../editing/of-film.ts'
import { contentOf } from '../editing/stored.ts'
import { addRevision, openDesk } from './desk.ts'
import { isOfFilm } from './of-film.ts'

export type Restore = Readonly<{ storyId: string; number: number; base: number }>

/**
 * Puts an earlier revision on top again, as a new one; its address stays as it is now, and of the story of a film what the
 * storyteller released. Nothing is lost, and nothing public changes.
 * Returns the new number. Refuses 'story.unknown', and 'story.changed' when somebody saved since `base`.
 */
export async function restoreRevision(actor: StaffActor, { storyId, number, base }: Restore): Promise<number> {
  mustBeAllowed(actor, 'story.edit')
  const at = now()
  return db.$transaction(async (tx) => {
    const open = await openDesk(tx, storyId, at)
    if (open.head !== base) throw new Refusal('story.changed')
    const revision = await tx.storyRevision.findUnique({ where: { storyId_number: { storyId, number } }, select: { content: true } })
    if (!revision) throw new Refusal('story.unknown')
    const earlier = contentOf(revision.content)
    const whole = { ...earlier, facts: { ...earlier.facts, slug: open.content.facts.slug } }
    const content = (await isOfFilm(tx, storyId)) ? withFilmOf(whole, open.content) : whole
    const made = await addRevision(tx, open, { content, staffId: actor.id, at, kind: 'restored', restoredFrom: number })
    await record(tx, {
      actor,
      action: 'story.restored',
      subject: { kind: 'story', id: storyId },
      at,
      data: { revision: made, from: number },
    })
    return made
  })
}
