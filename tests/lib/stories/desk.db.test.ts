import { setTimeout as pause } from 'node:timers/promises'
import { beforeAll, expect, test } from 'vitest'
import { setStop } from '#lib/campaign/commands/stop.ts'
import { now } from '#lib/foundation/clock.ts'
import { db } from '#lib/foundation/db.ts'
import { newId } from '#lib/foundation/ids.ts'
import { Refusal } from '#lib/foundation/refusal.ts'
import { publicMedia, registerMedia } from '#lib/media/files.ts'
import type { StaffActor } from '#lib/staff/actor.ts'
import { cancelSchedule, returnStory, scheduleStory, unpublishStory } from '#lib/stories/commands/publish.ts'
import { restoreRevision } from '#lib/stories/commands/restore.ts'
import { createStory, saveStory } from '#lib/stories/commands/save.ts'
import type { Part } from '#lib/stories/editing/content.ts'
import { storiesOnDesk, storyOnDesk, storyRevision } from '#lib/stories/editing/queries.ts'
import { publishedStory, publishedTrack, releasedStories } from '#lib/stories/queries.ts'
import { seedStories } from '#prisma/seed/stories.ts'
import { invited } from '#tests/factories/staff.ts'
import { openCampaign } from '#tests/factories/submissions.ts'

let editor: StaffActor
let count = 0

beforeAll(async () => {
  await seedStories(db)
  await openCampaign()
  editor = await invited('editor')
})

const captions = 'WEBVTT\n\n00:00.000 --> 00:02.000\nA sample line\n'
const words = (title: string) => ({ title, summary: 'A sample summary.', pictureText: 'A sample picture.', name: null, place: null })
const text = (title: string, locale: 'en' | 'es' | 'ar' = 'en') => ({ part: 'text', locale, value: words(title) }) as const satisfies Part
const minutes = (count: number) => new Date(now().getTime() + count * 60_000)

/** A new story nobody has written yet. */
async function begun(): Promise<{ id: string; slug: string }> {
  count += 1
  const slug = `sample-${count}`
  const facts = { slug, week: 30 + count, kind: 'illustrative', theme: 'family', language: 'en', age: null } as const
  return { id: await createStory(editor, facts), slug }
}

async function save(storyId: string, part: Part, base?: number): Promise<number> {
  return saveStory(editor, { storyId, part, base: base ?? (await storyOnDesk(editor, storyId))?.head ?? 0 })
}

/** A story with all it needs, in English. Returns where its film lies. */
async function whole(): Promise<{ id: string; slug: string; film: string }> {
  const story = await begun()
  const sha256 = newId().replaceAll('-', '').repeat(2)
  const film = `${sha256.slice(0, 2)}/${sha256}.mp4`
  await db.$transaction((tx) => registerMedia(tx, [{ path: film, sha256, bytes: 10, type: 'video/mp4' }]))
  const size = { shape: 'wide', width: 1280, height: 720, bytes: 10 } as const
  await save(story.id, text('A sample title'))
  await save(story.id, { part: 'transcript', locale: 'en', value: [{ at: 0, says: 'A sample line' }] })
  await save(story.id, { part: 'captions', locale: 'en', value: captions })
  const poster = { role: 'poster', ...size, path: `/art/story-${story.slug}-still.svg`, mediaType: 'image/svg+xml' } as const
  const files = [{ role: 'film', ...size, path: `/media/${film}`, mediaType: 'video/mp4' } as const, poster]
  await save(story.id, { part: 'film', value: { durationSeconds: 2, files } })
  return { ...story, film }
}

async function desk(id: string) {
  const story = await storyOnDesk(editor, id)
  if (!story) throw new Error('The story is gone')
  return story
}

async function refusalOf(work: Promise<unknown>): Promise<Refusal> {
  const error = await work.then(
    () => null,
    (thrown: unknown) => thrown,
  )
  if (error instanceof Refusal) return error
  throw new Error(`expected a refusal, got ${error}`)
}

