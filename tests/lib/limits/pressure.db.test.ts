import { expect, onTestFinished, test, vi } from 'vitest'
import { connect, db } from '#lib/foundation/db.ts'
import { allow, allowEach, limits, permitKey } from '#lib/limits/allow.ts'
import { countSending, isPressed } from '#lib/limits/pressure.ts'

async function fill(key: string, seconds: number, hits: number): Promise<void> {
  await db.$executeRaw`insert into rate_limit (key, slot, hits) values (${key}, floor(extract(epoch from clock_timestamp()) / ${seconds}::int)::bigint, ${hits}::int)
    on conflict (key, slot) do update set hits = excluded.hits`
}

test('a quiet network is not pressed, a busy one is, before it is refused; its neighbour is not', async () => {
  expect(await isPressed(db, '203.0.113.1')).toBe(false)
  await fill(permitKey(limits.sendEntry, '203.0.113.1'), limits.sendEntry.seconds, 180)

  expect(await isPressed(db, '203.0.113.1')).toBe(true)
  expect(await allow(db, limits.sendEntry, '203.0.113.1')).toEqual({ allowed: true })
  expect(await isPressed(db, '203.0.113.2')).toBe(false)
})

test('asking whether somebody is pressed takes no permit', async () => {
  for (let n = 0; n < 5; n += 1) await isPressed(db, '203.0.113.3')

  expect(await db.rateLimit.count({ where: { key: permitKey(limits.sendEntry, '203.0.113.3') } })).toBe(0)
})

test('one sending in twenty is counted for the whole site, and enough of them press everybody', async () => {
  await countSending(db, 0.9)
  await countSending(db, 0.049)
  const key = permitKey(limits.sendSample, 'everybody')
  expect(await db.rateLimit.findMany({ where: { key }, select: { hits: true } })).toEqual([{ hits: 1 }])
  await fill(key, limits.sendSample.seconds, limits.sendSample.times)

  expect(await isPressed(db, '203.0.113.4')).toBe(true)
})

test('a sending that cannot be counted is no failure of the entry it made', async () => {
  const log = vi.spyOn(process.stderr, 'write').mockReturnValue(true)
  onTestFinished(() => log.mockRestore())

  await countSending(connect('postgresql://nobody@127.0.0.1:9/none'), 0)

  expect(String(log.mock.calls[0]?.[0])).toContain('sending.not-counted')
})

test('several permits are taken at once, each for itself and in order', async () => {
  const [few, many] = [
    { name: 'few', times: 1, seconds: 86_400 },
    { name: 'many', times: 100, seconds: 86_400 },
  ]
  await allow(db, few, 'a')

  const permits = await allowEach(db, [
    [many, 'a'],
    [few, 'a'],
    [few, 'b'],
  ])

  expect(permits.map(({ allowed }) => allowed)).toEqual([true, false, true])
})
