import { claimAward, mailClaimCode } from '#lib/awards/commands/claim.ts'
import { confirmAward, openAward } from '#lib/awards/commands/decide.ts'
import { proposeAward } from '#lib/awards/commands/propose.ts'
import type { PayoutDetails } from '#lib/awards/payout.ts'
import { campaignId } from '#lib/campaign/schema.ts'
import { db } from '#lib/foundation/db.ts'
import { newId } from '#lib/foundation/ids.ts'
import type { StaffActor } from '#lib/staff/actor.ts'
import { invited } from './staff.ts'
import { type AnswerOverrides, sendEntry } from './submissions.ts'

/** Details that reach nobody: the address has a right checksum, and belongs to no one we know. */
export const sampleDetails = {
  kind: 'address',
  network: 'base',
  destination: '0x5aAeb6053F3E94C9b9A09f33669435E7Ef1BeAed',
} as const satisfies PayoutDetails

type Entry = Awaited<ReturnType<typeof sendEntry>>

/** An entry that was selected, as a release of results leaves it. */
export async function selectedEntry(overrides: AnswerOverrides = {}): Promise<Entry> {
  const entry = await sendEntry(overrides)
  await db.submission.update({ where: { id: entry.id }, data: { status: 'selected' } })
  return entry
}

/** Decides what the campaign leaves open until somebody does. */
export async function decideDays(days: Readonly<{ claimDays: number | null; payWithinDays: number | null }>): Promise<void> {
  await db.campaign.update({ where: { id: campaignId }, data: days })
}

/** The award as staff see it now: its id and version. */
export async function seen(id: string): Promise<{ id: string; version: number }> {
  const { version } = await db.award.findUniqueOrThrow({ where: { id }, select: { version: true } })
  return { id, version }
}

type Standing = Readonly<{ entry: Entry; id: string; proposer: StaffActor; confirmer: StaffActor }>

/** An award that two people stand behind. */
export async function confirmedAward(units = 50_000n, overrides: AnswerOverrides = {}): Promise<Standing> {
  const [entry, proposer, confirmer] = [await selectedEntry(overrides), await invited('admin'), await invited('admin')]
  const id = await proposeAward(proposer, { reference: entry.reference, units })
  await confirmAward(confirmer, await seen(id))
  return { entry, id, proposer, confirmer }
}

/** An award that can be claimed, for 14 days. */
export async function openedAward(units = 50_000n, overrides: AnswerOverrides = {}): Promise<Standing> {
  const standing = await confirmedAward(units, overrides)
  await decideDays({ claimDays: 14, payWithinDays: 30 })
  await openAward(standing.confirmer, await seen(standing.id))
  return standing
}

/** The code in the latest letter about this entry that has one. */
export async function mailedCode(entryKey: string, submissionId: string): Promise<string> {
  await mailClaimCode(entryKey)
  const mail = await db.mail.findFirstOrThrow({
    where: { submissionId, kind: 'award-code' },
    orderBy: [{ createdAt: 'desc' }, { id: 'desc' }],
  })
  return /\b\d{8}\b/.exec(mail.text)?.[0] ?? ''
}

/** An award whose storyteller said where it goes. */
export async function claimedAward(details: PayoutDetails = sampleDetails, units = 50_000n): Promise<Standing> {
  const standing = await openedAward(units)
  const { entryKey, id } = standing.entry
  await claimAward(entryKey, { code: await mailedCode(entryKey, id), details })
  return standing
}

/** A reserve list as a release leaves it, one entry long. */
export async function onReserve(): Promise<{ id: string; reference: string }> {
  const [entry, admin] = [await sendEntry(), await invited('admin')]
  const at = new Date()
  const known = await db.release.findFirst({ where: { releasedAt: { not: null } } })
  const release =
    known ??
    (await db.release.create({
      data: {
        ...{ id: newId(), campaignId, fingerprint: 'f'.repeat(64), proposedById: admin.id, proposedAt: at },
        confirmedById: (await invited('admin')).id,
        releasedAt: at,
        counts: {},
      },
    }))
  await db.submission.update({ where: { id: entry.id }, data: { status: 'reserve' } })
  const last = await db.decision.count()
  await db.decision.create({
    data: {
      ...{ submissionId: entry.id, outcome: 'reserve', reserveOrder: last + 1, reasons: ['fewer-places'] },
      decidedById: admin.id,
      decidedAt: at,
      releaseId: release.id,
    },
  })
  return entry
}