test('what was scheduled goes live at its instant, not a draft saved later; before it nothing is public', async () => {
  const { id, slug, film } = await whole()
  const { head, version } = await desk(id)
  const at = minutes(10)
  await scheduleStory(editor, { storyId: id, number: head, releaseAt: at, version })
  await save(id, text('A later draft'))

  const before = new Date(at.getTime() - 1)
  expect(await publishedStory(slug, 'en', before)).toBeNull()
  expect((await releasedStories('en', before)).map((story) => story.slug)).not.toContain(slug)
  expect(await publishedTrack(slug, { kind: 'captions', language: 'en' }, before)).toBeNull()
  expect(await publicMedia(film)).toBeNull()
  expect(await publishedStory(slug, 'en', at)).toMatchObject({ title: 'A sample title' })
  expect(await publishedTrack(slug, { kind: 'captions', language: 'en' }, at)).toBe(captions)
  expect((await db.mediaFile.findUnique({ where: { path: film } }))?.publicFrom).toEqual(at)
  expect(await desk(id)).toMatchObject({ state: 'scheduled', hasNews: true, publicNumber: head })
})

test('an instant is taken away again, and the story is nobody’s to see at its time', async () => {
  const { id, slug, film } = await whole()
  const { head, version } = await desk(id)
  await scheduleStory(editor, { storyId: id, number: head, releaseAt: minutes(10), version })
  await cancelSchedule(editor, { storyId: id, version: version + 1 })

  expect(await publishedStory(slug, 'en', minutes(20))).toBeNull()
  expect((await db.mediaFile.findUnique({ where: { path: film } }))?.publicFrom).toBeNull()
  expect(await desk(id)).toMatchObject({ state: 'draft', releaseAt: null, publicNumber: null })
})

test.each([
  ['cancelled', 'story.moved', (id: string, version: number) => cancelSchedule(editor, { storyId: id, version })],
  [
    'put off',
    'story.out',
    (id: string, version: number) => scheduleStory(editor, { storyId: id, number: 5, releaseAt: minutes(10), version }),
  ],
])('a story that comes out while it waits to be %s stays out', async (_, code, step) => {
  const { id, slug } = await whole()
  const { head, version } = await desk(id)
  const at = new Date(now().getTime() + 2_000)
  await scheduleStory(editor, { storyId: id, number: head, releaseAt: at, version })
  const waiting = await db.$transaction(async (tx) => {
    await tx.$queryRaw`select id from story where id = ${id}::uuid for update`
    const asked = Promise.allSettled([step(id, version + 1)])
    await pause(at.getTime() - now().getTime() + 50)
    return { asked }
  })

  expect(await waiting.asked).toMatchObject([{ status: 'rejected', reason: { code } }])
  expect(await publishedStory(slug, 'en', now())).not.toBeNull()
})

test('a story that is out is taken back and shown again, and both are recorded', async () => {
  const { id, slug, film } = await whole()
  const { head, version } = await desk(id)
  await scheduleStory(editor, { storyId: id, number: head, releaseAt: null, version })
  expect(await publishedStory(slug, 'en', now())).not.toBeNull()
  expect(await publicMedia(film)).not.toBeNull()

  await unpublishStory(editor, { storyId: id, version: version + 1, reason: 'A sample reason' })
  expect(await publishedStory(slug, 'en', now())).toBeNull()
  expect(await publicMedia(film)).toBeNull()
  expect((await desk(id)).state).toBe('unpublished')

  await returnStory(editor, { storyId: id, version: version + 2 })
  expect(await publishedStory(slug, 'en', now())).not.toBeNull()
  expect(await publicMedia(film)).not.toBeNull()
  const record = await db.auditEvent.findMany({ where: { subjectId: id }, orderBy: { id: 'asc' }, select: { action: true } })
  expect(record.map(({ action }) => action)).toEqual(['story.scheduled', 'story.unpublished', 'story.returned'])
})

