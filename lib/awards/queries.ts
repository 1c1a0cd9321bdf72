import 'server-only'
import { campaignId } from '#lib/campaign/schema.ts'
import { now } from '#lib/foundation/clock.ts'
import { db } from '#lib/foundation/db.ts'
import { hashToken } from '#lib/foundation/ids.ts'
import type { StaffActor } from '#lib/staff/actor.ts'
import { mustBeAllowed } from '#lib/staff/permissions.ts'
import type { AwardGetPayload, AwardInclude } from '#prisma/generated/models/Award.ts'
import { type Account, type accounts, type Balances, leftOf } from './ledger.ts'
import { payoutKinds } from './payout.ts'
import { type AwardState, awardStateOf, canChangeDetails, canDecline, forfeitReasons } from './states.ts'
import type { AwardLine, AwardView, Candidate, EntryView, OwnAward, PoolView, PublicPool } from './views.ts'

const parts = {
  submission: { select: { reference: true, status: true } },
  proposedBy: { select: { id: true, name: true, email: true } },
  confirmedBy: { select: { id: true, name: true, email: true } },
  payout: { select: { kind: true, network: true, enteredAt: true, heldUntil: true } },
} satisfies AwardInclude

const withLines = {
  ...parts,
  entries: { orderBy: { id: 'asc' }, include: { lines: { orderBy: { units: 'asc' } } } },
} satisfies AwardInclude

/** What is given, asked for and left of the pool, as the ledger tells it. */
export async function poolForStaff(actor: StaffActor): Promise<PoolView> {
  mustBeAllowed(actor, 'award.see')
  const [campaign, balances] = await Promise.all([db.campaign.findUniqueOrThrow({ where: { id: campaignId } }), allBalances()])
  return { poolUnits: campaign.poolUnits, left: leftOf(campaign.poolUnits, balances), balances }
}

async function allBalances(): Promise<Balances> {
  const rows = await db.$queryRaw<{ account: Account; units: bigint }[]>`
    select l.account, sum(l.units)::bigint as units
    from ledger_line l join ledger_entry e on e.id = l.entry_id join award a on a.id = e.award_id where a.campaign_id = ${campaignId} group by l.account`
  const of = (account: Account) => rows.find((row) => row.account === account)?.units ?? 0n
  return { pool: of('pool'), proposed: of('proposed'), committed: of('committed'), paid: of('paid') } satisfies Record<
    (typeof accounts)[number],
    bigint
  >
}

/** Every award, live ones first, each group in the order of proposal. At most 500. */
export async function awardsForStaff(actor: StaffActor): Promise<readonly AwardLine[]> {
  mustBeAllowed(actor, 'award.see')
  const found = await db.award.findMany({
    where: { campaignId },
    orderBy: [{ proposedAt: 'asc' }, { id: 'asc' }],
    take: 500,
    include: parts,
  })
  const lines = found.map((award) => lineOf(award, now()))
  const ended = ({ state }: AwardLine) => state === 'forfeited' || state === 'cancelled'
  return [...lines.filter((line) => !ended(line)), ...lines.filter(ended)]
}

/** One award with its lines of the ledger, or null. */
export async function awardForStaff(actor: StaffActor, id: string): Promise<AwardView | null> {
  mustBeAllowed(actor, 'award.see')
  if (!/^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/.test(id)) return null
  const award = await db.award.findUnique({ where: { id }, include: withLines })
  if (!award) return null
  const about = { awardId: award.id, reference: award.submission.reference }
  const exports = await db.auditEvent.findMany({
    where: { subjectKind: 'award', subjectId: award.id, action: 'payout.exported' },
    orderBy: { id: 'desc' },
    take: 5,
    select: { at: true },
  })
  return {
    ...lineOf(award, now()),
    exportedAt: exports.map(({ at }) => at),
    entries: award.entries.map(({ id: entryId, kind, at, lines }) => ({ id: entryId, ...about, kind, at, lines })),
  }
}

/** The last 500 movements of money, the latest first. */
export async function ledgerForStaff(actor: StaffActor): Promise<readonly EntryView[]> {
  mustBeAllowed(actor, 'award.see')
  const entries = await db.ledgerEntry.findMany({
    where: { award: { campaignId } },
    orderBy: { id: 'desc' },
    take: 500,
    include: { lines: { orderBy: { units: 'asc' } }, award: { select: { submission: { select: { reference: true } } } } },
  })
  return entries.map(({ award, ...entry }) => ({ ...entry, reference: award.submission.reference }))
}

/** Selected entries that have no award, by reference. At most 500. */
export async function candidatesForStaff(actor: StaffActor): Promise<readonly Candidate[]> {
  mustBeAllowed(actor, 'award.see')
  const found = await db.submission.findMany({
    where: { campaignId, status: 'selected', awards: { none: { state: { notIn: ['forfeited', 'cancelled'] } } } },
    orderBy: { reference: 'asc' },
    take: 500,
    select: { reference: true, survey: { select: { region: true } } },
  })
  return found.map(({ reference, survey }) => ({ reference, canHavePrize: survey?.region !== 'story-only' }))
}

