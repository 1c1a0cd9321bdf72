import { beforeAll, expect, test } from 'vitest'
import { db } from '#lib/foundation/db.ts'
import { screenSubmission } from '#lib/submissions/commands/screen.ts'
import { listAddress, type Query, readFilters, readPlace } from '#lib/submissions/staff/filters.ts'
import { entryPage } from '#lib/submissions/staff/list.ts'
import { sealEntries } from '#lib/submissions/staff/seal.ts'
import { invited } from '#tests/factories/staff.ts'
import { openCampaign, sendEntry } from '#tests/factories/submissions.ts'

const count = 1300

/** Many entries at once, past the triggers: no test waits for that many forms. */
async function pour(): Promise<void> {
  await openCampaign()
  await db.$transaction([
    db.$executeRaw`set local session_replication_role = replica`,
    db.$executeRaw`create temp table poured on commit drop as
      select n, gen_random_uuid() as id, now() - n * interval '1 minute' as at from generate_series(1, ${count}::int) n`,
    db.$executeRaw`insert into submission (id, campaign_id, reference, idempotency_key, status, status_at, submitted_at, locale, country, platform, post_key,
        post_url, post_canonical, post_soft, story, story_language, display_name, anonymous, email)
      select id, 'humans-of-binance', 'HB-' || translate(lpad(n::text, 4, '2'), '01', 'XY') || '-' || translate(lpad((n * 7 % 10000)::text, 4, '3'), '01', 'XY'),
        'poured-' || n, (array['submitted', 'eligible', 'needs_info'])[1 + n % 3], at, at, 'en', (array['PT', 'KE'])[1 + n % 2],
        (array['x', 'reddit', 'vk'])[1 + n % 3], 'x:' || n, 'https://example.org', 'https://example.org', false,
        'A sample story number ' || n || case when n % 997 = 0 then ' with a walrus' else '' end || case when n % 500 = 0 then ' 我学习了新的东西' else '' end,
        (array['en', 'es', 'pt', 'is'])[1 + n % 4], 'Sample', false, 'sample.' || n || '@example.org' from poured`,
    db.$executeRaw`insert into survey_answers (submission_id, adult, affiliated, region, binance_user, themes, tools, others_shown)
      select id, true, false, case when n % 5 = 0 then 'story-only' else 'open' end, 'no', case when n % 2 = 0 then array['learning', 'family'] else array['other'] end,
        array['saving'], 'no' from poured`,
    db.$executeRaw`insert into entry_line (submission_id, submitted_at, tags) select id, at, entry_tags(id) from poured`,
  ])
}

beforeAll(async () => {
  await pour()
  await sealEntries()
})

type Plain = { reference: string; tags: string[] }

/** All lines as they are, the newest first, without any of the means that make them cheap to find. */
function allLines(): Promise<Plain[]> {
  return db.$queryRaw<Plain[]>`select s.reference, entry_tags(s.id) as tags from submission s order by s.submitted_at desc, s.id desc`
}

const asked: readonly Query[] = [
  { status: 'all' },
  {},
  { status: 'needs_info', theme: 'other' },
  { status: 'all', language: 'is', platform: 'vk', theme: 'learning', region: 'story-only' },
  { status: 'eligible', country: 'KE', language: 'es' },
  { status: 'selected' },
  { status: 'all', language: 'pt', theme: 'other', country: 'PT' },
]
const tagsAsked = (query: Query) => {
  const { status = 'submitted', theme, language, platform, region, country } = query as Record<string, string | undefined>
  const all = { s: status === 'all' ? undefined : status, t: theme, l: language, p: platform, r: region, c: country }
  return Object.entries(all).flatMap(([letter, value]) => (value ? [`${letter}:${value}`] : []))
}

/** Walks the whole list both ways, and compares it with the plain one. */
async function compare(): Promise<void> {
  const admin = await invited('admin')
  const lines = await allLines()
  for (const query of asked) {
    const fits = lines.filter(({ tags }) => tagsAsked(query).every((tag) => tags.includes(tag))).map(({ reference }) => reference)
    const filters = readFilters(query)
    const walked: string[] = []
    let page = await entryPage(admin, filters, null)
    expect([query, page.total]).toEqual([query, Math.min(fits.length, 501)])
    for (;;) {
      walked.push(...page.lines.map(({ reference }) => reference))
      if (!page.older) break
      const there = readPlace(Object.fromEntries(new URL(listAddress(filters, { older: page.older }), 'http://x').searchParams))
      page = await entryPage(admin, filters, there)
    }
    expect([query, walked]).toEqual([query, fits])
    const back: string[] = [...page.lines.map(({ reference }) => reference)]
    while (page.newer) {
      page = await entryPage(admin, filters, { newer: page.newer })
      back.unshift(...page.lines.map(({ reference }) => reference))
    }
    expect([query, back]).toEqual([query, fits])
  }
}

