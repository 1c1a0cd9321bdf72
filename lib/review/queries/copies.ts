import 'server-only'
import { campaignId } from '#lib/campaign/schema.ts'
import { db } from '#lib/foundation/db.ts'
import { readReference } from '#lib/foundation/reference.ts'
import type { StaffActor } from '#lib/staff/actor.ts'
import { mustBeAllowed } from '#lib/staff/permissions.ts'
import { Prisma } from '#prisma/generated/client.ts'
import type { SubmissionGetPayload, SubmissionInclude } from '#prisma/generated/models/Submission.ts'
import { findIdentity, type Identity } from '../blind.ts'
import type { CopyDesk, CopyList, CopyWork, MadeCopy } from '../copies-views.ts'
import { copyState } from '../lifecycle.ts'

const byWhom = { select: { name: true, email: true } } as const

function parts(actor: StaffActor) {
  return {
    copies: { orderBy: { number: 'desc' }, take: 1, include: { madeBy: byWhom, approvedBy: byWhom } },
    knownBy: { where: { staffId: actor.id } },
    assigned: { where: { reviewerId: actor.id }, select: { id: true } },
    postChecks: { where: { author: { not: null } }, orderBy: [{ at: 'desc' }, { id: 'desc' }], take: 1, select: { author: true } },
  } satisfies SubmissionInclude
}

type Found = SubmissionGetPayload<{ include: ReturnType<typeof parts> }>

/** The copy of an entry that is to be read; null for any other. Its words are shown only to who began to work on it. Refuses 'staff.forbidden'. */
export async function copyDesk(actor: StaffActor, typed: string): Promise<CopyDesk | null> {
  mustBeAllowed(actor, 'redaction.prepare')
  const reference = readReference(typed)
  if (!reference) return null
  const entry = await db.submission.findFirst({ where: { reference, campaignId, status: 'eligible' }, include: parts(actor) })
  if (!entry) return null
  const isReader = entry.assigned.length > 0
  const begun = entry.knownBy.length > 0 && !isReader
  return { reference, state: copyState(entry.copies[0] ?? null), isReader, work: begun ? workOf(entry) : null }
}

function workOf(entry: Found): CopyWork {
  const { displayName, email, country, storyLanguage: language, story, postText, version } = entry
  const identity = { displayName, email, country, language, author: entry.postChecks[0]?.author ?? null }
  const [copy] = entry.copies
  return {
    version,
    language,
    entry: { story, postText },
    found: { story: findIdentity(story, identity), postText: findIdentity(postText ?? '', identity) },
    stillFound: copy ? foundIn(copy, identity) : { story: [], postText: [] },
    newest: copy ? madeCopy(copy) : null,
  }
}

function foundIn(copy: Readonly<{ story: string; postText: string | null }>, identity: Identity) {
  return { story: findIdentity(copy.story, identity), postText: findIdentity(copy.postText ?? '', identity) }
}

function madeCopy(copy: Found['copies'][number]): MadeCopy {
  const { number, story, postText, outdated, madeAt, approvedAt } = copy
  return {
    number,
    story,
    postText,
    outdated,
    madeAt,
    approvedAt,
    madeBy: nameOf(copy.madeBy),
    approvedBy: copy.approvedBy && nameOf(copy.approvedBy),
  }
}

function nameOf(person: Readonly<{ name: string | null; email: string }>): string {
  return person.name ?? person.email
}

const linesMost = 50

/** Entries without an approved copy that this person may work on, whoever waits longest first, in two queries. Refuses 'staff.forbidden'. */
export async function copiesToMake(actor: StaffActor): Promise<CopyList> {
  mustBeAllowed(actor, 'redaction.prepare')
  const waiting = Prisma.sql`
    from submission s left join lateral (select approved_at, outdated from blind_copy c where c.submission_id = s.id order by number desc limit 1) c on true
    where s.campaign_id = ${campaignId} and s.status = 'eligible' and (c.approved_at is null or c.outdated)
      and not exists (select from assignment a where a.submission_id = s.id and a.reviewer_id = ${actor.id}::uuid)`
  const [rows, counts] = await Promise.all([
    db.$queryRaw<{ reference: string; story_language: string; made: boolean; outdated: boolean | null; approved_at: Date | null }[]>`
      select s.reference, s.story_language, c.outdated is not null as made, c.outdated, c.approved_at ${waiting}
      order by s.status_at, s.id limit ${linesMost}`,
    db.$queryRaw<{ count: number }[]>`select count(*)::int as count ${waiting}`,
  ])
  const lines = rows.map(({ reference, story_language: language, made, outdated, approved_at: approvedAt }) => {
    return { reference, language, state: copyState(made ? { approvedAt, outdated: outdated === true } : null) }
  })
  return { lines, count: counts[0]?.count ?? 0 }
}
