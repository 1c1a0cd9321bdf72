import { beforeEach, expect, onTestFinished, test, vi } from 'vitest'
import { campaignId } from '#lib/campaign/schema.ts'
import { isDatabaseAway } from '#lib/foundation/database-away.ts'
import { connect, db } from '#lib/foundation/db.ts'
import { env } from '#lib/foundation/env.ts'
import { hashText, hashToken, newReference } from '#lib/foundation/ids.ts'
import { dateTime } from '#lib/i18n/format.ts'
import { receiveSubmission } from '#lib/submissions/commands/receive.ts'
import { consentTexts, saveStep, startDraft } from '#lib/submissions/draft.ts'
import { rulesHash, seededRules } from '#prisma/seed/campaign.ts'
import { finishedDraft, openCampaign, sampleAnswers, samplePostUrl, sendDraft, sendEntry, sendingOf } from '#tests/factories/submissions.ts'

beforeEach(openCampaign)

async function jobsFor(mailId: string): Promise<number> {
  const [row] = await db.$queryRaw<{ count: bigint }[]>`select count(*) from graphile_worker.jobs where key = ${`mail:${mailId}`}`
  return Number(row?.count)
}

async function outcomes(sendings: readonly Promise<{ reference: string }>[]): Promise<string[]> {
  const settled = await Promise.allSettled(sendings)
  return settled.map((one) =>
    one.status === 'fulfilled' ? one.value.reference : ((one.reason as { code?: string }).code ?? String(one.reason)),
  )
}

test('the receipt names the dates that are set, and says of the others that they will be announced', async () => {
  const receipt = async (email: string) => {
    const { id } = await sendEntry({ you: { email } })
    return (await db.mail.findFirstOrThrow({ where: { submissionId: id, kind: 'receipt' } })).text.replace(/\s+/g, ' ')
  }
  const [closesAt, resultsAt] = [new Date('2031-03-04T10:00:00Z'), new Date('2031-06-07T12:30:00Z')]
  await db.campaign.update({ where: { id: campaignId }, data: { closesAt: null, resultsAt: null } })
  const unset = await receipt('no-dates@example.org')
  await db.campaign.update({ where: { id: campaignId }, data: { closesAt, resultsAt } })
  const set = await receipt('dates@example.org')
  await db.campaign.update({ where: { id: campaignId }, data: { closesAt: null, resultsAt: null } })

  expect(set).toContain(`Entries close on ${dateTime('en', closesAt)}.`)
  expect(set).toContain(`You get an answer from us on ${dateTime('en', resultsAt)}, whatever it is.`)
  expect(set).not.toContain('as soon as it is set')
  expect(unset).toContain('The date of the results is shown on your entry page as soon as it is set.')
  expect(unset).toContain('The closing date will be announced on our site.')
})

