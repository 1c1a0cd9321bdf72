import 'server-only'
import { record } from '#lib/audit/record.ts'
import { campaignId } from '#lib/campaign/schema.ts'
import { now } from '#lib/foundation/clock.ts'
import { db, type Tx } from '#lib/foundation/db.ts'
import { longDate } from '#lib/i18n/format.ts'
import { queueMail } from '#lib/mail/outbox.ts'
import { system } from '#lib/staff/actor.ts'
import { newContinueUrl } from '../continue-links.ts'
import { readAnswers } from '../schema.ts'
import { oneByOne } from './one-by-one.ts'

/** How long before the end of a draft its storyteller is told. */
export const warnDays = 7

const dayMs = 86_400_000
const deletedAtOnce = 500

/**
 * Tells each storyteller whose address is known that their draft ends within seven days, with a link that goes on with it: once for each
 * draft, and not while entries are closed. Returns how many were told.
 */
export function warnDrafts(): Promise<number> {
  const at = now()
  const until = new Date(at.getTime() + warnDays * dayMs)
  return oneByOne({
    name: 'submissions.warn-drafts',
    due: (database, after, limit) => database.$queryRaw<{ id: string }[]>`
      select d.id from draft d join campaign c on c.id = d.campaign_id
      where d.expires_at > ${at} and d.expires_at <= ${until} and d.warned_at is null and d.answers #>> '{you,email}' is not null
        and c.opens_at <= ${at} and (c.closes_at is null or c.closes_at > ${at})
        and not exists (select from submission s where s.draft_id = d.id) and (${after}::uuid is null or d.id > ${after}::uuid)
      order by d.id limit ${limit}::int`,
    work: (tx, id) => warn(tx, id, at),
  })
}

async function warn(tx: Tx, id: string, at: Date): Promise<boolean> {
  const [held] = await tx.$queryRaw<{ expires_at: Date; answers: unknown }[]>`
    select d.expires_at, d.answers from draft d
    where d.id = ${id}::uuid and d.warned_at is null and not exists (select from submission s where s.draft_id = d.id) for update`
  const you = held && readAnswers(held.answers).you
  if (!held || !you) return false
  const locale = you.mailLanguage
  const { url } = await newContinueUrl(tx, { id, expiresAt: held.expires_at }, { locale, at })
  await tx.draft.update({ where: { id }, data: { warnedAt: at } })
  const values = { url, phrase: you.phrase, date: longDate(locale, held.expires_at) }
  await queueMail(tx, { kind: 'draft-expiring', to: you.email, locale, values })
  await record(tx, { actor: system, action: 'draft.warned', subject: { kind: 'draft', id }, at })
  return true
}

/** Deletes drafts whose time is over, with their links; an entry that was sent from one stays. Returns how many went. */
export async function deleteDrafts(): Promise<number> {
  const at = now()
  let deleted = 0
  for (let gone = deletedAtOnce; gone === deletedAtOnce; deleted += gone) gone = await db.$transaction((tx) => deleteSome(tx, at))
  return deleted
}

async function deleteSome(tx: Tx, at: Date): Promise<number> {
  const drafts = await tx.$executeRaw`
    delete from draft where id in (select id from draft where expires_at <= ${at} limit ${deletedAtOnce}::int for update skip locked)`
  const subject = { kind: 'campaign', id: campaignId } as const
  if (drafts > 0) await record(tx, { actor: system, action: 'retention.applied', subject, at, data: { drafts } })
  return drafts
}
