import path from 'node:path'
import { parseArgs } from 'node:util'
import pg from 'pg'
import { campaignId } from '#lib/campaign/schema.ts'
import { connect } from '#lib/foundation/db.ts'
import { env } from '#lib/foundation/env.ts'
import { postCheckOutcomes } from '#lib/submissions/post-checks/view.ts'
import { postPlatforms } from '#lib/submissions/post-url.ts'
import { ownDatabaseOf } from '#server/database.ts'
import { migrate } from '#server/migrate.ts'
import { ensurePostgres } from '#server/postgres.ts'
import { seedCampaign } from './campaign.ts'
import { sampleCountries, sampleLanguages, sampleStatuses } from './fill/texts.ts'
import { seasonOf } from './season.ts'

/** Entries written in one transaction. */
const batch = 50_000
const stampName = 'fill'

/** Every item as often as its share says, so that a number picks one. */
function spread<T>(shares: readonly (readonly [T, number])[]): T[] {
  return shares.flatMap(([item, share]) => Array.from({ length: share }, () => item))
}

/**
 * The sample entries `$1 + 1` to `$1 + $2`, the newest an hour old: everything is worked out from the number alone, so that filling again goes
 * on where it ended. References are a walk through all there are (the factor has no divisor in common with their number).
 */
const plan = `create temp table plan on commit drop as
  select n, hashint8extended(n, 1) as dice,
    (lpad(to_hex((extract(epoch from at) * 1000)::bigint), 12, '0') || '7' || substr(m, 1, 3) || '8' || substr(m, 4, 15))::uuid as id,
    'HB-' || l(r / 21870000000) || l(r / 729000000) || l(r / 24300000) || l(r / 810000) || '-' || l(r / 27000) || l(r / 900) || l(r / 30) || l(r) as reference,
    at, m, ($3::text[])[1 + h(n, 2, 1000)] as status, ($4::text[])[1 + h(n, 3, 100)] as language, ($5::text[])[1 + h(n, 4, cardinality($5::text[]))] as country,
    ($6::text[])[1 + h(n, 5, cardinality($6::text[]))] as platform, case when h(n, 6, 10) < 8 then ($7::text[])[1 + h(n, 7, cardinality($7::text[]))] end as outcome,
    case when h(n, 8, 10) = 0 then 'story-only' else 'open' end as region,
    case h(n, 9, 8) when 0 then array['learning'] when 1 then array['family'] when 2 then array['learning', 'family'] when 3 then array['challenge']
      when 4 then array['opportunity', 'community'] when 5 then array['community'] when 6 then array['family', 'challenge'] else array['other'] end as themes
  from (
    select n, md5('fill' || n) as m, (n * 4000000007::bigint) % 656100000000 as r,
      date_trunc('second', now()) - interval '1 hour' - (($8::bigint - n) * interval '2160 milliseconds') / greatest(1, $8::bigint / 1000000.0) as at
    from generate_series($1::bigint + 1, $1::bigint + $2::bigint) n
  ) numbers`

const helpers = `
  create function pg_temp.h(n bigint, salt int, most int) returns int language sql immutable as $$ select (abs(hashint8extended(n, salt)) % most)::int $$;
  create function pg_temp.l(r bigint) returns text language sql immutable as $$ select substr('23456789ABCDEFGHJKMNPQRSTVWXYZ', 1 + (r % 30)::int, 1) $$;
  create temp table sample_language (tag text primary key, opening text, sentences text[]);
  set session_replication_role = replica; set synchronous_commit = off; set statement_timeout = 0; set work_mem = '64MB'; set jit = off`

