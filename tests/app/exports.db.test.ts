import { parse } from 'csv-parse/sync'
import { beforeAll, expect, test } from 'vitest'
import { db } from '#lib/foundation/db.ts'
import { newId } from '#lib/foundation/ids.ts'
import type { StaffActor } from '#lib/staff/actor.ts'
import { startSession } from '#lib/staff/sessions.ts'
import { invited } from '#tests/factories/staff.ts'
import { sendEntry } from '#tests/factories/submissions.ts'
import { asFormPost } from '#tests/support/request.ts'

// After the request's surroundings, which it looks for when it loads.
const { GET, HEAD } = await import('#app/api/exports/[kind]/route.ts')

const kinds = ['submissions.csv', 'submissions.json', 'reviews.csv', 'awards.csv', 'audit.csv']

async function ask(actor: StaffActor | null, kind: string, variant: string | null = null, how = GET): Promise<Response> {
  const cookies: Record<string, string> = actor ? { 'hob-session': (await startSession(actor.id))?.token ?? '' } : {}
  const address = `http://localhost/api/exports/${kind}${variant === null ? '' : `?variant=${variant}`}`
  const { value } = await asFormPost(cookies, () => how(new Request(address), { params: Promise.resolve({ kind }) }))
  if (!value) throw new Error('no answer')
  return value
}

/** All bytes, also the mark at the front that `text()` leaves out. */
async function raw(answer: Response): Promise<string> {
  return new TextDecoder('utf-8', { ignoreBOM: true }).decode(await answer.arrayBuffer())
}

type Cells = Record<string, string>
const rowsOf = (text: string) => parse(text, { bom: true, columns: true, relaxQuotes: false, record_delimiter: '\r\n' }) as Cells[]

async function linesOf(actor: StaffActor) {
  const lines = await db.auditEvent.findMany({ where: { actorId: actor.id, subjectKind: 'export' }, orderBy: { id: 'asc' } })
  return lines.map(({ action, data }) => [action, data])
}

/** Texts that a table loses or a spreadsheet runs, where nobody looks after them. */
const hostile = [
  ...['=1+1', '+1', '-1', '@SUM(A1)', '\t=1+1', '\r=1+1', '\n=1+1', ' =1+1', '\u00a0=1+1', '\u200b=1+1', '\ufeff=1+1', '\u202e=1+1'],
  ...[
    '\uff1d1+1',
    '\uff0b1',
    '\uff0d1',
    '\uff20A1',
    '\u22121',
    '\ufe631',
    '=HYPERLINK("https://example.org","look")',
    "=cmd|' /C calc'!A0",
    '|x',
  ],
  ...[
    'a "quoted" word',
    '"',
    '""',
    'a,b;c',
    'two\nlines',
    'two\r\nlines',
    'ends in \\',
    '\\.',
    '\\N',
    'NULL',
    "o'clock",
    "'=1",
    '  blanks around  ',
  ],
  ...['🙂 e\u0301 👩‍👩‍👧‍👦', 'من اليمين إلى اليسار', '\u2067mixed\u2069 text', '示例，内容', 'end\n', '\u0001', '\u0002\u0001,"', '', ','],
]
const guarded = /^[\s\p{Cf}\p{Cc}\u00ad]*[=+\-@|\uff1d\uff0b\uff0d\uff20\u2212\ufe63\ufe62\ufe66\ufe6b]|^[\t\r\n]/u
const empty = { table: '', list: '' }

beforeAll(async () => {
  const admin = await invited('admin')
  Object.assign(empty, { table: await raw(await ask(admin, 'submissions.csv')), list: await raw(await ask(admin, 'submissions.json')) })
  for (const text of hostile) {
    const { id } = await sendEntry()
    await db.submission.update({ where: { id }, data: { story: text || ' ', displayName: text, postText: text, needs: text || null } })
  }
})

test('a table comes back as it was typed, cell by cell, and no cell of it is a formula', async () => {
  const answer = await ask(await invited('admin'), 'submissions.csv', 'full')
  const text = await raw(answer)

  expect(text.startsWith('\ufeffreference,')).toBe(true)
  expect(text.endsWith('\r\n')).toBe(true)
  const rows = rowsOf(text)
  expect(rows).toHaveLength(hostile.length)
  for (const [number, typed] of hostile.entries()) {
    const row = rows[number]
    const expected = guarded.test(typed) ? `'${typed}` : typed
    expect([number, row?.display_name, row?.post_text, row?.needs]).toEqual([number, expected, expected, expected])
  }
  expect(rows.flatMap((row) => Object.values(row)).filter((cell) => guarded.test(cell))).toEqual([])
})

test('a list in JSON holds every text exactly as it was typed', async () => {
  const answer = await ask(await invited('admin'), 'submissions.json', 'full')
  const rows = JSON.parse(await raw(answer)) as Record<string, string | null>[]

  expect(rows.map((row) => row.display_name)).toEqual(hostile)
  expect(rows.map((row) => row.post_text)).toEqual(hostile)
})

test('an empty table is its header, an empty list is a list', () => {
  expect(rowsOf(empty.table)).toEqual([])
  expect(empty.table.split('\r\n')).toHaveLength(2)
  expect(JSON.parse(empty.list)).toEqual([])
})