test('an entry is written with everything that belongs to it', async () => {
  const answers = sampleAnswers({
    you: { email: 'Whole@example.org', phrase: 'blue kettle', mailLanguage: 'es' },
    permissions: { film: 'yes', news: true },
  })
  const token = await finishedDraft(answers)

  const { reference, entryKey } = await sendDraft(token)

  const entry = await db.submission.findUniqueOrThrow({
    where: { reference },
    include: {
      survey: true,
      consents: { orderBy: { purpose: 'asc' } },
      keys: true,
      changes: true,
      mails: true,
      screenings: true,
      questions: true,
    },
  })
  expect(entry).toMatchObject({
    campaignId,
    status: 'submitted',
    version: 1,
    locale: 'es',
    country: 'PT',
    platform: 'x',
    postKey: answers.post.postUrl.replace('https://x.com/i/status/', 'x:'),
    postUrl: answers.post.postUrl,
    postCanonical: answers.post.postUrl,
    postSoft: false,
    postText: answers.post.postText,
    story: answers.story.story,
    displayName: 'Sample storyteller',
    email: 'Whole@example.org',
    phrase: 'blue kettle',
    needs: null,
  })
  expect(entry.postedAt?.getUTCFullYear()).toBe(2025)
  expect(entry.survey).toStrictEqual({
    submissionId: entry.id,
    adult: true,
    affiliated: false,
    region: 'open',
    binanceUser: 'private',
    themes: ['learning', 'community'],
    tools: ['academy', 'payments'],
    othersShown: 'no',
  })
  const texts = consentTexts('en')
  expect(
    entry.consents.map(({ purpose, answer, textHash, rulesVersion, locale }) => [purpose, answer, textHash, rulesVersion, locale]),
  ).toStrictEqual([
    ['film', 'yes', hashText(texts.film), null, 'en'],
    ['news', 'yes', hashText(texts.news), null, 'en'],
    ['publish-name', 'yes', hashText(texts['publish-name']), null, 'en'],
    ['reading', 'yes', hashText(texts.reading), null, 'en'],
    ['rules', 'yes', rulesHash(seededRules.en), 1, 'en'],
    ['show-post', 'no', hashText(texts['show-post']), null, 'en'],
  ])
  expect(entry.keys.map(({ keyHash }) => keyHash)).toStrictEqual([hashToken(entryKey)])
  expect(entry.changes.map(({ from, to, at }) => [from, to, at])).toStrictEqual([[null, 'submitted', entry.submittedAt]])
  expect(
    await db.auditEvent.findMany({ where: { subjectId: entry.id }, select: { actorKind: true, actorId: true, action: true, data: true } }),
  ).toStrictEqual([{ actorKind: 'storyteller', actorId: null, action: 'submission.received', data: { platform: 'x', region: 'open' } }])
  const [mail, ...more] = entry.mails
  expect(more).toStrictEqual([])
  expect(mail).toMatchObject({ kind: 'receipt', recipient: 'Whole@example.org', locale: 'es', state: 'queued' })
  for (const fact of [reference, `http://localhost:3000/es/entry/${entryKey}`, 'blue kettle', mail?.code ?? 'no code'])
    expect(mail?.text).toContain(fact)
  expect(await jobsFor(mail?.id ?? '')).toBe(1)
})

test('one draft sent twenty times at once is one entry, one receipt and twenty times the same reference', async () => {
  const token = await finishedDraft()

  const references = await outcomes(Array.from({ length: 20 }, () => sendDraft(token)))

  const entries = await db.submission.findMany({
    where: { draft: { tokenHash: hashToken(token) } },
    include: { mails: true, consents: true, changes: true },
  })
  expect(entries).toHaveLength(1)
  expect(new Set(references)).toStrictEqual(new Set([entries[0]?.reference]))
  expect(entries[0]?.mails).toHaveLength(1)
  expect(entries[0]?.consents).toHaveLength(6)
  expect(entries[0]?.changes).toHaveLength(1)
  expect(await db.auditEvent.count({ where: { subjectId: entries[0]?.id ?? '' } })).toBe(1)
})

test('one draft sent twenty times while its first sending takes longer than a connection is waited for is still twenty times the same', async () => {
  const said = vi.spyOn(process.stderr, 'write').mockReturnValue(true)
  onTestFinished(() => void vi.restoreAllMocks())
  const triedAgain = () => said.mock.calls.filter(([line]) => String(line).includes('submission.tried-again')).length
  const token = await finishedDraft()
  const sending = await sendingOf(token)
  const holder = connect(env().DATABASE_URL ?? '', 1)
  onTestFinished(() => holder.$disconnect())
  const sendings = { done: Promise.resolve(['']) }

  await holder.$transaction(
    async (tx) => {
      await tx.$queryRaw`select from draft where token_hash = ${hashToken(token)} for update`
      sendings.done = outcomes(Array.from({ length: 20 }, () => receiveSubmission(sending)))
      // Ten have a connection and wait for the row; the others wait for a connection until they have waited in vain.
      await expect.poll(triedAgain, { timeout: 8_000 }).toBeGreaterThan(0)
    },
    { timeout: 15_000 },
  )

  const references = await sendings.done
  const entries = await db.submission.findMany({ where: { draft: { tokenHash: hashToken(token) } }, select: { reference: true } })
  expect(references).toStrictEqual(Array.from({ length: 20 }, () => entries[0]?.reference))
  expect(entries).toHaveLength(1)
})

