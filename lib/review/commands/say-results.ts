import 'server-only'
import { campaignId } from '#lib/campaign/schema.ts'
import type { Tx } from '#lib/foundation/db.ts'
import { type Order, queueMails } from '#lib/mail/outbox.ts'
import type { StaffActor } from '#lib/staff/actor.ts'
import { newEntryUrls } from '#lib/submissions/entry-link.ts'
import { type Addressee, type ResultLetterKind, resultLetter } from '../selection/letters.ts'

/** Entries told in one round: their letters fit into one statement. */
const atOnce = 500

type Saying = Readonly<{ releaseId: string; actor: StaffActor; at: Date }>

/** Turns every decision about an eligible entry into its outcome, with its history and its letter: five statements for every 500 entries. */
export async function sayResults(tx: Tx, saying: Saying): Promise<void> {
  for (;;) {
    const told = await moveSome(tx, saying)
    if (told.length === 0) return
    const letters = told.map((entry) => ({ entry, locale: resultLetter(entry, '').locale }))
    const urls = await newEntryUrls(
      tx,
      letters.map(({ entry, locale }) => ({ id: entry.id, locale })),
      saying.at,
    )
    await queueMails(
      tx,
      told.map((entry) => orderOf(entry, urls.get(entry.id) ?? '')),
    )
  }
}

function orderOf(entry: Addressee, entryUrl: string): Order<ResultLetterKind> {
  const { kind, locale, values } = resultLetter(entry, entryUrl)
  return { kind, to: entry.email, locale, submissionId: entry.id, values }
}

/** Gives the next entries their outcome and history, marks their decisions as said, and returns whom to tell. */
async function moveSome(tx: Tx, { releaseId, actor, at }: Saying): Promise<readonly Addressee[]> {
  return tx.$queryRaw<Addressee[]>`
    with next as (
      select s.id, d.outcome, d.reasons from submission s join decision d on d.submission_id = s.id
      where s.campaign_id = ${campaignId} and s.status = 'eligible' order by s.submitted_at, s.id limit ${atOnce}::int
    ), moved as (
      update submission s set status = next.outcome, status_at = ${at}, version = s.version + 1 from next where s.id = next.id
      returning s.id, s.reference, s.locale, s.email, s.phrase, next.outcome, next.reasons
    ), history as (
      insert into status_change (id, submission_id, "from", "to", at, staff_id)
      select gen_random_uuid(), id, 'eligible', outcome, ${at}, ${actor.id}::uuid from moved
    ), said as (
      update decision d set release_id = ${releaseId}::uuid from moved where d.submission_id = moved.id
    )
    select m.id, m.reference, m.locale, m.email, m.phrase, m.outcome, m.reasons, coalesce(a.region = 'story-only', false) as "storyOnly",
      (select answer from consent_event c where c.submission_id = m.id and c.purpose = 'film' order by c.at desc, c.id desc limit 1) as film
    from moved m left join survey_answers a on a.submission_id = m.id`
}
