import 'server-only'
import { now } from '#lib/foundation/clock.ts'
import { db } from '#lib/foundation/db.ts'
import { newId } from '#lib/foundation/ids.ts'
import { Refusal } from '#lib/foundation/refusal.ts'
import type { StaffActor } from '#lib/staff/actor.ts'
import { mustBeAllowed } from '#lib/staff/permissions.ts'
import { filtersOf, listQuery } from './filters.ts'
import type { SavedView } from './views.ts'

/** Named views one person can have. */
const viewsMost = 30

/** The views of whoever asks, by name. */
export async function savedViews(actor: StaffActor): Promise<readonly SavedView[]> {
  mustBeAllowed(actor, 'submission.list')
  return db.savedView.findMany({ where: { staffId: actor.id }, orderBy: { name: 'asc' }, select: { id: true, name: true, query: true } })
}

/** Keeps the filters of a list under a name; the same name again replaces. Refuses 'staff.forbidden' and 'view.too-many'. */
export async function saveView(actor: StaffActor, { name, query }: Readonly<{ name: string; query: string }>): Promise<void> {
  mustBeAllowed(actor, 'submission.list')
  const kept = listQuery(filtersOf(query))
  await db.$transaction(async (tx) => {
    await tx.$queryRaw`select 1 from staff_user where id = ${actor.id}::uuid for update`
    const others = await tx.savedView.count({ where: { staffId: actor.id, name: { not: name } } })
    if (others >= viewsMost) throw new Refusal('view.too-many')
    await tx.savedView.upsert({
      where: { staffId_name: { staffId: actor.id, name } },
      create: { id: newId(), staffId: actor.id, name, query: kept, at: now() },
      update: { query: kept, at: now() },
    })
  })
}

/** Forgets one of their own views; one of somebody else, or none, changes nothing. */
export async function dropView(actor: StaffActor, id: string): Promise<void> {
  mustBeAllowed(actor, 'submission.list')
  await db.savedView.deleteMany({ where: { id, staffId: actor.id } })
}