test('sending again later, with another form of the same draft, gives the same reference and the same link', async () => {
  const token = await finishedDraft()
  const first = await sendDraft(token)

  const again = await receiveSubmission({ token, locale: 'ar', idempotencyKey: 'another form', rulesHash: 'rules of another day' })

  expect(again).toStrictEqual({ ...first, isNew: false })
})

test('sending again after the draft was deleted still gives the same reference', async () => {
  const token = await finishedDraft()
  const first = await sendDraft(token)
  await db.draft.delete({ where: { tokenHash: hashToken(token) } })

  expect(await sendDraft(token)).toStrictEqual({ ...first, isNew: false })
})

test('the same post sent by two people at the same moment is one entry and one neutral refusal', async () => {
  const post = { postUrl: samplePostUrl() }
  const tokens = await Promise.all(['ana@example.org', 'ben@example.org'].map((email) => finishedDraft({ post, you: { email } })))

  const answers = await outcomes(tokens.map((token) => sendDraft(token)))

  const entries = await db.submission.findMany({ where: { postUrl: post.postUrl }, select: { reference: true } })
  expect(entries).toHaveLength(1)
  expect(answers.toSorted()).toStrictEqual([entries[0]?.reference, 'post.taken'].toSorted())
})

test('ten spellings of one post sent at the same moment are one entry', async () => {
  const id = samplePostUrl().replace(/\D/g, '')
  const spellings = [
    `https://x.com/a/status/${id}`,
    `https://twitter.com/b/status/${id}`,
    `http://mobile.twitter.com/b/status/${id}`,
    `https://www.x.com/a/status/${id}?s=20`,
    `x.com/a/status/${id}`,
    `HTTPS://X.COM/a/status/${id}`,
    `https://fxtwitter.com/a/status/${id}`,
    `https://vxtwitter.com/a/status/${id}`,
    `https://x.com/i/web/status/${id}`,
    `https://x.com/a/status/${id}/photo/1`,
  ]
  const tokens = await Promise.all(
    spellings.map((postUrl, index) => finishedDraft({ post: { postUrl }, you: { email: `person${index}@example.org` } })),
  )

  const answers = await outcomes(tokens.map((token) => sendDraft(token)))

  expect(await db.submission.count({ where: { postKey: `x:${id}` } })).toBe(1)
  expect(answers.filter((answer) => answer === 'post.taken')).toHaveLength(9)
})

test('the same post from the same person leads to the entry that is there', async () => {
  const post = { postUrl: samplePostUrl() }
  const { reference } = await sendEntry({ post, you: { email: 'own@example.org' } })
  const token = await finishedDraft({ post, you: { email: 'OWN@Example.org' } })

  await expect(sendDraft(token)).rejects.toMatchObject({ code: 'post.own', field: 'postUrl', values: { reference } })

  expect(await db.submission.count({ where: { postUrl: post.postUrl } })).toBe(1)
})

test.each(['withdrawn', 'ineligible', 'disqualified'])('the post of an entry that is %s can be entered again', async (status) => {
  const post = { postUrl: samplePostUrl() }
  const before = await sendEntry({ post })
  await db.submission.update({ where: { id: before.id }, data: { status } })

  const after = await sendEntry({ post })

  expect(after.reference).not.toBe(before.reference)
})

test.each([
  'https://www.facebook.com/sample/posts/pfbid0AbCdEf',
  'https://www.linkedin.com/feed/update/urn:li:activity:7151241570371948544',
  'https://vm.tiktok.com/ZMsample1',
])('a key that may be one of several is kept as soft and refuses nobody: %s', async (postUrl) => {
  const first = await sendEntry({ post: { postUrl }, you: { email: 'one@example.org' } })
  const second = await sendEntry({ post: { postUrl }, you: { email: 'two@example.org' } })

  const entries = await db.submission.findMany({ where: { id: { in: [first.id, second.id] } }, select: { postSoft: true } })
  expect(entries).toStrictEqual([{ postSoft: true }, { postSoft: true }])
})

