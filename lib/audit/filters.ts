import type { Place } from '#lib/foundation/keyset.ts'
import { type AuditAction, auditActions } from './actions.ts'

export const actorKinds = ['storyteller', 'staff', 'system'] as const
export type ActorKind = (typeof actorKinds)[number]

const uuid = /^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/
// The database knows no year zero, and a day after the last of these has five digits.
const day = /^(?!0000)(?!9999-12-31)\d{4}-\d{2}-\d{2}$/

/** Which lines of the record are looked for. Null: any. */
export type AuditFilters = Readonly<{
  /** A kind of actor, or the id of a member of staff. */
  who: ActorKind | (string & {}) | null
  action: AuditAction | null
  /** An id, or the reference of an entry. */
  subject: string | null
  /** First and last day, UTC. */
  from: string | null
  to: string | null
}>

/** Before (older) or after (newer) the line with this number. */
export type AuditPlace = Place<bigint>

export type Query = Readonly<Record<string, string | string[] | undefined>>

/** Filters as an address carries them; what it does not know counts as not asked for. */
export function readAuditFilters(query: Query): AuditFilters {
  const first = (name: string) => [query[name]].flat()[0]?.replace(/\p{C}/gu, '').trim() ?? ''
  const who = first('who')
  const subject = first('subject').slice(0, 100)
  return {
    who: actorKinds.find((kind) => kind === who) ?? (uuid.test(who) ? who : null),
    action: auditActions.find((action) => action === first('action')) ?? null,
    subject: subject === '' ? null : subject,
    from: dayOf(first('from')),
    to: dayOf(first('to')),
  }
}

/** Where in the record an address stands. */
export function readAuditPlace(query: Query): AuditPlace {
  const number = (name: string) => {
    const typed = [query[name]].flat()[0] ?? ''
    return /^\d{1,18}$/.test(typed) ? BigInt(typed) : null
  }
  const [older, newer] = [number('older'), number('newer')]
  if (older !== null) return { older }
  return newer === null ? null : { newer }
}

/** The address of the record with these filters at this place. */
export function auditAddress(filters: AuditFilters, place: AuditPlace): string {
  const entries = Object.entries({ ...filters, ...place }).filter(([, value]) => value !== null && value !== '')
  const query = new URLSearchParams(entries.map(([name, value]) => [name, String(value)])).toString()
  return query === '' ? '/staff/audit' : `/staff/audit?${query}`
}

function dayOf(typed: string): string | null {
  const at = day.test(typed) ? new Date(`${typed}T00:00:00Z`) : null
  return at && !Number.isNaN(at.getTime()) && at.toISOString().startsWith(typed) ? typed : null
}
