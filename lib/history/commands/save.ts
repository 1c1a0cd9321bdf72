import 'server-only'
import { record } from '#lib/audit/record.ts'
import { now } from '#lib/foundation/clock.ts'
import { db, type Tx } from '#lib/foundation/db.ts'
import { newId } from '#lib/foundation/ids.ts'
import { Refusal } from '#lib/foundation/refusal.ts'
import { locales } from '#lib/i18n/locales.ts'
import type { StaffActor } from '#lib/staff/actor.ts'
import { mustBeAllowed } from '#lib/staff/permissions.ts'
import { type ClaimContent, type Part, plainPart, samePart, type ToldReaders, withPart } from '../editing/content.ts'
import { refusalsOf } from '../editing/rules.ts'
import { contentOf, contentOfRevision, wholeClaim } from '../editing/stored.ts'
import { writePart } from './write-part.ts'

export type Change = Readonly<{
  claimId: string
  part: Part
  /** The version the editor saw. */
  base: number
  /** Why, for the trail. */
  reason: string
  told: ToldReaders
}>

/**
 * Saves one part of a claim and returns its version; the version as it was when nothing is new. What others saved of other parts stays.
 * Refuses 'history.unknown', 'history.changed' (values number, who, theirs) when this part was saved by somebody since `base`, and
 * 'history.rules' (values rules, between spaces) when the result breaks a rule, or would drop out of sight without anybody saying so.
 */
export async function saveClaim(actor: StaffActor, change: Change): Promise<number> {
  mustBeAllowed(actor, 'history.edit')
  const at = now()
  return db.$transaction(async (tx) => {
    await tx.$queryRaw`select from history_claim where id = ${change.claimId} for update`
    const row = await tx.historyClaim.findUnique({ where: { id: change.claimId }, include: wholeClaim })
    if (!row) throw new Refusal('history.unknown')
    const before = contentOf(row)
    await refuseOverwriting(tx, { version: row.version, before }, change)
    const after = withPart(before, change.part)
    if (samePart(before, after, change.part)) return row.version
    const rules = refusalsOf(row, before, after)
    if (rules.length > 0) throw new Refusal('history.rules', undefined, { rules: rules.join(' ') })
    await writePart(tx, { claimId: row.id, part: change.part, at })
    return addRevision(tx, actor, { change, number: row.version + 1, before, after, at })
  })
}

type Now = Readonly<{ version: number; before: ClaimContent }>

async function refuseOverwriting(tx: Tx, { version, before }: Now, { claimId, part, base }: Change): Promise<void> {
  if (base === version) return
  const seen = await seenAt(tx, claimId, base)
  if (!seen) throw new Refusal('history.unknown')
  if (samePart(seen, before, part)) return
  // Both wrote the same: nothing is lost.
  if (samePart(withPart(before, part), before, part)) return
  const latest = await tx.claimRevision.findUnique({ where: { claimId_number: { claimId, number: version } }, select: { changedBy: true } })
  const who = latest && (await tx.staffUser.findUnique({ where: { id: latest.changedBy }, select: { name: true, email: true } }))
  throw new Refusal('history.changed', undefined, { number: version, who: who?.name ?? who?.email ?? '', theirs: plainPart(before, part) })
}

/** The state at a version: what its change left, and for the first what the second found. */
async function seenAt(tx: Tx, claimId: string, version: number): Promise<ClaimContent | null> {
  const kept = await tx.claimRevision.findUnique({ where: { claimId_number: { claimId, number: Math.max(version, 2) } } })
  return kept && contentOfRevision(version < 2 ? kept.before : kept.after)
}

type Made = Readonly<{ change: Change; number: number; before: ClaimContent; after: ClaimContent; at: Date }>

async function addRevision(tx: Tx, actor: StaffActor, { change, number, before, after, at }: Made): Promise<number> {
  const { claimId, part, reason, told } = change
  const revisionId = newId()
  await tx.historyClaim.update({ where: { id: claimId }, data: { version: number } })
  await tx.claimRevision.create({
    data: { id: revisionId, claimId, number, part: part.part, changedBy: actor.id, changedAt: at, reason, before, after },
  })
  const corrections = locales.flatMap((locale) => (told[locale] ? [{ revisionId, locale, why: told[locale] }] : []))
  await tx.historyCorrection.createMany({ data: corrections })
  await record(tx, {
    actor,
    action: actionOf(part),
    subject: { kind: 'history', id: claimId },
    at,
    data: { part: part.part, number, told: corrections.length > 0 },
  })
  return number
}

function actionOf(part: Part) {
  if (part.part !== 'standing') return 'history.changed' as const
  return part.value.takenDownWhy === null ? ('history.brought-back' as const) : ('history.taken-down' as const)
}