test('a list of sealed and of new entries is the list of all, whatever is asked for and whichever way it is walked', {
  timeout: 60_000,
}, async () => {
  const [sealed] = await db.$queryRaw<{ lines: number; waiting: number }[]>`
    select count(*) filter (where not dirty)::int as lines, count(*) filter (where dirty)::int as waiting from entry_line`
  expect(sealed?.lines).toBeGreaterThan(900)
  expect(sealed?.waiting).toBeGreaterThan(100)
  await compare()
})

test('what changes after it was sealed is found as it is now, before and after it is sealed again', { timeout: 60_000 }, async () => {
  await db.$executeRaw`update submission set status = 'eligible' where right(reference, 1) in ('4', '7') and status = 'submitted'`
  await db.$executeRaw`update submission set story_language = 'fr', country = 'FR' where right(reference, 1) = '5'`
  await db.$executeRaw`update survey_answers set themes = array['challenge'] where submission_id in (select id from submission where right(reference, 1) = '6')`

  await compare()
  await sealEntries()
  const [left] = await db.$queryRaw<{ count: number }[]>`select count(*)::int as count from entry_line where dirty and chunk is not null`
  expect(left?.count).toBe(0)
  await compare()
})

test('an entry that comes later than its time is in its place all the same', { timeout: 60_000 }, async () => {
  const { id } = await sendEntry()
  await db.$executeRaw`update submission set submitted_at = now() - interval '900 minutes 30 seconds' where id = ${id}::uuid`
  await sealEntries()

  await compare()
})

test('words are found whether their entry is indexed or not: rare, common, of scripts without spaces, and only the ones it has now', async () => {
  const admin = await invited('admin')
  const found = async (q: string, more: Query = {}) =>
    (await entryPage(admin, readFilters({ status: 'all', q, ...more }), null)).lines.length

  expect(await found('walrus')).toBe(1)
  expect(await found('walrus', { language: 'xx', status: 'all', country: 'IS' })).toBe(0)
  expect(await found('story sample number')).toBe(25)
  expect(await found('学习')).toBe(2)
  expect(await found('学了')).toBe(0)
  expect(await found('sample.1299@')).toBe(1)
  expect(await found('mple.12')).toBe(25)
  expect(await found("'; drop table submission; --")).toBe(0)
  expect(await found('\\ & | ! <-> :* ( " ')).toBe(0)
  const { id, reference } = await sendEntry()
  await db.submission.update({ where: { id }, data: { story: 'A sample story about a heron.' } })
  expect(await found('heron')).toBe(1)
  await sealEntries()
  expect(await found('heron')).toBe(1)
  await db.submission.update({ where: { id }, data: { story: 'A sample story about a kettle.' } })
  expect([await found('heron'), await found('kettle')]).toEqual([0, 1])
  expect((await entryPage(admin, readFilters({ q: 'kettle' }), null)).lines[0]?.reference).toBe(reference)
})

test('two people who change different things about one entry at once both stand in what it is found by', async () => {
  const [admin, reviewer] = [await invited('admin'), await invited('reviewer')]
  for (let round = 0; round < 10; round += 1) {
    const { id, reference } = await sendEntry()
    const checklist = { linkOpens: true, hashtag: true, insideWindow: true, noSafetyWorry: true }
    await Promise.all([
      screenSubmission(admin, { outcome: 'eligible', version: 1, note: null, checklist, reference }),
      db.safetyFlag.create({ data: { id: crypto.randomUUID(), submissionId: id, raisedById: reviewer.id, raisedAt: new Date() } }),
      db.postCheck.create({ data: { id: crypto.randomUUID(), submissionId: id, at: new Date(), outcome: 'private' } }),
    ])

    const [line] = await db.$queryRaw<{ tags: string[]; now: string[] }[]>`
      select tags, entry_tags(submission_id) as now from entry_line where submission_id = ${id}::uuid`
    expect(line?.tags).toEqual(line?.now)
    expect(line?.tags).toEqual(expect.arrayContaining(['s:eligible', 'f:open', 'k:private']))
  }
})
