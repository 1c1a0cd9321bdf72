import 'server-only'
import { now } from '#lib/foundation/clock.ts'
import { db } from '#lib/foundation/db.ts'
import { hashText } from '#lib/foundation/ids.ts'
import type { StaffActor } from '#lib/staff/actor.ts'
import { mustBeAllowed } from '#lib/staff/permissions.ts'
import { record } from './record.ts'
import type { Broken, BrokenKind, Verification } from './views.ts'

/** Lines checked in one statement, and lines looked through in one statement for some that have no link. */
const batch = { links: 20_000, lines: 200_000n }
/** As many as the trigger knows. */
const laneCount = 16
const beginning = '0'.repeat(64)

/**
 * Works every chain out again, link by link, and records the result as a line of its own, whose id it returns. Streams: memory does not
 * grow with the record. Refuses 'staff.forbidden'.
 */
export async function verifyRecord(actor: StaffActor): Promise<Verification & Readonly<{ id: bigint }>> {
  mustBeAllowed(actor, 'audit.see')
  const found = await verifyChain()
  const { broken } = found
  const id = await db.$transaction(async (tx) => {
    const data = { links: Number(found.links), head: found.head, broken: broken?.kind ?? null }
    const place = broken ? { lane: broken.lane, link: numberOrNull(broken.seq), line: numberOrNull(broken.eventId) } : {}
    await record(tx, { actor, action: 'audit.verified', subject: { kind: 'audit', id: 'record' }, at: now(), data: { ...data, ...place } })
    const [row] = await tx.$queryRaw<{ id: bigint }[]>`select currval(pg_get_serial_sequence('audit_event', 'id')) as id`
    return row?.id ?? 0n
  })
  return { ...found, id }
}

/** What the chains say: how many links hold, one hash over the last of each, and the line at which they first break. */
export async function verifyChain(): Promise<Verification> {
  const found: Lane[] = []
  while (found.length < laneCount) found.push(await verifyLane(found.length))
  const links = found.reduce((sum, lane) => sum + lane.links, 0n)
  const head = hashText(found.map((lane) => lane.head).join('\n'))
  const broken = found.flatMap((lane) => lane.broken ?? []).sort((a, b) => Number((a.eventId ?? 0n) - (b.eventId ?? 0n)))[0]
  return { links, head, broken: broken ?? (await firstWithoutLink()) }
}

type Lane = Readonly<{ links: bigint; head: string; broken: Broken | null }>

async function verifyLane(lane: number): Promise<Lane> {
  let state = { links: 0n, seq: 0n, head: beginning }
  for (;;) {
    const [row] = await nextLinks(lane, state)
    if (!row?.last_seq) return { links: state.links, head: state.head, broken: null }
    if (row.kind) {
      const broken = { kind: row.kind, lane, seq: row.broken_seq, eventId: row.broken_event }
      return { links: state.links + row.sound, head: row.sound_hash ?? state.head, broken }
    }
    state = { links: state.links + row.sound, seq: row.last_seq, head: row.last_hash ?? beginning }
  }
}

type Part = {
  kind: BrokenKind | null
  broken_seq: bigint | null
  broken_event: bigint | null
  sound: bigint
  sound_hash: string | null
  last_seq: bigint | null
  last_hash: string | null
}

/** The next links of one chain, each against its line, its number and the link before it: where they break, how many hold, and the last. */
function nextLinks(lane: number, { seq, head }: Readonly<{ seq: bigint; head: string }>): Promise<Part[]> {
  return db.$queryRaw<Part[]>`
    with part as (
      select l.seq, l.event_id, l.hash, case
          when l.seq <> lag(l.seq, 1, ${seq}::bigint) over w + 1 then 'gap'
          when l.previous_hash <> lag(l.hash, 1, ${head}::text) over w then 'forged'
          when e.id is null then 'deleted'
          when audit_hash(l.previous_hash, e) <> l.hash then 'edited' end as kind
      from (select * from audit_link where lane = ${lane}::smallint and seq > ${seq} order by seq limit ${batch.links}) l
      left join audit_event e on e.id = l.event_id
      window w as (order by l.seq)
    ), wrong as (select * from part where kind is not null order by seq limit 1),
    sound as (select * from part where seq < coalesce((select seq from wrong), 9223372036854775807))
    select (select kind from wrong) as kind, (select seq from wrong) as broken_seq, (select event_id from wrong) as broken_event,
      (select count(*) from sound) as sound, (select hash from sound order by seq desc limit 1) as sound_hash,
      (select max(seq) from part) as last_seq, (select hash from part order by seq desc limit 1) as last_hash`
}

/** A line that was put in past the trigger, or whose link at the end was taken away. */
async function firstWithoutLink(): Promise<Broken | null> {
  const [{ most } = { most: null }] = await db.$queryRaw<{ most: bigint | null }[]>`select max(id) as most from audit_event`
  for (let from = 0n; from <= (most ?? -1n); from += batch.lines) {
    const [row] = await db.$queryRaw<{ id: bigint }[]>`
      select e.id from audit_event e where e.id >= ${from} and e.id < ${from + batch.lines}
        and not exists (select from audit_link l where l.event_id = e.id) order by e.id limit 1`
    if (row) return { kind: 'unlinked', lane: null, seq: null, eventId: row.id }
  }
  return null
}

function numberOrNull(value: bigint | null): number | null {
  return value === null ? null : Number(value)
}
