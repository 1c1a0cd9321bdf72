import 'server-only'
import { db } from '#lib/foundation/db.ts'
import { cutPage } from '#lib/foundation/keyset.ts'
import { readReference } from '#lib/foundation/reference.ts'
import type { StaffActor } from '#lib/staff/actor.ts'
import { mustBeAllowed } from '#lib/staff/permissions.ts'
import { Prisma } from '#prisma/generated/client.ts'
import { type AuditFilters, type AuditPlace, actorKinds } from './filters.ts'
import type { AuditLine, AuditPage, Broken, Verification } from './views.ts'
import { brokenKinds } from './views.ts'

/** Lines on one page. */
const pageSize = 50

type Row = {
  id: bigint
  at: Date
  actor_kind: string
  name: string | null
  action: string
  subject_kind: string
  subject_id: string
  reference: string | null
  data: Record<string, unknown>
  hash: string | null
}

/** One page of the record, the newest first, in one query. Refuses 'staff.forbidden'. */
export async function auditPage(actor: StaffActor, filters: AuditFilters, place: AuditPlace): Promise<AuditPage> {
  mustBeAllowed(actor, 'audit.see')
  const upwards = place !== null && 'newer' in place
  const order = upwards ? Prisma.sql`e.at, e.id` : Prisma.sql`e.at desc, e.id desc`
  const conditions = [...conditionsOf(filters), ...placeOf(place)]
  const rows = await db.$queryRaw<Row[]>`
    select e.id, e.at, e.actor_kind, coalesce(u.name, u.email) as name, e.action, e.subject_kind, e.subject_id, e.data, l.hash,
      case when e.subject_kind = 'submission' and e.subject_id ~ '^[0-9a-f-]{36}$'
        then (select s.reference from submission s where s.id = e.subject_id::uuid) end as reference
    from (select * from audit_event e where ${conditions.length > 0 ? Prisma.join(conditions, ' and ') : Prisma.sql`true`}
      order by ${order} limit ${pageSize + 1}) e
    left join staff_user u on u.id = e.actor_id left join audit_link l on l.event_id = e.id
    order by ${order}`
  const { shown, ...places } = cutPage(rows, pageSize, place)
  return { lines: shown.map(lineOf), ...places }
}

function conditionsOf({ who, action, subject, from, to }: AuditFilters): Prisma.Sql[] {
  const kind = actorKinds.find((known) => known === who)
  const reference = subject && readReference(subject)
  const about = reference
    ? Prisma.sql`e.subject_kind = 'submission' and e.subject_id = (select id::text from submission where reference = ${reference})`
    : Prisma.sql`e.subject_id = ${subject}`
  return [
    ...(who && !kind ? [Prisma.sql`e.actor_id = ${who}::uuid`] : []),
    ...(kind ? [Prisma.sql`e.actor_kind = ${kind}`] : []),
    ...(action ? [Prisma.sql`e.action = ${action}`] : []),
    ...(subject ? [about] : []),
    ...(from ? [Prisma.sql`e.at >= ${new Date(`${from}T00:00:00Z`)}`] : []),
    ...(to ? [Prisma.sql`e.at < ${new Date(Date.parse(`${to}T00:00:00Z`) + 86_400_000)}`] : []),
  ]
}

function placeOf(place: AuditPlace): Prisma.Sql[] {
  if (!place) return []
  const id = 'older' in place ? place.older : place.newer
  const there = Prisma.sql`((select p.at from audit_event p where p.id = ${id}), ${id}::bigint)`
  return ['older' in place ? Prisma.sql`(e.at, e.id) < ${there}` : Prisma.sql`(e.at, e.id) > ${there}`]
}

function lineOf(row: Row): AuditLine {
  const facts = Object.entries(row.data).flatMap(([name, value]) => (value === null ? [] : [[name, String(value)] as const]))
  return {
    ...{ id: row.id, at: row.at, actorKind: row.actor_kind, actor: row.name, action: row.action, facts, hash: row.hash },
    ...{ subjectKind: row.subject_kind, subjectId: row.subject_id, reference: row.reference },
  }
}

/** Who ever acted as staff, by name: to choose from. Refuses 'staff.forbidden'. */
export async function auditedStaff(actor: StaffActor): Promise<readonly Readonly<{ id: string; name: string }>[]> {
  mustBeAllowed(actor, 'audit.see')
  const people = await db.staffUser.findMany({
    orderBy: [{ name: 'asc' }, { email: 'asc' }],
    take: 500,
    select: { id: true, name: true, email: true },
  })
  return people.map(({ id, name, email }) => ({ id, name: name ?? email }))
}

/** What a verification found, from the line it left in the record; null when this line is none. Refuses 'staff.forbidden'. */
export async function verificationOf(actor: StaffActor, id: bigint): Promise<(Verification & Readonly<{ at: Date }>) | null> {
  mustBeAllowed(actor, 'audit.see')
  const line = await db.auditEvent.findFirst({ where: { id, action: 'audit.verified' } })
  if (!line) return null
  const data = line.data as Record<string, string | number | null>
  const kind = brokenKinds.find((known) => known === data.broken)
  const whole = (value: string | number | null | undefined) => (typeof value === 'number' ? BigInt(value) : null)
  const broken: Broken | null = kind ? { kind, lane: Number(data.lane ?? 0), seq: whole(data.link), eventId: whole(data.line) } : null
  return { at: line.at, links: whole(data.links) ?? 0n, head: String(data.head ?? ''), broken }
}