test('an entry that arrives after the closing time is refused, whenever its form was opened, and its draft is kept', async () => {
  const token = await finishedDraft()
  const closesAt = new Date(Date.now() - 1000)
  await db.campaign.update({ where: { id: campaignId }, data: { closesAt } })

  await expect(sendDraft(token)).rejects.toMatchObject({ code: 'campaign.closed', values: { closesAt: closesAt.toISOString() } })

  await db.campaign.update({ where: { id: campaignId }, data: { closesAt: null } })
  expect(await db.submission.count({ where: { draft: { tokenHash: hashToken(token) } } })).toBe(0)
  expect((await sendDraft(token)).reference).toMatch(/^HB-/)
})

test('an entry that arrives before the opening time is refused', async () => {
  const token = await finishedDraft()
  const { opensAt } = await db.campaign.findUniqueOrThrow({ where: { id: campaignId } })
  const later = new Date(Date.now() + 3_600_000)
  await db.campaign.update({ where: { id: campaignId }, data: { opensAt: later } })

  await expect(sendDraft(token)).rejects.toMatchObject({ code: 'campaign.not-open', values: { opensAt: later.toISOString() } })

  await db.campaign.update({ where: { id: campaignId }, data: { opensAt } })
})

test('an entry from a story-only country says so in its survey, and one from a closed country is refused', async () => {
  await db.regionPolicy.createMany({
    data: [
      { campaignId, country: 'NZ', mode: 'story-only' },
      { campaignId, country: 'FJ', mode: 'closed' },
    ],
  })

  const { id } = await sendEntry({ share: { country: 'NZ' } })
  const closed = sendEntry({ share: { country: 'FJ' } })

  await expect(closed).rejects.toMatchObject({ code: 'region.closed' })
  expect(await db.surveyAnswers.findUnique({ where: { submissionId: id }, select: { region: true } })).toStrictEqual({
    region: 'story-only',
  })
})

test('a reference that is taken is never given twice', async () => {
  const { reference: taken } = await sendEntry()
  const token = await finishedDraft()
  const free = newReference()
  const offered = [taken, taken, free]
  const input = { token, locale: 'en', idempotencyKey: 'k', rulesHash: rulesHash(seededRules.en) } as const

  const { reference } = await receiveSubmission(input, () => offered.shift() ?? newReference())

  expect(reference).toBe(free)
})

test('rules that changed since the form was shown are refused, so that nobody accepts what they did not see', async () => {
  const token = await finishedDraft()

  const sending = receiveSubmission({ token, locale: 'en', idempotencyKey: 'k', rulesHash: hashText('older rules') })

  await expect(sending).rejects.toMatchObject({ code: 'rules.changed' })
  expect(await db.submission.count({ where: { draft: { tokenHash: hashToken(token) } } })).toBe(0)
})

test('a draft with a step missing is refused and the step is named', async () => {
  const { share, post, story } = sampleAnswers()
  const { token } = await startDraft({ locale: 'en', share })
  await saveStep(token, 'post', post)
  await saveStep(token, 'story', story)

  await expect(sendDraft(token)).rejects.toMatchObject({ code: 'draft.incomplete', values: { step: 'you' } })
})

test('a draft nobody has started is refused', async () => {
  await expect(sendDraft('nobody-has-this-token')).rejects.toMatchObject({ code: 'draft.missing' })
})

