import { expect, test } from 'vitest'
import { GET } from '#app/[locale]/history/[id]/picture/route.ts'
import { db } from '#lib/foundation/db.ts'
import { historyEntry, shownEntries } from '#lib/history/queries.ts'
import { seedHistory } from '#prisma/seed/history.ts'

const ask = (locale: string, id: string) => GET(new Request('http://localhost/'), { params: Promise.resolve({ locale, id }) })

test('every entry that is shown has a page and a picture of its own; what is held back has neither', async () => {
  await seedHistory(db)
  const shown = await shownEntries()
  const hidden = await db.historyClaim.findFirstOrThrow({ where: { publish: { in: ['no', 'hold'] } }, select: { id: true } })

  expect(shown.length).toBeGreaterThan(20)
  expect(await historyEntry(hidden.id, 'en')).toBeNull()
  expect((await ask('en', hidden.id)).status).toBe(404)
  expect((await ask('en', 'nothing')).status).toBe(404)

  for (const locale of ['en', 'ar']) {
    const answer = await ask(locale, shown[0] ?? '')
    const picture = Buffer.from(await answer.arrayBuffer())
    expect([answer.headers.get('content-type'), picture.toString('latin1', 1, 4)]).toEqual(['image/png', 'PNG'])
    expect([picture.readUInt32BE(16), picture.readUInt32BE(20)]).toEqual([1200, 630])
  }
})

test('an entry that is taken down loses its picture at once', async () => {
  await seedHistory(db)
  const [id = ''] = await shownEntries()
  expect((await ask('en', id)).status).toBe(200)

  await db.historyClaim.update({ where: { id }, data: { takenDownAt: new Date(), takenDownWhy: 'sample' } })

  expect((await ask('en', id)).status).toBe(404)
  expect(await shownEntries()).not.toContain(id)
})
