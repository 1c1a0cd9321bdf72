import { beforeAll, expect, test } from 'vitest'
import { db } from '#lib/foundation/db.ts'
import { isReleased } from '#lib/stories/policy.ts'
import { currentStory, publishedStory, publishedTrack, releasedStories, schedule } from '#lib/stories/queries.ts'
import { trackKinds } from '#lib/stories/schema.ts'
import { seedStories } from '#prisma/seed/stories.ts'

const at = (text: string) => new Date(text)
const before = at('2025-09-09T23:59:59.999Z')
const release = at('2025-09-10T00:00:00.000Z')
const after = at('2026-01-01T00:00:00Z')
const captions = { kind: 'captions', language: 'en' } as const

beforeAll(async () => {
  await seedStories(db)
})

test('a story appears in the millisecond of its release and not before', async () => {
  expect((await releasedStories('en', before)).map(({ slug }) => slug)).toEqual(['luis'])
  expect((await releasedStories('en', release)).map(({ slug }) => slug)).toEqual(['luis', 'learning'])
  expect(await publishedStory('learning', 'en', before)).toBeNull()
  expect((await publishedStory('learning', 'en', release))?.title).toBe('Beginning again')
})

test('of a story that is not out a visitor learns its week and its instant only', async () => {
  expect(await schedule(before)).toEqual([
    { week: 2, releaseAt: at('2025-09-10T00:00:00Z') },
    { week: 3, releaseAt: at('2025-09-17T00:00:00Z') },
    { week: 4, releaseAt: at('2025-09-24T00:00:00Z') },
  ])
  expect(await schedule(release)).toHaveLength(2)
  const luis = await publishedStory('luis', 'en', before)
  expect([luis?.previous, luis?.next]).toEqual([null, null])
  expect(JSON.stringify([luis, await releasedStories('en', before)])).not.toMatch(/learning\/|Beginning again|story-learning/)
})

test('no track of a story that is not out is given away', async () => {
  expect(await publishedTrack('learning', captions, before)).toBeNull()
  expect(await publishedTrack('learning', captions, release)).toMatch(/^WEBVTT[\s\S]*Every skill starts/)
  expect(await publishedTrack('learning', { kind: 'captions', language: 'fr' }, release)).toBeNull()
  expect(await publishedTrack('nobody', captions, release)).toBeNull()
})

test('an unpublished story is gone from everywhere', async () => {
  await db.story.update({ where: { slug: 'hill' }, data: { unpublishedAt: at('2025-09-25T00:00:00Z') } })

  expect(await publishedStory('hill', 'en', after)).toBeNull()
  expect(await publishedTrack('hill', captions, after)).toBeNull()
  expect((await releasedStories('en', after)).map(({ slug }) => slug)).toEqual(['luis', 'learning', 'family'])
  await db.story.update({ where: { slug: 'hill' }, data: { unpublishedAt: null } })
})

test('a story unpublished before its hour is not announced either', async () => {
  await db.story.update({ where: { slug: 'hill' }, data: { unpublishedAt: at('2025-09-05T00:00:00Z') } })

  expect((await schedule(before)).map(({ week }) => week)).toEqual([2, 3])
  await db.story.update({ where: { slug: 'hill' }, data: { unpublishedAt: null } })
})

test('the rule in the database and the rule in the policy agree', async () => {
  const instants = ['2025-09-02T23:59:59.999Z', '2025-09-03T00:00:00.000Z', '2025-09-16T23:59:59.999Z', '2025-09-24T00:00:00.000Z'].map(at)
  const rows = await db.story.findMany({ orderBy: { week: 'asc' } })

  for (const now of instants) {
    const out = (await releasedStories('en', now)).map(({ slug }) => slug)
    expect(out).toEqual(rows.filter((row) => isReleased(row, now)).map(({ slug }) => slug))
  }
})

test('this week’s film is the one whose week is running; afterwards the debut returns', async () => {
  expect(await currentStory(at('2025-09-02T23:59:59.999Z'))).toBeNull()
  expect(await currentStory(before)).toEqual({ slug: 'luis', week: 1, running: true })
  expect(await currentStory(release)).toEqual({ slug: 'learning', week: 2, running: true })
  expect(await currentStory(at('2025-09-30T23:59:59.999Z'))).toEqual({ slug: 'hill', week: 4, running: true })
  expect(await currentStory(at('2025-10-01T00:00:00.000Z'))).toEqual({ slug: 'luis', week: 1, running: false })
})

test('a story is read in the language asked for, with every track', async () => {
  const luis = await publishedStory('luis', 'ar', after)

  expect(luis).toMatchObject({
    lang: 'ar',
    dir: 'rtl',
    title: 'لويس، 57 عامًا، يشارك ما يعرفه',
    storyteller: { name: 'لويس', age: 57, place: 'أمريكا اللاتينية' },
    captions: ['en', 'es', 'ar'],
    previous: null,
  })
  expect(luis?.next?.slug).toBe('learning')
  expect(luis?.transcript).toHaveLength(7)
  expect(luis?.tracks).toHaveLength(trackKinds.length * 3)
  expect(luis?.files.map(({ role, shape, path }) => `${role} ${shape} ${path}`)).toEqual([
    'film wide /films/luis/luis.mp4',
    'film portrait /films/luis/luis-9x16.mp4',
    'film wide /films/luis/luis.webm',
    'poster wide /art/story-luis-still.svg',
  ])
})

test('a story without a translation is shown in English and says so', async () => {
  await db.storyText.delete({ where: { storyId_locale: { storyId: await idOf('family'), locale: 'ar' } } })

  const [story, cards] = [await publishedStory('family', 'ar', after), await releasedStories('ar', after)]

  expect(story).toMatchObject({ lang: 'en', dir: 'ltr', title: 'Row by row' })
  expect(cards.map(({ lang }) => lang)).toEqual(['ar', 'ar', 'en', 'ar'])
})

test('the list narrows to a theme and to films with captions in a language', async () => {
  await db.storyTrack.delete({ where: { storyId_kind_language: { storyId: await idOf('learning'), kind: 'captions', language: 'es' } } })

  expect((await releasedStories('en', after, { theme: 'learning' })).map(({ slug }) => slug)).toEqual(['luis', 'learning'])
  expect((await releasedStories('en', after, { theme: 'learning', language: 'es' })).map(({ slug }) => slug)).toEqual(['luis'])
  expect(await releasedStories('en', after, { theme: 'community' })).toEqual([])
})

test('seeding again brings back what is missing and overwrites nothing', async () => {
  await db.story.delete({ where: { slug: 'hill' } })
  await db.storyText.update({
    where: { storyId_locale: { storyId: await idOf('luis'), locale: 'en' } },
    data: { title: 'Changed by an editor' },
  })

  await seedStories(db)

  const cards = await releasedStories('en', after)
  expect(cards.map(({ slug }) => slug)).toEqual(['luis', 'learning', 'family', 'hill'])
  expect(cards[0]?.title).toBe('Changed by an editor')
})

test('the database refuses an age on a film that shows nobody real', async () => {
  await expect(db.story.update({ where: { slug: 'family' }, data: { storytellerAge: 57 } })).rejects.toThrow()
})

async function idOf(slug: string): Promise<string> {
  return (await db.story.findUniqueOrThrow({ where: { slug }, select: { id: true } })).id
}
