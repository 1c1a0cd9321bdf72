import type { StaffActor } from '#lib/staff/actor.ts'
import { may } from '#lib/staff/permissions.ts'

const moment = (sql: string) => `to_char(${sql} at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS"Z"')`

/**
 * The query of all awards, the oldest first; null for whoever may not see awards. `full` names the storyteller and the people who proposed and
 * confirmed. Where money goes is in neither: the payment files alone hold that.
 */
export function awardsExport(actor: StaffActor, variant: 'safe' | 'full'): string | null {
  if (!may(actor, 'award.see')) return null
  const named = `sheet_cell(s.display_name) as display_name, sheet_cell(s.email) as email, s.country, sheet_cell(coalesce(p.name, p.email)) as proposed_by,
    sheet_cell(coalesce(c.name, c.email)) as confirmed_by, sheet_cell(w.payment_reference) as payment_reference,`
  return `select s.reference, to_char(w.units / 100.0, 'FM9999999990.00') as usdc, w.state, ${moment('w.state_at')} as state_at,
      ${variant === 'full' ? named : ''} ${moment('w.proposed_at')} as proposed_at, ${moment('w.confirmed_at')} as confirmed_at,
      ${moment('w.claim_until')} as claim_until, ${moment('w.claimed_at')} as claimed_at, ${moment('w.pay_by')} as pay_by, ${moment('w.paid_at')} as paid_at,
      w.forfeited_why
    from award w join submission s on s.id = w.submission_id left join staff_user p on p.id = w.proposed_by_id
      left join staff_user c on c.id = w.confirmed_by_id
    order by w.proposed_at, w.id`
}