test('while publishing is stopped nothing is put before visitors, and taking back still works', async () => {
  const admin = await invited('admin')
  const [{ id }, out] = [await whole(), await whole()]
  const { head, version } = await desk(id)
  await scheduleStory(editor, {
    storyId: out.id,
    number: (await desk(out.id)).head,
    releaseAt: null,
    version: (await desk(out.id)).version,
  })
  await setStop(admin, { what: 'publishing', stop: true, reason: 'Sample' })

  const refused = await refusalOf(scheduleStory(editor, { storyId: id, number: head, releaseAt: minutes(60), version }))
  expect([refused.code, refused.values]).toEqual(['campaign.stopped', { what: 'publishing' }])
  expect((await desk(id)).state).toBe('draft')
  await unpublishStory(editor, { storyId: out.id, version: (await desk(out.id)).version, reason: 'Sample' })
  expect((await refusalOf(returnStory(editor, { storyId: out.id, version: (await desk(out.id)).version }))).code).toBe('campaign.stopped')

  await setStop(admin, { what: 'publishing', stop: false, reason: 'Sample' })
  await scheduleStory(editor, { storyId: id, number: head, releaseAt: null, version })
  expect((await desk(id)).state).toBe('out')
})

test('publishing without captions, transcript and film is refused, naming each', async () => {
  const { id } = await begun()
  await save(id, text('A sample title'))
  const { head, version } = await desk(id)

  const refused = await refusalOf(scheduleStory(editor, { storyId: id, number: head, releaseAt: minutes(5), version }))

  expect([refused.code, refused.values.missing]).toEqual(['story.incomplete', 'transcript:en captions:en film poster'])
  expect((await desk(id)).state).toBe('draft')
})

test('a storyteller’s story waits for their release', async () => {
  const { id, slug } = await whole()
  const facts = { slug, week: 60, kind: 'storyteller', theme: 'family', language: 'en', age: 40 } as const
  await save(id, { part: 'facts', value: facts })
  await save(id, { part: 'text', locale: 'en', value: { ...words('A sample title'), name: 'Sample' } })
  const { head, version } = await desk(id)
  const release = { storyId: id, number: head, releaseAt: minutes(5), version }

  expect((await refusalOf(scheduleStory(editor, release))).values.missing).toBe('release')
  await db.story.update({ where: { id }, data: { tellerReleasedAt: now() } })
  await scheduleStory(editor, release)
  expect((await desk(id)).state).toBe('scheduled')
})

test('restoring brings yesterday’s revision back on top, and what was public stays', async () => {
  const { id, slug } = await whole()
  const { head: yesterday, version } = await desk(id)
  await scheduleStory(editor, { storyId: id, number: yesterday, releaseAt: null, version })
  const today = await save(id, text('Spoilt'))

  const made = await restoreRevision(editor, { storyId: id, number: yesterday, base: today })

  expect(made).toBe(today + 1)
  expect((await desk(id)).content.texts.en?.title).toBe('A sample title')
  expect((await storyRevision(editor, id, today))?.texts.en?.title).toBe('Spoilt')
  expect(await publishedStory(slug, 'en', now())).toMatchObject({ title: 'A sample title' })
  expect((await refusalOf(restoreRevision(editor, { storyId: id, number: 1, base: today }))).code).toBe('story.changed')
})

test('of two editors who save the same words at once one is told what the other wrote, and neither text is lost', async () => {
  const { id } = await begun()
  const other = await invited('editor')
  const both = [
    saveStory(editor, { storyId: id, part: text('One title'), base: 1 }),
    saveStory(other, { storyId: id, part: text('Other title'), base: 1 }),
  ]
  const results = await Promise.allSettled(both)

  const refused = results.flatMap((result) => (result.status === 'rejected' ? [result.reason] : []))
  expect(refused).toHaveLength(1)
  const winner = (await desk(id)).content.texts.en?.title
  expect(refused[0]).toMatchObject({ code: 'story.changed', values: { number: 2, theirs: expect.stringContaining(winner ?? '?') } })
  // Who has seen both may go on.
  expect(await saveStory(other, { storyId: id, part: text('Both titles'), base: 2 })).toBe(3)
})

