import 'server-only'
import { campaignId } from '#lib/campaign/schema.ts'
import type { Tx } from '#lib/foundation/db.ts'
import { Refusal } from '#lib/foundation/refusal.ts'
import type { AwardGetPayload, AwardUncheckedUpdateManyInput } from '#prisma/generated/models/Award.ts'
import { accountOf, linesOf, type Movement, movements } from '../ledger.ts'
import { type AwardState, awardStateOf, canGo } from '../states.ts'

/** An award with the entry it is for. */
export type WholeAward = AwardGetPayload<{ include: { submission: true } }>

/** The award of this id with its entry, whose row stays locked until the transaction ends. Refuses 'award.unknown'. */
export async function lockAward(tx: Tx, id: string): Promise<WholeAward> {
  await tx.$queryRaw`select s.id from submission s join award a on a.submission_id = s.id where a.id = ${id}::uuid for update of s`
  const award = await tx.award.findUnique({ where: { id }, include: { submission: true } })
  if (!award) throw new Refusal('award.unknown')
  return award
}

/** The same as one person saw it. Refuses 'award.changed' when it is another version by now. */
export async function lockVersion(tx: Tx, { id, version }: Readonly<{ id: string; version: number }>): Promise<WholeAward> {
  const award = await lockAward(tx, id)
  if (award.version !== version) throw new Refusal('award.changed')
  return award
}

type Step = Readonly<{ to: AwardState; at: Date; data?: AwardUncheckedUpdateManyInput }>

/** Moves an award, and its amount in the ledger where it comes to stand elsewhere. Refuses 'award.cannot-move' (values from) and 'award.changed'. */
export async function moveAward(tx: Tx, award: WholeAward, { to, at, data = {} }: Step): Promise<void> {
  const from = awardStateOf(award.state)
  if (!canGo(from, to)) throw new Refusal('award.cannot-move', undefined, { from })
  const { count } = await tx.award.updateMany({
    where: { id: award.id, state: from, version: award.version },
    data: { ...data, state: to, stateAt: at, version: { increment: 1 } },
  })
  if (count === 0) throw new Refusal('award.changed')
  const [before, after] = [accountOf(from), accountOf(to)]
  const movement = movements.find((name) => name === to)
  if (movement && before && before !== after) await writeEntry(tx, { awardId: award.id, movement, units: award.units, from: before, at })
}

type Entry = Readonly<{ awardId: string; movement: Movement; units: bigint; from: NonNullable<ReturnType<typeof accountOf>>; at: Date }>

/** Adds one entry to the ledger: two lines that sum to zero. */
export async function writeEntry(tx: Tx, { awardId, movement, units, from, at }: Entry): Promise<void> {
  await tx.ledgerEntry.create({ data: { awardId, kind: movement, at, lines: { create: [...linesOf(movement, { units, from })] } } })
}

/** Hundredths that can still be given. The campaign's row stays locked, so that it is true until the transaction ends. */
export async function lockPool(tx: Tx): Promise<bigint> {
  const [row] = await tx.$queryRaw<
    { left: bigint }[]
  >`select pool_units - allotted_units as left from campaign where id = ${campaignId} for no key update`
  return row?.left ?? 0n
}
