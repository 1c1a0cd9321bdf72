import 'server-only'
import { type EntryTerms, latestRules, type TermsRow, termsColumns, termsOf } from '#lib/campaign/queries.ts'
import { campaignId } from '#lib/campaign/schema.ts'
import { now } from '#lib/foundation/clock.ts'
import { db } from '#lib/foundation/db.ts'
import { pressing } from '#lib/limits/pressure.ts'
import { Prisma } from '#prisma/generated/client.ts'
import { type DraftRow, type DraftView, draftView } from './draft.ts'
import { draftHeldBy } from './draft-tokens.ts'

/** A draft, or null when there is none, and what holds for an entry from its country at this moment. */
export type ToSend = Readonly<{
  draft: DraftView | null
  terms: EntryTerms
  /** Whether so much is sent that a sending should cost `client` something; false when nobody asked. */
  isPressed: boolean
}>

type Row = TermsRow & { pressed: boolean } & (DraftRow | { [N in keyof DraftRow]: null })

const none = Prisma.sql`false`

/** All that the page of all answers and a sending have to know, in one read, so that it belongs together. */
export async function draftToSend(token: string | undefined, client?: string): Promise<ToSend> {
  const [row] = await db.$queryRaw<Row[]>`
    /* prepared */
    select ${termsColumns}, ${client === undefined ? none : pressing(client)} as pressed,
      d.id, d.locale, d.answers, d.signals, d.created_at, d.updated_at, d.reference
    from campaign c ${latestRules}
      left join (
        select draft.*, s.reference from draft left join submission s on s.draft_id = draft.id
        where draft.id = ${draftHeldBy(token ?? '')} and draft.expires_at > ${now()}) d on true
      left join region_policy p on p.campaign_id = c.id and p.country = d.answers->'share'->>'country'
    where c.id = ${campaignId}`
  return { draft: token && row && row.id !== null ? draftView(row) : null, terms: termsOf(row), isPressed: row?.pressed ?? false }
}
