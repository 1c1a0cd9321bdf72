import { expect, test } from 'vitest'
import { db } from '#lib/foundation/db.ts'
import { newId } from '#lib/foundation/ids.ts'
import { editEntry } from '#lib/submissions/commands/edit-entry.ts'
import { eraseEntry } from '#lib/submissions/commands/erase.ts'
import { findTwins } from '#lib/submissions/commands/find-twins.ts'
import { unmarkSpam } from '#lib/submissions/staff/mark-spam.ts'
import { entryLikes } from '#lib/submissions/staff/twins.ts'
import { invited } from '#tests/factories/staff.ts'
import { type AnswerOverrides, sampleAnswers, sendEntry } from '#tests/factories/submissions.ts'

const english =
  'Before, I sent money home once a month and lost part of it on the way. A course showed me another way, and I practised with small amounts. Now I teach the neighbours what I learned.'
const arabic =
  'كنت أرسل المال إلى أهلي مرة كل شهر وأخسر جزءًا منه في الطريق. ثم علّمتني دورة طريقة أخرى، وتدربت بمبالغ صغيرة. واليوم أعلّم الجيران ما تعلمته، ونكتب معًا دفاترنا كل مساء.'

let people = 0

/** An entry of somebody else each time, unless said otherwise, with the search for entries like it done. */
async function searched(overrides: AnswerOverrides = {}) {
  people += 1
  const entry = await sendEntry({ ...overrides, you: { email: `person-${people}@example.org`, ...overrides.you } })
  await findTwins(entry.id)
  return entry
}

const likesOf = async (id: string) => entryLikes(await invited('reviewer'), id)

test('receiving an entry orders one search for entries like it, behind all mail', async () => {
  const { id } = await sendEntry()

  expect(
    await db.$queryRaw`select task_identifier, queue_name, priority from graphile_worker.jobs where key = ${`find-twins:${id}`}`,
  ).toEqual([{ task_identifier: 'submissions.find-twins', queue_name: 'twins', priority: 8 }])
})

test.each([
  ['English', english, english.replace('a month', 'every month').replace('neighbours', 'children')],
  ['Arabic', arabic, arabic.replace('الجيران', 'الأطفال').replace('علّمتني', 'علمتني')],
])('staff see from either entry that two stories in %s are nearly the same', async (_, story, other) => {
  const first = await searched({ story: { story } })
  const second = await searched({ story: { story: other } })

  const [seen] = (await likesOf(second.id)).texts
  expect(seen).toEqual({ reference: first.reference, status: 'submitted', percent: expect.any(Number) })
  expect(seen?.percent).toBeGreaterThanOrEqual(60)
  expect(seen?.percent).toBeLessThan(100)
  expect((await likesOf(first.id)).texts).toEqual([{ reference: second.reference, status: 'submitted', percent: seen?.percent }])
})

test('a different story is nobody’s twin, and the same person may tell two', async () => {
  const email = 'two-stories@example.org'
  const first = await searched({
    you: { email },
    story: {
      story:
        'My mother kept a stall. When she fell ill I learned to run it, with a notebook and a borrowed phone. She came back two years later.',
    },
  })
  const second = await searched({
    you: { email },
    story: {
      story:
        'We were four in a boat repair shop. In the evenings we studied how contracts work, and in the spring we opened a class for the whole street.',
    },
  })

  expect(await likesOf(second.id)).toEqual({ texts: [], people: [{ reference: first.reference, status: 'submitted', because: ['mail'] }] })
  expect(await db.spamMark.count({ where: { submissionId: second.id } })).toBe(0)
})

test('staff see what may be the same person, with every reason', async () => {
  const handle = `https://x.com/sample_person/status/1963${Date.now()}`
  const story = (n: number) => ({ story: `${n} `.repeat(3) + crypto.randomUUID().repeat(4) })
  const first = await searched({ story: story(1), you: { email: 'jo.sample+film@example.org' }, post: { postUrl: `${handle}1` } })
  const second = await searched({ story: story(2), you: { email: 'Josample@example.org' }, post: { postUrl: `${handle}2` } })
  await searched({ story: story(3), you: { email: 'joanna@example.org' } })

  expect((await likesOf(first.id)).people).toEqual([
    { reference: second.reference, status: 'submitted', because: ['mail-spelling', 'author'] },
  ])
})

