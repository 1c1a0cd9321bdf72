import 'server-only'
import { z } from 'zod'
import { campaignId } from '#lib/campaign/schema.ts'
import { type Database, db, type Tx } from '#lib/foundation/db.ts'

const total = z.number().int().min(0)

/** The numbers of a season at one moment. `themes` and `languages` count the entries that could take part; an entry may have two themes. */
export const resultCounts = z.object({
  received: total,
  eligible: total,
  reviewed: total,
  selected: total,
  reserve: total,
  notSelected: total,
  reviews: total,
  reviewers: total,
  independentReviewers: total,
  themes: z.record(z.string(), total),
  languages: z.record(z.string(), total),
})
export type ResultCounts = z.infer<typeof resultCounts>

/** What the next release would say: how many decisions of each kind about entries that have no answer yet. */
export type ToSay = Readonly<{ selected: number; reserve: number; notSelected: number }>

/** Decisions about eligible entries, in one statement. */
export async function countToSay(tx: Tx | Database = db): Promise<ToSay> {
  const [row] = await tx.$queryRaw<ToSay[]>`
    select (count(*) filter (where d.outcome = 'selected'))::int as selected, (count(*) filter (where d.outcome = 'reserve'))::int as reserve,
      (count(*) filter (where d.outcome = 'not_selected'))::int as "notSelected"
    from decision d join submission s on s.id = d.submission_id where s.campaign_id = ${campaignId} and s.status = 'eligible'`
  return row ?? { selected: 0, reserve: 0, notSelected: 0 }
}

/**
 * The season as it stands, in one statement. Outcomes are those decided, released or not; what left since counts as received, and as
 * nothing else. What was set apart as spam counts nowhere, unless it takes part all the same.
 */
export async function countResults(tx: Tx | Database = db): Promise<ResultCounts> {
  const [row] = await tx.$queryRaw<{ counts: unknown }[]>`
    with entry as materialized (
      select s.id, s.status in ('eligible', 'selected', 'reserve', 'not_selected') as takes_part, s.story_language, d.outcome
      from submission s left join decision d on d.submission_id = s.id
      where s.campaign_id = ${campaignId} and (s.status in ('eligible', 'selected', 'reserve', 'not_selected')
        or not exists (select from spam_mark m where m.submission_id = s.id and m.undone_at is null))
    ), read as materialized (
      select r.submission_id, r.reviewer_id, u.independent from review r join staff_user u on u.id = r.reviewer_id join entry e on e.id = r.submission_id
      where r.completed_at is not null and e.takes_part
    )
    select json_build_object(
      'received', (select count(*) from entry),
      'eligible', (select count(*) from entry where takes_part),
      'reviewed', (select count(distinct submission_id) from read),
      'selected', (select count(*) from entry where takes_part and outcome = 'selected'),
      'reserve', (select count(*) from entry where takes_part and outcome = 'reserve'),
      'notSelected', (select count(*) from entry where takes_part and outcome = 'not_selected'),
      'reviews', (select count(*) from read),
      'reviewers', (select count(distinct reviewer_id) from read),
      'independentReviewers', (select count(distinct reviewer_id) from read where independent),
      'themes', (select coalesce(json_object_agg(theme, n), '{}') from (
        select theme, count(*) as n from entry e join survey_answers a on a.submission_id = e.id, unnest(a.themes) theme where e.takes_part group by 1) t),
      'languages', (select coalesce(json_object_agg(story_language, n), '{}') from (
        select story_language, count(*) as n from entry where takes_part group by 1) l)
    ) as counts`
  return resultCounts.parse(row?.counts)
}
