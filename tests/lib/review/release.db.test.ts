import { beforeEach, expect, test } from 'vitest'
import { campaignId } from '#lib/campaign/schema.ts'
import { db } from '#lib/foundation/db.ts'
import { newId } from '#lib/foundation/ids.ts'
import { cancelRelease } from '#lib/review/commands/cancel-release.ts'
import { confirmRelease } from '#lib/review/commands/confirm-release.ts'
import { correctResults } from '#lib/review/commands/correct-results.ts'
import { decide, seenOf } from '#lib/review/commands/decide.ts'
import { offerNextReserve } from '#lib/review/commands/offer-reserve.ts'
import { proposeRelease } from '#lib/review/commands/propose-release.ts'
import { releaseBlockers } from '#lib/review/selection/blockers.ts'
import type { Decided } from '#lib/review/selection/decision-form.ts'
import { reviewReceipt } from '#lib/review/selection/receipt.ts'
import { allReleases } from '#lib/review/selection/release.ts'
import { publicResults } from '#lib/review/selection/results.ts'
import { system } from '#lib/staff/actor.ts'
import { type EligibleEntry, makeEligible, makeManyEligible, makeManyReviews, makeReviewer } from '#tests/factories/review.ts'
import { invited } from '#tests/factories/staff.ts'
import { countQueries } from '#tests/support/queries.ts'
import { refusalOf } from '#tests/support/refusals.ts'

const readers = [await makeReviewer(), await makeReviewer(), await makeReviewer({ independent: true })] as const
const [first, second] = [await invited('admin'), await invited('admin')]
const base = { place: null, note: 'Only for us.', seen: 'none' } as const
const selected: Decided = { ...base, outcome: 'selected', reasons: ['felt-real', 'change-clear'] }
const reserve: Decided = { ...base, outcome: 'reserve', reasons: ['few-places'] }
const notSelected: Decided = { ...base, outcome: 'not_selected', reasons: ['theme-thin'] }

// One campaign has one release: each test begins with none, and with no entries. Test data goes; the guards of the tables stand aside for that alone.
beforeEach(async () => {
  await db.$transaction([
    db.$executeRaw`set local session_replication_role = replica`,
    ...['results_correction', 'decision', 'release', 'review_score', 'review', 'assignment', 'safety_flag', 'blind_copy'].map((table) =>
      db.$executeRawUnsafe(`delete from ${table}`),
    ),
    ...['mail', 'entry_key', 'status_change', 'consent_event', 'survey_answers', 'submission'].map((table) =>
      db.$executeRawUnsafe(`delete from ${table}`),
    ),
  ])
})

async function entries(count: number): Promise<EligibleEntry[]> {
  const made = await makeManyEligible(count, (index) => ({
    email: `sample-${index}@example.org`,
    submittedAt: new Date(Date.now() - 1000 * (count - index)),
  }))
  await makeManyReviews(made.flatMap(({ id }) => readers.map((reader) => ({ submissionId: id, reviewerId: reader.id, scores: 4 }))))
  return made
}

async function decided(): Promise<[EligibleEntry, EligibleEntry, EligibleEntry]> {
  const [a, b, c] = (await entries(3)) as [EligibleEntry, EligibleEntry, EligibleEntry]
  await decide(first, { ...selected, reference: a.reference })
  await decide(first, { ...reserve, reference: b.reference })
  await decide(first, { ...notSelected, reference: c.reference })
  return [a, b, c]
}

const letters = () => db.mail.findMany({ where: { kind: { not: 'receipt' } }, orderBy: { recipient: 'asc' } })
const statusOf = async ({ id }: EligibleEntry) => (await db.submission.findUniqueOrThrow({ where: { id } })).status

/** All that a release can change. */
async function whole() {
  const [submissions, decisions, mails, changes, keys, jobs, releases] = await Promise.all([
    db.submission.findMany({ orderBy: { id: 'asc' }, select: { status: true, version: true, statusAt: true } }),
    db.decision.findMany({ orderBy: { submissionId: 'asc' } }),
    db.mail.count(),
    db.statusChange.count(),
    db.entryKey.count(),
    db.$queryRaw`select count(*)::int from graphile_worker.jobs`,
    db.release.findMany({ orderBy: { id: 'asc' } }),
  ])
  return { submissions, decisions, mails, changes, keys, jobs, releases }
}