test('when one part cannot be written nothing is, and sending again works', async () => {
  const token = await finishedDraft()
  await db.$executeRaw`create function fail_mail() returns trigger language plpgsql as $$ begin raise exception 'no mail today'; end $$`
  await db.$executeRaw`create trigger fail_mail before insert on mail for each row execute function fail_mail()`
  const before = await db.auditEvent.count()

  await expect(sendDraft(token)).rejects.toThrow('no mail today')

  await db.$executeRaw`drop trigger fail_mail on mail`
  expect(await db.submission.count({ where: { draft: { tokenHash: hashToken(token) } } })).toBe(0)
  expect(await db.auditEvent.count()).toBe(before)
  expect((await sendDraft(token)).reference).toMatch(/^HB-/)
})

/** Runs `meanwhile` after the entry was read and before it can be written. */
async function whileWriting(token: string, meanwhile: () => Promise<unknown>): Promise<string> {
  const sending = { done: Promise.resolve(['']) }
  await db.$transaction(async (tx) => {
    await tx.$executeRaw`lock table submission in share mode`
    sending.done = outcomes([sendDraft(token)])
    await expect
      .poll(() => tx.$queryRaw`select from pg_locks where not granted and relation = 'submission'::regclass`, { timeout: 4000 })
      .toHaveLength(1)
    await meanwhile()
  })
  return (await sending.done)[0] ?? ''
}

test('an answer changed while its entry is being written is in the entry', async () => {
  const answers = sampleAnswers()
  const token = await finishedDraft(answers)

  const reference = await whileWriting(token, () => saveStep(token, 'you', { ...answers.you, displayName: 'Changed in time' }))

  expect(await db.submission.findUniqueOrThrow({ where: { reference } })).toMatchObject({ displayName: 'Changed in time' })
})

test('an entry is refused when the campaign is closed while it is being written', async () => {
  const token = await finishedDraft()
  const close = () => db.campaign.update({ where: { id: campaignId }, data: { closesAt: new Date(Date.now() - 60_000) } })

  const outcome = await whileWriting(token, close)

  await db.campaign.update({ where: { id: campaignId }, data: { closesAt: null } })
  expect(outcome).toBe('campaign.closed')
})

/** Ends the connection of a sending as it waits to write its entry, so many times. */
async function cutWhileWriting(token: string, times: number): Promise<unknown> {
  const log = vi.spyOn(process.stderr, 'write').mockReturnValue(true)
  const sending = { done: Promise.resolve<unknown>(null) }
  const cut = new Set<number>()
  await db.$transaction(
    async (tx) => {
      const waiting = () =>
        tx.$queryRaw<{ pid: number }[]>`select pid from pg_locks where not granted and relation = 'submission'::regclass`
      const next = async () => (await waiting()).map(({ pid }) => pid).find((pid) => !cut.has(pid))
      await tx.$executeRaw`lock table submission in share mode`
      sending.done = sendDraft(token).catch((error: unknown) => error)
      while (cut.size < times) {
        await expect.poll(next, { timeout: 4_000 }).toBeDefined()
        const pid = (await next()) ?? 0
        await tx.$queryRaw`select pg_terminate_backend(${pid}::int)`
        cut.add(pid)
      }
    },
    { timeout: 10_000 },
  )
  const outcome = await sending.done
  log.mockRestore()
  return outcome
}

test('an entry whose connection ends while it is being written is written over another', async () => {
  const token = await finishedDraft()

  const received = await cutWhileWriting(token, 1)

  const entry = await db.submission.findFirstOrThrow({ where: { draft: { tokenHash: hashToken(token) } }, include: { mails: true } })
  expect(received).toMatchObject({ reference: entry.reference, isNew: true })
  expect(entry.mails).toHaveLength(1)
})

test('a database that ends the second try too is told as away, nothing is written, and sending again works', async () => {
  const token = await finishedDraft()

  const thrown = await cutWhileWriting(token, 2)

  expect([isDatabaseAway(thrown), String(thrown)]).toEqual([true, expect.stringContaining('terminating connection')])
  expect(await db.submission.count({ where: { draft: { tokenHash: hashToken(token) } } })).toBe(0)
  expect((await sendDraft(token)).reference).toMatch(/^HB-/)
})