test('an edited story is compared anew, and no old likeness stays', async () => {
  const story = `${english} ${crypto.randomUUID()}`
  const first = await searched({ story: { story } })
  const second = await searched({ story: { story } })
  expect((await likesOf(first.id)).texts.map(({ reference }) => reference)).toContain(second.reference)

  const { story: s, you } = sampleAnswers()
  const answers = { ...s, ...you, postText: null, story: crypto.randomUUID().repeat(4) }
  await db.$executeRaw`delete from graphile_worker._private_jobs`
  await editEntry({ key: second.entryKey, version: 1, answers })
  expect(await db.$queryRaw`select key from graphile_worker.jobs where task_identifier = 'submissions.find-twins'`).toEqual([
    { key: `find-twins:${second.id}` },
  ])
  await findTwins(second.id)

  expect((await likesOf(first.id)).texts.map(({ reference }) => reference)).not.toContain(second.reference)
})

test('erasing one of two takes their likeness and its print away, and a search after it notes nothing', async () => {
  const story = `${english} ${crypto.randomUUID()}`
  const first = await searched({ story: { story } })
  const second = await searched({ story: { story } })

  await Promise.all([eraseEntry(second.entryKey), findTwins(second.id)])
  await findTwins(second.id)

  expect(await db.entryPrint.count({ where: { submissionId: second.id } })).toBe(0)
  expect(await db.twin.count({ where: { OR: [{ submissionId: second.id }, { otherId: second.id }] } })).toBe(0)
  expect((await likesOf(first.id)).texts.map(({ reference }) => reference)).not.toContain(second.reference)
})

test('the same story of somebody else, sent in a hurry, is set apart; the first one is not', async () => {
  const story = `${english} ${crypto.randomUUID()}`
  const first = await searched({ story: { story } })
  const second = await searched({ story: { story } })

  expect(await db.spamMark.findMany({ where: { submissionId: { in: [first.id, second.id] } } })).toMatchObject([
    { submissionId: second.id, signals: ['too-fast', 'same-text'], score: 4, undoneAt: null },
  ])
})

test('what staff took out of the spam lane is not put back by another search', async () => {
  const story = `${english} ${crypto.randomUUID()}`
  await searched({ story: { story } })
  const second = await searched({ story: { story } })
  await unmarkSpam(await invited('reviewer'), { reference: second.reference })

  await findTwins(second.id)

  expect(await db.spamMark.findUnique({ where: { submissionId: second.id } })).toMatchObject({ undoneAt: expect.any(Date) })
})

test('thousands of copies of one story neither slow the search nor fill the page of staff', async () => {
  const story = `${english} ${crypto.randomUUID()}`
  const { id } = await searched({ story: { story } })
  // Without the trigger that asks for the rest of an entry: only what the search reads is needed here.
  await db.$transaction([
    db.$executeRaw`set local session_replication_role = replica`,
    db.$executeRaw`
      insert into submission (id, campaign_id, reference, idempotency_key, status, status_at, submitted_at, locale, country, platform, post_key, post_url,
        post_canonical, post_soft, story, story_language, display_name, anonymous, email)
      select gen_random_uuid(), campaign_id, 'HB-' || translate(lpad(to_hex(n), 4, '0'), '0123456789abcdef', '23456789ABCDEFGH') || '-2222', 'copy ' || n,
        status, status_at, submitted_at, locale, country, platform, 'x:copy-' || n, post_url, post_canonical, true, story, story_language, display_name,
        anonymous, 'copy-' || n || '@example.org'
      from submission, generate_series(1, 3000) n where id = ${id}::uuid`,
  ])
  await db.$executeRaw`insert into entry_print (submission_id, version, sketch, mail_key) select s.id, 1, p.sketch, s.email
    from submission s, entry_print p where p.submission_id = ${id}::uuid and s.email like 'copy-%'`
  const last = await sendEntry({ story: { story }, you: { email: `${newId()}@example.org` } })

  const started = performance.now()
  await findTwins(last.id)

  expect(performance.now() - started).toBeLessThan(2_000)
  expect(await db.twin.count({ where: { submissionId: last.id } })).toBe(20)
  expect((await likesOf(last.id)).texts).toHaveLength(10)
})

test('somebody who may not read entries sees no likeness', async () => {
  const { id } = await sendEntry()

  await expect(entryLikes(await invited('editor'), id)).rejects.toThrow('staff.forbidden')
})
