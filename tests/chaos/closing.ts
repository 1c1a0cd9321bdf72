import pg from 'pg'
import type { Received } from '../fakes/smtp-sink.ts'

/** What people were told: references of entries, ids of awards and readings. */
export type Told = Readonly<{ references: ReadonlyMap<string, string>; awards: ReadonlySet<string>; reviews: ReadonlySet<string> }>
export type Line = Readonly<{ what: string; acknowledged: number; found: number; lost: number; doubled: number; half: number }>

const whole = `
  select s.reference, s.email,
    (select count(*) from survey_answers where submission_id = s.id)::int as survey,
    (select count(distinct purpose) from consent_event where submission_id = s.id and purpose in ('rules', 'reading', 'film'))::int as consents,
    (select count(*) from mail where submission_id = s.id and kind = 'receipt')::int as receipts,
    (select count(*) from entry_key where submission_id = s.id)::int as keys,
    (select count(*) from audit_event where subject_id = s.id::text and action = 'submission.received')::int as audits
  from submission s where s.email like 'chaos-%'`

type Row = Readonly<{ reference: string; email: string; survey: number; consents: number; receipts: number; keys: number; audits: number }>

/** Compares what was acknowledged with what is there. Every line has to have 0 in its last three numbers. */
export async function close(databaseUrl: string, told: Told, received: readonly Received[]): Promise<Line[]> {
  const client = new pg.Client({ connectionString: databaseUrl })
  await client.connect()
  try {
    const { rows } = await client.query<Row>(whole)
    return [entries(rows, told), receipts(rows, received), await awards(client, told), await reviews(client, told)]
  } finally {
    await client.end()
  }
}

function repeated(values: readonly string[]): number {
  return values.length - new Set(values).size
}

function entries(rows: readonly Row[], { references }: Told): Line {
  const found = new Set(rows.map(({ reference }) => reference))
  return {
    what: 'entries',
    acknowledged: references.size,
    found: rows.length,
    lost: [...references.values()].filter((reference) => !found.has(reference)).length,
    doubled: repeated(rows.map(({ email }) => email)) + repeated([...references.values()]),
    half: rows.filter((row) => row.survey !== 1 || row.consents < 3 || row.receipts !== 1 || row.keys < 1 || row.audits !== 1).length,
  }
}

/** A receipt may come twice only under one Message-ID, when its acknowledgement was lost. */
function receipts(rows: readonly Row[], received: readonly Received[]): Line {
  const idsOf = new Map<string, Set<string>>()
  for (const { to, raw } of received) {
    const id = /^Message-ID:\s*(\S+)/im.exec(raw)?.[1] ?? raw
    for (const address of to) if (address.startsWith('chaos-')) idsOf.set(address, (idsOf.get(address) ?? new Set()).add(id))
  }
  return {
    what: 'receipt mails',
    acknowledged: rows.length,
    found: idsOf.size,
    lost: rows.filter(({ email }) => !idsOf.has(email)).length,
    doubled: [...idsOf.values()].filter((ids) => ids.size > 1).length,
    half: 0,
  }
}

async function awards(client: pg.Client, told: Told): Promise<Line> {
  const { rows } = await client.query<{ id: string }>('select id from award')
  const { rows: wrong } = await client.query<{ wrong: number }>(
    `select (select count(*) from (select submission_id from award where state not in ('forfeited', 'cancelled') group by 1 having count(*) > 1) twice)::int as wrong`,
  )
  const { rows: sums } = await client.query<{ over: boolean }>(
    `select coalesce((select sum(units) from award where state not in ('forfeited', 'cancelled')), 0) > (select pool_units from campaign limit 1) as over`,
  )
  const found = new Set(rows.map(({ id }) => id))
  return {
    what: 'awards',
    acknowledged: told.awards.size,
    found: rows.length,
    lost: [...told.awards].filter((id) => !found.has(id)).length,
    doubled: wrong[0]?.wrong ?? 0,
    half: sums[0]?.over ? 1 : 0,
  }
}

async function reviews(client: pg.Client, told: Told): Promise<Line> {
  const { rows } = await client.query<{ assignment: string; scores: number; complete: boolean }>(
    `select a.id as assignment, (select count(*) from review_score where review_id = r.id)::int as scores, r.completed_at is not null as complete
     from assignment a join review r on r.submission_id = a.submission_id and r.reviewer_id = a.reviewer_id`,
  )
  const complete = new Set(rows.filter((row) => row.complete).map((row) => row.assignment))
  return {
    what: 'reviews',
    acknowledged: told.reviews.size,
    found: complete.size,
    lost: [...told.reviews].filter((id) => !complete.has(id)).length,
    doubled: 0,
    half: rows.filter(({ complete: is, scores }) => is && scores !== 5).length,
  }
}
