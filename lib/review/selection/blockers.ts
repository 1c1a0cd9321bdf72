import 'server-only'
import { campaignId } from '#lib/campaign/schema.ts'
import { type Database, db, type Tx } from '#lib/foundation/db.ts'
import { reviewsNeeded } from './schema.ts'

/** References listed of each kind; the rest is only counted. */
export const listedMost = 20

export type BlockerKind = 'undecided' | 'waiting' | 'appealed' | 'unready'

/** Why results cannot be released: entries in one state, how many, and the first of them. */
export type Blocker = Readonly<{ kind: BlockerKind; count: number; references: readonly string[] }>

/**
 * What stands in the way of a release, read at one moment: eligible entries without a decision, entries still being screened or asked
 * (what was set apart as spam does not wait), appeals nobody answered, and entries that are to be selected or held in reserve and lack a
 * review, an independent one, or have an open safety flag. Nothing when everybody can be given an answer. A release after the results
 * (`later`) does not wait for screening and appeals: whoever comes out of them is answered in the next one.
 */
export async function releaseBlockers(
  tx: Tx | Database = db,
  { later = false }: Readonly<{ later?: boolean }> = {},
): Promise<readonly Blocker[]> {
  const rows = await tx.$queryRaw<{ kind: BlockerKind; count: number; refs: string[] }[]>`
    with read as (
      select s.id, s.reference, s.status, s.submitted_at, d.outcome from submission s left join decision d on d.submission_id = s.id
      where s.campaign_id = ${campaignId} and s.status in ('submitted', 'needs_info', 'eligible', 'ineligible')
    ), blocked as (
      select 'undecided' as kind, reference, submitted_at from read where status = 'eligible' and outcome is null
      union all
      select 'waiting', reference, submitted_at from read where status in ('submitted', 'needs_info')
        and not exists (select from spam_mark m where m.submission_id = read.id and m.undone_at is null)
      union all
      select 'appealed', reference, submitted_at from read where status = 'ineligible'
        and exists (select from appeal a where a.submission_id = read.id and a.decided_at is null)
      union all
      select 'unready', reference, submitted_at from read where status = 'eligible' and outcome in ('selected', 'reserve') and (
        exists (select from safety_flag f where f.submission_id = read.id and f.resolved_at is null)
        or (select count(*) < ${reviewsNeeded.selected}::int or count(*) filter (where u.independent) = 0
          from review r join staff_user u on u.id = r.reviewer_id where r.submission_id = read.id and r.completed_at is not null))
    )
    select kind, count(*)::int as count, (array_agg(reference order by submitted_at, reference))[1:${listedMost}::int] as refs
    from blocked group by kind order by kind`
  const inTheWay = rows.filter(({ kind }) => !later || kind === 'undecided' || kind === 'unready')
  return inTheWay.map(({ kind, count, refs }) => ({ kind, count, references: refs }))
}
