import 'server-only'
import { campaignId } from '#lib/campaign/schema.ts'
import { now } from '#lib/foundation/clock.ts'
import { db, type Tx } from '#lib/foundation/db.ts'
import { longDate } from '#lib/i18n/format.ts'
import { queueMailOnce } from '#lib/mail/outbox.ts'
import type { Status } from '../lifecycle.ts'
import { oneByOne } from './one-by-one.ts'
import { addressLetter } from './own-letter.ts'

/** Entries for which rules still matter. */
const active: readonly Status[] = ['submitted', 'needs_info', 'eligible', 'selected', 'reserve']

type Version = Readonly<{ number: number; publishedAt: Date }>

/**
 * Tells everybody who entered under an earlier version that the rules have a new one, which does not bind them: once for each entry and
 * version, however often this runs. Returns how many were told.
 */
export async function tellOfNewRules(): Promise<number> {
  const latest = await db.rulesVersion.findFirst({
    where: { campaignId, publishedAt: { lte: now() } },
    orderBy: { number: 'desc' },
    select: { number: true, publishedAt: true },
  })
  if (!latest || latest.number === 1) return 0
  return oneByOne({
    name: 'submissions.tell-of-rules',
    due: (database, after, limit) => database.$queryRaw<{ id: string }[]>`
      select s.id from submission s
      where s.campaign_id = ${campaignId} and s.status = any(${active}) and (${after}::uuid is null or s.id > ${after}::uuid)
        and not exists (select from mail m where m.once = ${letterName(latest)} || s.id)
        and (select c.rules_version from consent_event c where c.submission_id = s.id and c.purpose = 'rules'
             order by c.at desc, c.id desc limit 1) < ${latest.number}::int
      order by s.id limit ${limit}::int`,
    work: (tx, id) => tell(tx, id, latest),
  })
}

function letterName({ number }: Version): string {
  return `rules:${number}:`
}

async function tell(tx: Tx, id: string, latest: Version): Promise<boolean> {
  await tx.$queryRaw`select id from submission where id = ${id}::uuid for update`
  const entry = await tx.submission.findFirst({ where: { id, status: { in: [...active] } } })
  const given = await tx.consentEvent.findFirst({
    where: { submissionId: id, purpose: 'rules' },
    orderBy: [{ at: 'desc' }, { id: 'desc' }],
  })
  const once = `${letterName(latest)}${id}`
  if (!entry || !given?.rulesVersion || given.rulesVersion >= latest.number || (await tx.mail.count({ where: { once } })) > 0) return false
  const { envelope, known } = await addressLetter(tx, entry, now())
  const values = { ...known, version: latest.number, accepted: given.rulesVersion, date: longDate(envelope.locale, latest.publishedAt) }
  return queueMailOnce(tx, once, { ...envelope, kind: 'rules-changed', values })
}
