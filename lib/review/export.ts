import pg from 'pg'
import type { StaffActor } from '#lib/staff/actor.ts'
import { may } from '#lib/staff/permissions.ts'

const day = (sql: string) => `to_char(${sql} at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS"Z"')`

/**
 * The query of all reviews that are complete, in the order they were completed. `full` names reviewers and holds their private notes; in `safe`
 * reviewers are numbers, and a reviewer gets their own reviews and nobody else's. `criteria` are the keys of the rubric.
 */
export function reviewsExport(actor: StaffActor, variant: 'safe' | 'full', criteria: readonly string[]): string {
  const mine = `and r.reviewer_id = ${pg.escapeLiteral(actor.id)}::uuid`
  const own = may(actor, 'review.assign') ? '' : mine
  const scores = criteria.map(
    (key) =>
      `(select x.score from review_score x where x.review_id = r.id and x.criterion = ${pg.escapeLiteral(key)}) as ${pg.escapeIdentifier(`score_${key}`)},`,
  )
  const who = variant === 'full' ? 'sheet_cell(coalesce(u.name, u.email))' : `'Reviewer ' || n.number`
  return `select s.reference, ${who} as reviewer, case when u.independent then 'yes' else 'no' end as independent, g.stage, r.rubric_number as rubric,
      ${scores.join(' ')} r.total_points, r.confidence, array_to_string(r.flags, ' ') as flags,
      ${variant === 'full' ? 'sheet_cell(r.note) as note,' : ''} ${day('r.started_at')} as started_at, ${day('r.completed_at')} as completed_at
    from review r join submission s on s.id = r.submission_id join staff_user u on u.id = r.reviewer_id
      left join assignment g on g.submission_id = r.submission_id and g.reviewer_id = r.reviewer_id
      join (select id, row_number() over (order by invited_at, id) as number from staff_user) n on n.id = r.reviewer_id
    where r.completed_at is not null ${own} order by r.completed_at, r.id`
}