test('a confirmed release says every result at once: status, history, one letter each, numbers', async () => {
  const [a, b, c] = await decided()
  await db.consentEvent.create({
    data: { id: newId(), submissionId: a.id, purpose: 'film', answer: 'no', textHash: 'a'.repeat(64), locale: 'en', at: new Date() },
  })
  const { id } = await proposeRelease(first)
  expect(await letters()).toEqual([])

  await confirmRelease(second, { id })

  expect([await statusOf(a), await statusOf(b), await statusOf(c)]).toEqual(['selected', 'reserve', 'not_selected'])
  const mails = await letters()
  expect(mails.map(({ kind, submissionId, state }) => [kind, submissionId, state])).toEqual([
    ['result-selected', a.id, 'queued'],
    ['result-reserve', b.id, 'queued'],
    ['result-not-selected', c.id, 'queued'],
  ])
  expect(mails[0]?.text).toContain('It shows what changed, and what it took.')
  expect(mails[0]?.text).not.toMatch(/film/)
  expect(mails[2]?.text).toContain('What crypto had to do with it stayed thin.')
  for (const mail of mails) expect(mail.text).not.toContain('Only for us.')
  const release = await db.release.findUniqueOrThrow({ where: { id } })
  expect(release).toMatchObject({
    confirmedById: second.id,
    counts: { received: 3, eligible: 3, reviewed: 3, selected: 1, reserve: 1, notSelected: 1 },
  })
  expect(await db.decision.count({ where: { releaseId: id } })).toBe(3)
  const history = await db.statusChange.findMany({ where: { submissionId: a.id }, orderBy: { at: 'desc' } })
  expect(history[0]).toMatchObject({ from: 'eligible', to: 'selected', staffId: second.id, at: release.releasedAt })
  const [jobs] = await db.$queryRaw<{ count: number }[]>`
    select count(*)::int from graphile_worker.jobs where key = any (${mails.map((mail) => `mail:${mail.id}`)}) and max_attempts = 12`
  expect(jobs?.count).toBe(3)
  const [line] = await db.auditEvent.findMany({ where: { action: 'results.released', subjectId: id } })
  expect(line).toMatchObject({ actorId: second.id, data: { selected: 1, reserve: 1, notSelected: 1, fingerprint: release.fingerprint } })
})

test('pressed twice, and by several admins at once: one release, one letter for each entry', async () => {
  const [a] = await decided()
  const { id } = await proposeRelease(first)
  const third = await invited('admin')

  await Promise.all([second, third, second, third, second].map((admin) => confirmRelease(admin, { id })))
  await confirmRelease(second, { id })

  expect(await letters()).toHaveLength(3)
  expect(await db.statusChange.count({ where: { submissionId: a.id, to: 'selected' } })).toBe(1)
  expect(await db.auditEvent.count({ where: { action: 'results.released', subjectId: id } })).toBe(1)
})

test('two admins propose at once: one proposal; nobody can have a second beside it', async () => {
  await decided()

  const ids = await Promise.all([proposeRelease(first), proposeRelease(second), proposeRelease(first)])

  expect(new Set(ids.map(({ id }) => id)).size).toBe(1)
  const row = { id: newId(), campaignId, fingerprint: 'a'.repeat(64), proposedById: first.id, proposedAt: new Date() }
  await expect(db.release.create({ data: row })).rejects.toThrow(/Unique constraint/)
})

test('whoever proposed does not confirm, and the database agrees', async () => {
  await decided()
  const { id } = await proposeRelease(first)
  const before = await whole()

  expect(await refusalOf(confirmRelease(first, { id }))).toBe('release.same-person')
  const forced = db.release.update({ where: { id }, data: { confirmedById: first.id, releasedAt: new Date(), counts: {} } })
  await expect(forced).rejects.toThrow(/release_two_people/)

  expect(await whole()).toEqual(before)
})

