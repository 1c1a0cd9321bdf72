import type { ReactElement } from 'react'
import { renderToReadableStream } from 'react-dom/server.browser'
import { expect, test } from 'vitest'
import entryPage from '#app/[locale]/history/[id]/page.tsx'
import { GET } from '#app/[locale]/history/[id]/picture/route.ts'
import historyPage from '#app/[locale]/history/page.tsx'
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
  expect((await ask('en', id)).headers.get('cache-control')).toBe('public, max-age=300, must-revalidate')

  await db.historyClaim.update({ where: { id }, data: { takenDownAt: new Date(), takenDownWhy: 'sample' } })

  const gone = await ask('en', id)
  expect([gone.status, gone.headers.get('cache-control')]).toEqual([404, 'no-store'])
  expect(await shownEntries()).not.toContain(id)
})

test('every link to one entry leads to its page, its picture and back to its place', async () => {
  await seedHistory(db)
  const whole = await rendered(historyPage({ params: Promise.resolve({ locale: 'es' }), searchParams: Promise.resolve({}) }))
  const linked = [...whole.matchAll(/href="\/es\/history\/([\w-]+)"/g)]
    .map(([, id = '']) => id)
    .filter((id) => id !== 'facts' && id !== 'report')
  const shown = new Set(await shownEntries())

  const elsewhere = linked.filter((id) => !shown.has(id))
  expect(elsewhere.length).toBeGreaterThan(10)
  for (const id of elsewhere) {
    const page = await rendered(entryPage({ params: Promise.resolve({ locale: 'es', id }), searchParams: Promise.resolve({}) }))
    expect(page).toContain(`href="/es/history#${id}">Verlo en la historia completa<`)
    expect(whole).toContain(`id="${id}"`)
    expect(page).toContain(`href="/es/history/report?entry=${id}"`)
  }
  expect((await ask('es', elsewhere[0] ?? '')).status).toBe(200)
})

test('what an Arabic reader sees of a source is parted by Arabic commas', async () => {
  await seedHistory(db)
  const markup = await rendered(historyPage({ params: Promise.resolve({ locale: 'ar' }), searchParams: Promise.resolve({}) }))
  const lists = [...markup.matchAll(/<li>.*?<\/li>/g)]
    .map(([item]) => item.replaceAll('<!-- -->', ''))
    .filter((item) => item.includes('<bdi>'))

  expect(lists.length).toBeGreaterThan(50)
  expect(lists.filter((item) => !/<\/bdi>(<\/a>)?، <bdi>/.test(item) || /<\/(bdi|a)>,/.test(item))).toEqual([])
})

test('a row of the table has no page of its own', async () => {
  await seedHistory(db)
  const { id } = await db.historyClaim.findFirstOrThrow({ where: { placement: 'fact_table', publish: 'yes' }, select: { id: true } })

  expect(await historyEntry(id, 'en')).toBeNull()
})

async function rendered(element: Promise<ReactElement>): Promise<string> {
  const stream = await renderToReadableStream(await element)
  await stream.allReady
  return new Response(stream).text()
}
