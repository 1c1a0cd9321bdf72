import { expect, test } from 'vitest'
import { db } from '#lib/foundation/db.ts'
import { newId } from '#lib/foundation/ids.ts'
import { screenSubmission } from '#lib/submissions/commands/screen.ts'
import { type ListPlace, listAddress, type Query, readFilters, readPlace } from '#lib/submissions/staff/filters.ts'
import { entryPage, waitingEntries } from '#lib/submissions/staff/list.ts'
import { entryForStaff } from '#lib/submissions/staff/queries.ts'
import { invited } from '#tests/factories/staff.ts'
import { type AnswerOverrides, sendEntry } from '#tests/factories/submissions.ts'
import { countQueries } from '#tests/support/queries.ts'

const checklist = { linkOpens: true, hashtag: true, insideWindow: true, noSafetyWorry: true }
const everything = readFilters({ status: 'all' })

function query(address: string): Query {
  return Object.fromEntries(new URL(address, 'http://localhost').searchParams)
}

async function clear(): Promise<void> {
  await db.submission.deleteMany({})
}

async function send(count: number, overrides: AnswerOverrides = {}): Promise<string[]> {
  const sent: string[] = []
  while (sent.length < count) sent.push((await sendEntry(overrides)).reference)
  return sent
}

test('walking back through 60 entries shows each once, in order, while new ones keep arriving', async () => {
  await clear()
  const admin = await invited('admin')
  const sent = await send(60)
  // Several at the very same moment: the id decides.
  await db.submission.updateMany({ where: { reference: { in: sent.slice(20, 30) } }, data: { submittedAt: new Date() } })

  const walked: string[] = []
  for (let place: ListPlace = null; ; ) {
    const page = await entryPage(admin, everything, place)
    walked.push(...page.lines.map(({ reference }) => reference))
    await send(2)
    if (!page.older) break
    place = readPlace(query(listAddress(everything, { older: page.older })))
  }

  expect(walked.length).toBe(60)
  expect(new Set(walked)).toEqual(new Set(sent))
})

test('walking forward again shows the same entries the other way, and ends at the newest', async () => {
  await clear()
  const admin = await invited('admin')
  const sent = await send(60)
  const last = await entryPage(admin, everything, { older: sent[10] ?? '' })
  expect(last).toMatchObject({ older: null, newer: sent[9] })
  expect(last.lines).toHaveLength(10)

  const middle = await entryPage(admin, everything, { newer: last.newer ?? '' })
  const top = await entryPage(admin, everything, { newer: middle.newer ?? '' })

  expect(middle.lines.map(({ reference }) => reference)).toEqual(sent.slice(10, 35).reverse())
  expect(top.lines.map(({ reference }) => reference)).toEqual(sent.slice(35, 60).reverse())
  expect([middle.older, top.older, top.newer]).toEqual([sent[10], sent[35], null])
  expect(await entryPage(admin, everything, { older: 'HB-2222-2222' })).toEqual({ lines: [], newer: null, older: null, total: null })
})

test('a search with a NUL in it is the search without', async () => {
  const admin = await invited('admin')
  for (const q of ['\0', 'no\0body', 'nobody\0@example.org'])
    expect(await entryPage(admin, readFilters({ status: 'all', q }), null)).toEqual(
      await entryPage(admin, readFilters({ status: 'all', q: q.replace('\0', '') }), null),
    )
})

test('a page, an entry and the counts cost the same number of queries, however many entries there are', async () => {
  await clear()
  const admin = await invited('admin')
  const costs = async (reference: string) => [
    await countQueries(() => entryPage(admin, everything, null)),
    await countQueries(() => waitingEntries(admin, new Date())),
    await countQueries(() => entryForStaff(admin, reference)),
  ]
  const [first = ''] = await send(1, { you: { email: 'twin@example.org' } })
  await costs(first)
  const one = await costs(first)
  await send(2, { you: { email: 'twin@example.org' } })

  expect(await costs(first)).toEqual(one)
  expect(one.slice(0, 2)).toEqual([1, 1])
})

test('each filter keeps what fits and drops the rest', async () => {
  await clear()
  const admin = await invited('admin')
  const [plain = ''] = await send(1)
  const [other = ''] = await send(1, {
    share: { country: 'BR' },
    post: { postUrl: 'https://www.reddit.com/r/sample/comments/1n7abcd/sample/' },
    story: { storyLanguage: 'pt', themes: ['family'] },
  })
  const found = async (asked: Query) => (await entryPage(admin, readFilters(asked), null)).lines.map(({ reference }) => reference)

  const cases: [Query, string[]][] = [
    [{}, [other, plain]],
    [{ theme: 'family' }, [other]],
    [{ theme: 'learning' }, [plain]],
    [{ language: 'pt' }, [other]],
    [{ platform: 'reddit' }, [other]],
    [{ country: 'br' }, [other]],
    [{ region: 'open' }, [other, plain]],
    [{ region: 'story-only' }, []],
    [{ status: 'eligible' }, []],
    [{ theme: 'family', language: 'pt', platform: 'reddit', country: 'BR' }, [other]],
    [{ theme: 'nonsense', status: 'constructor', language: "'; drop table submission; --" }, [other, plain]],
    [{ q: plain.toLowerCase().replaceAll('-', ' '), theme: 'family', status: 'erased' }, [plain]],
    [{ q: ` ${plain.slice(3)} ` }, [plain]],
    [{ q: 'HB-2222-2222' }, []],
    [{ q: '100%' }, []],
    [{ q: 'sample@example.org' }, [other, plain]],
    [{ q: 'sample@example' }, [other, plain]],
    [{ q: 'ample@examp', status: 'erased', theme: 'family' }, [other, plain]],
    [{ q: 'nobody@example' }, []],
    [{ q: plain.slice(0, 7) }, [plain]],
    [{ q: plain.slice(0, 10).toLowerCase() }, [plain]],
    [{ q: 'neighbours' }, [other, plain]],
    [{ q: 'neighb practised' }, [other, plain]],
    [{ q: 'neighbours', theme: 'family' }, [other]],
    [{ q: 'neighbours', status: 'eligible' }, []],
    [{ q: 'absent' }, []],
    [{ check: 'none' }, [other, plain]],
    [{ check: 'private' }, []],
    [{ assigned: 'me' }, []],
    [{ lane: 'spam' }, []],
    [{ flag: 'safety' }, []],
  ]
  for (const [asked, expected] of cases) expect([asked, await found(asked)]).toEqual([asked, expected])
})