test('nobody is left without an answer: each thing in the way is named', async () => {
  const [a] = await decided()
  const { id } = await proposeRelease(first)
  const undecided = await makeEligible()
  const [waiting, asked] = [await makeEligible({ status: 'submitted' }), await makeEligible({ status: 'needs_info' })]
  const refused = await makeEligible({ status: 'ineligible' })
  await db.appeal.create({ data: { id: newId(), submissionId: refused.id, text: 'Look again.', at: new Date() } })
  await db.safetyFlag.create({ data: { id: newId(), submissionId: a.id, raisedById: readers[0].id, raisedAt: new Date() } })
  const before = await whole()

  expect(await refusalOf(confirmRelease(second, { id }))).toBe('release.blocked')
  expect(await releaseBlockers()).toEqual([
    { kind: 'appealed', count: 1, references: [refused.reference] },
    { kind: 'undecided', count: 1, references: [undecided.reference] },
    { kind: 'unready', count: 1, references: [a.reference] },
    { kind: 'waiting', count: 2, references: [waiting.reference, asked.reference] },
  ])

  expect(await whole()).toEqual(before)
})

test('an undecided entry blocks the proposal as well, and so does nothing to say', async () => {
  expect(await refusalOf(proposeRelease(first))).toBe('release.nothing')
  const [entry] = await entries(1)
  expect(await refusalOf(proposeRelease(first))).toBe('release.blocked')
  await decide(first, { ...notSelected, reference: entry?.reference ?? '' })

  expect((await proposeRelease(first)).id).toBeTruthy()
})

test('what was set apart as spam keeps nobody waiting', async () => {
  await decided()
  const spam = await makeEligible({ status: 'submitted' })
  expect((await releaseBlockers()).map(({ kind }) => kind)).toEqual(['waiting'])

  await db.spamMark.create({ data: { submissionId: spam.id, score: 9, signals: ['trap'], at: new Date() } })

  expect(await releaseBlockers()).toEqual([])
})

test.each(['outcome', 'reasons', 'place'] as const)('a decision changed after the proposal is not released: %s', async (what) => {
  const [a, b] = await decided()
  const { id } = await proposeRelease(first)
  const entry = what === 'place' ? b : a
  const seen = seenOf(await db.decision.findUnique({ where: { submissionId: entry.id } }))
  if (what === 'outcome') await decide(first, { ...reserve, seen, reference: entry.reference })
  if (what === 'reasons') await decide(first, { ...selected, reasons: ['useful'], seen, reference: entry.reference })
  if (what === 'place') await db.decision.update({ where: { submissionId: b.id }, data: { reserveOrder: 2 } })

  expect(await refusalOf(confirmRelease(second, { id }))).toBe('release.changed')

  expect(await letters()).toEqual([])
  await cancelRelease(second, { id })
  await confirmRelease(second, await proposeRelease(first))
  expect(await letters()).toHaveLength(3)
})

test('a score changed after the proposal, or one more review, is not released, and the entry is named', async () => {
  const [a, b] = await decided()
  const { id } = await proposeRelease(first)
  const review = await db.review.findFirstOrThrow({ where: { submissionId: a.id } })
  const score = { reviewId_criterion: { reviewId: review.id, criterion: 'truth' } }
  await db.reviewScore.update({ where: score, data: { score: 1 } })
  await db.review.update({ where: { id: review.id }, data: { totalPoints: 310 } })

  const refused = await confirmRelease(second, { id }).catch((error: unknown) => error)
  expect(refused).toMatchObject({ code: 'release.changed', values: { scores: a.reference, decisions: '', more: 0 } })
  expect((await allReleases(second)).proposal?.changes).toEqual([{ reference: a.reference, what: 'scores' }])
  expect(await letters()).toEqual([])

  await db.reviewScore.update({ where: score, data: { score: 4 } })
  await db.review.update({ where: { id: review.id }, data: { totalPoints: 400 } })
  await makeManyReviews([{ submissionId: b.id, reviewerId: (await makeReviewer()).id, scores: 4 }])
  expect(await refusalOf(confirmRelease(second, { id }))).toBe('release.changed')
  expect((await allReleases(second)).proposal?.changes).toEqual([{ reference: b.reference, what: 'scores' }])
})