/** Written past the triggers, with everything a trigger would have seen to. */
const inserts = [
  `insert into submission (id, campaign_id, reference, idempotency_key, status, status_at, submitted_at, version, locale, country, platform, post_key, post_url,
     post_canonical, posted_at, post_soft, post_text, story, story_language, display_name, anonymous, email, phrase, needs)
   select id, '${campaignId}', reference, 'fill-' || n, status, at + interval '1 hour', at, 2, case when language in ('es', 'ar') then language else 'en' end,
     case when gone then 'ZZ' else country end, platform, case when gone then '' else platform || ':fill-' || n end,
     case when gone then '' else 'https://example.org/sample/' || n end, case when gone then '' else 'https://example.org/sample/' || n end,
     case when not gone then at - interval '2 hours' end, false, case when not gone and n % 3 <> 0 then 'Sample post. #HumansOfBinance' end,
     case when gone then '' else opening || ' ' || sentences[1 + pg_temp.h(n, 11, cardinality(sentences))] || ' ' || sentences[1 + pg_temp.h(n, 12, cardinality(sentences))]
       || ' ' || sentences[1 + pg_temp.h(n, 13, cardinality(sentences))] || ' sample' || substr(m, 1, 9) end,
     case when gone then 'und' else language end, case when gone then '' else 'Sample ' || n end, gone or n % 7 = 0,
     case when gone then '' else 'sample.' || substr(m, 1, 6) || '.' || n || '@example.' || (array['org', 'com', 'net'])[1 + n % 3] end, null, null
   from (select p.*, p.status = 'erased' as gone from plan p) p join sample_language s on s.tag = p.language`,
  `insert into survey_answers (submission_id, adult, affiliated, region, binance_user, themes, tools, others_shown)
   select id, true, false, region, (array['yes', 'no', 'private'])[1 + n % 3], themes, array['academy'], 'no' from plan where status <> 'erased'`,
  `insert into consent_event (id, submission_id, purpose, answer, text_hash, rules_version, locale, at)
   select gen_random_uuid(), id, purpose, case when purpose = 'film' then (array['yes', 'ask', 'no'])[1 + n % 3] else 'yes' end, repeat('0', 64),
     case when purpose = 'rules' then 1 end, 'en', at from plan, unnest(array['rules', 'reading', 'film']) purpose where status <> 'erased'`,
  `insert into entry_key (key_hash, submission_id, created_at) select encode(sha256(('fill' || n)::bytea), 'hex'), id, at from plan where status <> 'erased'`,
  `insert into status_change (id, submission_id, "from", "to", at, staff_id)
   select gen_random_uuid(), id, null, 'submitted', at, null from plan
   union all select gen_random_uuid(), id, 'submitted', status, at + interval '1 hour', case when status in ('withdrawn', 'erased') then null else $1::uuid end
   from plan where status <> 'submitted'`,
  `insert into screening (id, submission_id, outcome, rule, checklist, staff_id, at)
   select gen_random_uuid(), id, case status when 'needs_info' then 'question' when 'ineligible' then 'ineligible' else 'eligible' end,
     case when status = 'ineligible' then 'no-hashtag' end, '{"linkOpens":true,"hashtag":true,"insideWindow":true,"noSafetyWorry":true}', $1::uuid, at + interval '1 hour'
   from plan where status not in ('submitted', 'withdrawn', 'erased', 'disqualified')`,
  `insert into question (id, submission_id, body, asked_at, deadline_at, staff_id)
   select gen_random_uuid(), id, 'Sample question: who took the picture?', at + interval '1 hour', now() + interval '7 days', $1::uuid from plan where status = 'needs_info'`,
  `insert into post_check (id, submission_id, at, outcome) select gen_random_uuid(), id, at + interval '1 minute', outcome from plan where outcome is not null and status <> 'erased'`,
  `insert into mail (id, kind, recipient, locale, subject, text, html, code, submission_id, state, created_at, sent_at)
   select gen_random_uuid(), 'receipt', 'sample.' || n || '@example.org', 'en', 'Sample receipt', 'Sample receipt.', '<p>Sample receipt.</p>', 'FILL-' || n, id, 'sent', at, at
   from plan where status <> 'erased'`,
  `insert into audit_event (at, actor_kind, action, subject_kind, subject_id, data)
   select at, 'storyteller', 'submission.received', 'submission', id::text, jsonb_build_object('platform', platform, 'region', region) from plan`,
  `insert into entry_line (submission_id, submitted_at, tags)
   select id, at, array['s:' || status, 'l:' || case when gone then 'und' else language end, 'p:' || platform, 'c:' || case when gone then 'ZZ' else country end,
       'r:' || case when gone then 'none' else region end, 'o:' || case when status in ('submitted', 'needs_info') then 'open' else 'shut' end, 'm:main',
       'k:' || case when gone then 'none' else coalesce(outcome, 'none') end] || array(select 't:' || theme from unnest(themes) theme where not gone)
   from (select p.*, p.status = 'erased' as gone from plan p) p`,
]