test('a reviewer neither sees nor finds who somebody is', async () => {
  await clear()
  const [reviewer, admin] = [await invited('reviewer'), await invited('admin')]
  const secrets = ['nora@example.org', 'Nora Sample', 'a quiet room', 'green door']
  const { reference, id } = await sendEntry({
    share: { country: 'KE' },
    you: { email: 'nora@example.org', displayName: 'Nora Sample', needs: 'a quiet room', phrase: 'green door' },
  })

  const seen = await entryForStaff(reviewer, reference)
  const list = await entryPage(reviewer, everything, null)
  expect(seen?.person).toBeNull()
  expect(list.lines).toMatchObject([{ reference, country: null }])
  for (const secret of [...secrets, '"KE"']) expect(JSON.stringify([seen, list])).not.toContain(secret)
  expect((await entryPage(reviewer, readFilters({ q: 'nora@example.org' }), null)).lines).toEqual([])
  expect((await entryPage(reviewer, readFilters({ country: 'FR' }), null)).lines).toHaveLength(1)

  const whole = await entryForStaff(admin, id)
  expect(whole?.person).toEqual({
    displayName: 'Nora Sample',
    anonymous: false,
    email: 'nora@example.org',
    country: 'KE',
    needs: 'a quiet room',
  })
  expect(JSON.stringify(whole)).not.toContain('green door')
})

test('an editor sees no entry at all', async () => {
  const [editor, { reference }] = [await invited('editor'), await sendEntry()]

  await expect(entryPage(editor, everything, null)).rejects.toThrow('staff.forbidden')
  await expect(waitingEntries(editor, new Date())).rejects.toThrow('staff.forbidden')
  await expect(entryForStaff(editor, reference)).rejects.toThrow('staff.forbidden')
})

test('staff see what an entry holds, and what happened to it', async () => {
  await clear()
  const [reviewer, sent] = [await invited('reviewer'), await sendEntry()]
  const admin = await invited('admin')
  await screenSubmission(reviewer, { outcome: 'eligible', version: 1, note: 'Fine.', checklist, reference: sent.reference })

  const entry = await entryForStaff(admin, sent.reference.toLowerCase())

  expect(entry).toMatchObject({
    status: 'eligible',
    version: 2,
    post: { platform: 'x', soft: false, text: 'Sample post for a test. #HumansOfBinance' },
    survey: { themes: ['learning', 'community'], tools: ['academy', 'payments'], region: 'open', othersShown: 'no' },
    screenings: [{ outcome: 'eligible', rule: null, note: 'Fine.', by: 'Sample reviewer' }],
    questions: [],
  })
  expect(entry?.post.url).toMatch(/^https:\/\/x\.com\//)
  expect(entry?.post.postedAt).toBeInstanceOf(Date)
  expect(entry?.changes.map(({ to, by }) => [to, by])).toEqual([
    ['submitted', null],
    ['eligible', 'Sample reviewer'],
  ])
  expect(entry?.permissions.map(({ purpose, answer }) => [purpose, answer])).toContainEqual(['film', 'ask'])
})

test('an address that is not secure is never shown as a link', async () => {
  const [reviewer, sent] = [await invited('reviewer'), await sendEntry()]
  for (const stored of ['javascript:alert(1)', 'http://example.org/1', 'https://user:pass@example.org/', 'no address']) {
    await db.submission.update({ where: { id: sent.id }, data: { postCanonical: stored } })

    expect((await entryForStaff(reviewer, sent.reference))?.post.url).toBeNull()
  }
})

test('what is no reference and no id finds nothing', async () => {
  const reviewer = await invited('reviewer')

  for (const typed of ['', 'HB-2222-2222', newId(), '%', '../admin', 'x'.repeat(5000)])
    expect(await entryForStaff(reviewer, typed)).toBeNull()
})

test('the counts say what waits, and since when', async () => {
  await clear()
  const reviewer = await invited('reviewer')
  const [oldest = '', , asked = '', good = ''] = await send(4)
  const deadlineAt = new Date(Date.now() + 86_400_000)
  const decide = { version: 1, note: null, checklist }
  await screenSubmission(reviewer, { ...decide, outcome: 'question', question: 'Who?', deadlineAt, reference: asked })
  await screenSubmission(reviewer, { ...decide, outcome: 'eligible', reference: good })
  const { submittedAt } = await db.submission.findUniqueOrThrow({ where: { reference: oldest } })

  const counts = { submitted: 2, needsInfo: 1, eligible: 1, oldestSubmittedAt: submittedAt }
  expect(await waitingEntries(reviewer, new Date())).toEqual({ ...counts, overdue: 0 })
  expect(await waitingEntries(reviewer, new Date(deadlineAt.getTime() + 1))).toEqual({ ...counts, overdue: 1 })
})
