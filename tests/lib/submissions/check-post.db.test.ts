import { type JobHelpers, Logger, runOnce } from 'graphile-worker'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { db } from '#lib/foundation/db.ts'
import { recordPostCheck } from '#lib/submissions/commands/check-post.ts'
import { orderPostCheck } from '#lib/submissions/post-checks/order.ts'
import { lastPostCheck } from '#lib/submissions/post-checks.ts'
import { handlers } from '#lib/worker/handlers.ts'
import { invited } from '#tests/factories/staff.ts'
import { samplePostUrl, sendEntry } from '#tests/factories/submissions.ts'
import { type FakeNetworks, fakeNetworks, sentTo, xSays } from '#tests/fakes/networks.ts'

let fake: FakeNetworks

beforeEach(async () => {
  fake = await fakeNetworks()
})
afterEach(() => fake.trap.close())

const endpoint = 'publish.x.com/oembed'
const nowhere = 'https://nobody.example/@sample/115000000000000000'

const check = (id: string, lastTry = false) => recordPostCheck(id, { bases: fake.bases, lastTry, timeoutMs: 1_000 })

const checksOf = (submissionId: string) => db.postCheck.findMany({ where: { submissionId }, orderBy: { id: 'asc' } })

async function outcomesOf(submissionId: string): Promise<string[]> {
  return (await checksOf(submissionId)).map(({ outcome, detail }) => `${outcome} ${detail}`)
}

const jobsOf = (submissionId: string) => db.$queryRaw<object[]>`
  select task_identifier, queue_name, priority, max_attempts from graphile_worker.jobs where key = ${`check-post:${submissionId}`}`

/** Everything of an entry but its checks. */
const entryItself = (id: string) =>
  db.submission.findUniqueOrThrow({ where: { id }, include: { survey: true, changes: true, consents: true, mails: true, questions: true } })

test('receiving an entry orders one check of its post, behind all mail', async () => {
  const { id } = await sendEntry()

  expect(await jobsOf(id)).toStrictEqual([
    { task_identifier: 'submissions.check-post', queue_name: 'post-checks', priority: 10, max_attempts: 25 },
  ])
})

test('a check that is ordered again before it began is done once', async () => {
  const { id } = await sendEntry()

  await db.$transaction((tx) => orderPostCheck(tx, id))

  expect(await jobsOf(id)).toHaveLength(1)
})

test('a post that is there is recorded with what the network says of it, and the entry does not change', async () => {
  const { id } = await sendEntry()
  const before = await entryItself(id)
  fake.say(endpoint, xSays('My story <a href="https://twitter.com/hashtag/x">#HumansOfBinance</a>'))

  expect(await check(id)).toBe('recorded')

  expect(await checksOf(id)).toStrictEqual([
    {
      id: expect.any(String),
      submissionId: id,
      at: expect.any(Date),
      outcome: 'found-with-hashtag',
      detail: null,
      title: 'My story #HumansOfBinance',
      author: 'Sample storyteller',
      resolvedKey: null,
      resolvedUrl: null,
    },
  ])
  expect(await entryItself(id)).toStrictEqual(before)
  expect(fake.trap.requests()).toHaveLength(1)
})

test('staff see the last check, and none as long as none has ended', async () => {
  const admin = await invited('admin')
  const { id } = await sendEntry()
  expect(await lastPostCheck(admin, id)).toBeNull()
  fake.say(endpoint, xSays('No tag'))
  await check(id)
  fake.say(endpoint, { status: 404 })
  await check(id)

  expect(await lastPostCheck(admin, id)).toStrictEqual({
    outcome: 'not-found',
    detail: null,
    at: expect.any(Date),
    title: null,
    author: null,
    leadsTo: null,
  })
  expect(await outcomesOf(id)).toStrictEqual(['found-without-hashtag null', 'not-found null'])
})

test('who published a post is shown only to who may see the person, and nothing to who may not read entries', async () => {
  const { id } = await sendEntry()
  fake.say(endpoint, xSays('My story #HumansOfBinance', 'Sample Name'))
  await check(id)

  expect(await lastPostCheck(await invited('admin'), id)).toMatchObject({ title: 'My story #HumansOfBinance', author: 'Sample Name' })
  const seen = await lastPostCheck(await invited('reviewer'), id)
  expect(seen?.outcome).toBe('found-with-hashtag')
  expect(JSON.stringify(seen)).not.toContain('Sample Name')
  await expect(lastPostCheck(await invited('editor'), id)).rejects.toMatchObject({ code: 'staff.forbidden' })
})

test('an unreachable network is tried again, and recorded when the tries are used up', async () => {
  const { id } = await sendEntry()
  fake.say(endpoint, { status: 503 })

  await expect(check(id)).rejects.toThrow('unreachable server-error')
  expect(await checksOf(id)).toStrictEqual([])

  expect(await check(id, true)).toBe('recorded')
  expect(await outcomesOf(id)).toStrictEqual(['unreachable server-error'])
})

test('an answer that we refuse to read is recorded at once', async () => {
  const { id } = await sendEntry()
  fake.say(endpoint, { body: 'a'.repeat(300_000) })

  expect(await check(id)).toBe('recorded')
  expect(await outcomesOf(id)).toStrictEqual(['unreachable too-large'])
})

test('without a network that is said once and tried again, and nothing else changes', async () => {
  const { id } = await sendEntry({ post: { postUrl: nowhere } })
  const before = await entryItself(id)
  const offline = () => recordPostCheck(id, { bases: {} })

  await expect(offline()).rejects.toThrow('not-checkable-yet dns')
  await expect(offline()).rejects.toThrow('not-checkable-yet dns')

  expect(await outcomesOf(id)).toStrictEqual(['not-checkable-yet dns'])
  expect(await entryItself(id)).toStrictEqual(before)
  await recordPostCheck(id, { bases: {}, lastTry: true })
  expect(await outcomesOf(id)).toStrictEqual(['not-checkable-yet dns', 'unreachable dns'])
})