/** Hangs the lines that have no link yet on the first chain: what the trigger does when a transaction commits. */
const chain = `do $$
declare
  e audit_event;
  before text := (select hash from audit_link where lane = 0 order by seq desc limit 1);
  number bigint := coalesce((select max(seq) from audit_link where lane = 0), 0);
  own text;
begin
  perform pg_advisory_xact_lock(481516234, 0);
  before := coalesce(before, repeat('0', 64));
  for e in select a.* from audit_event a where not exists (select from audit_link l where l.event_id = a.id) order by a.id loop
    number := number + 1;
    own := audit_hash(before, e);
    insert into audit_link (lane, seq, event_id, previous_hash, hash) values (0, number, e.id, before, own);
    before := own;
  end loop;
end $$`

/** Made anew after the words are in: a quarter of the time. */
const indexes = `set maintenance_work_mem = '256MB'; create index entry_words_words_idx on entry_words using gin (words);
  create index entry_words_mail_idx on entry_words using gin (mail gin_trgm_ops)`

/** Somebody who screened the sample entries and can never sign in. */
async function sampleReader(client: pg.Client): Promise<string> {
  const { rows } = await client.query<{ id: string }>(
    `insert into staff_user (id, email, name, role, removed_at) values (gen_random_uuid(), 'sample-reader@example.org', 'Sample reader', 'reviewer', now())
     on conflict (email) do update set name = excluded.name returning id`,
  )
  return rows[0]?.id ?? ''
}

async function fillBatch(client: pg.Client, reader: string, from: number, count: number, total: number): Promise<void> {
  const statuses = spread(Object.entries(sampleStatuses))
  const languages = spread(sampleLanguages.map(({ tag, share }) => [tag, share] as const))
  await client.query('begin')
  const planned = plan.replaceAll(/\b([hl])\(/g, 'pg_temp.$1(')
  await client.query(planned, [from, count, statuses, languages, sampleCountries, postPlatforms, postCheckOutcomes, total])
  for (const insert of inserts) await client.query(insert, insert.includes('$1') ? [reader] : [])
  await client.query(`insert into stamp (name, value) values ($1, $2) on conflict (name) do update set value = excluded.value`, [
    stampName,
    String(from + count),
  ])
  await client.query('commit')
}

/** Adds this many sample entries, whole as the site would have written them, and makes them searchable. */
async function fill(url: string, count: number, log: (line: string) => void): Promise<void> {
  const client = new pg.Client({ connectionString: url })
  await client.connect()
  await client.query(helpers)
  for (const { tag, opening, sentences } of sampleLanguages)
    await client.query('insert into sample_language values ($1, $2, $3)', [tag, opening, sentences])
  const { rows } = await client.query<{ value: string }>('select value from stamp where name = $1', [stampName])
  const before = Number(rows[0]?.value ?? 0)
  const reader = await sampleReader(client)
  for (let done = 0; done < count; done += batch) {
    await fillBatch(client, reader, before + done, Math.min(batch, count - done), before + count)
    log(`${Math.min(done + batch, count)} entries`)
  }
  await client.query(chain)
  log('recorded')
  await client.query('vacuum analyze')
  if (before > 0)
    await client.query('update entry_line set chunk = null, place = null, dirty = true; delete from entry_bits; delete from entry_chunk')
  while (await single(client, 'select seal_entries() as done')) {}
  log('sealed')
  await client.query('drop index entry_words_words_idx; drop index entry_words_mail_idx')
  while (await single(client, 'select word_entries(50000) as done')) log('made words searchable')
  await client.query(indexes)
  await client.query('vacuum analyze')
  await client.end()
}

async function single(client: pg.Client, query: string): Promise<number> {
  const { rows } = await client.query<{ done: number }>(query)
  return rows[0]?.done ?? 0
}

const { values } = parseArgs({ options: { entries: { type: 'string' }, season: { type: 'boolean', default: false } } })
const entries = Number(values.entries ?? (values.season ? 300 : 1000))
if (!Number.isSafeInteger(entries) || entries < 1) throw new Error('--entries takes a whole number, for example --entries 1000000')
const given = ownDatabaseOf(env())
const own = given ? null : await ensurePostgres({ dataDir: path.resolve(env().DATA_DIR), database: 'humans_of_binance' })
const address = given ?? own?.url ?? ''
const started = performance.now()
const say = (line: string) => process.stdout.write(`${((performance.now() - started) / 1000).toFixed(1)} s  ${line}\n`)
await migrate(address, say)
const database = connect(address)
await seedCampaign(database)
if (values.season) {
  const { reviews } = await seasonOf(database, { entries, reviewers: 8, harsh: true, lenient: true })
  say(`${entries} entries, ${reviews} reviews`)
}
await database.$disconnect()
if (!values.season) await fill(address, entries, say)
await own?.leave()
