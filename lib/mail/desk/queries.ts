import 'server-only'
import { db } from '#lib/foundation/db.ts'
import { cutPage } from '#lib/foundation/keyset.ts'
import type { StaffActor } from '#lib/staff/actor.ts'
import { mustBeAllowed } from '#lib/staff/permissions.ts'
import { Prisma } from '#prisma/generated/client.ts'
import { faultOf } from './faults.ts'
import type { MailFilters, MailPlace } from './filters.ts'
import { holdsCode, withoutSecrets } from './secrets.ts'
import { type LetterState, type LetterView, letterStates, type MailLine, type MailPage, type OutboxState } from './views.ts'

/** Letters on one page. */
export const pageSize = 25

type Row = {
  id: string
  kind: string
  recipient: string
  subject: string
  state: string
  attempts: number
  last_error: string | null
  created_at: Date
  sent_at: Date | null
  reference: string | null
}

const columns = Prisma.sql`m.id, m.kind, m.recipient, m.subject, m.state, m.attempts, m.last_error, m.created_at, m.sent_at, s.reference`

/** One page of letters, newest first. Ids are in the order the letters were written, so that a page begins after a letter and not at a number. */
export async function mailPage(actor: StaffActor, filters: MailFilters, place: MailPlace): Promise<MailPage> {
  mustBeAllowed(actor, 'mail.see')
  const conditions = conditionsOf(filters)
  if (!conditions) return { lines: [], newer: null, older: null }
  const upwards = place !== null && 'newer' in place
  const rows = await db.$queryRaw<Row[]>`
    select ${columns} from mail m left join submission s on s.id = m.submission_id
    where ${Prisma.join([...conditions, ...placeOf(place)], ' and ')}
    order by ${upwards ? Prisma.sql`m.id` : Prisma.sql`m.id desc`} limit ${pageSize + 1}`
  const { shown, ...places } = cutPage(rows, pageSize, place)
  return { lines: shown.map(lineOf), ...places }
}

/** Null when nothing can match. */
function conditionsOf({ search, state, kind }: MailFilters): Prisma.Sql[] | null {
  if (search && 'unreadable' in search) return null
  return [
    Prisma.sql`true`,
    ...(state ? [Prisma.sql`m.state = ${state}`] : []),
    ...(kind ? [Prisma.sql`m.kind = ${kind}`] : []),
    ...(search && 'reference' in search
      ? [Prisma.sql`m.submission_id = (select id from submission where reference = ${search.reference})`]
      : []),
    ...(search && 'code' in search ? [Prisma.sql`m.code = ${search.code}`] : []),
    ...(search && 'recipient' in search ? [sentTo(search.recipient)] : []),
  ]
}

// Letters about an entry are found through its address, which has an index; only letters about none are looked up by their own.
function sentTo(recipient: string): Prisma.Sql {
  return Prisma.sql`m.id in (
    select o.id from mail o join submission e on e.id = o.submission_id where e.email in (${recipient}, ${recipient.toLowerCase()})
    union all select o.id from mail o where o.submission_id is null and lower(o.recipient) = ${recipient.toLowerCase()})`
}

function placeOf(place: MailPlace): Prisma.Sql[] {
  if (!place) return []
  return ['older' in place ? Prisma.sql`m.id < ${place.older}::uuid` : Prisma.sql`m.id > ${place.newer}::uuid`]
}

function lineOf(row: Row): MailLine {
  const { id, kind, recipient, subject, attempts, reference } = row
  const fault = faultOf(row.last_error)
  return {
    id,
    kind,
    recipient,
    subject,
    state: stateOf(row.state),
    attempts,
    createdAt: row.created_at,
    sentAt: row.sent_at,
    fault,
    reference,
  }
}

function stateOf(stored: string): LetterState {
  const state = letterStates.find((known) => known === stored)
  if (!state) throw new Error(`unknown state ${stored} of a letter`)
  return state
}

/** One letter with its words, or null when there is none. */
export async function letterForStaff(actor: StaffActor, id: string): Promise<LetterView | null> {
  mustBeAllowed(actor, 'mail.see')
  const [row] = await db.$queryRaw<(Row & { locale: string; code: string; text: string; bytes: number })[]>`
    select ${columns}, m.locale, m.code, m.text, octet_length(m.html) as bytes
    from mail m left join submission s on s.id = m.submission_id where m.id = ${id}::uuid`
  if (!row) return null
  const whyNoText = row.text === '' ? 'emptied' : holdsCode(row.kind) ? 'code' : null
  return {
    ...lineOf(row),
    locale: row.locale,
    code: row.code,
    text: whyNoText ? null : withoutSecrets(row.text),
    whyNoText,
    bytes: row.bytes,
    lastError: row.last_error,
    canResend: row.state === 'failed' && row.text !== '',
  }
}

/** The HTML part of one letter as it was written, its secrets hidden; null when there is none to be seen. */
export async function htmlForStaff(actor: StaffActor, id: string): Promise<string | null> {
  mustBeAllowed(actor, 'mail.see')
  const mail = await db.mail.findUnique({ where: { id }, select: { kind: true, html: true } })
  return mail && mail.html !== '' && !holdsCode(mail.kind) ? withoutSecrets(mail.html) : null
}

/** What waits, what could not be sent, and since when. */
export async function outboxState(actor: StaffActor): Promise<OutboxState> {
  mustBeAllowed(actor, 'mail.see')
  const [row] = await db.$queryRaw<{ queued: number; failed: number; oldest: Date | null; sent: Date | null }[]>`
    select (select count(*)::int from (select from mail where state = 'queued' limit 1001) q) as queued,
      (select count(*)::int from (select from mail where state = 'failed' limit 1001) f) as failed,
      (select min(created_at) from mail where state = 'queued') as oldest,
      (select sent_at from mail where state = 'sent' order by id desc limit 1) as sent`
  return { queued: row?.queued ?? 0, failed: row?.failed ?? 0, oldestUnsentAt: row?.oldest ?? null, lastSentAt: row?.sent ?? null }
}
