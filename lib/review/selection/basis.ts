import 'server-only'
import { createHash } from 'node:crypto'
import { z } from 'zod'
import { campaignId } from '#lib/campaign/schema.ts'
import { type Database, db, type Tx } from '#lib/foundation/db.ts'

const storedBasis = z.record(z.string(), z.object({ decision: z.string(), scores: z.string() }))

/** What a release stands on: for each entry it would answer, a hash of its decision and one of the scores that count. */
export type Basis = z.infer<typeof storedBasis>

/** One entry that is not what it was when the release was proposed; `joined` and `left`: it takes part now, or no longer. */
export type BasisChange = Readonly<{ reference: string; what: 'scores' | 'decision' | 'joined' | 'left' }>

/** Every decision that would be said now (outcome, place, reasons), with the completed reviews it was made on. */
export async function releaseBasis(tx: Tx | Database = db): Promise<Basis> {
  const rows = await tx.$queryRaw<{ reference: string; decision: string; scores: string }[]>`
    select s.reference,
      encode(sha256(convert_to(concat_ws('|', d.outcome, coalesce(d.reserve_order, 0), array_to_string(d.reasons, ',')), 'UTF8')), 'hex') as decision,
      encode(sha256(convert_to(coalesce((
        select string_agg(concat_ws('|', r.reviewer_id, r.total_points, r.confidence, (
            select string_agg(c.criterion || '=' || c.score, ',' order by c.criterion collate "C") from review_score c where c.review_id = r.id
          )), E'\n' order by r.reviewer_id)
        from review r where r.submission_id = s.id and r.completed_at is not null), ''), 'UTF8')), 'hex') as scores
    from submission s join decision d on d.submission_id = s.id
    where s.campaign_id = ${campaignId} and s.status = 'eligible'
    order by s.reference collate "C"`
  return Object.fromEntries(rows.map(({ reference, ...hashes }) => [reference, hashes]))
}

/** SHA-256 over a basis, in the order of references. */
export function fingerprintOf(basis: Basis): string {
  const lines = Object.keys(basis)
    .sort()
    .map((reference) => [reference, basis[reference]?.decision, basis[reference]?.scores].join('|'))
  return createHash('sha256').update(lines.join('\n')).digest('hex')
}

/** What differs between the basis that was kept with a proposal and the one of now, by reference. One kept before there was any tells nothing. */
export function changesSince(kept: unknown, basis: Basis): readonly BasisChange[] {
  const before = storedBasis.safeParse(kept).data
  if (!before) return []
  return [...new Set([...Object.keys(before), ...Object.keys(basis)])].sort().flatMap((reference): BasisChange[] => {
    const [was, is] = [before[reference], basis[reference]]
    if (!was || !is) return [{ reference, what: was ? 'left' : 'joined' }]
    if (was.scores !== is.scores) return [{ reference, what: 'scores' }]
    return was.decision === is.decision ? [] : [{ reference, what: 'decision' }]
  })
}