test('who came after the results gets an answer in a further release: two admins, one letter, places told to others stay', async () => {
  const [, b] = await decided()
  await confirmRelease(second, await proposeRelease(first))
  expect(await refusalOf(proposeRelease(first))).toBe('release.released')
  const [late] = (await entries(1)) as [EligibleEntry]
  await makeEligible({ status: 'submitted' }) // still being looked at: the next one answers it
  expect(await refusalOf(proposeRelease(first))).toBe('release.released')
  await decide(first, { ...reserve, place: 1, reference: late.reference })
  const other = await makeEligible()
  expect(await refusalOf(proposeRelease(first))).toBe('release.blocked')
  await db.submission.update({ where: { id: other.id }, data: { status: 'withdrawn' } })

  const ids = await Promise.all([proposeRelease(first), proposeRelease(second), proposeRelease(first)])
  expect(new Set(ids.map(({ id }) => id)).size).toBe(1)
  const { proposedById } = await db.release.findUniqueOrThrow({ where: { id: ids[0].id } })
  const [proposer, confirmer] = proposedById === first.id ? [first, second] : [second, first]
  expect(await refusalOf(confirmRelease(proposer, ids[0]))).toBe('release.same-person')
  await Promise.all([confirmer, confirmer, confirmer].map((admin) => confirmRelease(admin, ids[0])))

  expect(await statusOf(late)).toBe('reserve')
  expect((await letters()).filter(({ submissionId }) => submissionId === late.id).map(({ kind }) => kind)).toEqual(['result-reserve'])
  expect(await letters()).toHaveLength(4)
  const places = await db.decision.findMany({ where: { outcome: 'reserve' }, orderBy: { reserveOrder: 'asc' } })
  expect(places.map(({ submissionId, reserveOrder }) => [submissionId, reserveOrder])).toEqual([
    [b.id, 1],
    [late.id, 2],
  ])
  expect(await reviewReceipt(late.reference)).toMatchObject({ outcome: 'reserve', reserveOrder: 2 })
  expect(await publicResults('en')).toMatchObject({ answeredLater: 1, counts: { received: 3, reserve: 1 } })
  expect(await allReleases(first)).toMatchObject({ released: [{ number: 1 }, { number: 2 }], proposal: null })
})

test('the database keeps one proposal at a time, and no further release before the results', async () => {
  await decided()
  const row = { campaignId, fingerprint: 'a'.repeat(64), proposedById: first.id, proposedAt: new Date() }
  await expect(db.release.create({ data: { ...row, id: newId(), number: 2 } })).rejects.toThrow(/has none before it/)
  await confirmRelease(second, await proposeRelease(first))

  await db.release.create({ data: { ...row, id: newId(), number: 2 } })
  await expect(db.release.create({ data: { ...row, id: newId(), number: 2 } })).rejects.toThrow(/Unique constraint/)
  await expect(db.$executeRaw`update release set number = 3 where number = 2`).rejects.toThrow(/cannot be changed/)
})

test('a proposal taken back cannot be confirmed; cancelling again, or what was released, does nothing', async () => {
  await decided()
  const { id } = await proposeRelease(first)

  await cancelRelease(first, { id })
  await cancelRelease(second, { id })
  expect(await refusalOf(confirmRelease(second, { id }))).toBe('release.cancelled')

  const next = await proposeRelease(second)
  await confirmRelease(first, next)
  expect(await refusalOf(cancelRelease(first, next))).toBe('release.released')
  expect(await refusalOf(proposeRelease(first))).toBe('release.released')
})

test('who withdrew before the release gets no result, whatever was decided', async () => {
  const [a] = await decided()
  await db.submission.update({ where: { id: a.id }, data: { status: 'withdrawn' } })

  await confirmRelease(second, await proposeRelease(first))

  expect(await statusOf(a)).toBe('withdrawn')
  expect((await letters()).map(({ submissionId }) => submissionId)).not.toContain(a.id)
  expect(await db.decision.findUniqueOrThrow({ where: { submissionId: a.id } })).toMatchObject({ releaseId: null })
})

test('when one letter cannot be kept, no result is said', async () => {
  const [, , c] = await decided()
  const { id } = await proposeRelease(first)
  await db.submission.update({ where: { id: c.id }, data: { email: 'two@example.org,people@example.org' } })
  const before = await whole()

  await expect(confirmRelease(second, { id })).rejects.toThrow(/mail_header/)

  expect(await whole()).toEqual(before)
})

