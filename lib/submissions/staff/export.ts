import { campaignId } from '#lib/campaign/schema.ts'
import type { CopyShape } from '#lib/foundation/copy-out.ts'

type Column = Readonly<{ name: string; sql: string; isWords?: boolean }>

const day = (sql: string) => `to_char(${sql} at time zone 'UTC', 'YYYY-MM-DD')`
const moment = (sql: string) => `to_char(${sql} at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS"Z"')`
const list = (sql: string) => `array_to_string(${sql}, ' ')`
const lastCheck = '(select p.outcome from post_check p where p.submission_id = s.id order by p.at desc, p.id desc limit 1)'
const lastAnswer = (purpose: string) =>
  `(select e.answer from consent_event e where e.submission_id = s.id and e.purpose = '${purpose}' order by e.at desc, e.id desc limit 1)`

/** What tells nothing about who wrote an entry: the story only as it was approved to be read blind. */
const safe: readonly Column[] = [
  { name: 'reference', sql: 's.reference' },
  { name: 'status', sql: 's.status' },
  { name: 'received_on', sql: day('s.submitted_at') },
  { name: 'status_on', sql: day('s.status_at') },
  { name: 'story_language', sql: 's.story_language' },
  { name: 'themes', sql: list('a.themes') },
  { name: 'blind_story', sql: 'b.story', isWords: true },
  { name: 'blind_post_text', sql: 'b.post_text', isWords: true },
]

/** All we hold but what storytellers keep to themselves: their phrase. */
const full: readonly Column[] = [
  { name: 'reference', sql: 's.reference' },
  { name: 'status', sql: 's.status' },
  { name: 'status_at', sql: moment('s.status_at') },
  { name: 'received_at', sql: moment('s.submitted_at') },
  { name: 'country', sql: 's.country' },
  { name: 'region', sql: 'a.region' },
  { name: 'platform', sql: 's.platform' },
  { name: 'post_url', sql: 's.post_url', isWords: true },
  { name: 'posted_at', sql: moment('s.posted_at') },
  { name: 'post_check', sql: lastCheck },
  { name: 'post_text', sql: 's.post_text', isWords: true },
  { name: 'story', sql: 's.story', isWords: true },
  { name: 'story_language', sql: 's.story_language' },
  { name: 'themes', sql: list('a.themes') },
  { name: 'tools', sql: list('a.tools') },
  { name: 'binance_user', sql: 'a.binance_user' },
  { name: 'others_shown', sql: 'a.others_shown' },
  { name: 'display_name', sql: 's.display_name', isWords: true },
  { name: 'anonymous', sql: `case when s.anonymous then 'yes' else 'no' end` },
  { name: 'email', sql: 's.email', isWords: true },
  { name: 'mail_language', sql: 's.locale' },
  { name: 'needs', sql: 's.needs', isWords: true },
  { name: 'film', sql: lastAnswer('film') },
  { name: 'show_post', sql: lastAnswer('show-post') },
  { name: 'publish_name', sql: lastAnswer('publish-name') },
  { name: 'news', sql: lastAnswer('news') },
]

const joins = {
  safe: `left join lateral (select c.story, c.post_text from blind_copy c where c.submission_id = s.id and c.approved_at is not null and not c.outdated
    order by c.number desc limit 1) b on true`,
  full: '',
} as const

/** The query of all entries, the oldest first. As a table, words of people are cells that no spreadsheet runs; as JSON they are as they were typed. */
export function submissionsExport(variant: 'safe' | 'full', shape: CopyShape): string {
  const columns = variant === 'full' ? full : safe
  const values = columns.map(({ name, sql, isWords }) => `${isWords && shape === 'csv' ? `sheet_cell(${sql})` : sql} as ${name}`)
  const rows = `select ${values.join(', ')} from submission s left join survey_answers a on a.submission_id = s.id ${joins[variant]}
    where s.campaign_id = '${campaignId}' order by s.submitted_at, s.id`
  return shape === 'csv' ? rows : `select row_to_json(r) from (${rows}) r`
}