test('a short link that leads to a post of another entry is shown to staff and refuses nobody', async () => {
  const postUrl = samplePostUrl()
  const other = await sendEntry({ post: { postUrl }, you: { email: 'one@example.org' } })
  const { id } = await sendEntry({ post: { postUrl: 'https://t.co/sample1' }, you: { email: 'two@example.org' } })
  const third = await sendEntry({ post: { postUrl: 'https://t.co/sample2' }, you: { email: 'three@example.org' } })
  for (const code of ['sample1', 'sample2']) fake.say(`t.co/${code}`, sentTo(postUrl.replace('/i/', '/somebody/')))
  fake.say(endpoint, xSays('My story #HumansOfBinance'))

  await check(third.id)
  expect(await check(id)).toBe('recorded')

  const last = await lastPostCheck(await invited('reviewer'), id)
  expect(last?.outcome).toBe('found-with-hashtag')
  expect(last?.leadsTo).toStrictEqual({ url: postUrl, postedAt: expect.any(Date), alsoIn: [other.reference, third.reference] })
  expect((await entryItself(id)).status).toBe('submitted')
})

test('what was learnt about a link that changed meanwhile is dropped', async () => {
  const { id } = await sendEntry()
  fake.say(endpoint, async (_, response) => {
    await db.submission.update({ where: { id }, data: { postUrl: samplePostUrl() } })
    response.writeHead(404).end()
  })

  expect(await check(id)).toBe('nothing-to-do')
  expect(await checksOf(id)).toStrictEqual([])
})

test('no transaction is open while the network is asked', async () => {
  const { id } = await sendEntry()
  let open: number | undefined
  fake.say(endpoint, async (_, response) => {
    const [row] = await db.$queryRaw<{ count: number }[]>`
      select count(*)::int as count from pg_stat_activity where datname = current_database() and state like 'idle in transaction%'`
    open = row?.count
    response.writeHead(404).end()
  })

  await check(id)

  expect(open).toBe(0)
})

test('nobody is asked about an entry that was erased, that does not exist or whose link cannot be read', async () => {
  const { id } = await sendEntry()
  await db.submission.update({ where: { id }, data: { postUrl: 'none' } })
  expect(await check(id)).toBe('nothing-to-do')
  await db.submission.update({ where: { id }, data: { postUrl: samplePostUrl(), status: 'erased' } })

  expect(await check(id)).toBe('nothing-to-do')
  expect(await check('0193a000-0000-7000-8000-000000000000')).toBe('nothing-to-do')
  expect(fake.trap.connections()).toBe(0)
})

test('checks are added and never changed, go with their entry, and hold to the closed lists', async () => {
  const { id } = await sendEntry()
  fake.say(endpoint, { status: 404 })
  await check(id)
  const [row] = await checksOf(id)
  if (!row) throw new Error('no check')
  const another = { ...row, id: '0193a000-0000-7000-8000-000000000001' }

  await expect(db.$executeRaw`update post_check set outcome = 'private' where id = ${row.id}::uuid`).rejects.toThrow('append-only')
  await expect(db.postCheck.create({ data: { ...another, outcome: 'maybe' } })).rejects.toThrow('post_check_outcome')
  await expect(db.postCheck.create({ data: { ...another, detail: 'Two words' } })).rejects.toThrow('post_check_detail')
  await expect(db.postCheck.create({ data: { ...another, resolvedKey: 'x:1' } })).rejects.toThrow('post_check_resolved')
  expect((await db.postCheck.deleteMany({ where: { submissionId: id } })).count).toBe(1)
})

test('the handler of the job reads its payload and knows its last try', async () => {
  const { id } = await sendEntry({ post: { postUrl: nowhere } })
  const run = (attempts: number, payload: object) =>
    handlers['submissions.check-post'](payload, { job: { attempts, max_attempts: 25 } } as unknown as JobHelpers)

  await expect(run(1, { submissionId: 'x' })).rejects.toThrow()
  await expect(run(1, { submissionId: id })).rejects.toThrow('not-checkable-yet')
  await run(25, { submissionId: id })

  expect(await outcomesOf(id)).toStrictEqual(['not-checkable-yet dns', 'unreachable dns'])
})

test('the queue runs checks one after the other, tries a failed one later and is not held up by it', async () => {
  await db.$executeRaw`delete from graphile_worker._private_jobs`
  const failing = await sendEntry({ post: { postUrl: nowhere }, you: { email: 'one@example.org' } })
  const silent = await sendEntry({ post: { postUrl: 'https://t.me/sample/43' }, you: { email: 'two@example.org' } })

  await runOnce({
    connectionString: process.env.DATABASE_URL ?? '',
    logger: new Logger(() => () => {}),
    taskList: { 'submissions.check-post': handlers['submissions.check-post'] },
  })

  const jobs = () => db.$queryRaw<object[]>`
    select key, attempts, last_error, run_at > now() as later from graphile_worker.jobs where task_identifier = 'submissions.check-post'`
  // A job that is done may be taken off the queue a moment after the run has ended.
  await expect
    .poll(jobs, { timeout: 10_000 })
    .toStrictEqual([{ key: `check-post:${failing.id}`, attempts: 1, last_error: 'not-checkable-yet dns', later: true }])
  expect(await outcomesOf(failing.id)).toStrictEqual(['not-checkable-yet dns'])
  expect(await outcomesOf(silent.id)).toStrictEqual(['not-checkable no-endpoint'])
})