test('each letter is in the language of its storyteller, with their phrase and a link of its own', async () => {
  const [a, b] = await decided()
  await db.submission.update({ where: { id: a.id }, data: { locale: 'ar', phrase: 'green door' } })
  await db.submission.update({ where: { id: b.id }, data: { locale: 'es' } })
  await confirmRelease(second, await proposeRelease(first))

  const [arabic, spanish, english] = await letters()

  expect(arabic).toMatchObject({ locale: 'ar', subject: expect.stringContaining('اختيرت قصتك') })
  expect(arabic?.text).toContain('green door')
  expect(spanish).toMatchObject({ locale: 'es', subject: expect.stringContaining('lista de reserva') })
  expect(english?.text).not.toContain('green door')
  const links = [arabic, spanish, english].map((mail) => /\/entry\/([\w-]{22})/.exec(mail?.text ?? '')?.[1])
  expect(new Set(links).size).toBe(3)
  expect(await db.entryKey.count()).toBe(6)
})

test('what was released stays: no decision and no release is changed or deleted, whoever writes', async () => {
  const [a, , c] = await decided()
  const { id } = await proposeRelease(first)
  await confirmRelease(second, { id })

  const where = { submissionId: a.id }
  for (const change of ["outcome = 'not_selected'", "reasons = '{useful}'", "note = 'Another.'", 'release_id = null'])
    await expect(db.$executeRawUnsafe(`update decision set ${change} where submission_id = '${a.id}'`)).rejects.toThrow(/was released/)
  await expect(db.$executeRaw`delete from decision`).rejects.toThrow(/was released/)
  for (const change of ['cancelled_at = now()', "counts = '{}'", 'released_at = now()'])
    await expect(db.$executeRawUnsafe(`update release set ${change}`)).rejects.toThrow(/cannot be changed/)
  await expect(db.$executeRaw`delete from release`).rejects.toThrow(/cannot be changed/)
  await db.decision.update({ where, data: { note: null } })
  expect(await refusalOf(decide(first, { ...selected, reference: c.reference }))).toBe('decision.not-eligible')
})

test('hundreds of entries are released in a handful of statements, not in hundreds', async () => {
  const made = await makeManyEligible(600)
  const decision = { outcome: 'not_selected', reasons: ['few-places'], decidedById: first.id, decidedAt: new Date() }
  await db.decision.createMany({ data: made.map(({ id }) => ({ submissionId: id, ...decision })) })
  const { id } = await proposeRelease(first)

  const statements = await countQueries(() => confirmRelease(second, { id }))

  expect(statements).toBeLessThan(40)
  expect(await db.mail.groupBy({ by: ['submissionId'], where: { kind: 'result-not-selected' }, _count: true })).toHaveLength(600)
  expect(await letters()).toHaveLength(600)
  expect(await db.submission.count({ where: { status: 'not_selected' } })).toBe(600)
})

test('reserves move up in their order, each once, also when several places become free at the same moment', async () => {
  const made = await entries(12)
  for (const [index, { reference }] of made.entries()) await decide(first, { ...(index === 11 ? selected : reserve), reference })
  expect(await db.$transaction((tx) => offerNextReserve(tx, { at: new Date(), actor: system }))).toBeNull()
  await confirmRelease(second, await proposeRelease(first))
  await db.safetyFlag.create({ data: { id: newId(), submissionId: made[0]?.id ?? '', raisedById: readers[0].id, raisedAt: new Date() } })
  await db.surveyAnswers.update({ where: { submissionId: made[1]?.id ?? '' }, data: { region: 'story-only' } })

  const one = await db.$transaction((tx) => offerNextReserve(tx, { at: new Date(), actor: first }))
  expect(one).toEqual({ submissionId: made[2]?.id })
  const left = made.slice(3, 11).map(({ id }) => id)
  const moved = await Promise.all(
    left.map(() => db.$transaction((tx) => offerNextReserve(tx, { at: new Date(), actor: system }), { maxWait: 10_000 })),
  )
  expect(moved.map((next) => next?.submissionId).sort()).toEqual([...left].sort())
  expect(await db.$transaction((tx) => offerNextReserve(tx, { at: new Date(), actor: system }))).toBeNull()

  const mails = await db.mail.findMany({ where: { kind: 'reserve-selected' } })
  expect(mails).toHaveLength(9)
  expect(mails[0]?.text).toContain('the next on the reserve list')
  expect(await db.statusChange.count({ where: { submissionId: made[3]?.id ?? '', to: 'selected', byClock: true } })).toBe(1)
  expect(await db.auditEvent.count({ where: { subjectId: made[2]?.id ?? '', action: 'reserve.moved-up', actorId: first.id } })).toBe(1)
})

