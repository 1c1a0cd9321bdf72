import 'server-only'
import { campaignId } from '#lib/campaign/schema.ts'
import { db } from '#lib/foundation/db.ts'
import { newId } from '#lib/foundation/ids.ts'
import type { Composed } from '#lib/mail/compose.ts'
import { manners } from '#lib/queue/enqueue.ts'
import { postCheckKey } from '../post-checks/order.ts'
import type { Answers } from '../schema.ts'
import type { Verdict } from '../spam.ts'
import { twinSearchKey } from '../twin-search.ts'

const checking = manners['submissions.check-post']
const searching = manners['submissions.find-twins']

type Consent = Readonly<{ purpose: string; answer: string; textHash: string; rulesVersion: number | null }>

/** Everything one entry consists of. */
export type NewEntry = Readonly<{
  id: string
  reference: string
  draft: Readonly<{ id: string; updatedAt: Date }>
  idempotencyKey: string
  at: Date
  /** The language of the form; mails are written in the one that was chosen for them. */
  locale: string
  region: 'open' | 'story-only'
  answers: Answers
  post: Readonly<{ platform: string; key: string; canonical: string; postedAt: Date | null; soft: boolean; contested: boolean }>
  consents: readonly Consent[]
  entryKeyHash: string
  /** What spoke for a program, and whether the entry stands apart because of it. */
  verdict: Verdict
  receipt: Readonly<{ code: string }> & Composed
}>

/**
 * Writes an entry with all that belongs to it in one statement: there is no moment at which a part of it exists. Every browser that
 * holds the draft gets its link. False, and nothing written, when one of its keys is taken, when the draft changed or was opened
 * elsewhere after it was read, or when the campaign closed meanwhile.
 */
export async function writeEntry(entry: NewEntry): Promise<boolean> {
  const { id, at, draft, post, receipt, verdict } = entry
  const { share, story, you } = entry.answers
  const mailId = newId()
  const rows = await db.$queryRaw<unknown[]>`
    /* prepared */
    with entry as (
      insert into submission (id, campaign_id, reference, draft_id, idempotency_key, status, status_at, submitted_at, locale, country, platform,
        post_key, post_url, post_canonical, posted_at, post_soft, post_text, story, story_language, display_name, anonymous, email, phrase, needs)
      select ${id}::uuid, c.id, ${entry.reference}, d.id, ${entry.idempotencyKey}, 'submitted', ${at}, ${at}, ${you.mailLanguage}, ${share.country}, ${post.platform},
        ${post.key}, ${entry.answers.post.postUrl}, ${post.canonical}, ${post.postedAt}::timestamptz, ${post.soft}::boolean, ${entry.answers.post.postText},
        ${story.story}, ${story.storyLanguage}, ${you.displayName}, ${you.anonymous}::boolean, ${you.email}, ${you.phrase}, ${you.needs}
      from campaign c join draft d on d.campaign_id = c.id
      where c.id = ${campaignId} and c.opens_at <= ${at} and (c.closes_at is null or c.closes_at > ${at})
        and d.id = ${draft.id}::uuid and d.updated_at = ${draft.updatedAt}
      for no key update of d
      on conflict do nothing
      returning id
    ), survey as (
      insert into survey_answers (submission_id, adult, affiliated, region, binance_user, themes, tools, others_shown)
      select id, ${share.adult === 'yes'}::boolean, ${share.affiliated === 'yes'}::boolean, ${entry.region}, ${share.binanceUser},
        ${story.themes}::text[], ${story.tools}::text[], ${story.othersShown} from entry
    ), consents as (
      insert into consent_event (id, submission_id, purpose, answer, text_hash, rules_version, locale, at)
      select given.id, entry.id, given.purpose, given.answer, given.text_hash, given.rules_version, ${entry.locale}, ${at}
      from entry, unnest(${entry.consents.map(() => newId())}::uuid[], ${entry.consents.map((consent) => consent.purpose)}::text[],
        ${entry.consents.map((consent) => consent.answer)}::text[], ${entry.consents.map((consent) => consent.textHash)}::text[],
        ${entry.consents.map((consent) => consent.rulesVersion)}::int[]) as given (id, purpose, answer, text_hash, rules_version)
    ), link as (
      insert into entry_key (key_hash, submission_id, created_at)
      select held.key_hash, entry.id, ${at} from entry, (
        select ${entry.entryKeyHash}::text as key_hash
        union select entry_key_hash from draft where id = ${draft.id}::uuid and entry_key_hash is not null
        union select entry_key_hash from draft_token where draft_id = ${draft.id}::uuid
      ) held
    ), spoken as (
      insert into entry_signals (submission_id, signals, score, at)
      select id, ${verdict.signals}::text[], ${verdict.score}::int, ${at} from entry where ${verdict.signals.length > 0}::boolean
    ), mark as (
      insert into spam_mark (submission_id, signals, score, at)
      select id, ${verdict.signals}::text[], ${verdict.score}::int, ${at} from entry where ${verdict.isSpam}::boolean
    ), change as (
      insert into status_change (id, submission_id, "to", at) select ${newId()}::uuid, id, 'submitted', ${at} from entry
    ), audit as (
      insert into audit_event (at, actor_kind, action, subject_kind, subject_id, data)
      select ${at}, 'storyteller', 'submission.received', 'submission', id::text,
        jsonb_build_object('platform', ${post.platform}::text, 'region', ${entry.region}::text)
          || case when ${post.contested}::boolean then '{"contested": true}' else '{}' end::jsonb from entry
    ), letter as (
      insert into mail (id, kind, recipient, locale, subject, text, html, code, submission_id, created_at)
      select ${mailId}::uuid, 'receipt', ${you.email}, ${you.mailLanguage}, ${receipt.subject}, ${receipt.text}, ${receipt.html}, ${receipt.code}, id, ${at} from entry
    )
    select (graphile_worker.add_job('mail.deliver', json_build_object('mailId', ${mailId}::text), job_key := ${`mail:${mailId}`}, max_attempts := 12)).id,
      (graphile_worker.add_job('submissions.check-post', json_build_object('submissionId', ${id}::text), job_key := ${postCheckKey(id)},
        queue_name := ${checking.queue}, priority := ${checking.priority}::int, max_attempts := ${checking.maxAttempts}::int)).id,
      (graphile_worker.add_job('submissions.find-twins', json_build_object('submissionId', ${id}::text), job_key := ${twinSearchKey(id)},
        queue_name := ${searching.queue}, priority := ${searching.priority}::int, max_attempts := ${searching.maxAttempts}::int)).id from entry`
  return rows.length > 0
}
