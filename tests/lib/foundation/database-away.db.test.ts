import { once } from 'node:events'
import { createServer } from 'node:http'
import { type AddressInfo, createServer as createSocketServer } from 'node:net'
import { expect, onTestFinished, test } from 'vitest'
import { isDatabaseAway } from '#lib/foundation/database-away.ts'
import { connect, db } from '#lib/foundation/db.ts'
import { env } from '#lib/foundation/env.ts'
import { noteDatabaseAway } from '#lib/foundation/request-id.ts'
import { openDoor } from '#server/door/door.ts'

const thrown = (work: Promise<unknown>) => work.catch((error: unknown) => error)

/** What came of work whose connections were all ended from outside while it ran. */
async function endedDuring(work: (database: ReturnType<typeof connect>) => Promise<unknown>): Promise<unknown> {
  const theirs = connect(env().DATABASE_URL ?? '')
  onTestFinished(() => theirs.$disconnect())
  const failed = work(theirs).then(
    () => 'nothing was thrown',
    (error: unknown) => error,
  )
  const name = "application_name <> 'content-changes' and query like '%a sample wait%' and pid <> pg_backend_pid()"
  await expect
    .poll(() => db.$queryRawUnsafe(`select pg_terminate_backend(pid)::text from pg_stat_activity where ${name}`), { timeout: 4_000 })
    .not.toHaveLength(0)
  return failed
}

test('a connection that ends from outside, within a transaction or not, and a server that is not there count as away', async () => {
  const wait = 'select pg_sleep(5)::text /* a sample wait */'
  const gone = connect('postgresql://nobody@127.0.0.1:9/none')

  const errors = [
    await endedDuring((theirs) => theirs.$queryRawUnsafe(wait)),
    await endedDuring((theirs) => theirs.$transaction((tx) => tx.$queryRawUnsafe(wait))),
    await thrown(gone.$queryRaw`select 1`),
    await thrown(gone.campaign.count()),
    await thrown(gone.$transaction((tx) => tx.campaign.count())),
  ]

  expect(errors.map((error) => [isDatabaseAway(error), String(error).slice(-80)])).toEqual(errors.map(() => [true, expect.anything()]))
})

test.each(['53300', '57014', '40P01', '40001', '55P03'])(
  'what the database gave up with %s may well work a little later, raw or not',
  async (code) => {
    const fail = `raise exception 'sample' using errcode = '${code}'`
    await db.$executeRawUnsafe(`create function fail_sample() returns trigger language plpgsql as $$ begin ${fail}; end $$`)
    await db.$executeRawUnsafe('create trigger fail_sample before insert on rate_limit for each row execute function fail_sample()')
    onTestFinished(async () => {
      await db.$executeRawUnsafe('drop function fail_sample cascade')
    })

    const errors = [
      await thrown(db.$executeRawUnsafe(`do $$ begin ${fail}; end $$`)),
      await thrown(db.rateLimit.create({ data: { key: 'sample', slot: 1, hits: 1 } })),
    ]

    expect(errors.map((error) => [isDatabaseAway(error), String(error).slice(-80)])).toEqual(errors.map(() => [true, expect.anything()]))
  },
)

test('a connection that is reset counts as away', async () => {
  const server = createSocketServer((socket) => socket.once('data', () => socket.resetAndDestroy())).listen(0, '127.0.0.1')
  onTestFinished(() => void server.close())
  await once(server, 'listening')
  const reset = connect(`postgresql://nobody@127.0.0.1:${(server.address() as AddressInfo).port}/none`)
  onTestFinished(() => reset.$disconnect())

  const errors = [await thrown(reset.$queryRaw`select 1`), await thrown(reset.campaign.count())]

  expect(errors.map((error) => [isDatabaseAway(error), String(error).slice(-80)])).toEqual(errors.map(() => [true, expect.anything()]))
})

test('a refusal of the database, a wrong statement and a fault of ours do not', async () => {
  const errors = [
    await thrown(db.$queryRaw`select 1 / 0`),
    await thrown(db.$queryRaw`select nothing from nowhere`),
    await thrown(db.campaign.update({ where: { id: 'no-such' }, data: {} })),
    new Error('connection'),
    new TypeError('undefined is not a function'),
    undefined,
  ]

  expect(errors.map(isDatabaseAway)).toEqual(errors.map(() => false))
})

test('a page that failed while the database was away says so, even when it is back already', async () => {
  const server = createServer(
    openDoor(async (request, response) => {
      if (request.url?.includes('away')) noteDatabaseAway()
      response.writeHead(500, { 'content-type': 'text/html' }).end('Internal Server Error')
    }, true),
  ).listen(0, '127.0.0.1')
  onTestFinished(() => void server.close())
  await once(server, 'listening')
  const ask = async (path: string) => {
    const answer = await fetch(`http://127.0.0.1:${(server.address() as AddressInfo).port}${path}`)
    return [answer.status, answer.headers.get('retry-after')]
  }

  expect(await Promise.all([ask('/share/away'), ask('/share/other')])).toEqual([
    [503, '30'],
    [500, null],
  ])
})