test('two editors of different parts keep both', async () => {
  const { id } = await begun()
  await Promise.all([
    saveStory(editor, { storyId: id, part: text('English'), base: 1 }),
    saveStory(editor, { storyId: id, part: { part: 'captions', locale: 'es', value: captions }, base: 1 }),
    saveStory(editor, { storyId: id, part: text('Español', 'es'), base: 1 }),
  ])

  expect(await desk(id)).toMatchObject({ head: 4, content: { texts: { en: { title: 'English' }, es: { title: 'Español' } } } })
})

test('a revision is never changed or removed, whoever asks', async () => {
  const { id } = await begun()

  await expect(db.$executeRaw`update story_revision set note = 'x' where story_id = ${id}::uuid`).rejects.toThrow('append-only')
  await expect(db.$executeRaw`delete from story_revision where story_id = ${id}::uuid`).rejects.toThrow('append-only')
})

test('saving what is there already makes no revision', async () => {
  const { id } = await begun()
  expect([await save(id, text('Once')), await save(id, text('Once'))]).toEqual([2, 2])
})

test('a translation is out of date once its English changed, and right again when it was saved beside the new', async () => {
  const { id } = await begun()
  const spanish = async () => (await desk(id)).languages.find(({ locale }) => locale === 'es')?.parts.text
  expect(await spanish()).toBe('missing')
  await save(id, text('English'))
  await save(id, text('Español', 'es'))
  expect(await spanish()).toBe('there')
  await save(id, text('Other English'))
  expect(await spanish()).toBe('outdated')
  await save(id, text('Español', 'es'))
  expect(await spanish()).toBe('there')
})

test('the films that ship open on the desk whole, as they are published, and an address with a release is fixed', async () => {
  const luis = (await storiesOnDesk(editor)).find(({ slug }) => slug === 'luis')
  expect(luis).toMatchObject({ state: 'out', missing: [], hasNews: false })
  expect(luis?.languages.flatMap(({ parts }) => Object.values(parts)).every((part) => part === 'there')).toBe(true)
  const { id, content } = await desk(luis?.id ?? '')
  await save(id, { part: 'text', locale: 'en', value: { ...words('Changed'), name: 'Luis' } })

  expect((await desk(id)).hasNews).toBe(true)
  expect(await publishedStory('luis', 'en', now())).toMatchObject({ title: content.texts.en?.title })
  const moved = save(id, { part: 'facts', value: { ...content.facts, slug: 'luis-two' } })
  expect((await refusalOf(moved)).code).toBe('story.slugFixed')
})

test('a story address can be had once', async () => {
  const { slug } = await begun()
  const facts = { slug, week: 3, kind: 'illustrative', theme: 'other', language: 'en', age: null } as const
  expect((await refusalOf(createStory(editor, facts))).code).toBe('story.slugTaken')
})

test('two who decide about one story at once decide once', async () => {
  const { id } = await whole()
  const { head, version } = await desk(id)
  const results = await Promise.allSettled([
    scheduleStory(editor, { storyId: id, number: head, releaseAt: minutes(5), version }),
    scheduleStory(editor, { storyId: id, number: head, releaseAt: minutes(9), version }),
  ])

  expect(results.map(({ status }) => status).sort()).toEqual(['fulfilled', 'rejected'])
})

test('nobody but editors and admins touches a story', async () => {
  const reviewer = await invited('reviewer')
  const { id } = await begun()

  for (const work of [
    storiesOnDesk(reviewer),
    storyOnDesk(reviewer, id),
    saveStory(reviewer, { storyId: id, part: text('x'), base: 1 }),
    scheduleStory(reviewer, { storyId: id, number: 1, releaseAt: null, version: 1 }),
    unpublishStory(reviewer, { storyId: id, version: 1, reason: 'x' }),
  ])
    expect((await refusalOf(work)).code).toBe('staff.forbidden')
})
