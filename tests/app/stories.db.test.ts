import { statSync } from 'node:fs'
import type { ReactElement } from 'react'
import { renderToReadableStream } from 'react-dom/server.browser'
import { beforeAll, expect, test } from 'vitest'

// The clock stands in week one: three films are made and not out.
process.env.CAMPAIGN_NOW = '2025-09-05T12:00:00Z'

const { db } = await import('#lib/foundation/db.ts')
const { seedStories, films } = await import('#prisma/seed/stories.ts')
const { seedCampaign } = await import('#prisma/seed/campaign.ts')
const feed = await import('#app/feed.xml/route.ts')
const calendar = await import('#app/schedule.ics/route.ts')
const sitemap = await import('#app/sitemap.ts')
const list = await import('#app/[locale]/stories/page.tsx')
const page = await import('#app/[locale]/stories/[slug]/page.tsx')
const tracks = await import('#app/[locale]/stories/[slug]/tracks/[kind]/[language]/route.ts')

const hidden = films.slice(1)
const secrets = new RegExp(
  hidden
    .flatMap(({ slug, title, summary }) => [
      `stories/${slug}`,
      `films/${slug}`,
      `story-${slug}`,
      ...Object.values(title),
      ...Object.values(summary),
    ])
    .join('|'),
)

beforeAll(async () => {
  await seedCampaign(db)
  await seedStories(db)
})

test('the feed holds what is out and nothing of what is not', async () => {
  const response = await feed.GET(ask('/feed.xml'))
  const text = await response.text()

  expect([...text.matchAll(/<entry>\n<id>(.*?)<\/id>/g)].map((match) => match[1])).toEqual(['http://localhost:3000/stories/luis'])
  expect(text.match(/<link rel="enclosure" type="([^"]*)" length="(\d+)" href="([^"]*)"/)?.slice(1)).toEqual([
    'video/mp4',
    String(statSync('public/films/luis/luis.mp4').size),
    'http://localhost:3000/films/luis/luis.mp4',
  ])
  expect(text).not.toMatch(secrets)
})

test('the calendar holds every week, with titles of films that are out only', async () => {
  const text = (await (await calendar.GET(ask('/schedule.ics'))).text()).replaceAll('\r\n ', '')

  expect([...text.matchAll(/DTSTART:(\S+)/g)].map((match) => match[1])).toEqual([
    '20250903T000000Z',
    '20250910T000000Z',
    '20250917T000000Z',
    '20250924T000000Z',
  ])
  expect([...text.matchAll(/SUMMARY;LANGUAGE=en:(.*)\r/g)].map((match) => match[1])).toEqual([
    String.raw`Humans of Binance\, week 1: Luis\, 57\, shares what he knows`,
    String.raw`Humans of Binance\, week 2: a new film`,
    String.raw`Humans of Binance\, week 3: a new film`,
    String.raw`Humans of Binance\, week 4: a new film`,
  ])
  expect(text).not.toMatch(secrets)
})

test('feed and calendar speak the language that is asked for, about the same events', async () => {
  const [spanish, unknown] = await Promise.all(['es', 'xx'].map(async (lang) => (await feed.GET(ask(`/feed.xml?lang=${lang}`))).text()))
  expect(spanish).toContain('xml:lang="es"')
  expect(spanish).toContain('<id>http://localhost:3000/feed.xml?lang=es</id>')
  expect(spanish).toContain(`<title>${films[0]?.title.es}</title>`)
  expect(spanish).toContain('href="http://localhost:3000/es/stories/luis"')
  expect(unknown).toContain('xml:lang="en"')

  const [english, arabic] = await Promise.all(
    ['', '?lang=ar'].map(async (query) => (await (await calendar.GET(ask(`/schedule.ics${query}`))).text()).replaceAll('\r\n ', '')),
  )
  expect(arabic).toContain('SUMMARY;LANGUAGE=ar:Humans of Binance، الأسبوع 2: فيلم جديد')
  expect(arabic).toContain('URL:http://localhost:3000/ar/stories/luis')
  expect(arabic?.match(/UID:.*/g)).toEqual(english?.match(/UID:.*/g))
  for (const text of [spanish, arabic]) expect(text).not.toMatch(secrets)
})

test('the list announces the feed and the calendar in its own language', async () => {
  const { alternates } = await list.generateMetadata({ params: params({ locale: 'es' }), searchParams: params({}) })
  expect(alternates).toMatchObject({
    canonical: '/es/stories',
    types: { 'application/atom+xml': [{ url: '/feed.xml?lang=es', title: 'Humans of Binance: las películas' }] },
  })

  const markup = await rendered(list.default({ params: params({ locale: 'es' }), searchParams: params({}) }))
  expect(markup).toContain('href="/schedule.ics?lang=es"')
})

test('the site map names the stories that are out, in every language', async () => {
  const addresses = (await sitemap.default()).map(({ url }) => url)

  expect(addresses.filter((url) => url.includes('/stories/'))).toEqual([
    'http://localhost:3000/stories/luis',
    'http://localhost:3000/es/stories/luis',
    'http://localhost:3000/ar/stories/luis',
  ])
})