test('a correction is added once, with its date, and never taken back', async () => {
  const texts = { en: 'The number of entries was wrong.' }
  expect(await refusalOf(correctResults(first, { texts }))).toBe('correction.not-released')
  await decided()
  await confirmRelease(second, await proposeRelease(first))
  const id = newId()

  await Promise.all([correctResults(first, { texts, id }), correctResults(first, { texts, id })])

  expect(await refusalOf(correctResults(first, { texts: { en: 'Something else.' }, id }))).toBe('correction.sent')
  expect(await refusalOf(correctResults(first, { texts: { ...texts, es: 'Un número.' }, id }))).toBe('correction.sent')
  expect(await db.resultsCorrection.findMany({ select: { id: true, texts: true } })).toEqual([{ id, texts }])
  await expect(db.$executeRaw`update results_correction set texts = '{}'`).rejects.toThrow(/append-only/)
  await expect(db.$executeRaw`delete from results_correction`).rejects.toThrow(/append-only/)
})

test('only admins propose, confirm, cancel and correct', async () => {
  await decided()
  const { id } = await proposeRelease(first)
  for (const role of ['reviewer', 'editor'] as const) {
    const person = await invited(role)
    for (const work of [
      proposeRelease(person),
      confirmRelease(person, { id }),
      cancelRelease(person, { id }),
      correctResults(person, { texts: { en: 'No.' } }),
    ])
      expect(await refusalOf(work)).toBe('staff.forbidden')
  }
  expect(await letters()).toEqual([])
})

test('places on the reserve list count nobody who left before it was told, and whoever comes back stands behind those who were', async () => {
  const [a, b, c] = (await entries(3)) as [EligibleEntry, EligibleEntry, EligibleEntry]
  await decide(first, { ...reserve, reference: a.reference })
  await decide(first, { ...reserve, reference: b.reference })
  await decide(first, { ...reserve, reference: c.reference })
  await db.submission.update({ where: { id: a.id }, data: { status: 'withdrawn' } })

  const { id } = await proposeRelease(first)
  await confirmRelease(second, { id })

  expect((await reviewReceipt(b.reference))?.reserveOrder).toBe(1)
  expect((await reviewReceipt(c.reference))?.reserveOrder).toBe(2)
  await db.submission.update({ where: { id: a.id }, data: { status: 'eligible' } })
  expect(await refusalOf(proposeRelease(first))).toBe('release.released')
  await decide(first, { ...reserve, place: 1, reference: a.reference })
  await confirmRelease(second, await proposeRelease(first))
  expect((await reviewReceipt(a.reference))?.reserveOrder).toBe(3)
  const [line] = await db.auditEvent.findMany({ where: { action: 'release.proposed', subjectId: id } })
  expect(line?.data).toMatchObject({ offReserve: a.reference })
})

test('the results page counts everybody who was selected and takes part no longer, for whatever reason', async () => {
  const [a, b] = await decided()
  await confirmRelease(second, await proposeRelease(first))
  await db.$transaction((tx) => offerNextReserve(tx, { at: new Date(), actor: system }))
  expect(await publicResults('en')).toMatchObject({ movedUp: 1, leftSince: 0 })

  await db.submission.update({ where: { id: a.id }, data: { status: 'disqualified' } })
  await db.submission.update({ where: { id: b.id }, data: { status: 'withdrawn' } })

  expect(await publicResults('en')).toMatchObject({ movedUp: 1, leftSince: 2, winners: { names: [], withheld: 0 } })
})