test('who may have what: for everybody else there is nothing here', async () => {
  const [admin, reviewer, editor] = [await invited('admin'), await invited('reviewer'), await invited('editor')]
  const statuses = async (actor: StaffActor | null, variant: string | null) => {
    const answers: number[] = []
    for (const kind of kinds) answers.push(await ask(actor, kind, variant).then((answer) => finish(answer)))
    return answers
  }

  expect(await statuses(null, null)).toEqual([404, 404, 404, 404, 404])
  expect(await statuses(editor, 'safe')).toEqual([404, 404, 404, 404, 404])
  expect(await statuses(reviewer, 'full')).toEqual([404, 404, 404, 404, 404])
  expect(await statuses(reviewer, 'safe')).toEqual([200, 200, 200, 404, 404])
  expect(await statuses(admin, 'full')).toEqual([200, 200, 200, 200, 200])
  expect(await statuses(admin, 'everything')).toEqual([404, 404, 404, 404, 404])
  expect((await ask(admin, 'people.csv')).status).toBe(404)
  expect(await linesOf(editor)).toEqual([])
})

test('the safe variant tells nothing about who wrote an entry, and of its words only those approved to be read blind', async () => {
  const [reviewer, admin] = [await invited('reviewer'), await invited('admin')]
  const planted = {
    name: 'Zebulina Quixworth',
    mail: 'zebulina@planted.example',
    story: 'marmalade-observatory',
    post: 'turnip-lighthouse',
  }
  const sent = await sendEntry({
    share: { country: 'TV' },
    post: {
      postUrl: 'https://www.reddit.com/r/planted_handle/comments/1n7zzzz/sample/',
      postText: `My post ${planted.post} #HumansOfBinance`,
    },
    story: { story: `A sample story about a ${planted.story}. ${'It goes on. '.repeat(12)}` },
    you: { displayName: planted.name, email: planted.mail, needs: 'pomegranate-corridor', phrase: 'cobalt heron' },
  })
  const made = { submissionId: sent.id, sourceVersion: 1, madeById: admin.id, madeAt: new Date(), postText: null }
  await db.blindCopy.create({ data: { ...made, id: newId(), number: 1, story: 'Not approved: Zebulina' } })
  const copies = async () => (await raw(await ask(reviewer, 'submissions.csv'))) + (await raw(await ask(reviewer, 'submissions.json')))

  const before = await copies()
  await db.blindCopy.create({
    data: { ...made, id: newId(), number: 2, story: 'A story without a name.', approvedById: reviewer.id, approvedAt: new Date() },
  })
  const after = await copies()

  expect(before).toContain(sent.reference)
  expect(after).toContain('A story without a name.')
  const secrets = [
    ...Object.values(planted),
    'Zebulina',
    'planted_handle',
    'reddit',
    ',TV,',
    '"TV"',
    'pomegranate',
    'cobalt heron',
    'example.org',
  ]
  for (const secret of secrets) expect([secret, (before + after).includes(secret)]).toEqual([secret, false])
  expect(await raw(await ask(admin, 'submissions.csv', 'full'))).toContain(planted.name)
  expect(await raw(await ask(admin, 'submissions.csv', 'full'))).not.toContain('cobalt heron')
})

test('every export is recorded: that it began, and how it ended, after how many rows', async () => {
  const admin = await invited('admin')
  const count = await db.submission.count()

  await raw(await ask(admin, 'submissions.csv', 'full'))
  await raw(await ask(admin, 'submissions.json'))
  await ask(admin, 'submissions.csv', 'full', HEAD)

  expect(await linesOf(admin)).toEqual([
    ['export.started', { kind: 'submissions', variant: 'full', shape: 'csv' }],
    ['export.finished', { kind: 'submissions', variant: 'full', shape: 'csv', rows: count }],
    ['export.started', { kind: 'submissions', variant: 'safe', shape: 'json' }],
    ['export.finished', { kind: 'submissions', variant: 'safe', shape: 'json', rows: count }],
  ])
})

test('who stops reading ends the query: its connection is given back, and the record says it was broken off', async () => {
  const admin = await invited('admin')
  await db.$executeRaw`update submission set story = repeat('Sample words that fill a lot of room. ', 900)`
  const copying = () =>
    db.$queryRaw<{ count: number }[]>`select count(*)::int as count from pg_stat_activity
      where datname = current_database() and query like 'copy (%' and state = 'active'`

  const body = (await ask(admin, 'submissions.csv', 'full')).body?.getReader()
  await body?.read()
  await body?.cancel()

  expect((await linesOf(admin)).map(([action]) => action)).toEqual(['export.started', 'export.aborted'])
  await expect.poll(async () => (await copying())[0]?.count).toBe(0)
})

test('a file has a name, a type, and is kept by nobody', async () => {
  const answer = await ask(await invited('admin'), 'audit.csv', 'full')
  await finish(answer)

  expect(answer.headers.get('content-type')).toBe('text/csv; charset=utf-8; header=present')
  expect(answer.headers.get('content-disposition')).toMatch(/^attachment; filename="humans-of-binance-audit-full-\d{4}-\d\d-\d\d\.csv"$/)
  expect(answer.headers.get('cache-control')).toBe('private, no-store')
})

test('the record as a table has every line with its seal', async () => {
  const admin = await invited('admin')
  const rows = rowsOf(await raw(await ask(admin, 'audit.csv', 'full')))

  expect(rows.length).toBeGreaterThanOrEqual((await db.auditEvent.count()) - 1)
  expect(rows.every((row) => /^[0-9a-f]{64}$/.test(row.hash ?? ''))).toBe(true)
  expect(rows.some((row) => row.staff === 'Sample admin')).toBe(true)
  expect(await raw(await ask(admin, 'audit.csv', 'safe'))).not.toContain('Sample admin')
})

/** Reads an answer to its end; its status. */
async function finish(answer: Response): Promise<number> {
  await answer.arrayBuffer()
  return answer.status
}
