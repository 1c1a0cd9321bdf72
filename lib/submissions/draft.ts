import 'server-only'
import { campaignId } from '#lib/campaign/schema.ts'
import { now } from '#lib/foundation/clock.ts'
import { db } from '#lib/foundation/db.ts'
import { hashToken, newId, newToken } from '#lib/foundation/ids.ts'
import { Refusal } from '#lib/foundation/refusal.ts'
import { defaultLocale, type Locale, localeOf } from '#lib/i18n/locales.ts'

export { consentTexts } from './consent.ts'

import { draftHeldBy, entryKeyHashOf } from './draft-tokens.ts'
import { type Answers, type DraftAnswers, readAnswers, type ShareAnswers, type Step, steps } from './schema.ts'
import type { Signal } from './spam.ts'

export const draftDays = 30

const dayMs = 86_400_000

export type DraftView = Readonly<{
  id: string
  locale: Locale
  answers: DraftAnswers
  /** The hash of the rules that held when they were accepted; missing before. */
  acceptedRules?: string
  /** The first step without accepted answers, or the page where all of them are checked. */
  nextStep: Step | 'check'
  sent: Readonly<{ reference: string }> | null
  updatedAt: Date
  startedAt: Date
  /** What spoke for a program so far. Never shown to whoever holds the draft. */
  signals: readonly string[]
}>

/**
 * Keeps the first accepted answers for 30 days. The token is shown once and stays with the browser; we keep its hash.
 * Refuses ('share.not-eligible') answers of somebody who may not enter: of them nothing is stored.
 */
export async function startDraft(
  input: Readonly<{ locale: Locale; share: ShareAnswers; signals?: readonly Signal[] }>,
): Promise<{ token: string }> {
  refuseIneligible(input.share)
  const [token, at, id] = [newToken(), now(), newId()]
  const expiresAt = new Date(at.getTime() + draftDays * dayMs)
  await db.$executeRaw`
    with started as (
      insert into draft (id, campaign_id, token_hash, entry_key_hash, locale, answers, signals, created_at, updated_at, expires_at)
      values (${id}::uuid, ${campaignId}, ${hashToken(token)}, ${entryKeyHashOf(token)}, ${input.locale}, ${JSON.stringify({ share: input.share })}::jsonb, ${input.signals ?? []}::text[], ${at}, ${at}, ${expiresAt})
    )
    insert into audit_event (at, actor_kind, action, subject_kind, subject_id) values (${at}, 'storyteller', 'draft.started', 'draft', ${id})`
  return { token }
}

/** What a query for a draft gives. */
export type DraftRow = {
  id: string
  locale: string
  answers: unknown
  signals: string[]
  created_at: Date
  updated_at: Date
  reference: string | null
}

/** The draft this token opens, or null when there is none, or its 30 days are over. */
export async function draftOf(token: string | undefined): Promise<DraftView | null> {
  if (!token) return null
  const [row] = await db.$queryRaw<DraftRow[]>`
    /* prepared */
    select d.id, d.locale, d.answers, d.signals, d.created_at, d.updated_at, s.reference
    from draft d left join submission s on s.draft_id = d.id
    where d.id = ${draftHeldBy(token)} and d.expires_at > ${now()}`
  return row ? draftView(row) : null
}

/** A draft as a query gave it. */
export function draftView(row: DraftRow): DraftView {
  const answers = readAnswers(row.answers)
  const acceptedRules = acceptedRulesOf(row.answers)
  return {
    id: row.id,
    locale: localeOf(row.locale) ?? defaultLocale,
    answers,
    ...(acceptedRules !== null && { acceptedRules }),
    nextStep: steps.find((step) => !answers[step]) ?? 'check',
    sent: row.reference ? { reference: row.reference } : null,
    updatedAt: row.updated_at,
    startedAt: row.created_at,
    signals: row.signals,
  }
}

// Beside the answers to the permissions stands which rules they were given with.
const rulesKept = 'rulesHash'

function acceptedRulesOf(stored: unknown): string | null {
  const permissions: unknown = (stored as Record<string, unknown>).permissions
  const hash = typeof permissions === 'object' && permissions !== null ? (permissions as Record<string, unknown>)[rulesKept] : null
  return typeof hash === 'string' ? hash : null
}

/**
 * Keeps the answers of one step, of the permissions with the rules that hold now; those of the others stay. `first` is true when the draft had
 * no answers to it before. What is kept here is sent: of a step and a sending at the same time, either the entry has these answers or this refuses.
 * Refuses 'draft.missing', 'draft.sent' and 'share.not-eligible'.
 */
export async function saveStep<S extends Step>(
  token: string,
  step: S,
  answers: Answers[S],
  signals: readonly Signal[] = [],
): Promise<{ first: boolean }> {
  if (step === 'share') refuseIneligible(answers as ShareAnswers)
  const at = now()
  const [saved] = await db.$queryRaw<{ had: boolean }[]>`
    /* prepared */
    with held as (
      select d.id, jsonb_exists(d.answers, ${step}) as had from draft d
      where d.id = ${draftHeldBy(token)} and d.expires_at > ${at}
      for no key update
    )
    update draft d set updated_at = ${at}, answers = d.answers || jsonb_build_object(${step}::text, ${JSON.stringify(answers)}::jsonb
        || case when ${step === 'permissions'}::boolean then jsonb_build_object(${rulesKept}::text,
          (select hash from rules_version v where v.campaign_id = d.campaign_id order by v.number desc limit 1)) else '{}' end),
      signals = array(select distinct unnest(d.signals || ${signals}::text[]) order by 1)
    from held where d.id = held.id and not draft_is_sent(held.id) returning held.had`
  if (!saved) throw new Refusal((await draftOf(token)) ? 'draft.sent' : 'draft.missing')
  return { first: !saved.had }
}

/**
 * Forgets that the holder of this draft may enter, because they have answered otherwise since: it cannot be sent before they answer again. What
 * they wrote stays, as a wrong answer may have been a slip. Does nothing to a draft that was sent.
 */
export async function forgetEligibility(token: string | undefined): Promise<void> {
  if (!token) return
  await db.$executeRaw`
    with held as (select d.id from draft d where d.id = ${draftHeldBy(token)} for no key update)
    update draft d set answers = d.answers - 'share', updated_at = ${now()} from held where d.id = held.id and not draft_is_sent(held.id)`
}

function refuseIneligible(share: ShareAnswers): void {
  if (share.adult !== 'yes' || share.affiliated !== 'no') throw new Refusal('share.not-eligible')
}