/** What has to be decided before an award can be opened, and what was promised; null: not decided. */
export async function awardSettings(actor: StaffActor): Promise<Readonly<{ claimDays: number | null; payWithinDays: number | null }>> {
  mustBeAllowed(actor, 'award.see')
  const select = { claimDays: true, payWithinDays: true } as const
  return db.campaign.findUniqueOrThrow({ where: { id: campaignId }, select })
}

function lineOf(award: AwardGetPayload<{ include: typeof parts }>, at: Date): AwardLine {
  const { proposedBy, confirmedBy, payout } = award
  const state = awardStateOf(award.state)
  return {
    ...{ id: award.id, version: award.version, reference: award.submission.reference, units: award.units, state, stateAt: award.stateAt },
    proposed: { by: proposedBy && { id: proposedBy.id, name: proposedBy.name ?? proposedBy.email }, at: award.proposedAt },
    confirmed:
      confirmedBy && award.confirmedAt
        ? { by: { id: confirmedBy.id, name: confirmedBy.name ?? confirmedBy.email }, at: award.confirmedAt }
        : null,
    ...{ claimUntil: award.claimUntil, claimedAt: award.claimedAt, payBy: award.payBy, isOverdue: isOverdue(state, award.payBy, at) },
    paid: award.paidAt ? { at: award.paidAt, reference: award.paymentReference ?? '' } : null,
    forfeitedWhy: forfeitReasons.find((why) => why === award.forfeitedWhy) ?? null,
    payout: payout && { ...payout, kind: payoutKinds.find((kind) => kind === payout.kind) ?? 'address' },
    isSelected: award.submission.status === 'selected',
  }
}

/** True once the promised time is over and nothing was paid. */
function isOverdue(state: AwardState, payBy: Date | null, at: Date): boolean {
  return payBy !== null && at > payBy && ['claimed', 'handed_off', 'cleared', 'blocked'].includes(state)
}

/** The award of the entry this secret link opens, as its storyteller may see it; null when there is none, or none that was opened to them. */
export async function ownAward(key: string): Promise<OwnAward | null> {
  const award = await db.award.findFirst({
    where: { submission: { keys: { some: { keyHash: hashToken(key) } } }, openedAt: { not: null } },
    orderBy: { proposedAt: 'desc' },
    include: { ...parts, codes: { where: { usedAt: null, supersededAt: null, expiresAt: { gt: now() } }, select: { id: true } } },
  })
  return award && ownView(award, now())
}

type Own = AwardGetPayload<{ include: typeof parts & { codes: { select: { id: true } } } }>

/** A blocked payment reads like one that is being checked: what the checks find is not ours to tell. */
function ownView(award: Own, at: Date): OwnAward | null {
  const state = awardStateOf(award.state)
  if (state === 'proposed' || state === 'confirmed' || state === 'cancelled' || !award.claimUntil) return null
  const line = lineOf(award, at)
  const [takesPart, inTime] = [line.isSelected, at < award.claimUntil]
  const canClaim = takesPart && state === 'open' && inTime
  return {
    ...{ units: line.units, state: state === 'blocked' ? 'handed_off' : state, stateAt: line.stateAt, claimUntil: award.claimUntil },
    ...{ claimedAt: line.claimedAt, payBy: line.payBy, isOverdue: line.isOverdue, paid: line.paid, forfeitedWhy: line.forfeitedWhy },
    payout: line.payout,
    takesPart,
    isCodeOut: award.codes.length > 0,
    canClaim,
    canChange: takesPart && canChangeDetails(state),
    canDecline: canClaim || (takesPart && state === 'claimed' && canDecline(state)),
    reference: line.reference,
  }
}

/** The pool as anybody may see it. Proposals count only once two people stand behind them. */
export async function publicPool(_at: Date): Promise<PublicPool> {
  const [campaign, live] = await Promise.all([
    db.campaign.findUniqueOrThrow({ where: { id: campaignId }, select: { poolUnits: true } }),
    db.award.groupBy({
      by: ['state'],
      where: { campaignId, state: { notIn: ['proposed', 'forfeited', 'cancelled'] } },
      _sum: { units: true },
      _count: true,
    }),
  ])
  const paid = live.find(({ state }) => state === 'paid')
  return {
    poolUnits: campaign.poolUnits,
    awardedUnits: live.reduce((sum, { _sum }) => sum + (_sum.units ?? 0n), 0n),
    awardedCount: live.reduce((sum, { _count }) => sum + _count, 0),
    paidUnits: paid?._sum.units ?? 0n,
    paidCount: paid?._count ?? 0,
  }
}