test('the site map describes a film in the language of its page, and says of one about nobody real that it is', async () => {
  const { slug = '', title, summary } = hidden[0] ?? {}
  const { releaseAt } = await db.story.findUniqueOrThrow({ where: { slug } })
  await db.story.update({ where: { slug }, data: { releaseAt: new Date('2025-09-04T00:00:00Z') } })
  const videos = (await sitemap.default()).filter(({ url }) => url.endsWith(slug)).map((page) => page.videos?.[0])
  const markup = await rendered(page.default({ params: params({ locale: 'es', slug }), searchParams: params({}) }))
  await db.storyText.deleteMany({ where: { locale: 'ar', story: { slug } } })
  const untranslated = await (await feed.GET(ask('/feed.xml?lang=ar'))).text()
  await db.story.update({ where: { slug }, data: { releaseAt } })

  expect(/<entry xml:lang="en">[\s\S]*?<summary>(.*?)<\/summary>/.exec(untranslated)?.[1]).toBe(
    `${summary?.en} Illustrative film: not a real person’s story.`,
  )
  expect(videos.map((video) => video?.title)).toEqual([title?.en, title?.es, title?.ar])
  expect(videos[1]?.description).toBe(`${summary?.es} Película ilustrativa: no es la historia de una persona real.`)
  const block = /<script type="application\/ld\+json">(.*?)<\/script>/.exec(markup)?.[1] ?? '{}'
  expect(JSON.parse(block).description).toBe(videos[1]?.description)
})

test('the list says when the other weeks come and nothing else of them', async () => {
  const markup = await rendered(list.default({ params: params({ locale: 'en' }), searchParams: params({}) }))

  expect([...markup.matchAll(/<time dateTime="([^"]*)"/g)].map((match) => match[1])).toEqual([
    '2025-09-03T00:00:00.000Z',
    '2025-09-10T00:00:00.000Z',
    '2025-09-17T00:00:00.000Z',
    '2025-09-24T00:00:00.000Z',
  ])
  expect(markup.match(/00:00 UTC/g)).toHaveLength(3)
  expect(markup).toContain('/art/week-2-unlit.svg')
  expect(markup).not.toMatch(secrets)
})

test('a page that is out says when the next film comes and not which', async () => {
  const markup = await rendered(page.default({ params: params({ locale: 'en', slug: 'luis' }), searchParams: params({}) }))

  expect(markup).toContain('Week 2 comes out on 10 September')
  expect(markup).not.toMatch(secrets)
})

test.each(['learning', 'nobody'])('the page of %s is the same “not found”', async (slug) => {
  const question = { params: params({ locale: 'en', slug }), searchParams: params({}) }
  const markup = await rendered(page.default(question))

  expect(markup).toContain('<meta name="hob-status" content="404"/>')
  expect(markup).not.toMatch(secrets)
  expect(await page.generateMetadata(question)).toEqual({})
})

test.each([
  ['luis', 'captions', 'ar', 200, 'text/vtt; charset=utf-8'],
  ['luis', 'transcript', 'es', 200, 'text/plain; charset=utf-8'],
  ['luis', 'captions', 'fr', 404, 'text/plain; charset=utf-8'],
  ['luis', 'secrets', 'en', 404, 'text/plain; charset=utf-8'],
  ['learning', 'captions', 'en', 404, 'text/plain; charset=utf-8'],
  ['learning', 'transcript', 'en', 404, 'text/plain; charset=utf-8'],
])('asked for %s, %s, %s the track answers %i', async (slug, kind, language, status, type) => {
  const request = new Request('http://localhost:3000/')

  const response = await tracks.GET(request, { params: params({ locale: 'en', slug, kind, language }) })

  expect([response.status, response.headers.get('content-type')]).toEqual([status, type])
  expect(response.headers.get('cache-control')).toBe(status === 200 ? 'public, max-age=60' : 'no-store')
  expect(await response.text()).not.toMatch(secrets)
})

test('a list with nothing in it is none, and before the first film it says so', async () => {
  const shown = (query: Record<string, string>) => rendered(list.default({ params: params({ locale: 'en' }), searchParams: params(query) }))

  const narrowed = await shown({ theme: 'family' })
  expect(narrowed).toContain('No stories match')
  expect(narrowed).not.toMatch(/class="frieze"|The first film is not out yet/)

  await db.story.updateMany({ data: { releaseAt: null } })
  const empty = await shown({})
  expect(empty).toContain('The first film is not out yet')
  expect(empty).not.toMatch(/class="frieze"/)

  await db.story.updateMany({ where: { week: 2 }, data: { releaseAt: new Date('2025-09-10T00:00:00Z') } })
  expect(await shown({})).toMatch(/The first film is not out yet.*class="frieze"/)
})

const ask = (path: string) => new Request(`http://localhost:3000${path}`)

function params<T>(values: T): Promise<T> {
  return Promise.resolve(values)
}

async function rendered(element: Promise<ReactElement>): Promise<string> {
  const stream = await renderToReadableStream(await element)
  await stream.allReady
  return new Response(stream).text()
}
